"""Aims beside their results. Every percentage was divided by hand."""

from __future__ import annotations

import csv
import re
from collections import Counter
from dataclasses import replace
from decimal import Decimal

import panel
import pytest
from markupsafe import Markup
from shipped import volume

from generator.model.aim import Aim
from generator.model.codes import Bound
from generator.model.figure import Figure
from generator.model.page import Page
from generator.model.period import Period
from generator.model.text import Lang
from generator.pages import Volume, overviews
from generator.pages import areas as areas_pages
from generator.pages.panels import targets
from generator.pages.panels.aim_tables import beside

ROW = "target.990100.key_project_investment.level.tier_prefecture.2025"  # 332.00 and more, of which 334.74 were done


def words(lang: Lang, aim: Aim) -> str:
    return str(beside(volume("demo", lang), aim).striptags()).replace("\u202f", " ").replace("\xa0", " ")


def aim_of_at_least_100(result: str, completion: str, bound: Bound = "exact", stated: bool = False) -> Aim:
    """An aim of 100 or more for 2025, a result of ``bound``, and the completion of the plan, "at most" as it is."""
    figures = volume("demo", "en").newest.figures
    completed = next(one for one in figures.values() if one.key.measure == "completion" and one.inputs)
    level = next(one for one in figures.values() if one.key.measure == "level" and one.status == "A" and one.single)

    def made(like: Figure, value: str, bound: Bound) -> Figure:
        key = like.key._replace(period=Period.parse("2025"))
        return replace(like, key=key, value=Decimal(value), bound=bound, status="A", revised=False)

    told = made(completed, completion, "at_most")
    told = replace(told, inputs=()) if stated else told
    return Aim(made(level, "100", "at_least"), made(level, result, bound), "met", "", told, None)


@pytest.mark.parametrize(
    ("result", "completion"),
    [("120", "120.0"), ("100", "100.0"), ("80", "80.0")],  # of 100 or more: 120 ÷ 100, 100 ÷ 100, 80 ÷ 100
)
def test_of_an_aim_of_at_least_so_much_the_share_of_just_so_much_is_told(result: str, completion: str) -> None:
    """120 of "100 or more" meet it, and are 120 % of 100; that they are at most 120 % says nothing beside that."""
    aim = aim_of_at_least_100(result, completion)
    assert words("en", aim) == f"against the lower bound of the aim: completion of plan: {completion}%"
    assert words("zh", aim) == f"按目标下限计算，计划完成率：{completion}%"


def test_what_is_not_exact_or_not_ours_keeps_its_bound() -> None:
    """Of a result of "at most 120", and where a source itself says "at most", nothing more is known."""
    assert words("en", aim_of_at_least_100("120", "120.0", bound="at_most")) == "completion of plan: at most 120.0%"
    assert words("zh", aim_of_at_least_100("120", "120.0", stated=True)) == "计划完成率：不超过120.0%"


def test_the_aims_of_the_demonstration_do_not_contradict_their_verdicts() -> None:
    """334.74 of 332 or more: 100 × 334.74 ÷ 332 = 100.825…; it is met."""
    aim = next(one for one in volume("demo", "zh").newest.aims if one.target.id == ROW)
    assert (aim.state, aim.target.bound, aim.target.value) == ("met", "at_least", Decimal("332.00"))
    assert words("zh", aim) == "按目标下限计算，计划完成率：100.8%"


def all_aims(held: Volume) -> Page:
    return next(page for page in overviews.pages(held) if page.address == "targets/")


def plain(words: str) -> str:
    return str(Markup(words).striptags())  # noqa: S704 - of our own pages


def rows_of(page: Page) -> int:
    return page.blocks["section-aims"].count('<th scope="row" role="rowheader">')


def counts(page: Page) -> list[list[str]]:
    """The lines of the table by year."""
    lines = re.findall(r'<tr><th scope="row">(.*?)</tr>', page.blocks["section-years"])
    return [re.sub(r"<[^>]+>", " ", line).split() for line in lines]


def many(lang: Lang) -> Volume:
    """210 areas with an aim of 100 for 2020 and for 2021; the last is a prefecture, the others are counties.

    Area ``a`` (from 0) came to 12.3 + a in 2020, and to 12.5 + a by the middle of 2021: those from 88 on have met
    both aims, those before missed the first, and the second is open. So 122 + 122 are met, 88 missed, 88 open.
    """
    (edition,) = panel.assembled(210, 3, 6, 1)
    areas = dict(edition.tables.reference.areas)
    areas[panel.code(209)] = replace(areas[panel.code(209)], level="prefecture")
    tables = edition.tables
    bulletin = replace(tables.bulletin, home=(panel.code(150),))
    tables = replace(tables, bulletin=bulletin, reference=replace(tables.reference, areas=areas))
    return Volume(lang, (replace(edition, tables=tables),))


def test_of_many_aims_two_hundred_are_listed_and_all_are_counted() -> None:
    page = all_aims(many("en"))
    assert rows_of(page) == 200
    assert counts(page) == [
        ["2020", "122", "88", "0", "0"],
        ["2021", "122", "0", "88", "0"],
        ["all", "244", "88", "88", "0"],
    ]
    assert (
        "Of the aims that are not due yet or fell due in the last year, 200 are listed: those of the home area first, "
        "then those of areas of a higher level, and of these the missed before those not due yet. "
        "220 more aims are not listed here. The page of each area, found under [Areas](~/areas/), shows its aims and "
        "results; the [table of all aims](~/targets/#downloads) (CSV) holds every aim with its state."
    ) in plain(page.markdown)


def test_the_sentence_about_aims_that_are_not_listed_in_chinese() -> None:
    assert (
        "尚未到期和近一年内到期的目标，列出200个：本地在先，其他地区按层级由高到低；同一层级中，未达到的先于尚未到期的。"
        "其余220个目标未在此列出。各地区的目标和结果见该地区页面（由“[各地](~/areas/)”进入）；"
        "[全部目标数据表](~/targets/#downloads)（CSV）收录每个目标及其状态。"
    ) in plain(all_aims(many("zh")).markdown)


def test_which_aims_are_listed() -> None:
    """Of the home area (150) and the prefecture (209) both aims, all met; then 88 missed and 88 open of counties, which
    leaves 20 for the met ones in the order of the aims: those for 2020 of the first counties that met them."""
    held = many("en")
    found = targets._first(held, held.newest.aims)
    assert [one.target.id for one in found] == [
        one.target.id for one in held.newest.aims if one in found
    ]  # in the order of all
    by_state = Counter(one.state for one in found)
    assert by_state == {"missed": 88, "open": 88, "met": 24}
    met = {one.target.id for one in found if one.state == "met"}
    assert met == {
        *(f"target.{code}.i02.level._T.{year}" for code in ("990151", "990210") for year in (2020, 2021)),
        *(f"target.{code}.i02.level._T.2020" for code in range(990089, 990109)),  # areas 88 to 107
    }


@pytest.mark.parametrize("areas", [30, 31, 100])
def test_up_to_two_hundred_aims_of_the_last_year_are_all_listed(areas: int) -> None:
    page = all_aims(panel.volume("en", areas, 3, 6))
    assert rows_of(page) == 2 * areas
    assert "not listed here" not in page.markdown


def test_aims_of_earlier_years_are_counted_and_the_page_says_so() -> None:
    """Of 40 areas with an aim a year those for 2020 fell due more than a year before the end of June 2022."""
    page = all_aims(panel.volume("en", 40, 3, 10))
    assert rows_of(page) == 80
    assert (
        "Listed are aims that are not due yet or fell due in the last year. 40 more aims are not listed here."
        in plain(page.markdown)
    )
    assert [line[0] for line in counts(page)] == ["2020", "2021", "2022", "all"]


def test_the_file_of_all_aims_has_each_with_its_state() -> None:
    (file,) = overviews.files(many("en"))
    lines = list(csv.DictReader(file.content.decode("utf-8").splitlines()))
    assert Counter(line["state"] for line in lines if line["id"].startswith("target")) == {
        "met": 244,
        "missed": 88,
        "open": 88,
    }
    assert {line["state"] for line in lines if line["id"].startswith("obs")} == {""}
    early = next(line for line in lines if line["id"] == "target.990089.i02.level._T.2021")
    assert (early["state"], early["why"], early["value"]) == ("met", "early", "100")


def test_each_area_has_all_of_its_aims_and_results_on_its_own_page() -> None:
    held = panel.volume("en", 40, 3, 10)
    pages = {page.address: "".join(page.blocks.values()) for page in areas_pages.pages(held)}
    assert len(held.newest.aims) == 120
    for aim in held.newest.aims:
        shown = pages[f"areas/{aim.target.key.subject}/"]
        assert aim.result is not None
        for figure in (aim.target, aim.result):
            assert f'id="{figure.id}"' in shown or f'data-row="{figure.id}"' in shown
