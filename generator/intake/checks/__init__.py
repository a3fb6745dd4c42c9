"""What a statistician checks and a schema cannot. Every check takes what was gathered and yields problems."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.errors import Problem
from generator.intake.gathering import Gathered
from generator.intake.sheets import Sheet

from . import (
    cumulative,
    duplicates,
    hierarchies,
    identity,
    ids,
    operands,
    parts,
    periods,
    ranks,
    releases,
    revisions,
    spellings,
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
    spellings.two_spellings,
    validity.reversed_validity,
    hierarchies.circles,
    units.units_of_measures,
    units.kinds_of_units,
    parts.sums_of_parts,
    cumulative.falling_totals,
    duplicates.stated_twice,
    revisions.unexplained_revisions,
    ids.headlines,
    ids.relation_figures,
    operands.operand_counts,
    ids.trace_rows,
    identity.contact,
    identity.official_demonstration,
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
