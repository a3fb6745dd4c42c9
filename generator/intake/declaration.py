"""``bulletin.yaml`` -> Bulletin, ``releases.yaml`` -> Releases: what a bulletin is and which editions it has."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from generator.errors import Problem
from generator.model.bulletin import Bulletin, Release
from generator.model.text import Text

from .contract import EDITION
from .descriptor import text_of
from .folders import DECLARATION, RESERVED_BULLETINS, RESERVED_TOPICS, is_name, opened
from .yamlfile import Shape, YamlFile, read_yaml, shape

RELEASES = "releases.yaml"
STATUSES = ("open", "released")
YEARS = range(1980, 2107)  # of publication: those that the times in an archive can carry

_BULLETIN: Shape = {
    "id": str, "title": str, "title_en": str, "publisher": str, "publisher_en": str, "official": bool,
    "demonstration": bool, "contact": str, "licence": str, "time_zone": str, "home": list, "topics": list,
}  # fmt: skip
_BULLETIN_MAY: Shape = {
    "subtitle": str, "subtitle_en": str, "record_numbers": list, "topic_titles": dict, "boundaries": dict,
}  # fmt: skip
_TITLE: Shape = {"zh": str, "en": str}
_BOUNDARIES: Shape = {"file": str, "credit": dict}
_RELEASE: Shape = {"edition": str, "data_until": date, "scheduled_at": object, "status": str}
_RELEASE_MAY: Shape = {"released_at": object, "headlines": list, "note_zh": str, "note_en": str}


def read_bulletin(folder: Path) -> tuple[Bulletin | None, YamlFile, list[Problem]]:
    """The identity of the bulletin in ``folder``."""
    file, problems = read_file(folder, DECLARATION)
    data = file.data
    if not data:
        return None, file, problems
    problems += shape(file, (), data, _BULLETIN, _BULLETIN_MAY)
    if problems:
        return None, file, problems
    if data["id"] != folder.name:
        problems.append(file.problem("bulletin-id", ("id",), data["id"], expected=folder.name))
    if folder.name in RESERVED_BULLETINS:
        problems.append(file.problem("name-reserved", ("id",), folder.name))
    problems += _half_problems(file, (), data, "subtitle", "subtitle_en")
    problems += _list_problems(file) + _title_problems(file) + _zone_problems(file) + _boundary_problems(file)
    return None if problems else _bulletin(data), file, problems


def _bulletin(data: Mapping[str, Any]) -> Bulletin:
    return Bulletin(
        id=data["id"],
        title=text_of(data, "title"),
        subtitle=text_of(data, "subtitle"),
        publisher=text_of(data, "publisher"),
        official=data["official"],
        demonstration=data["demonstration"],
        contact=data["contact"],
        licence=data["licence"],
        time_zone=data["time_zone"],
        home=tuple(data["home"]),
        topics=tuple(data["topics"]),
        record_numbers=tuple(data.get("record_numbers") or ()),
    )


def _list_problems(file: YamlFile) -> list[Problem]:
    """Lists must hold text: ``331000`` without quotes is a number to YAML, and loses a leading zero."""
    problems = []
    for key in ("home", "topics", "record_numbers"):
        for position, item in enumerate(file.data.get(key) or ()):
            if not isinstance(item, str):
                problems.append(file.problem("yaml-type", (key, position), item, expected="str"))
            elif key == "topics" and not is_name(item):
                problems.append(file.problem("path-name", (key, position), item))
            elif key == "topics" and item in RESERVED_TOPICS:
                problems.append(file.problem("name-reserved", (key, position), item))
            elif item in file.data[key][:position]:
                problems.append(file.problem("yaml-repeated", (key, position), item))
    return problems


def _title_problems(file: YamlFile) -> list[Problem]:
    """Titles are given to topics of the bulletin, in both languages."""
    problems = []
    for topic, title in (file.data.get("topic_titles") or {}).items():
        if topic not in file.data["topics"]:
            known = ", ".join(map(str, file.data["topics"]))
            problems.append(file.problem("topic-unknown", ("topic_titles", str(topic)), topic, known=known))
        problems += shape(file, ("topic_titles", str(topic)), title, _TITLE, {})
    return problems


def _boundary_problems(file: YamlFile) -> list[Problem]:
    here, said = ("boundaries",), file.data.get("boundaries")
    if not said:
        return []
    problems = shape(file, here, said, _BOUNDARIES, {"approval": str})
    return problems or shape(file, (*here, "credit"), said["credit"], _TITLE, {})


def _zone_problems(file: YamlFile) -> list[Problem]:
    try:
        ZoneInfo(file.data["time_zone"])
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return [file.problem("time-zone", ("time_zone",), file.data["time_zone"])]
    return []


def read_releases(folder: Path) -> tuple[tuple[Release, ...], YamlFile, list[Problem]]:
    """The editions of the bulletin in ``folder``, oldest first."""
    file, problems = read_file(folder, RELEASES)
    if not file.data:
        return (), file, problems
    problems += shape(file, (), file.data, {"editions": list}, {})
    stanzas = file.data.get("editions")
    releases: list[Release] = []
    for position, data in enumerate(stanzas if isinstance(stanzas, list) else ()):
        found = _release_problems(file, position, data)
        problems += found
        if not found:
            releases.append(_release(data))
            if len(releases) > 1 and releases[-2].edition >= releases[-1].edition:
                problems.append(file.problem("edition-order", ("editions", position, "edition"), data["edition"]))
    if not releases and not problems:
        problems.append(file.problem("editions-none", ("editions",)))
    return tuple(releases), file, problems


def _release_problems(file: YamlFile, position: int, data: object) -> list[Problem]:
    here: tuple[str | int, ...] = ("editions", position)
    problems = shape(file, here, data, _RELEASE, _RELEASE_MAY)
    if problems or not isinstance(data, dict):
        return problems
    if not EDITION.fullmatch(data["edition"]):
        problems.append(file.problem("edition-form", (*here, "edition"), data["edition"]))
    if data["status"] not in STATUSES:
        problems.append(file.problem("release-status", (*here, "status"), data["status"], known=", ".join(STATUSES)))
    for key in ("scheduled_at", "released_at"):
        if data.get(key) is not None and moment(data[key]) is None:
            problems.append(file.problem("release-time", (*here, key), data[key]))
    for number, headline in enumerate(data.get("headlines") or ()):
        if not isinstance(headline, str):
            problems.append(file.problem("yaml-type", (*here, "headlines", number), headline, expected="str"))
        elif headline in data["headlines"][:number]:
            problems.append(file.problem("yaml-repeated", (*here, "headlines", number), headline))
    problems += _half_problems(file, here, data, "note_zh", "note_en")
    if isinstance(data["data_until"], datetime):
        problems.append(file.problem("yaml-type", (*here, "data_until"), data["data_until"], expected="date"))
    return problems


def _release(data: Mapping[str, Any]) -> Release:
    scheduled = moment(data["scheduled_at"])
    assert scheduled is not None  # noqa: S101 - _release_problems has looked
    return Release(
        edition=data["edition"],
        data_until=data["data_until"],
        scheduled_at=scheduled,
        released_at=moment(data.get("released_at")),
        status=data["status"],
        headlines=tuple(data.get("headlines") or ()),
        note=Text(data.get("note_zh") or "", data.get("note_en") or ""),
    )


def _half_problems(
    file: YamlFile, here: tuple[str | int, ...], data: Mapping[str, Any], chinese: str, english: str
) -> list[Problem]:
    """A text that is given in one of the two languages only."""
    if bool(data.get(chinese)) == bool(data.get(english)):
        return []
    blank, given = (english, chinese) if data.get(chinese) else (chinese, english)
    return [file.problem("one-language", (*here, blank), given=given)]


def moment(value: object) -> datetime | None:
    """A point in time with its zone, in YEARS; None if ``value`` is none."""
    try:
        found = value if isinstance(value, datetime) else datetime.fromisoformat(str(value))
    except ValueError:
        return None
    return found if found.tzinfo and found.year in YEARS else None


def read_file(folder: Path, name: str) -> tuple[YamlFile, list[Problem]]:
    """A YAML file of the bulletin in ``folder``."""
    place = Problem("", folder.name, file=f"{folder.name}/{name}")
    content, problems = opened(folder, name, place)
    return (YamlFile(place), problems) if problems else read_yaml(content, place)
