"""Derived figures in the tables of pages: the sum with its operands, or how many they are."""

from __future__ import annotations

from pathlib import Path

from generator import demo, intake, measures
from generator.pages import Volume, indicators


def test_a_total_of_ten_parts_counts_its_operands_instead_of_naming_them(tmp_path: Path) -> None:
    folder = demo.write(tmp_path, demo.Plan(areas=3, quarters=2, editions=1))
    clusters = [f"cluster_{number}" for number in range(10)]
    add(folder / "reference" / "measures.csv", "level_total,合计,total,,,partial_total(level)")
    add(folder / "reference" / "breakdowns.csv", *(f"{one},cluster,群,{one},,,,true,false" for one in clusters))
    rows = (f"990121,cluster_output,level,{one},,2026-01/2026-09,1.00,,A,exact,report_2026_q3,,,,," for one in clusters)
    add(folder / "industry" / "observations" / "2026-Q3.csv", *rows)
    volume = Volume("en", measures.assemble(intake.load(tmp_path, "demo").tables))
    page = next(one for one in indicators.pages(volume) if one.address.endswith("/cluster_output/"))
    told = "".join(page.blocks.values())
    assert told.count('<data value="10">10</data> figures') == 1


def add(path: Path, *lines: str) -> None:
    path.write_text(path.read_text("utf-8") + "".join(f"{line}\n" for line in lines), "utf-8")
