"""What a statistician checks and a schema cannot. Every check takes what was gathered and yields problems."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.errors import Problem
from generator.intake.gathering import Gathered
from generator.intake.sheets import Sheet

from . import (
    chains,
    cumulative,
    duplicates,
    hierarchies,
    identity,
    ids,
    leagues,
    mechanisms,
    milestones,
    operands,
    parts,
    periods,
    places,
    ranks,
    releases,
    revisions,
    rules_of_measures,
    spellings,
    stages,
    statuses,
    targets,
    texts,
    units,
    validity,
    vocabulary,
)

Check = Callable[[Gathered], Iterator[Problem]]

CHECKS: tuple[Check, ...] = (
    releases.locked_editions,
    releases.changed_references,
    ids.unknown_editions,
    vocabulary.absent_tables,
    vocabulary.unknown_ids,
    vocabulary.unknown_topics,
    vocabulary.wrong_packages,
    vocabulary.unknown_members,
    vocabulary.unknown_homes,
    validity.reversed_validity,
    hierarchies.circles,
    places.successions,
    places.tiles,
    rules_of_measures.rules_of_measures,
    units.units_of_measures,
    units.kinds_of_units,
    units.conversions,
    units.units_of_amounts,
    duplicates.stated_twice,
    ids.headlines,
    ids.relation_figures,
    operands.operand_counts,
    ids.trace_rows,
    stages.stages_in_order,
    stages.expected_stages,
    stages.steps_in_order,
    milestones.moved_milestones,
    milestones.scheduled_backwards,
    milestones.not_yet,
    mechanisms.unknown_in_lists,
    mechanisms.panels,
    chains.circles,
    chains.endless,
    leagues.leagues,
    leagues.following,
    leagues.locked_leagues,
    identity.contact,
    identity.official_demonstration,
)

# What the statements on one indicator show, in all editions, once the reference tables are known.
SERIES_CHECKS: tuple[Check, ...] = (
    spellings.two_spellings,
    parts.sums_of_parts,
    cumulative.falling_totals,
    revisions.unexplained_revisions,
)

# What each row shows by itself, once the reference tables are known.
ROW_CHECKS: tuple[Check, ...] = (
    periods.period_basis,
    periods.period_future,
    validity.codes_in_time,
    statuses.value_and_status,
    statuses.value_and_bound,
    units.values_in_limits,
    ranks.ranks_among_nobody,
    ranks.loose_ranks,
    targets.positive_targets,
)

# What one sheet shows by itself, whatever the rest of the bulletin says.
SHEET_CHECKS: tuple[Callable[[Sheet], Iterator[Problem]], ...] = (texts.unsafe_texts, texts.one_language)
