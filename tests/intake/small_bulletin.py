"""The files of a small sound bulletin, and a bench on which tests break one thing of it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.errors import DataErrors, Problem
from generator.intake import Loaded, load, write_descriptor

OBSERVATIONS = (
    "area,indicator,measure,breakdown,peers,period,value,value_high,status,bound,source,locator,"
    "reason_zh,reason_en,note_zh,note_en"
)
TARGETS = "area,indicator,measure,breakdown,period,value,value_high,bound,source,locator,set_on," + (
    "reason_zh,reason_en,note_zh,note_en"
)
FILES = {
    "bulletin.yaml": """\
id: demo
title: 鹿鸣县统计季报
title_en: Luming County Bulletin
subtitle: 演示
subtitle_en: Demonstration
publisher: 编辑组
publisher_en: The editors
official: false
demonstration: true
contact: corrections@luming.gov.cn
licence: CC-BY-4.0
time_zone: Asia/Shanghai
home: ["010203"]
topics: [investment]
record_numbers: []
""",
    "releases.yaml": """\
editions:
  - edition: 2022-Q1
    data_until: 2022-03-31
    scheduled_at: "2022-05-20T09:00:00+08:00"
    released_at: "2022-05-20T09:00:00+08:00"
    status: open
    headlines: [obs.010203.investment.level._T._Z.2022-Q1]
    note_zh: 一季度
    note_en: First quarter
  - edition: 2022-Q2
    data_until: 2022-06-30
    scheduled_at: "2022-08-20T09:00:00+08:00"
    status: open
    headlines: [obs.010203.investment.level._T._Z.2022-H1]
""",
    "reference/areas.csv": """\
code,name_zh,name_en,level,parent,valid_from,valid_to,successor,succession,tile_row,tile_col
010200,青榆市,Qingyu,prefecture,,,,,,,
010203,鹿鸣县,Luming,county,010200,2021-01-01,,,,1,1
010204,旧县,Old County,county,010200,,2020-12-31,010203,renamed,,
""",
    "reference/indicators.csv": """\
id,name_zh,name_en,topic,unit,decimals,basis,direction,price_basis,level_comparable,definition_zh,definition_en,method_note_zh,method_note_en,threshold
investment,投资,Investment,investment,CNY_100M,1,ytd,up,nominal,false,自年初累计。,Cumulated.,,,
approval_days,审批天数,Days of approval,investment,days,0,as_of,down,none,false,天数。,Days.,,,
""",
    "reference/measures.csv": """\
id,name_zh,name_en,unit,decimals,rule
level,数值,level,,,
growth_yoy,同比增速,year-on-year growth,pct,1,
growth_gap,增速差,gap in growth rate,pp,1,
share,占比,share,pct,1,
rank_level,总量位次,rank by level,rank,0,
""",
    "reference/units.csv": """\
id,name_zh,name_en,name_en_one,kind,base,factor
CNY_100M,亿元,100 million yuan,100 million yuan,money,CNY,100000000
mu,亩,mu,mu,area,ha,1/15
pct,%,%,%,rate,,
pp,个百分点,percentage points,percentage point,points,,
rank,位,rank,rank,rank,,
days,天,days,day,time,,
""",
    "reference/breakdowns.csv": """\
id,dimension,name_zh,name_en,parent,valid_from,valid_to,additive,nested
part_a,cluster,甲,A,,,,true,false
part_b,cluster,乙,B,,,,true,false
tier_1,tier,一档,Tier 1,,,2021-12-31,false,true
""",
    "reference/peers.csv": """\
id,name_zh,name_en,members,count,valid_from,valid_to
counties,各县,Counties,children:010200,,,
""",
    "reference/sources.csv": """\
id,title_zh,title_en,publisher_zh,publisher_en,published_on,date_is,url,licence,note_zh,note_en
s1,公报,Report,统计局,Bureau,2022-04-20,stated,https://example.org/report,© Bureau,,
""",
    "reference/relations.csv": """\
id,rule,operands,result,unit,verdict,statement_zh,statement_en,note_zh,note_en
r1,sum,obs.010203.investment.level.part_a._Z.2022-Q1 2,obs.010203.investment.level._T._Z.2022-Q1,,ambiguous,和,Sum,,
""",
    "reference/trace.csv": """\
fact,source,table,edition,row,column,reason_zh,reason_en,correction_zh,correction_en
f1,s1,observations,2022-Q1,obs.010203.investment.level._T._Z.2022-Q1,value,,,,
f2,s1,none,,,,重复,Repeated,,
""",
    "investment/observations/2022-Q1.csv": f"""\
{OBSERVATIONS}
010203,investment,level,,,2022-Q1,300.0,,P,exact,s1,投资额,,,,
010203,investment,level,part_a,,2022-Q1,100.0,,P,exact,s1,甲,,,,
010203,investment,level,part_b,,2022-Q1,200.0,,P,exact,s1,乙,,,,
010203,investment,growth_yoy,,,2022-Q1,13.7,,P,exact,s1,增长,,,,
010203,investment,share,,,2022-Q1,40,50,A,exact,s1,占比,,,,
010203,investment,rank_level,,counties,2022-Q1,2,,A,exact,s1,第二,,,,
010203,approval_days,level,,,2022-03-31,,,O,exact,s1,审批,,,未公布,Not published
""",
    "investment/observations/2022-Q2.csv": f"""\
{OBSERVATIONS}
010203,investment,level,,,2022-Q1,301.0,,A,exact,s1,投资额,核实,Verified,部分未更新,Parts not yet updated
010203,investment,level,,,2022-H1,700.0,,P,exact,s1,投资额,,,,
""",
    "investment/targets/2022-Q1.csv": f"""\
{TARGETS}
010203,investment,level,,2022,1500,,at_least,s1,目标,2022,,,,
""",
    "projects/projects.csv": """\
id,name_zh,name_en,kind,area,host,industry_zh,industry_en,investor,aliases,source,locator,note_zh,note_en
park_1,园区,Park,park,010203,,,,,,s1,园区,,
plant_1,工厂,Plant,project,010203,park_1,机械,machinery,甲公司,一厂;老厂,s1,工厂,,
""",
    "projects/status/2022-Q1.csv": """\
project,stage,since,expected_stage,expected_period,award_zh,award_en,source,locator,note_zh,note_en
plant_1,started,2022-03,completed,2023,,,s1,开工,,
""",
    "projects/amounts/2022-Q1.csv": """\
project,item,period,unit,value,value_high,status,bound,source,locator,reason_zh,reason_en,note_zh,note_en
plant_1,total_investment,undated,CNY_100M,12,,F,exact,s1,总投资,,,,
plant_1,land_area,undated,mu,150,,A,about,s1,用地,,,,
""",
}


@dataclass(frozen=True)
class Bench:
    """The bulletin ``demo`` on disk, and ways to break it."""

    datasets: Path
    cache: Path

    @property
    def folder(self) -> Path:
        return self.datasets / "demo"

    def edit(self, file: str, old: str, new: str) -> None:
        """Replaces a text that stands exactly once in the file."""
        text = (self.folder / file).read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
        (self.folder / file).write_text(text.replace(old, new), encoding="utf-8", newline="")

    def append(self, file: str, row: str) -> None:
        with (self.folder / file).open("a", encoding="utf-8", newline="") as open_file:
            open_file.write(row + "\n")

    def write(self, file: str, content: str | bytes, describe: bool = True) -> None:
        path = self.folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        if describe:
            write_descriptor(self.folder / file.split("/")[0])

    def load(self) -> Loaded:
        return load(self.datasets, "demo", self.cache)

    def problems(self) -> tuple[Problem, ...]:
        """The problems of the bulletin; warnings where it has no errors."""
        try:
            return self.load().warnings
        except DataErrors as errors:
            return errors.problems

    def found(self) -> list[tuple[str, str, int | None, str]]:
        """Rule, file, line and column of every problem."""
        return [
            (problem.rule, problem.file.removeprefix("demo/"), problem.line, problem.column)
            for problem in self.problems()
        ]
