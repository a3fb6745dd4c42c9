"""What happens to editors: which accident explains the form of a file or of a cell."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

_DAY = re.compile(r"\d{1,4}[/.年]\d{1,4}([/.月]\d{1,4}日?)?月?", re.ASCII)
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_SERIAL = re.compile(r"[34]\d{4}", re.ASCII)  # days since 1900: 36526 is 2000, 44621 is March 2022
_TOTAL = ("合计", "总计", "小计", "共计", "total", "subtotal", "sum")
_PLACEHOLDER = frozenset({
    "-", "--", "—", "——", "–", "…", "……", "...", "......", "/", "*", "N/A", "n/a", "NA", "NaN", "nan", "无", "空",
    "null", "NULL", "None",
})  # fmt: skip
_BOM = b"\xef\xbb\xbf"
_INVISIBLE = frozenset({"Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp"})  # controls, direction marks, private use, separators
_ERROR = re.compile(r"#(N/A|[^\W\d]+/?\d?[!?]|GETTING_DATA)|\#+")  # #REF!, #DIV/0!, #SPILL!, #名称?
_NUMBER = re.compile(r"-?\d+(\.\d+)?", re.ASCII)
_UNITS = re.compile(r"-?[0-9]+(\.[0-9]+)?\s*([^\W\d_]|[^\x00-\x7f]).*")
_SAID_BEFORE = re.compile(r"[^\W\d_]*[^\x00-\x7f]\s*[0-9]+(\.[0-9]+)?\D*|[$€£¥]\s*[0-9]+(\.[0-9]+)?")  # 约268, ￥268
_LOOSE = re.compile(r"-?(0+[0-9]+(\.[0-9]*)?|\.[0-9]+|[0-9]+\.)", re.ASCII)  # 0268, .5, 5.
_SPACES = re.compile(r"\s")


def encoding_mishap(content: bytes) -> tuple[str, int | None]:
    """The rule that the bytes of a text file break, and the line if it is one; blank if they are UTF-8 text."""
    if not content.removeprefix(_BOM).strip():
        return "file-empty", None
    if content.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        return "not-csv", None
    if content.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\x00" in content[:2]:
        return "encoding-utf16", None
    try:
        content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if _decodes(content, "gb18030") and not _mostly_utf8(content):
            return "encoding-gbk", None
        return "encoding-unknown", content.count(b"\n", 0, error.start) + 1
    return "", None


def _mostly_utf8(content: bytes) -> bool:
    """Whether more characters are sound than damaged: a text that was cut or patched, not saved in another encoding."""
    text = content.decode("utf-8", "replace")
    damaged = text.count("\ufffd")
    return sum(not mark.isascii() for mark in text) - damaged > damaged


@lru_cache(maxsize=1 << 16)  # the same sources, notes and locators stand in thousands of rows
def first_invisible(text: str) -> str:
    """The code point of the first character that cannot be seen; blank if there is none."""
    if text.isprintable() and "\ufffd" not in text:
        return ""
    found = next((mark for mark in text if unicodedata.category(mark) in _INVISIBLE or mark == "\ufffd"), "")
    return f"U+{ord(found):04X}" if found else ""


def _decodes(content: bytes, encoding: str) -> bool:
    try:
        content.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def looks_like_total(text: str) -> bool:
    """Whether a code or a key is a word for a total, such as 全市合计, 合 计 or Total:."""
    return _SPACES.sub("", text).rstrip(":：").lower().endswith(_TOTAL)


def cell_mishap(text: str, field: Mapping[str, Any], constraint: str) -> str:
    """The rule that best explains why ``text`` does not fit the column ``field``; ``constraint`` is what it broke."""
    valid = _validity(field)
    if constraint == "required" or valid(text):  # the form is right: too long, too large, no day of the calendar
        return _general(field, constraint)
    found = next((rule for rule, happened in _COMMON.items() if happened(text, valid)), "")
    return found or _of_kind(text, field, valid) or _general(field, constraint)


def _validity(field: Mapping[str, Any]) -> Callable[[str], bool]:
    """A test whether a text would fit the column."""
    constraints = field.get("constraints", {})
    pattern = {"integer": r"-?\d+", "date": r"\d{4}-\d{2}-\d{2}", "boolean": "true|false"}.get(field.get("type", ""))
    expression = re.compile(pattern or constraints.get("pattern", ".*"), re.ASCII)
    allowed = constraints.get("enum")
    return lambda text: bool(expression.fullmatch(text)) and (allowed is None or text in allowed)


_COMMON: Mapping[str, Callable[[str, Callable[[str], bool]], bool]] = {
    "spreadsheet-error": lambda text, valid: bool(_ERROR.fullmatch(text.strip())),
    "total-row": lambda text, valid: looks_like_total(text),
    "space-around": lambda text, valid: valid(text.strip()),
    "text-control": lambda text, valid: bool(first_invisible(text)),
    "full-width": lambda text, valid: valid(_narrow(text)),
    "letter-case": lambda text, valid: valid(text.lower()) or valid(text.upper()),
}


def _narrow(text: str) -> str:
    """Full-width digits and signs as plain ones: １３．７ becomes 13.7."""
    return unicodedata.normalize("NFKC", text).replace("−", "-").replace("。", ".").strip()


def _of_kind(text: str, field: Mapping[str, Any], valid: Callable[[str], bool]) -> str:
    if "unit" in field:
        rule = _number_mishap(_narrow(text))
        return "integer-form" if rule == "number-form" and field["type"] == "integer" else rule
    if valid("2022-01/2022-04"):
        return _period_mishap(_narrow(text))
    if valid("331000"):
        return _code_mishap(text)
    if valid("2022-05-31") and (_DAY.fullmatch(text) or _SERIAL.fullmatch(text)):
        return "spreadsheet-date"
    return "placeholder" if text in _PLACEHOLDER else ""


def _number_mishap(text: str) -> str:
    if text in _PLACEHOLDER:
        return "placeholder"
    if text.startswith("="):
        return "formula-in-cell"
    if text.endswith("%"):
        return "per-cent-sign"
    if re.fullmatch(r"-?\d{1,3}([, ]\d{3})+(\.\d+)?", text, re.ASCII):
        return "thousands-comma"
    if re.fullmatch(r"-?\d(\.\d+)?[Ee][+-]?\d+", text, re.ASCII):
        return "scientific-number"
    if text.startswith("+") and _NUMBER.fullmatch(text[1:]):
        return "plus-sign"
    if re.fullmatch(r"-?\d+(\.\d+)?\s*[-~—–至]\s*\d+(\.\d+)?", text, re.ASCII):
        return "range-in-cell"
    if _LOOSE.fullmatch(text):
        return "number-zeros"
    return "unit-in-cell" if _UNITS.fullmatch(text) or _SAID_BEFORE.fullmatch(text) else "number-form"


def _period_mishap(text: str) -> str:
    lower = text.lower()
    if any(month in lower for month in _MONTHS) or _DAY.fullmatch(text) or _SERIAL.fullmatch(text):
        return "spreadsheet-date"
    return "period-form"


def _code_mishap(text: str) -> str:
    if re.fullmatch(r"\d+\.0+|\d(\.\d+)?[Ee]\+?\d+", text, re.ASCII):
        return "code-as-number"
    return ""


def _general(field: Mapping[str, Any], constraint: str) -> str:
    if constraint == "type":
        return {"date": "date-form", "boolean": "boolean-form", "integer": "integer-form"}[field["type"]]
    by_constraint = {
        "required": "blank-cell",
        "enum": "choice",
        "maxLength": "text-long",
        "minimum": "out-of-range",
        "maximum": "out-of-range",
    }
    return by_constraint.get(constraint, "form")
