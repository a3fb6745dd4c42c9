"""Text that would be active somewhere is words everywhere: two sites, with attacks and with plain words, are built
from the same rows, and differ in words only."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from generator import build as shell
from generator.intake import write_descriptor
from generator.intake.contract import free_columns
from generator.intake.descriptor import table_and_edition
from generator.stages import Stages
from tests.intake.small_bulletin import FILES, Bench

pytestmark = [pytest.mark.site, pytest.mark.xdist_group("site")]

ATTACKS = (
    "<script>alert(1)</script>",  # HTML
    "<img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',  # out of an attribute, into SVG
    "'><b onclick=alert(1)>",
    "[p](javascript:alert(1))",  # Markdown
    "![p](http://a.invalid/x.png)",
    "word{: onclick=alert(1) }",
    "`c` **b** _i_ # h {#id}",
    "| a | b | [^1] *[HTML]: x",
    "<http://a.invalid> http://a.invalid",
    "[p][q] ~/data/ ^/assets/",  # links of our own
    "{{ 7*7 }} {% raw %} {# c #}",  # Jinja
    "{title} %(title)s {0} %s",  # wording
    '<div data-block="headlines"></div>',  # blocks and figures of our own
    '<data value="1" data-row="x">',
    "</script><script>alert(1)//",  # JSON-LD
    "]]><!-- --><![CDATA[",
    "datum.value + alert(1)",  # Vega expressions
    "toString.constructor('alert(1)')()",
    "&lt;b&gt; &#60;i&#62; &amp;lt;",  # entities, to be shown as they are written
    "!ENV [PATH] &anchor *alias",  # YAML of the builder
    "url(javascript:alert(1)) @import",  # CSS
)
EXPRESSIONS = {"expr", "calculate", "filter", "test", "signal", "labelExpr", "update", "href", "url"}
ACTIVE = {"href", "src", "srcset", "action", "formaction", "style", "data-block", "data-row", "id", "xlink:href"}
_ODD = re.compile(r"[^\w\s]|_", re.ASCII)
Outline = list[tuple[str, tuple[tuple[str, str | None], ...]]]


def plain(text: str) -> str:
    """Harmless text of the same length, with its spaces in the same places."""
    return _ODD.sub("x", text)


def infested(table: str, content: str, harmless: bool, start: int) -> str:
    """A table with an attack, or plain words, in every cell of free text; each cell has its own."""
    rows = list(csv.DictReader(io.StringIO(content, newline="")))
    limits = free_columns(table) - {"rule", "threshold", "base"}
    for number, row in enumerate(rows):
        for place, column in enumerate(sorted(limits & {*row})):
            text = f"{ATTACKS[(start + number * 7 + place) % len(ATTACKS)]} {number}{place}"[:38].strip()
            row[column] = plain(text) if harmless else text
    written = io.StringIO(newline="")
    writer = csv.DictWriter(written, list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return written.getvalue()


def entered(content: str, harmless: bool) -> str:
    """A declaration with an attack, or plain words, for each of its texts."""
    keys = (
        "title",
        "title_en",
        "subtitle",
        "subtitle_en",
        "publisher",
        "publisher_en",
        "licence",
        "note_zh",
        "note_en",
    )
    for number, key in enumerate(keys):
        text = ATTACKS[number * 5 % len(ATTACKS)]
        written = json.dumps(plain(text) if harmless else text)
        content = re.sub(rf"(?m)^(\s*{key}: ).*$", lambda found, text=written: found[1] + text, content)  # type: ignore[misc]
    records = json.dumps([plain(one) if harmless else one for one in ATTACKS])
    return content.replace("record_numbers: []", f"record_numbers: {records}")


def built(folder: Path, harmless: bool) -> Path:
    bench = Bench(folder / "datasets", folder / "cache")
    for number, (file, content) in enumerate(FILES.items()):
        table, _ = table_and_edition(file.partition("/")[2])
        text = infested(table, content, harmless, number) if table else entered(content, harmless)
        bench.write(file, text, describe=False)
    for package in ("reference", "investment", "projects"):
        write_descriptor(bench.folder / package)
    options = shell.Options(bench.datasets, folder / "site", folder / "build")
    shell.build(options, Stages())
    return options.site


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The site with attacks, and the site with plain words."""
    return built(tmp_path_factory.mktemp("attacks"), False), built(tmp_path_factory.mktemp("plain"), True)


def outline(page: Path) -> Outline:
    """Every element of a page with its attributes; of their values those that can act or lead somewhere."""
    return [
        (
            str(node.tag),
            tuple((name, value if name in ACTIVE else None) for name, value in sorted(node.attributes.items())),
        )
        for node in LexborHTMLParser(page.read_text(encoding="utf-8")).css("*")
    ]


def files(site: Path, ending: str) -> dict[str, Path]:
    found = (path for path in site.rglob(f"*{ending}") if "pagefind" not in path.parts)
    return {path.relative_to(site).as_posix(): path for path in found}


def test_the_sites_have_the_same_pages_with_the_same_elements(sites: tuple[Path, Path]) -> None:
    bad, good = (files(site, ".html") for site in sites)
    assert bad.keys() == good.keys()
    assert len(bad) > 30
    for name, page in bad.items():
        assert outline(page) == outline(good[name]), name


def test_the_attacks_are_there_as_words(sites: tuple[Path, Path]) -> None:
    """Else nothing would be proved: each attack can be read, as it was written, on some page."""
    words = ""
    for page in files(sites[0], ".html").values():
        body = LexborHTMLParser(page.read_text(encoding="utf-8")).body
        words += " ".join((body.text() if body else "").split())
    assert [attack for attack in ATTACKS if attack not in words] == []


def strings(value: object, key: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for name, part in value.items():
            yield from strings(part, name)
    elif isinstance(value, list):
        for part in value:
            yield from strings(part, key)
    elif isinstance(value, str):
        yield key, value


def test_no_specification_of_a_chart_has_another_expression(sites: tuple[Path, Path]) -> None:
    bad, good = (files(site, ".json") for site in sites)
    assert bad.keys() == good.keys()
    charts = [
        name
        for name in bad
        if "$schema" in (one := json.loads(bad[name].read_text("utf-8"))) and "vega" in one["$schema"]
    ]
    assert charts
    for name in charts:
        one, other = ([*strings(json.loads(site[name].read_text("utf-8")))] for site in (bad, good))
        assert [text for key, text in one if key in EXPRESSIONS] == [text for key, text in other if key in EXPRESSIONS]


def test_what_a_browser_would_run_is_the_same(sites: tuple[Path, Path]) -> None:
    """Scripts and styles of the pages hold nothing of the data; structured data among them can be read back."""
    bad, good = (files(site, ".html") for site in sites)
    for name, page in bad.items():
        one, other = (LexborHTMLParser(path.read_text(encoding="utf-8")) for path in (page, good[name]))
        for node, twin in zip(one.css("script, style"), other.css("script, style"), strict=True):
            if (node.attributes.get("type") or "").endswith("json"):
                json.loads(node.text())
            else:
                assert node.text() == twin.text()
