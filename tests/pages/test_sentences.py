"""One figure, one sentence: what both languages say of figures of every kind, written by hand from the sources."""

from __future__ import annotations

import pytest
from shipped import volume

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


def test_no_sentence_has_a_gap_or_a_doubled_mark() -> None:
    for bulletin in ("taizhou", "qiyang"):
        for lang in ("zh", "en"):
            held = volume(bulletin, lang)  # type: ignore[arg-type]
            for figure in held.newest.figures.values():
                said = sentence(held.voice, figure).striptags()
                wrong = [mark for mark in ("  ", "，，", "。。", " .", "..", " ,", "{", "()", "（）") if mark in said]
                assert not wrong, said
                assert said[0] not in "，。 ,." and said.endswith(("。", ".", "．"))
