"""A sound leagues.yaml for the small bulletin, and what is told when one thing of it is broken."""

from __future__ import annotations

LEAGUES = "leagues.yaml"
SOUND = """\
leagues:
- id: race
  title: 赛马总榜
  title_en: The race
  note: 试行。
  note_en: On trial.
  peers: counties
  from: 2022-Q1
  to: 2022-Q1
  members:
  - block: growth
    title: 增长
    title_en: Growth
    weight: 0.3
    aggregation: geometric
    members:
    - {indicator: investment, measure: growth_yoy, weight: 1/3, worst: -5, best: 12.50}
    - {id: portion, indicator: investment, measure: share, weight: 2/3, worst: 0, best: 100}
  - indicator: investment
    id: clusters
    breakdown: part_a
    weight: 20%
    worst: 010
    best: 400
  - {indicator: approval_days, weight: 0.50, worst: 30, best: 5, log: true}
  normalisation: {kind: efficacy, cap: true}
  outliers: {kind: winsorise, most: 1}
  missing: renormalise
  threshold: 75%
  constant: 0.1
  floor: 1/2
  decimals: 1
  ties: dense
  rewards: {places: 2, amounts: [300, 200.5], unit: CNY_100M, cutoff: all, budget: 450, step: 1}
  doubt:
    spread: 10%
    normalisations: [rank, {kind: min-max, cap: true}, z, {kind: z, onto: [50, 10], ddof: 1}]
    outliers: [none]
    aggregations: [mpi, median]
    runs: 200
    seed: 7
- id: race
  title: 赛马总榜
  title_en: The race
  peers: counties
  from: 2022-Q2
  members:
  - {indicator: investment, measure: growth_yoy, weight: 0.5, direction: down}
  - {indicator: approval_days, weight: 0.5}
"""

ITEM = "{indicator: investment, measure: growth_yoy, weight: 0.5, direction: down}"
LAST = "  - {indicator: approval_days, weight: 0.5}\n"
MEMBERS = "leagues.members"

# rule, line, column, the text that is replaced, and by what
CASES: tuple[tuple[str, int | None, str, str, str], ...] = (
    ("yaml-key-missing", 2, "leagues", "  peers: counties\n  from: 2022-Q1\n", "  from: 2022-Q1\n"),
    ("yaml-key-missing", 25, MEMBERS, "weight: 0.50, ", ""),
    ("yaml-key-missing", 34, "leagues.rewards", "unit: CNY_100M, ", ""),
    ("yaml-key-unknown", 27, "leagues.outlier", "outliers: {", "outlier: {"),
    ("yaml-type", 48, MEMBERS, ITEM, "investment"),
    ("one-language", 2, "leagues.note_en", "  note_en: On trial.\n", ""),
    ("choice", 15, "leagues.members.aggregation", "aggregation: geometric", "aggregation: mean"),
    ("choice", 26, "leagues.normalisation.kind", "{kind: efficacy, cap: true}", "功效系数"),
    ("choice", 39, "leagues.doubt.aggregations", "[mpi, median]", "[mpi, modal]"),
    ("share-form", 14, "leagues.members.weight", "weight: 0.3\n", "weight: three tenths\n"),
    ("share-form", 14, "leagues.members.weight", "weight: 0.3\n", "weight: 3/0\n"),
    ("number-form", 17, "leagues.members.members.best", "12.50}", "12.50%}"),
    ("integer-form", 32, "leagues.decimals", "decimals: 1", "decimals: 1.5"),
    ("out-of-range", 29, "leagues.threshold", "75%", "750%"),
    ("out-of-range", 40, "leagues.doubt.runs", "runs: 200", "runs: 1000000"),
    ("league-ends", 37, "leagues.doubt.normalisations.onto", "[50, 10]", "[50, 0]"),
    ("league-ends", 26, "leagues.normalisation.onto", "cap: true}\n  out", "onto: [100, 60]}\n  out"),
    ("edition-form", 9, "leagues.to", "to: 2022-Q1", "to: 2022Q1"),
    ("league-from", 46, "leagues.from", "2022-Q2", "2032-Q2"),
    ("league-term", 9, "leagues.to", "to: 2022-Q1", "to: 2021-Q4"),
    ("league-overlap", 46, "leagues.from", "to: 2022-Q1", "to: 2022-Q4"),
    ("league-overlap", 45, "leagues.from", "  to: 2022-Q1\n", ""),
    ("unknown-id", 7, "leagues.peers", "counties\n  from: 2022-Q1", "cities\n  from: 2022-Q1"),
    ("unknown-id", 34, "leagues.rewards.unit", "unit: CNY_100M", "unit: CNY"),
    ("unknown-id", 49, "leagues.members.indicator", "approval_days, weight: 0.5}", "approvals, weight: 0.5}"),
    ("unknown-id", 21, "leagues.members.breakdown", "part_a", "part_c"),
    ("unknown-id", 48, "leagues.members.measure", "growth_yoy, weight: 0.5,", "growth, weight: 0.5,"),
    ("league-id", 19, MEMBERS, "id: clusters", "id: score"),
    ("league-id", 19, MEMBERS, "id: clusters", "id: outliers"),
    ("league-id", 2, "leagues.id", "leagues:\n- id: race", "leagues:\n- id: 赛马"),
    ("league-id", 11, "leagues.members.block", "block: growth", "block: Growth"),
    ("league-empty", 19, "leagues.members.indicator", "part_a", "part_b\n    measure: growth_yoy"),
    ("league-empty", 48, "leagues.members.indicator", "growth_yoy, weight: 0.5,", "rank_level, weight: 0.5,"),
    ("league-weights", 11, MEMBERS, "weight: 2/3", "weight: 0.6"),
    ("league-weights", 2, "leagues", "weight: 20%", "weight: 21%"),
    ("league-weight-sign", 50, MEMBERS, LAST, LAST + "  - {indicator: investment, id: total, weight: 0%}\n"),
    ("league-twice", 18, "leagues.members.members", "id: portion, ", ""),
    ("league-posts", 25, MEMBERS, "worst: 30, best: 5", "worst: 5, best: 30"),
    ("league-posts", 25, MEMBERS, "best: 5, ", ""),
    ("league-log-posts", 2, "leagues", "outliers: [none]", "outliers: [log]"),
    ("league-zero", 42, "leagues", LAST, LAST + "  aggregation: harmonic\n"),
    ("league-floor", 31, "leagues.floor", "floor: 1/2", "floor: 0"),
    ("league-amounts", 34, "leagues.rewards.amounts", "[300, 200.5]", "[300]"),
    ("league-onto", 37, "leagues.doubt.normalisations", "[rank, ", "[{kind: rank, onto: [1, 100]}, "),
    ("league-half", 49, MEMBERS, ITEM + "\n" + LAST, ITEM.replace("0.5", "0.4") + "\n" + LAST.replace("0.5", "60%")),
)  # fmt: skip

# Broken with another file than leagues.yaml alone, or told by the engine, which knows no lines.
OF_LEAGUES = {rule for rule, *_ in CASES} | {
    "league-direction", "league-span", "league-topic", "lock-leagues", "league-log", "league-positive",
}  # fmt: skip
