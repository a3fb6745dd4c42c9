"""Reading YAML that is not trusted: no tags, no anchors, limited in size; values know where and how they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import yaml

from generator.errors import Problem

from .mishaps import first_invisible

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the C parser of safe_load: builds plain data, never objects
MAX_DEPTH = 20  # a descriptor has five levels
MAX_BYTES = 1_000_000  # a descriptor with a thousand resources is 300 kB
MAX_TEXT = 1000  # characters of one value; a note to an edition has a sentence or two
_TEXT = "tag:yaml.org,2002:str"

Shape = Mapping[str, type]
Path = tuple[str | int, ...]  # the keys and positions that lead to a value


@dataclass(frozen=True, slots=True)
class YamlFile:
    """The content of a YAML file as plain data, and where each value stands."""

    place: Problem  # a blank problem that names package and file
    data: Mapping[str, Any] = field(default_factory=dict)
    lines: Mapping[Path, int] = field(default_factory=dict)
    written: Mapping[Path, str] = field(default_factory=dict)  # the characters of a value: 010203 is 4227 to YAML

    def problem(self, rule: str, path: Path, value: object = "", **facts: str) -> Problem:
        """A problem at the value that ``path`` leads to, or at the nearest thing around it."""
        known = next((self.lines[path[:end]] for end in range(len(path), -1, -1) if path[:end] in self.lines), None)
        column = ".".join(str(part) for part in path if isinstance(part, str))
        text = "" if value is None else str(value)
        if not isinstance(value, str):
            text = self.written.get(path, text)
        return replace(self.place, rule=rule, line=known, column=column, value=text, facts=facts)


def read_yaml(content: bytes, place: Problem) -> tuple[YamlFile, list[Problem]]:
    """The file's data, which is a mapping, or what is wrong with it."""
    if len(content) > MAX_BYTES:
        return YamlFile(place), [replace(place, rule="file-size", facts={"limit": str(MAX_BYTES // 1_000_000)})]
    try:
        text = content.decode("utf-8-sig")
        if rule := _refusal(text):
            return YamlFile(place), [replace(place, rule=rule[0], line=rule[1])]
        loader = _LOADER(text)
        node = loader.get_single_node()
        nodes = dict(_nodes(node, ())) if node else {}
        if found := _impossible(loader, nodes.values()):
            return YamlFile(place), [replace(place, rule="yaml-value", line=_line(found), value=str(found.value))]
        data = loader.construct_document(node) if node else None
    except UnicodeDecodeError:
        return YamlFile(place), [replace(place, rule="yaml-encoding")]
    except yaml.YAMLError as error:
        return YamlFile(place), [replace(place, rule="yaml-form", line=_line_of(error))]
    if node is None or not data or not isinstance(data, dict):
        return YamlFile(place), [replace(place, rule="yaml-form", line=1)]
    repeated = [replace(place, rule="yaml-repeated", line=line, value=key) for line, key in _repeated_keys(node)]
    written = {path: str(one.value) for path, one in nodes.items() if isinstance(one, yaml.ScalarNode)}
    file = YamlFile(place, data, {path: _line(one) for path, one in nodes.items()}, written)
    return file, [*repeated, *_unsafe_texts(file)]


def _impossible(loader: Any, nodes: Iterable[yaml.Node]) -> yaml.Node | None:
    """The first value that looks like a date or a number to YAML and is none: 2022-13-45, or 0x."""
    for node in nodes:
        if isinstance(node, yaml.ScalarNode):
            try:
                loader.construct_object(node)
            except ValueError:
                return node
    return None


def _unsafe_texts(file: YamlFile) -> Iterator[Problem]:
    """Values with characters that nobody can see, or far too long. Line breaks are how YAML folds long texts."""
    for path, text in file.written.items():
        if found := first_invisible(text.replace("\n", "")):
            yield file.problem("text-control", path, text, character=found)
        if len(text) > MAX_TEXT:
            yield file.problem("text-long", path, text, limit=str(MAX_TEXT))


def shape(file: YamlFile, path: Path, value: object, required: Shape, optional: Shape) -> list[Problem]:
    """Whether the mapping that ``path`` leads to has the keys it must have, and no others, of the right type."""
    if not isinstance(value, dict):
        return [file.problem("yaml-type", path, value, expected="dict")]
    known = {**required, **optional}
    problems = [file.problem("yaml-key-missing", path, key=key) for key in required if value.get(key) in (None, "")]
    for key, part in value.items():
        if key not in known:
            problems.append(file.problem("yaml-key-unknown", (*path, str(key)), key, known=", ".join(sorted(known))))
        elif part is not None and not isinstance(part, known[key]):
            problems.append(file.problem("yaml-type", (*path, key), part, expected=known[key].__name__))
    return problems


def _refusal(text: str) -> tuple[str, int] | None:
    """The rule that the text breaks before anything is built from it, and the line.

    With aliases a small file can unfold into a huge one, and the parser slows down with every level of nesting.
    """
    depth = 0
    for event in yaml.parse(text, Loader=_LOADER):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        refused = {
            "yaml-deep": depth > MAX_DEPTH,
            "yaml-anchor": getattr(event, "anchor", None),
            "yaml-tag": getattr(event, "tag", None),
        }
        if rule := next((rule for rule, broken in refused.items() if broken), ""):
            return rule, _line(event)
    return None


def _line_of(error: Exception) -> int | None:
    mark = getattr(error, "problem_mark", None)
    return None if mark is None else int(mark.line) + 1


def _line(part: yaml.Node | yaml.Event) -> int:
    return 1 if part.start_mark is None else int(part.start_mark.line) + 1


def _nodes(node: yaml.Node, path: Path) -> Iterator[tuple[Path, yaml.Node]]:
    """Every value of the tree with its path. Keys become texts, whatever YAML would make of ``no``, ``1`` or ``<<``."""
    yield path, node
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            key.tag = _TEXT
            yield from _nodes(value, (*path, str(key.value)))
    elif isinstance(node, yaml.SequenceNode):
        for position, value in enumerate(node.value):
            yield from _nodes(value, (*path, position))


def _repeated_keys(node: yaml.Node) -> Iterator[tuple[int, str]]:
    """Keys that stand twice in one mapping: YAML would silently keep the last."""
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            if key.value in seen:
                yield key.start_mark.line + 1, str(key.value)
            seen.add(key.value)
            yield from _repeated_keys(value)
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            yield from _repeated_keys(value)
