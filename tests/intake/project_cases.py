"""The small bulletin with everything that may be on file about projects, and ways to break each rule of them."""

from __future__ import annotations

from generator.intake.contract import schema_of


def sheet(table: str, *rows: str) -> str:
    """The file of a table; each row ends where the columns after it are blank."""
    columns = schema_of(table).columns
    lines = [row + "," * (len(columns) - 1 - row.count(",")) for row in rows]
    return "\n".join([",".join(columns), *lines]) + "\n"


MECHANISMS = "reference/mechanisms.csv"
CHAINS = "reference/chain_links.csv"
MILESTONES, LATER_MILESTONES = "projects/milestones/2022-Q1.csv", "projects/milestones/2022-Q2.csv"
STATUS, BATCHES, AWARDS = "projects/status/2022-Q2.csv", "projects/batches/2022-Q1.csv", "projects/awards/2022-Q1.csv"
LEADS, LATER_LEADS, PROJECTS = "projects/leads/2022-Q1.csv", "projects/leads/2022-Q2.csv", "projects/projects.csv"

FLAGS = (
    "flags,红旗与蜗牛,Red flags and snails,010200,评比,Comparison,各项目,projects,quarterly monthly,,,undated,in_force,"
    "true,flags,lag=10 overdue=30,,,,s1"
)
STARTS = "starts,集中开工,Centralised starts,010203,开工,Starts,,,several_a_year,,,2022,in_force,true,batches,,,,,s1"
PERMIT = "plant_1,permit,许可,Permit,permitted,2022-02,2022-02,flags,s1"
OPENING = "plant_1,opening,投产,Opening,in_production,2022-12,,,s1"
FILES = {
    MECHANISMS: sheet(
        "mechanisms",
        FLAGS,
        STARTS,
        "loans,贷款,Loans,010203,贷款,Loans,,,yearly,,,2022,planned,true,factors,,investment,,,s1",
        "map,热力图,Heat map,010203,地图,Map,,,not_stated,,,undated,in_force,true,scoreboard,,,未公布,Not published,s1",
        "meetings,会议,Meetings,010203,会议,Meetings,,,weekly,,,undated,in_force,false,,,,,,s1",
    ),
    CHAINS: sheet(
        "chain_links",
        "plate,part_a,板材,Plate,present,hull pipe,,,s1",
        "pipe,part_a,管材,Pipe,weak,,甲公司,Company A,s1",
        "hull,part_a,船体,Hull,gap,,,,s1",
    ),
    PROJECTS: sheet(
        "projects",
        "park_1,园区,Park,park,010203,,,,,,s1,园区",
        "plant_1,工厂,Plant,project,010203,park_1,机械,machinery,甲公司,一厂;老厂,s1,工厂,,,province,"
        "starts flags,part_a,分管副县长,Deputy head in charge",
    ),
    MILESTONES: sheet("milestones", PERMIT, OPENING),
    LATER_MILESTONES: sheet(
        "milestones", "plant_1,opening,投产,Opening,in_production,2023-03,,,s1,,供地推迟,The land came later"
    ),
    STATUS: sheet("status", "plant_1,under_construction,2022-05,,,,,s1"),
    BATCHES: sheet("batches", "starts_1,第一批,First batch,010203,start,2022-03,starts,plant_1,s1"),
    AWARDS: sheet("awards", "plant_1,star,2022-Q1,flags,,,,,s1"),
    LEADS: sheet("leads", "valves,阀门,Valves,010203,screening,2022-02,,s1"),
    LATER_LEADS: sheet("leads", "valves,阀门,Valves,010203,joint_review,2022-05,plant_1,s1"),
}

# Rule, file, line, column; and the words to exchange.
CASES = (
    ("stage-back", STATUS, 2, "stage", "under_construction", "signed"),
    ("stage-date", STATUS, 2, "since", "2022-05", "2022-02"),
    ("stage-back", LATER_LEADS, 2, "step", "joint_review", "information"),
    ("milestone-moved", LATER_MILESTONES, 2, "due", "供地推迟,The land came later", ","),
    ("milestone-order", LATER_MILESTONES, 2, "due", "2023-03", "2022-01"),
    ("period-future", MILESTONES, 2, "done", "2022-02,flags", "2022-04,flags"),
    ("period-future", BATCHES, 2, "held_on", "2022-03", "2022-04"),
    ("period-future", AWARDS, 2, "period", "2022-Q1", "2022-Q2"),
    ("parameter-unknown", MECHANISMS, 2, "parameters", "lag=10", "slack=10"),
    ("mechanism-view", MECHANISMS, 3, "view", "batches", ""),
    ("mechanism-bare", MECHANISMS, 5, "gap_zh", "未公布,Not published", ","),
    ("unknown-id", MECHANISMS, 4, "indicators", "factors,,investment", "factors,,investments"),
    ("unknown-id", PROJECTS, 3, "programmes", "starts flags", "starts flag"),
    ("unknown-id", PROJECTS, 3, "chain", "part_a", "part_c"),
    ("unknown-id", BATCHES, 2, "projects", "plant_1", "plant_2"),
    ("unknown-id", MILESTONES, 2, "project", "plant_1,permit", "plant_2,permit"),
    ("unknown-id", AWARDS, 2, "mechanism", "flags", "flag"),
    ("choice", AWARDS, 2, "award", "star", "stars"),
    ("choice", CHAINS, 3, "state", "weak", "poor"),
    ("unknown-id", CHAINS, 2, "feeds", "hull pipe", "hull pipes"),
    ("yaml-repeated", CHAINS, 2, "feeds", "hull pipe", "hull hull"),
    ("yaml-repeated", BATCHES, 2, "projects", "plant_1", "plant_1 plant_1"),
    ("period-future", LEADS, 2, "since", "2022-02", "2022-04"),
    ("unknown-id", CHAINS, 3, "chain", "pipe,part_a", "pipe,part_c"),
    ("chain-circle", CHAINS, 2, "feeds", "Hull,gap,", "Hull,gap,plate"),
)
OF_PROJECTS = {rule for rule, *_ in CASES}
