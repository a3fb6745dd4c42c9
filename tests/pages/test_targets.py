"""Aims beside their results. Every percentage was divided by hand."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from shipped import volume

from generator.model.aim import Aim
from generator.model.codes import Bound
from generator.model.figure import Figure
from generator.model.period import Period
from generator.model.text import Lang
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
