"""Due dates, plans, candidates and the pages of projects. Every expected number was counted out from on_schedule."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

from on_schedule import POST, due_on_the_day, editions
from on_their_way import A, B, C, D
from panel import code

from generator.model.page import Page
from generator.model.schedule import Tally
from generator.model.text import LANGS, Lang
from generator.pages import projects
from generator.pages.panels import VIEWS, Panel
from generator.pages.volume import Volume


def told(markdown: str) -> str:
    """Words as a reader has them."""
    words = re.sub(r"<[^>]*>|\(~/[^)]*\)|[\[\]]", "", markdown)
    return words.replace("&#46;", ".").replace("&#45;", "-").replace("\u202f", " ").replace("\xa0", " ")


def panel(mechanism: str, lang: Lang = "en") -> Panel:
    volume = Volume(lang, editions())
    one = volume.tables.reference.mechanisms[mechanism]
    return VIEWS[one.view](volume, one)


def pages(lang: Lang = "en") -> dict[str, Page]:
    return {page.address: page for page in projects.pages(Volume(lang, editions()))}


def test_milestones_are_counted_by_area_and_post() -> None:
    schedule = editions()[-1].schedule
    assert schedule and schedule.day == date(2021, 6, 30)
    campaign = schedule.campaigns["campaign"]
    whole = Tally(met=1, late=1, undecided=1, overdue=1, open=1, due=4)
    assert campaign.tally == whole and campaign.by_area == {code(0): whole}
    assert campaign.by_post == {POST: Tally(overdue=1, open=1, due=1)}
    assert [(one.milestone.milestone, one.state, one.days) for one in campaign.judged] == [
        ("permit", "met", -1), ("start", "late", 2), ("land", "overdue", 30), ("survey", "undecided", 20),
        ("finish", "open", -92),
    ]  # fmt: skip
    assert (campaign.points[-1].scheduled, campaign.points[-1].open) == (1, 2)
    assert campaign.figures["on_time"].value == Decimal("33.3"), "one of three that can be judged"
    before = editions()[-2].schedule
    assert before and not before.campaigns, "nothing was on file before"


def test_a_plan_is_held_against_the_year() -> None:
    figures = editions()[-1].figures
    found = {
        name: (figures[f"amount.{name}.plan_completion.2021-H1"], figures[f"amount.{name}.plan_lead.2021-H1"])
        for name in (A, D)
    }
    assert {name: (done.value, lead.value) for name, (done, lead) in found.items()} == {A: (55, 5), D: (20, -30)}
    done, _ = found[D]
    assert done.inputs == (f"amount.{D}.investment_this_year.2021-H1", f"amount.{D}.annual_investment_plan.2021")
    assert done.status == "A", "a result against a plan is no plan"


def test_candidates_stand_apart_from_decisions() -> None:
    schedule = editions()[-1].schedule
    assert schedule
    review = schedule.reviews["flags"]
    assert [
        (one.project, one.flag, [(why.parameter, why.found) for why in one.findings]) for one in review.candidates
    ] == [
        (A, "red_flag", [("lead", 5)]),
        (D, "snail", [("lag", 30), ("overdue", 30)]),
    ]
    assert (review.judged, review.asked) == (3, 4), "of b nothing is known"
    assert [one.project for one in review.decided] == [D]
    assert {flag: figure.value for flag, figure in review.figures.items()} == {"red_flag": 1, "snail": 1}
    assert schedule.reviews["quiet"].candidates == () and not schedule.reviews["quiet"].figures
    sections = {section.id: section for section in panel("flags").sections}
    assert "Project a" in sections["candidates"].block and "Committee" not in sections["candidates"].block
    assert "Committee" in sections["decided"].block and "Project a" not in sections["decided"].block
    reasons = told(sections["candidates"].block)
    assert "against elapsed time in the first half of 2021: −30.00 percentage points; threshold −10" in reasons
    assert "a milestone is 30 days past due; threshold 30" in reasons
    assert "candidates" not in {section.id for section in panel("quiet").sections}


def test_the_panel_of_milestones_begins_with_its_finding() -> None:
    assert told(panel("campaign").finding) == (
        "By 30 June 2021, 4 of the 5 milestones on file were due. "
        "Of the 3 that can be judged: 1 done in time (33.3%), 1 done late and 1 overdue."
    )
    assert told(panel("campaign", "zh").finding) == (
        "截至2021年6月30日，在册节点5个，已到期4个。"
        "可判断是否按期的有3个，其中按期完成1个（占33.3%），逾期完成1个，逾期未完成1个。"
    )
    sections = {section.id: section for section in panel("campaign").sections}
    assert "60 milestones" not in told(" ".join(sections["states"].text)) and "6 milestones in 60 days" in told(
        " ".join(sections["states"].text)
    )
    assert [view.kind for view in sections["course"].charts] == ["burndown"]


def counts(table: str) -> dict[str, list[int]]:
    """The numbers of each row of a table by its first cell."""
    rows = re.findall(r'<tr[^>]*><th scope="row">(.*?)</th>(.*?)</tr>', table.partition("<tfoot>")[0])
    rows += re.findall(r'<tr class="total"><th scope="row">(.*?)</th>(.*?)</tr>', table)
    return {told(head): [int(told(cell)) for cell in re.findall(r"<td[^>]*>(.*?)</td>", cells)] for head, cells in rows}


def test_the_states_of_a_row_add_up_to_what_is_on_file() -> None:
    """Five on file: one in time, one late, one overdue, one of which it is not known, one not yet due. Two are of D."""
    (states, *_) = panel("campaign").sections
    heads = [told(head) for head in re.findall(r'<th scope="col".*?</th>', states.block)]
    assert heads == [
        "Area or post", "On file", "Done in time", "Done late", "Overdue", "Done, whether in time is not known",
        "Not yet due",
    ]  # fmt: skip
    rows = counts(states.block)
    assert rows["County 1"] == rows["All"] == [5, 1, 1, 1, 1, 1]
    assert rows["Head of the economic bureau"] == [2, 0, 0, 1, 0, 1]


def test_what_is_due_on_the_very_day_is_due_and_not_overdue() -> None:
    """The last milestone of D moved to 30 June 2021, the day by which all is judged: all five are due, one that day."""
    with_one = due_on_the_day()
    campaign = with_one[-1].schedule.campaigns["campaign"] if with_one[-1].schedule else None
    assert campaign and campaign.tally == Tally(met=1, late=1, undecided=1, overdue=1, open=1, due=5, today=1)
    assert (campaign.points[-1].scheduled, campaign.points[-1].open) == (0, 2)
    english, chinese = (Volume(lang, with_one) for lang in LANGS[::-1])
    one = english.tables.reference.mechanisms["campaign"]
    panels = [VIEWS["milestones"](volume, one) for volume in (english, chinese)]
    assert told(panels[0].finding) == (
        "By 30 June 2021, 5 of the 5 milestones on file were due. 1 milestone is due on the last day of data and not "
        "yet done. Of the 3 that can be judged: 1 done in time (33.3%), 1 done late and 1 overdue."
    )
    assert "1个节点在数据截止日当天到期，尚未完成。" in told(panels[1].finding)
    words = [told("".join(section.block for section in panel.sections)) for panel in panels]
    assert "due that day" in words[0] and "0 days left" not in words[0]
    assert "当日到期" in words[1] and "还有0天" not in words[1]
    (states, *_) = panels[1].sections
    assert ">未到期（含当日到期）<" in states.block
    assert counts(states.block)["合计"] == [5, 1, 1, 1, 1, 1], "the one due that day is counted once, as not yet due"
    (page,) = [page for page in projects.pages(english) if page.address == "projects/d/"]
    assert "Milestones due so far: 2. Done in time: 0, done late: 0, overdue: 1. 1 milestone is due on" in told(
        page.markdown
    )
    assert "not yet due" not in told(page.markdown + page.blocks["way"])


def test_a_project_has_a_page_that_says_how_far_it_is() -> None:
    page = pages()["projects/d/"]
    finding = told(page.markdown).partition("\n{: .finding }")[0].splitlines()[-1]
    assert finding == (
        "Project d, County 1: construction started (Q3 2020). Planned total investment: 2.5 billion yuan. 20.00% of "
        "the investment planned for the year was done in the first half of 2021. That is 30.00 percentage points "
        "behind elapsed time. Milestones due so far: 1. Done in time: 0, done late: 0, overdue: 1. "
        "1 milestone is not yet due."
    )
    assert 'id="amount.d.plan_lead.2021-H1"' in page.blocks["amounts"]
    assert "Committee" in page.blocks["beside"]
    assert "30 days past due" in told(page.blocks["way"]) and "taizhou" not in page.blocks["way"]


def test_a_source_without_a_place_in_it_is_linked_by_its_title() -> None:
    """No milestone here has a locator; one with a place is linked by that, in the words of the source."""
    for lang, title in (("zh", "《2021-Q2统计公报》"), ("en", "“Report 2021-Q2”")):
        way = pages(lang)["projects/d/"].blocks["way"].replace("&#45;", "-")
        assert way.count(f'<a href="~/sources/s2021-Q2/" title="{title}">{title}</a>') == 2
        assert "“”" not in way
    (edition,) = editions()[-1:]
    schedule = edition.schedule
    assert schedule
    placed = [replace(one, milestone=replace(one.milestone, locator="附件2")) for one in schedule.judged[D]]
    there = replace(edition, schedule=replace(schedule, judged={**schedule.judged, D: tuple(placed)}))
    found = {page.address: page for page in projects.pages(Volume("en", (there,)))}
    assert 'lang="zh-Hans">“附件2”</a>' in found["projects/d/"].blocks["way"]


def test_a_text_alternative_has_one_full_stop_after_a_sentence_and_the_colon_of_its_language() -> None:
    """The title brings full stops of its own."""
    said = {lang: re.findall(r"<desc[^>]*>(.*?)</desc>", pages(lang)["projects/d/"].blocks["way"])[0] for lang in LANGS}
    assert told(said["zh"]) == (
        "截至目前到期节点1个；按期完成0个，逾期完成0个，逾期未完成1个。1个节点尚未到期。"
        "已开工：2020年三季度。节点land：逾期30天。节点finish：应于2021年9月30日完成"
    )
    assert told(said["en"]) == (
        "Milestones due so far: 1. Done in time: 0, done late: 0, overdue: 1. 1 milestone is not yet due. "
        "construction started: Q3 2020. Milestone land: 30 days past due. Milestone finish: due 30 September 2021"
    )


def test_the_list_comes_in_pages_and_its_file_has_all() -> None:
    edition = editions()[-1]
    like = edition.tables.projects[B]
    many = {f"p{place:03d}": replace(like, id=f"p{place:03d}") for place in range(240)}
    tables = replace(edition.tables, projects={**edition.tables.projects, **many})
    volume = Volume("en", (replace(edition, tables=tables),))
    listed = [page for page in projects.pages(volume) if page.kind == "projects"]
    assert [page.address for page in listed] == ["projects/", "projects/page-2/", "projects/page-3/"]
    names = [re.findall(r'<li class="project" id="(\w+)"', "".join(page.blocks.values())) for page in listed]
    assert sorted(name for some in names for name in some) == sorted(tables.projects)
    assert max(map(len, names)) == 100
    (index,) = [file for file in projects.files(volume) if file.path.endswith("projects/index.json")]
    data = json.loads(index.content)
    rows = {row[0]: dict(zip(data["choices"], row[4:], strict=True)) for row in data["projects"]}
    assert rows.keys() == tables.projects.keys()
    assert rows[A]["tier"] == "province prefecture county", "a higher tier counts among the lower"
    assert (rows[D]["stage"], rows[D]["time"], rows[D]["award"]) == ("started", "overdue open", "snail")
    assert rows[C]["time"] == "undecided" and rows["p000"]["stage"] == "not_stated"
