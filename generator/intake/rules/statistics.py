"""Rules of statistics: what a well-formed row may say."""

from __future__ import annotations

from collections.abc import Mapping

from .rule import N_, Rule

_SAY_WHY = N_("Write the reason in reason_zh and reason_en: what was wrong, and what corrects it.")

STATISTICS: Mapping[str, Rule] = {
    "table-missing": Rule(N_("Rows refer to this table, and there is no such file."), N_("Put the file back.")),
    "topic-unknown": Rule(
        N_("“{value}” is no topic of this bulletin."), N_("Write one of: {known}; or add it to bulletin.yaml.")
    ),
    "wrong-package": Rule(
        N_("The indicator “{value}” belongs to the topic {topic}, not to this folder."),
        N_("Move the row to the folder {topic}, or change the topic of the indicator."),
    ),
    "period-day": Rule(N_("{value} is not in the calendar."), N_("Correct the year or the day.")),
    "period-order": Rule(
        N_("{value} does not run from an earlier to a later time."), N_("Exchange or correct its ends.")
    ),
    "period-basis": Rule(
        N_("The period {value} does not go with the indicator {indicator}, whose basis is {basis}."),
        N_(
            "Correct the period (a day for as_of, a full year for year, a quarter for quarter, from January for ytd), "
            "or the basis of the indicator."
        ),
    ),
    "period-future": Rule(
        N_("The period {value} lies after {until}, the last day that the edition {edition} has data for."),
        N_("Correct the period, give a plan the status F or move it to targets, or correct data_until."),
    ),
    "period-spelling": Rule(
        N_("The period {value} is spelled {expected} in another row of the same series."),
        N_(
            "Write {expected} in every edition: quarter, half and year before a range, and what is released before all."
        ),
    ),
    "code-not-valid": Rule(
        N_("“{value}” did not exist in {period}: it is valid from {from} to {to}."),
        N_("Use the code of that time, or correct valid_from and valid_to in its table."),
    ),
    "validity-order": Rule(N_("The code ends on {value}, before it begins on {begin}."), N_("Correct the dates.")),
    "succession-half": Rule(
        N_("“{given}” is filled in, and “{column}” is blank."),
        N_("Fill in valid_to, successor and succession, or leave successor and succession blank."),
    ),
    "tile-taken": Rule(
        N_("“{value}” has the place {place} (row, column) of the tile map, as {other} has."),
        N_("Give each of the two a place of its own, or say with valid_from and valid_to which follows the other."),
    ),
    "circle": Rule(
        N_("The row leads back to itself: {way}."), N_("Correct one of these rows, or leave its “{column}” blank.")
    ),
    "operand-count": Rule(
        N_("{operation} computes with {wanted} operands, and here are {given}."),
        N_("Correct the operands; their order is in the description of the rule."),
    ),
    "measure-rule": Rule(
        N_("“{value}” is no rule of a measure."),
        N_("Write an operation with its operands, such as growth(level); or leave it blank. Operations are: {known}."),
    ),
    "measure-operand": Rule(
        N_("The rule names “{value}”, which the table {table} does not have."),
        N_("Write a measure, or an indicator and its measure with a dot between; the last word of rank is a peer set."),
    ),
    "measure-rule-unit": Rule(
        N_("What {operation} gives needs a unit of the kind {expected}, not “{value}”."),
        N_("Write a unit of that kind: pct for a rate, pp for points, rank for a rank."),
    ),
    "value-missing": Rule(
        N_("The value is blank, and the status {status} says that there is one."),
        N_("Fill in the value, or write a status for a missing one: {known}."),
    ),
    "status-missing": Rule(
        N_("The status {value} says that there is no value, and the cell has {given}."),
        N_("Correct the status or delete the value. Statuses without a value are: {known}."),
    ),
    "target-blank": Rule(
        N_("The target has no value."), N_("Fill it in, delete the row, or withdraw the target with a reason.")
    ),
    "bound-of-missing": Rule(N_("A missing value cannot be “{value}”."), N_("Write exact.")),
    "range-open": Rule(N_("The range has an upper end and no lower one."), N_("Write the lower end in value.")),
    "range-order": Rule(
        N_("The upper end {value} is not above the lower end {low}."), N_("Exchange or correct the two.")
    ),
    "range-bound": Rule(N_("A range cannot be “{value}” as well."), N_("Write exact: the two ends say it.")),
    "rank-form": Rule(N_("{value} is no rank."), N_("Write a whole number from 1.")),
    "rank-peers": Rule(
        N_("The rank does not say among whom."),
        N_("Write a peer set in the column peers; if the source names none, declare one that says so in peers.csv."),
    ),
    "rank-bound": Rule(
        N_("A rank is one place, or at most that place; it cannot be “{value}” here."),
        N_("Write exact, or at_most for “within the first ten”, and leave value_high blank."),
    ),
    "growth-below": Rule(N_("A fall of more than 100 % is not possible: {value}."), N_("Check sign and unit.")),
    "share-range": Rule(
        N_("A share of {value} % lies outside 0 to 100."), N_("Check it against the source."), "warning"
    ),
    "measure-unit": Rule(
        N_("The measure {measure} is counted in {expected}, not in “{value}”."),
        N_("Write {expected}. A difference between two rates is in percentage points (pp), a rate in per cent (pct)."),
    ),
    "unit-kind": Rule(N_("The unit {unit} is of the kind {expected}, not “{value}”."), N_("Write {expected}.")),
    "target-positive": Rule(
        N_("The target is {value}; no progress can be measured against it."), N_("Check it against the source.")
    ),
    "parts-sum": Rule(
        N_("The total is {value}, its parts add up to {sum} ({parts})."),
        N_("Correct them. If the source itself differs, say so in the note of the total."),
    ),
    "total-falls": Rule(
        N_("The total since January is {value}, less than the {earlier} of {period}."),
        N_("Check both against the source: a running total cannot fall within a year. It may be a single quarter."),
    ),
    "stated-twice": Rule(
        N_("The edition {edition} says this already in {other}, line {first}: {value}."),
        N_("Keep one of the two rows."),
    ),
    "withdrawal-reason": Rule(N_("The value {old} of the edition {edition} is withdrawn without a reason."), _SAY_WHY),
    "revision-reason": Rule(
        N_("The value is now {value}; the edition {edition} said {old}. No reason is given."), _SAY_WHY
    ),
    "revision-fine": Rule(
        N_("The value is now {value}; the edition {edition} said {old}. With {decimals} for decimals, no revision."),
        N_("Nothing is to be done if the source publishes no finer; else raise decimals in its table."),
        "warning",
    ),
    "bound-reason": Rule(
        N_("The bound is now {value}; the edition {edition} said {old}. No reason is given."), _SAY_WHY
    ),
    "unit-reason": Rule(N_("The unit is now {value}; the edition {edition} said {old}. No reason is given."), _SAY_WHY),
    "text-formula": Rule(
        N_("“{value}” begins like a formula."),
        N_("Begin the text with a word or a letter: spreadsheets run what begins with = + - or @."),
    ),
    "text-control": Rule(
        N_("The text has an invisible character ({character})."),
        N_("Write the cell again by hand instead of pasting it; it may have a line break in it."),
    ),
    "one-language": Rule(
        N_("“{given}” is filled in, and “{column}” is blank."), N_("Write both languages, or leave both blank.")
    ),
    "headlines-none": Rule(
        N_("The edition {edition} has no headline figures."),
        N_("List four to six ids of its figures in releases.yaml, those that readers ask for first."),
        "warning",
    ),
    "headline-unknown": Rule(
        N_("The edition {edition} does not state the headline “{value}”."),
        N_("Copy the id of a figure of this edition."),
    ),
    "figure-unknown": Rule(
        N_("No row states the figure “{value}”."), N_("Copy the id of a figure, or write a plain number.")
    ),
    "trace-row": Rule(
        N_("The table {table} of the edition {edition} does not state “{value}”."),
        N_("Correct the id, the table or the edition."),
    ),
    "trace-reason": Rule(N_("The fact became no row, and no reason is given."), N_("Write the reason.")),
    "contact-form": Rule(
        N_("“{value}” is no address for corrections."), N_("Write an e-mail address or the address of a web page.")
    ),
    "contact-example": Rule(
        N_("“{value}” is an example address that reaches nobody."),
        N_("Before you publish, write an address at which corrections are read."),
        "warning",
    ),
    "official-demonstration": Rule(
        N_("The bulletin calls itself official and a demonstration."), N_("Set official to false.")
    ),
    "published-derived": Rule(
        N_("By the rule of the measure {measure} the figure is {computed}, the source says {published}."),
        N_(
            "Check the operands against the source. If the source itself differs, say so in the note of the row; if it "
            "computes in another way, take the rule out of measures.csv."
        ),
    ),
    "published-computed": Rule(
        N_("The relation {relation} gives {computed}, the source says {published}."),
        N_("Check the operands against the source; if the source itself is inconsistent, give the verdict conflict."),
    ),
}
