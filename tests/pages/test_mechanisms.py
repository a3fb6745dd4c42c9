"""Every mechanism is listed with its rule, and each core one has a panel with figures, or says why there are none."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from markupsafe import Markup
from shipped import volume

from generator.model.mechanism import VIEWS as NAMES
from generator.model.page import File, Page
from generator.model.text import Lang, Text
from generator.pages import Volume, mechanism_downloads, mechanism_list, mechanisms
from generator.pages.panels import VIEWS, Panel, Section, naming

BULLETINS = ("taizhou", "qiyang", "demo")
KINDS = [(bulletin, lang) for bulletin in BULLETINS for lang in ("zh", "en")]


def made(bulletin: Volume) -> dict[str, Page]:
    return {page.address: page for page in mechanisms.pages(bulletin)}


def bare(bulletin: Volume) -> list[str]:
    """Core mechanisms whose page shows neither a figure nor a project on file nor a reason."""
    pages = made(bulletin)
    found = []
    for one in mechanism_list.core(bulletin):
        page = pages[f"mechanisms/{one.id}/"]
        panels = "".join((page.markdown, *page.blocks.values()))
        if not one.gap.zh and not re.search(r'data-row="|~/projects/\w', panels):
            found.append(one.id)
    return found


def test_every_view_has_a_panel_of_its_own() -> None:
    assert set(VIEWS) == set(NAMES)
    assert len(set(VIEWS.values())) == len(NAMES)


@pytest.mark.parametrize(("bulletin", "lang"), KINDS)
def test_each_core_mechanism_shows_figures_or_says_why_not(bulletin: str, lang: Lang) -> None:
    shown = volume(bulletin, lang)
    assert bare(shown) == []


def test_a_core_mechanism_without_figures_and_reason_would_be_found() -> None:
    held = volume("taizhou", "zh")
    tables = held.tables
    silent = {
        name: replace(one, gap=Text(), indicators=()) if name == "supervision_cadence" else one
        for name, one in tables.reference.mechanisms.items()
    }
    changed = replace(tables, reference=replace(tables.reference, mechanisms=silent))
    assert bare(Volume("zh", (replace(held.newest, tables=changed),))) == ["supervision_cadence"]


@pytest.mark.parametrize(("bulletin", "lang"), KINDS)
def test_the_list_names_every_mechanism_and_links_the_core_ones(bulletin: str, lang: Lang) -> None:
    shown = volume(bulletin, lang)
    listed = "".join(made(shown)["mechanisms/"].blocks.values())
    for one in shown.tables.reference.mechanisms.values():
        assert f'id="{one.id}"' in listed
        assert (f'href="~/mechanisms/{one.id}/"' in listed) == one.core


@pytest.mark.parametrize(("bulletin", "lang"), KINDS)
def test_numbers_of_a_mechanism_have_their_row_on_its_page(bulletin: str, lang: Lang) -> None:
    pages = {
        address: page.markdown + "".join(page.blocks.values()) for address, page in made(volume(bulletin, lang)).items()
    }
    names = {name for text in pages.values() for name in re.findall(r'data-row="(mechanism\.[^"]+)"', text)}
    assert names
    for name in names:
        assert f'id="{name}"' in pages[f"mechanisms/{name.split('.')[2]}/"]


@pytest.mark.parametrize(("bulletin", "lang"), KINDS)
def test_no_heading_of_a_panel_has_the_id_of_another(bulletin: str, lang: Lang) -> None:
    for address, page in made(volume(bulletin, lang)).items():
        headings = re.findall(r"\{#([\w-]+)\}", page.markdown)
        assert len(headings) == len(set(headings)), address


def test_aims_are_told_with_state_and_reason() -> None:
    """Landing rates of 80 and 50 per cent against 50 and 30: Zhejiang Online, 15 May 2020."""
    page = made(volume("taizhou", "en"))["mechanisms/provincial_152/"]
    finding = re.sub(r"<[^>]+>", "", page.markdown)
    assert "Of 2 announced aims: 2 met." in finding, "what there is none of is not told"
    assert [found.count("badge verified") for found in page.blocks.values() if "aims-331002" in found] == [2]
    plan = made(volume("taizhou", "en"))["mechanisms/programme_2211/"].blocks["section-aims"]
    assert "no source states the result" in plan
    assert "badge verified" not in plan


def test_arithmetic_stands_wherever_its_figures_do() -> None:
    """80 less 50, 50 less 30, half of twelve; 33.1 less 23; 20, 20, 100 and 100 in the name of a programme."""
    pages = made(volume("taizhou", "en"))
    landed = pages["mechanisms/provincial_152/"].blocks["section-computed"]
    assert [re.findall(r'value="([\d.]+)"', row)[:1] for row in landed.split("<tr id=")[1:]] == [["30"], ["20"], ["6"]]
    board = pages["mechanisms/public_scoreboard/"].blocks["section-computed"]
    assert re.search(r'<td class="num" role="cell">.*>10\.1</data>', board)
    assert "agree with the 20, 20, 100 and 100" in pages["mechanisms/programme_2211/"].markdown
    assert "must not be derived" in pages["mechanisms/half_year_ranking/"].markdown


def test_what_is_told_of_a_mechanism_stands_on_its_page() -> None:
    """Lists that hold as many things as a name or nobody says: relations without a figure."""
    pages = made(volume("taizhou", "en"))
    compared = pages["mechanisms/three_comparisons/"].markdown
    assert "list exactly three pairs" in compared
    assert "stands in a name only" in compared
    cadence = pages["mechanisms/supervision_cadence/"].markdown
    assert "four rhythms of work" in cadence
    assert "the editors counted them" in cadence
    assert "four rhythms of work" not in pages["mechanisms/leaders_supervision/"].markdown


def test_where_nobody_says_since_when_the_source_bounds_it() -> None:
    """Published on 31 May 2022, on 28 May of a year that is inferred, and in 2023 about what is only planned."""
    pages = made(volume("taizhou", "zh")) | {f"q/{name}": one for name, one in made(volume("qiyang", "zh")).items()}

    def since(name: str) -> str:
        told = re.search(r"<dt>起始时间</dt><dd>(.*?)</dd>", pages[name].blocks["definition"])
        return re.sub(r"<[^>]+>", "", told.group(1)) if told else ""

    assert since("mechanisms/three_comparisons/") == "未注明，最迟2022年5月31日已实行"
    assert since("q/mechanisms/key_projects_three_tiers/") == "未注明，最迟2022年5月28日（日期为推断）已实行"
    assert since("mechanisms/chain_heads/") == "未注明，2023年（日期为推断）提出 将实行"
    assert since("mechanisms/star_of_quarter/") == "2022年", "where a source says it, nothing is bounded"


def test_one_page_of_several_holds_the_projects_that_they_share() -> None:
    pages = made(volume("taizhou", "en"))
    holding = [name for name, page in pages.items() if "section-funnel" in page.blocks]
    assert holding == [f"mechanisms/{name}/" for name in ("starts_in_statistics", "reserve_pool", "landed_by_tier")]
    for name in ("planning_contest", "leaders_start_rate", "target_project_list"):
        assert "](~/mechanisms/starts_in_statistics/)" in pages[f"mechanisms/{name}/"].markdown
    assert "{#funnel}" not in pages["mechanisms/life_cycle_management/"].markdown, "not in force: no project is its"


def test_the_calendar_of_a_place_stands_once() -> None:
    pages = made(volume("taizhou", "en"))
    assert [name for name, page in pages.items() if "section-calendar" in page.blocks] == [
        "mechanisms/supervision_cadence/"
    ]
    assert "](~/mechanisms/supervision_cadence/)" in pages["mechanisms/leaders_supervision/"].markdown


def test_aims_of_many_places_stand_by_indicator_the_newest_first() -> None:
    """Four indicators of eleven places, aims of 2025 and 2026; the aim of a place that is no more is an earlier one."""
    aims = made(volume("demo", "en"))["mechanisms/annual_targets/"].blocks["section-aims"]
    assert aims.count('<details class="earlier">') == 4
    first, _, rest = aims.partition('<details class="earlier">')
    folded = rest.partition("</details>")[0]
    assert "asset investment: aims and results <span" in first
    due = [re.findall(r"due <time[^>]*>(\d+)<", table) for table in (first, folded)]
    assert due == [["2026"], ["2025"]], "what all have in common is told once"
    assert [table.count('<tr role="row">\n<th scope="row"') for table in (first, folded)] == [10, 11]


def test_figures_that_nothing_stands_beside_are_told_once() -> None:
    pages = made(volume("taizhou", "zh"))
    assert list(pages["mechanisms/coastal_belt/"].blocks) == ["definition", "downloads", "section-figures", "sources"]
    bonds = pages["mechanisms/special_bonds/"].blocks  # amount and rank side by side, then each with its source
    assert {"section-results", "section-figures"} < set(bonds)


@pytest.mark.parametrize(("bulletin", "lang"), KINDS)
def test_a_quotation_has_one_pair_of_marks(bulletin: str, lang: Lang) -> None:
    for address, page in made(volume(bulletin, lang)).items():
        assert not re.search("““|””", "".join((page.markdown, *page.blocks.values()))), address


def test_marks_within_a_quotation_are_single_ones() -> None:
    plan, lists = (made(volume("taizhou", "zh"))[f"mechanisms/{name}/"] for name in ("plan_156", "three_problem_lists"))
    assert ">“156”<" in plan.blocks["definition"]
    assert ">“三张‘问题清单’”<" in lists.blocks["definition"]


def test_a_mechanism_offers_the_packages_that_hold_what_its_page_shows() -> None:
    """Days of approval are of services; candidates and milestones are projects; batches have totals in pipeline and
    projects by name; relief is told without any project; the race scores indicators of five topics and is a league.
    Every page offers the code lists; whose page counts all figures offers them all."""
    editions = volume("demo", "zh").editions
    names = [*editions[-1].tables.packages, *(f"league-{name}" for name in editions[-1].leagues)]
    published = [
        File(f"demo/data/{name}/{name}.zip", b"zip") for name in dict.fromkeys((*names, "projects", "reference"))
    ]
    pages = made(Volume("zh", editions, (*published, File("demo/data/demo.zip", b"zip"))))
    offered = {
        name: re.findall(
            r'href="\^/demo/data/(?:[\w-]+/)?([\w-]+)\.zip"', pages[f"mechanisms/{name}/"].blocks["downloads"]
        )
        for name in (
            "approval_limit", "red_flags_and_snails", "centralised_starts", "information_system", "race",
            "autumn_campaign", "firm_relief",
        )
    }  # fmt: skip
    assert offered == {
        "autumn_campaign": ["projects", "reference"],
        "firm_relief": ["services", "reference"],
        "approval_limit": ["services", "reference"],
        "red_flags_and_snails": ["projects", "reference"],
        "centralised_starts": ["pipeline", "projects", "reference"],
        "information_system": ["demo", "reference"],
        "race": ["investment", "pipeline", "attraction", "industry", "services", "league-race", "reference"],
    }


def test_a_section_says_itself_whether_it_tells_of_projects() -> None:
    """What its words link to decides nothing: a note may name a project, and a table of counts none."""
    editions = volume("demo", "zh").editions
    published = [File("demo/data/projects/projects.zip", b"zip"), File("demo/data/reference/reference.zip", b"zip")]
    held = Volume("zh", editions, published)
    one = held.tables.reference.mechanisms["firm_relief"]

    def offered(section: Section) -> list[str]:
        panel = Panel(Markup(), (section,))
        return [address for _, address, *_ in mechanism_downloads.links(held, one, panel, "x.csv")]

    projects, reference = (f"^/{file.path}" for file in published)
    linked = Section("notes", Markup("Notes"), (Markup("[a project](~/projects/a/)"),))
    assert offered(linked) == [reference]
    assert offered(Section("counts", Markup("Counts"), block="<p>3</p>", projects=True)) == [projects, reference]


@pytest.mark.parametrize(
    ("lang", "floor", "expected"),
    [
        ("zh", "1", "总投资1亿元及以上"),
        ("en", "1", "total investment of 100 million yuan or more"),
        ("en", "0.5", "total investment of 50 million yuan or more"),
        ("zh", "0.5", "总投资0.5亿元及以上"),
    ],
)
def test_a_size_of_projects_is_told_in_the_units_of_the_language(lang: Lang, floor: str, expected: str) -> None:
    held = volume("demo", lang)
    one = replace(held.tables.reference.mechanisms["ten_projects"], parameters=(f"floor={floor}",))
    assert [words.striptags() for words in naming.thresholds(held.voice, one)] == [expected]
