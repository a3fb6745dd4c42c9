"""One figure, one sentence: what both languages say of figures of every kind, written by hand from the sources."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from selectolax.lexbor import LexborHTMLParser
from shipped import volume

from generator.model.reference import Unit
from generator.model.text import Lang, Text
from generator.pages.wording.sentences import sentence

SAID = [
    (
        "taizhou",
        "obs.331000.fixed_asset_investment.growth_yoy._T._Z.2022-Q1",
        "2022年一季度，台州市固定资产投资同比增长13.7%。",
        "Fixed-asset investment in Taizhou rose 13.7% year on year in the first quarter of 2022.",
    ),
    (
        "taizhou",
        "obs.331000.special_bond_issuance.rank_level._T.cities_of_zhejiang.2022-Q1",
        "2022年一季度，台州市新增专项债券发行额居浙江省各设区市第3位。",
        "Taizhou ranked 3rd among prefecture-level cities of Zhejiang by new special bonds issued in the first quarter"
        " of 2022.",
    ),
    (
        "taizhou",
        "obs.331002.fixed_asset_investment.growth_gap._T.zhejiang.2019",
        "2019年，椒江区固定资产投资增速比全省平均高23个百分点。",
        "Growth of fixed-asset investment in Jiaojiang District in 2019 was 23 percentage points above the Zhejiang"
        " average.",
    ),
    (
        "taizhou",
        "obs.331082.key_projects_started_investment.growth_multiple._T._Z.2022-Q1",
        "2022年一季度，临海市开工入库重点项目总投资同比增长超过7倍。",
        "Total investment of key projects started and entered in the statistical database in Linhai City grew by over"
        " 700% year on year in the first quarter of 2022.",
    ),
    (
        "qiyang",
        "obs.431181.key_projects_investment.completion._T._Z.2022-01_2022-04",
        "2022年1—4月，祁阳市重点项目完成投资相当于年度计划的33.7%。",
        "Qiyang City completed 33.7% of its annual plan for investment in key projects from January to April 2022.",
    ),
    (
        "qiyang",
        "obs.431181.centralised_start_projects.level._T._Z.2022-01_2022-05",
        "2022年1月至5月28日，祁阳市集中开工项目24个。",
        "Projects in centralised starts in Qiyang City from 1 January to 28 May 2022 numbered 24.",
    ),
    (
        "taizhou",
        "obs.331023.landed_industrial_projects_100m.level.tier_1bn._Z.2021_2022",
        "2021—2022年，天台县引进落地亿元以上产业项目中，10亿元以上的有9个。",
        "Of industrial projects of CNY 100 million or more attracted and landed in Tiantai County in 2021–2022, CNY 1"
        " billion or more: 9.",
    ),
    (
        "qiyang",
        "obs.431181.loans_through_financial_supermarket.level._T._Z.2022-01_2022-05",
        "2022年1月至5月28日，祁阳市金融超市撮合发放产业项目贷款20亿元。",
        "Industrial project loans matched through the financial supermarket in Qiyang City from 1 January to 28 May"
        " 2022 amounted to 2 billion yuan.",
    ),
    (
        "taizhou",
        "obs.331002.new_construction_land_quota_awarded.level._T._Z.2017_2019",
        "2017—2019年，椒江区获省奖励的新增建设用地计划指标485亩。",
        "New construction land quota awarded by the province in Jiaojiang District in 2017–2019 amounted to 485 mu.",
    ),
    (
        "taizhou",
        "obs.331002.standard_land_transfer_rate.level._T._Z.2019",
        "2019年，椒江区工业用地“标准地”出让实现率为100%。",
        "Rate of industrial land transferred as standard land in Jiaojiang District in 2019 stood at 100%.",
    ),
    (
        "taizhou",
        "obs.331000.platform_gdp.share._T._Z.2020",
        "2020年，台州市五大平台生产总值占比56%（计划或预计数）。",
        "For GDP of the five platforms in Taizhou in 2020, share is planned or expected at 56%.",
    ),
    (
        "qiyang",
        "target.431181.key_projects_investment.level._T.2022",
        "2022年，祁阳市重点项目完成投资目标为160亿元以上。",
        "Target of Qiyang City for investment in key projects in 2022: at least 16 billion yuan.",
    ),
]


@pytest.mark.parametrize(("bulletin", "figure", "zh", "en"), SAID)
def test_a_figure_is_one_sentence(bulletin: str, figure: str, zh: str, en: str) -> None:
    for lang, words in (("zh", zh), ("en", en)):
        held = volume(bulletin, lang)  # type: ignore[arg-type]
        said = sentence(held.voice, held.newest.figures[figure]).striptags().replace("\N{NARROW NO-BREAK SPACE}", " ")
        assert said == words


def test_a_sum_below_zero_keeps_its_verb() -> None:
    """As 贷款−20亿元 the minus sign would read as a dash."""
    for lang, words in (("zh", "贷款为\N{MINUS SIGN}20亿元。"), ("en", "stood at \N{MINUS SIGN}2 billion yuan.")):
        held = volume("qiyang", lang)  # type: ignore[arg-type]
        name = "obs.431181.loans_through_financial_supermarket.level._T._Z.2022-01_2022-05"
        figure = replace(held.newest.figures[name], value=Decimal(-20))
        said = sentence(held.voice, figure).striptags().replace("\N{NARROW NO-BREAK SPACE}", " ")
        assert said.endswith(words)


GROWTH = "obs.331000.fixed_asset_investment.growth_yoy._T._Z.2022-Q1"
GAP = "obs.331002.fixed_asset_investment.growth_gap._T.zhejiang.2019"
ABOUT_GROWTH = ("2022年一季度，台州市固定资产投资", "Fixed-asset investment in Taizhou")
ABOUT_GAP = ("2019年，椒江区固定资产投资增速", "Growth of fixed-asset investment in Jiaojiang District in 2019 was")
QUARTER = "in the first quarter of 2022"


def said_if(figure: str, lang: Lang, **changes: object) -> str:
    """What is said of a figure of Taizhou's, had it these ``changes``. A minus in the text is an ordinary hyphen."""
    held = volume("taizhou", lang)
    shown = replace(held.newest.figures[figure], **changes)  # type: ignore[arg-type]
    said = str(sentence(held.voice, shown))
    assert f'value="{shown.value}"' in said, "the element has the true value"
    text = LexborHTMLParser(said).text()
    return text.replace("\N{NARROW NO-BREAK SPACE}", " ").replace("\N{MINUS SIGN}", "-")


@pytest.mark.parametrize(
    ("changes", "zh", "en"),
    [
        ({"value": "-6.3"}, "同比下降6.3%。", f"fell 6.3% year on year {QUARTER}."),
        ({"value": "-6.3", "status": "P"}, "同比下降6.3%(p)。", f"fell 6.3%(p) year on year {QUARTER}."),
        ({"value": "0.0"}, "与上年同期持平（0.0%）。", f"{QUARTER} was unchanged on the year before (0.0%)."),
        ({"value": "-3", "bound": "about"}, "同比变动约-3%。", f"{QUARTER} changed by about -3% year on year."),
        (
            {"value": "-3", "bound": "at_least"},
            "同比变动-3%以上。",
            f"{QUARTER} changed by at least -3% year on year.",
        ),
        ({"value": "-3", "value_high": "-1"}, "同比变动-3—-1%。", f"{QUARTER} changed by -3–-1% year on year."),
    ],
)
def test_growth_below_zero_is_a_fall(changes: dict[str, str], zh: str, en: str) -> None:
    numbers = {name: Decimal(text) if name.startswith("value") else text for name, text in changes.items()}
    assert said_if(GROWTH, "zh", **numbers) == ABOUT_GROWTH[0] + zh
    assert said_if(GROWTH, "en", **numbers) == f"{ABOUT_GROWTH[1]} {en}"


def test_planned_growth_below_zero_keeps_its_minus() -> None:
    assert said_if(GROWTH, "zh", value=Decimal("-2"), status="F").endswith("-2%（计划或预计数）。")
    assert said_if(GROWTH, "en", value=Decimal("-2"), status="F").endswith("is planned or expected at -2%.")


def test_growth_below_that_of_others_says_by_how_much() -> None:
    below: dict[str, object] = {"value": Decimal("-2.0")}
    assert said_if(GAP, "zh", **below) == f"{ABOUT_GAP[0]}比全省平均低2.0个百分点。"
    assert said_if(GAP, "en", **below) == f"{ABOUT_GAP[1]} 2.0 percentage points below the Zhejiang average."
    below["bound"] = "over"  # type: ignore[assignment]
    assert said_if(GAP, "zh", **below) == f"{ABOUT_GAP[0]}与全省平均相差超过-2.0个百分点。"
    assert (
        said_if(GAP, "en", **below) == f"{ABOUT_GAP[1]} over -2.0 percentage points from that of the Zhejiang average."
    )


def test_what_takes_from_growth_lowers_it() -> None:
    """A share of growth below zero is none of its points, and keeps the words of a share above zero."""
    figures = volume("taizhou", "zh").newest.figures
    share: dict[str, object] = {"value": Decimal("-12"), "key": figures[GROWTH].key._replace(measure="contribution")}
    lowered = share | {"value": Decimal("-0.3"), "unit": figures[GAP].unit}
    assert said_if(GROWTH, "zh", **lowered) == f"{ABOUT_GROWTH[0]}拉低增长0.3个百分点。"
    assert said_if(GROWTH, "en", **lowered) == f"{ABOUT_GROWTH[1]} lowered growth by 0.3 percentage points {QUARTER}."
    assert said_if(GROWTH, "en", **share) == f"{ABOUT_GROWTH[1]} contributed -12% to growth {QUARTER}."


def test_a_count_in_tens_of_thousands_is_said_in_full() -> None:
    name = "obs.431181.centralised_start_projects.level._T._Z.2022-01_2022-05"
    tens = Unit("persons_10k", Text("万人", "10,000 persons"), "10,000 persons", "count", "", None)
    for value, en in (("85.81", "numbered 858,100."), ("120", "numbered 1.2 million.")):
        for lang, words in (("zh", f"{value}万人。"), ("en", en)):
            held = volume("qiyang", lang)  # type: ignore[arg-type]
            shown = replace(held.newest.figures[name], value=Decimal(value), unit=tens)
            said = sentence(held.voice, shown).striptags().replace("\N{NARROW NO-BREAK SPACE}", " ")
            assert said.endswith(words)


def test_no_sentence_has_a_gap_or_a_doubled_mark() -> None:
    for bulletin in ("taizhou", "qiyang"):
        for lang in ("zh", "en"):
            held = volume(bulletin, lang)  # type: ignore[arg-type]
            for figure in held.newest.figures.values():
                said = sentence(held.voice, figure).striptags()
                wrong = [mark for mark in ("  ", "，，", "。。", " .", "..", " ,", "{", "()", "（）") if mark in said]
                assert not wrong, said
                assert said[0] not in "，。 ,." and said.endswith(("。", ".", "．"))


@pytest.mark.parametrize(
    ("value", "shown"),
    [("3.819961576419156", "3.8"), ("-0.25000000000001", "−0.3"), ("3.8199", "3.8199"), ("12.85", "12.85")],
)
def test_digits_that_a_program_wrote_are_not_read_out(value: str, shown: str) -> None:
    """Of a series with one decimal; up to three digits more may be a source's, and the element has them all."""
    held = volume("demo", "zh")
    figure = next(one for one in held.newest.figures.values() if one.key.measure == "growth_yoy" and one.single)
    said = str(held.voice.figure(replace(figure, value=Decimal(value), status="A", revised=False), prose=False))
    assert f'value="{value}"' in said and f">{shown}</data>" in said
