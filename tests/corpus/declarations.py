"""YAML, JSON and paths that are broken after the kinds found in the wild, as data."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import yaml

from tests.corpus.altering import BULLETIN, RELEASES, Alter, recoded, swap

# --- YAML: bulletin.yaml and releases.yaml.

YAML: Iterable[tuple[str, str, str, str, str, int | None, str]] = [
    ("no", BULLETIN, "id: demo", "id: no", "yaml-type", 1, "id"),
    ("octal number", BULLETIN, '["010203"]', "[010203]", "yaml-type", 13, "home"),
    ("sexagesimal number", BULLETIN, "Asia/Shanghai", "12:30:45", "yaml-type", 12, "time_zone"),
    ("number", BULLETIN, "title_en: Luming County Bulletin", "title_en: 2022", "yaml-type", 3, "title_en"),
    ("not a number", BULLETIN, "title_en: Luming County Bulletin", "title_en: .nan", "yaml-type", 3, "title_en"),
    ("a day", BULLETIN, "title_en: Luming County Bulletin", "title_en: 2022-01-01", "yaml-type", 3, "title_en"),
    ("no day", RELEASES, "data_until: 2022-03-31", "data_until: 2022-13-45", "yaml-value", 3, ""),
    ("no number", BULLETIN, '["010203"]', "[0x_]", "yaml-value", 13, ""),
    ("endless number", BULLETIN, '["010203"]', f"[{'9' * 5000}]", "yaml-value", 13, ""),
    ("day with hours", RELEASES, "data_until: 2022-03-31", "data_until: 2022-03-31 10:00:00", "yaml-type", 3,
     "editions.data_until"),
    ("word for true", BULLETIN, "official: false", 'official: "no"', "yaml-type", 8, "official"),
    ("nothing", BULLETIN, "official: false", "official: ~", "yaml-key-missing", 1, ""),
    ("blank text", BULLETIN, "title: 鹿鸣县统计季报", 'title: ""', "yaml-key-missing", 1, ""),
    ("list for text", BULLETIN, "title: 鹿鸣县统计季报", "title: [a]", "yaml-type", 2, "title"),
    ("text for list", BULLETIN, "topics: [investment]", "topics: investment", "yaml-type", 14, "topics"),
    ("list of groups", BULLETIN, "record_numbers: []", "record_numbers: [{a: b}]", "yaml-type", 15, "record_numbers"),
    ("headline that is none", RELEASES, "headlines: [obs.010203.investment.level._T._Z.2022-H1]", "headlines: [3]",
     "yaml-type", 14, "editions.headlines"),
    ("headline twice", RELEASES, "headlines: [obs.010203.investment.level._T._Z.2022-H1]",
     "headlines: [obs.010203.investment.level._T._Z.2022-H1, obs.010203.investment.level._T._Z.2022-H1]",
     "yaml-repeated", 14, "editions.headlines"),
    ("note in one language", RELEASES, "    note_en: First quarter\n", "", "one-language", 2, "editions.note_en"),
    ("subtitle in one language", BULLETIN, "subtitle: 演示\n", "", "one-language", 1, "subtitle"),
    ("anchor", BULLETIN, "title: 鹿鸣", "title: &a 鹿鸣", "yaml-anchor", 2, ""),
    ("alias", BULLETIN, "title_en: Luming County Bulletin", "title_en: *a", "yaml-anchor", 3, ""),
    ("object", BULLETIN, "title: 鹿鸣县", "title: !!python/object/apply:os.system [true] #", "yaml-tag", 2, ""),
    ("tag", BULLETIN, "title: 鹿鸣", "title: !!binary 鹿鸣", "yaml-tag", 2, ""),
    ("own tag", BULLETIN, "title: 鹿鸣", "title: !ENV 鹿鸣", "yaml-tag", 2, ""),
    ("merge key", BULLETIN, "official: false", "official: false\n<<: {official: true}", "yaml-key-unknown", 9, "<<"),
    ("key that is no text", BULLETIN, "record_numbers: []", "no: x", "yaml-key-unknown", 15, "no"),
    ("key of two", BULLETIN, "record_numbers: []", "? [a, b]\n: c", "yaml-form", 15, ""),
    ("key twice", BULLETIN, "official: false", "official: false\nofficial: false", "yaml-repeated", 9, ""),
    ("second document", BULLETIN, "record_numbers: []", "---\nid: other", "yaml-form", 15, ""),
    ("tab", RELEASES, "    status: open\n    headlines: [obs.010203.investment.level._T._Z.2022-H1]", "\tstatus: open",
     "yaml-form", 13, ""),
    ("bracket not closed", BULLETIN, "topics: [investment]", "topics: [investment", "yaml-form", 15, ""),
    ("quote not closed", BULLETIN, "title: 鹿鸣", 'title: "鹿鸣', "yaml-form", 13, ""),
    ("ten thousand levels", BULLETIN, "record_numbers: []", "record_numbers: " + "[" * 10_000, "yaml-deep", 15, ""),
    ("ten thousand closed levels", BULLETIN, "record_numbers: []", f"record_numbers: {'[' * 10_000}{']' * 10_000}",
     "yaml-deep", 15, ""),
    ("surrogate", BULLETIN, "title: 鹿鸣县统计季报", 'title: "a\\ud800"', "yaml-form", 2, ""),
    ("bell", BULLETIN, "title: 鹿鸣县统计季报", 'title: "a\\a"', "text-control", 2, "title"),
    ("text turned round", BULLETIN, "title: 鹿鸣县统计季报", 'title: "a\\u202eb"', "text-control", 2, "title"),
    ("endless text", BULLETIN, "title: 鹿鸣", "title: " + "长" * 100_000, "text-long", 2, "title"),
    ("script for an address", BULLETIN, "corrections@luming.gov.cn", 'javascript:alert("@")', "contact-form", 10,
     "contact"),
    ("zone out of the folder", BULLETIN, "Asia/Shanghai", "../../etc/passwd", "time-zone", 12, "time_zone"),
    ("zone from the root", BULLETIN, "Asia/Shanghai", "/etc/localtime", "time-zone", 12, "time_zone"),
    ("zone that is a folder", BULLETIN, "Asia/Shanghai", "Asia", "time-zone", 12, "time_zone"),
    ("topic out of the folder", BULLETIN, "[investment]", "[investment, ../x]", "path-name", 14, "topics"),
    ("topic that is a device", BULLETIN, "[investment]", "[investment, con]", "name-reserved", 14, "topics"),
    ("topic with a point", BULLETIN, "[investment]", "[investment, tea.]", "path-name", 14, "topics"),
    ("topic in look-alikes", BULLETIN, "[investment]", "[investment, іnvestment]", "path-name", 14, "topics"),
    ("edition of the year nought", RELEASES, "edition: 2022-Q1", "edition: 0000-Q1", "edition-form", 2,
     "editions.edition"),
    ("release in the year 9999", RELEASES, '    released_at: "2022', '    released_at: "9999', "release-time", 5,
     "editions.released_at"),
    ("release without a zone", RELEASES, '"2022-08-20T09:00:00+08:00"', "2022-08-20T09:00:00", "release-time", 12,
     "editions.scheduled_at"),
]  # fmt: skip

WHOLE_YAML: Mapping[str, tuple[Alter, str, int | None]] = {
    "nothing": (lambda _: b"", "yaml-form", 1),
    "an empty group": (lambda _: b"{}", "yaml-form", 1),
    "a list": (lambda _: b"- a", "yaml-form", 1),
    "a word": (lambda _: b"a", "yaml-form", 1),
    "GBK": (recoded("gbk"), "yaml-encoding", None),
    "UTF-16": (recoded("utf-16"), "yaml-encoding", None),
    "a zero byte": (lambda text: text + b"\0", "yaml-form", None),
    "a bomb of aliases": (
        lambda _: b"a: &a [x]\n" + b"".join(b"b%d: &b%d [*a, *a]\n" % (n, n) for n in range(30)), "yaml-anchor", 1,
    ),
    "a million bytes": (lambda text: text + b"#" * 1_000_000, "file-size", None),
}  # fmt: skip

# --- datapackage.yaml written as JSON, which YAML includes: one entry of the package or of its first resource changed.


def as_json(change: Callable[[dict[str, Any]], object]) -> Alter:
    def alter(content: bytes) -> bytes:
        data = yaml.safe_load(content)
        change(data)
        return json.dumps(data, ensure_ascii=False, indent=1).encode()

    return alter


def in_json(old: str, new: str) -> Alter:
    return lambda content: swap(old, new)(as_json(lambda _: None)(content))


JSON: Mapping[str, tuple[Alter, Iterable[tuple[str, int | None, str]]]] = {
    "plain": (as_json(lambda _: None), []),
    "mark at the beginning": (lambda text: b"\xef\xbb\xbf" + as_json(lambda _: None)(text), []),
    "key twice": (in_json('"version"', '"title": "b",\n "version"'), [("yaml-repeated", 8, "")]),
    "not a number": (in_json('"0.1.0"', ".nan"), [("yaml-type", 8, "version")]),
    "endless number": (in_json('"0.1.0"', "1" + "0" * 5000), [("yaml-value", 8, "")]),
    "lone surrogate": (in_json('"0.1.0"', '"\\ud800"'), [("yaml-form", 8, "")]),
    "deep nesting": (in_json('"0.1.0"', "[" * 10_000 + "]" * 10_000), [("yaml-deep", 8, "")]),
    "comment": (lambda text: b"/* c */\n" + as_json(lambda _: None)(text), [("yaml-form", 3, "")]),
    "cut off": (lambda text: as_json(lambda _: None)(text)[:-20], [("yaml-form", 94, "")]),
    "comma at the end": (in_json('"0.1.0",', '"0.1.0",,'), [("yaml-form", 8, "")]),
}  # fmt: skip

WRONG: tuple[object, ...] = (None, 3, True, [], [1], {"a": 1}, "../../etc/passwd")  # wrong types everywhere


# --- paths of a descriptor: that of the second file of observations, which is not there.

PATHS: Mapping[str, str] = {
    **dict.fromkeys(("../x.csv", "a/../../x.csv", "observations/../../../etc/passwd"), "path-up"),
    **dict.fromkeys(("/etc/passwd", "//server/share.csv"), "path-absolute"),
    **dict.fromkeys(("~/x.csv", "~root/x.csv", "a~1/x.csv"), "path-home"),
    **dict.fromkeys(("$HOME/x.csv", "${HOME}/x.csv", "%APPDATA%/x.csv", "%2e%2e/x.csv", "..%2fx.csv"), "path-variable"),
    **dict.fromkeys((".x.csv", ".git/x.csv", "a/.b/x.csv", ".../x.csv"), "path-hidden"),
    **dict.fromkeys(("a\\x.csv", "..\\x.csv", "\\\\server\\x.csv"), "path-backslash"),
    **dict.fromkeys(("C:/x.csv", "c:x.csv", "file:///etc/passwd", "http://example.org/x.csv", "HTTPS://example.org/",
                     "data:text/csv,a", "zip:a.zip", "x.csv:stream"), "path-scheme"),
    **dict.fromkeys(("a//x.csv", "a/", "./x.csv", "a\x00.csv", "a\n.csv", "a\u202e.csv", "x" * 300), "path-form"),
    **dict.fromkeys(("con.csv", "NUL", "observations/2022-Q2.csv.", "observations/2022-Q2.csv ", "．．/x.csv",
                     "observations∕2022-Q2.csv"), "file-missing"),
    **dict.fromkeys(("schemas", "observations"), "path-kind"),
    **dict.fromkeys(("observations/2022-Q1.csv",), "resource-path"),
}  # fmt: skip
