"""Rules of projects and mechanisms: what a stage, a milestone and a panel may say."""

from __future__ import annotations

from collections.abc import Mapping

from .rule import N_, Rule

PROJECTS: Mapping[str, Rule] = {
    "stage-back": Rule(
        N_("The edition {edition} said {old}; nothing goes from there back to {value}."),
        N_("Correct the row. If the earlier edition was wrong, write so in reason_zh and reason_en."),
    ),
    "expected-back": Rule(
        N_("{value} is expected next, and lies before {old}, where the project is."),
        N_("Correct one of the two stages, or leave expected_stage and expected_period blank."),
    ),
    "amount-unit": Rule(
        N_("{measure} is counted in a unit of the kind {expected}, not in “{value}”."),
        N_("Correct the unit, or the item; units.csv says of what kind each unit is."),
    ),
    "amount-negative": Rule(
        N_("{measure} is {value}, and cannot be less than nothing."), N_("Check sign and digits against the source.")
    ),
    "stage-date": Rule(
        N_("{value} lies before {earlier}, when the stage {old} was reached (edition {edition})."),
        N_("Correct the date, or state the earlier stage again with the right date."),
    ),
    "milestone-moved": Rule(
        N_("The milestone is now due {value}; the edition {edition} said {old}. No reason is given."),
        N_("Write in reason_zh and reason_en why it was moved, or restore the date."),
    ),
    "milestone-order": Rule(
        N_("The milestone is due {value}, before {other}, which must precede it and is due {earlier}."),
        N_("Correct one of the two dates or stages."),
    ),
    "parameter-unknown": Rule(
        N_("The view has no parameter “{value}”."), N_("Delete it, or write one that the view knows: {known}.")
    ),
    "chain-circle": Rule(
        N_("The links of the chain {value} feed one another in a circle: {parts}."),
        N_("Take one of them out of the column feeds: what is upstream cannot be downstream of itself."),
    ),
    "chain-long": Rule(
        N_("The chain {value} has more than {limit} links one below another; no map could show them."),
        N_("See whether rows were copied by filling down; keep the links that the source names."),
    ),
    "mechanism-view": Rule(
        N_("The mechanism is core and has no view."), N_("Write the view that answers its question.")
    ),
    "mechanism-bare": Rule(
        N_("The core mechanism {value} has nothing to show: no indicator, no row of a project, and no reason."),
        N_("Name its indicators, or write in gap_zh and gap_en why the sources give no figure."),
    ),
}
