"""``leagues.yaml`` -> Contests: which leagues a bulletin runs, and by what method."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from decimal import Decimal
from fractions import Fraction
from pathlib import Path as Folder
from typing import Any

from generator.errors import Problem
from generator.model.codes import TOTAL
from generator.model.contest import Contest, Series
from generator.model.league import (
    EFFICACY,
    SCALED,
    STANDARD,
    Block,
    Doubt,
    Item,
    League,
    Normalisation,
    Outliers,
    Rewards,
)
from generator.model.reference import Reference
from generator.model.text import Text

from .declaration import read_file
from .descriptor import text_of
from .entries import problems_of, typed
from .league_form import LEAGUE
from .yamlfile import Path, YamlFile, shape

LEAGUES = "leagues.yaml"
PRESET = {"efficacy": EFFICACY, "z": STANDARD}
Said = Mapping[str, Any]  # a mapping of the file, in the types of the model


def read_leagues(folder: Folder) -> tuple[YamlFile, list[Problem]]:
    """What the bulletin in ``folder`` says of its leagues, in the types of the model, and what is wrong with its form;
    it need not have any. A league of unsound form is left blank."""
    if not os.path.lexists(folder / LEAGUES):
        return YamlFile(Problem("", folder.name, file=f"{folder.name}/{LEAGUES}")), []
    file, problems = read_file(folder, LEAGUES)
    if not file.data:
        return file, problems
    problems += shape(file, (), file.data, {"leagues": list}, {})
    read = [_read(file, position, stanza) for position, stanza in enumerate(stanzas(file))]
    problems += [problem for _, found in read for problem in found]
    return replace(file, data={"leagues": [{} if found else said for said, found in read]}), problems


def stanzas(file: YamlFile) -> Sequence[Any]:
    declared = file.data.get("leagues")
    return declared if isinstance(declared, list) else ()


def leagues_of(file: YamlFile) -> dict[int, Said]:
    """What is said of each league of sound form, by its position in the file."""
    return {position: said for position, said in enumerate(stanzas(file)) if said}


def _read(file: YamlFile, position: int, stanza: object) -> tuple[Said, list[Problem]]:
    here: Path = ("leagues", position)
    problems = [*problems_of(file, here, stanza, LEAGUE)]
    said = {} if problems else typed(file, here, stanza, LEAGUE)
    return said, [*problems, *_ends_problems(file, here, said)]


def _ends_problems(file: YamlFile, here: Path, said: Said) -> Iterator[Problem]:
    """Ends of scores that are not two, or not in order."""
    declared = {(*here, "normalisation"): said.get("normalisation", {})}
    others = said.get("doubt", {}).get("normalisations", ())
    declared |= {(*here, "doubt", "normalisations", number): one for number, one in enumerate(others)}
    for path, one in declared.items():
        ends = one.get("onto")
        if ends is not None and not (len(ends) == 2 and ends[1] > (0 if one["kind"] == "z" else ends[0])):
            yield file.problem("league-ends", (*path, "onto"), ", ".join(map(str, ends)))


def contests_of(file: YamlFile, reference: Reference) -> tuple[Contest, ...]:
    """The leagues of sound form in the terms of the model. That what they name exists is for the checks."""
    return tuple(
        replace(
            contest_of(said, reference),
            places={name: file.problem("", path) for name, path, _ in members_of(("leagues", position), said)},
        )
        for position, said in leagues_of(file).items()
    )


def members_of(path: Path, said: Said) -> Iterator[tuple[str, Path, Said]]:
    """The league, its blocks and its items: the id, where it stands, and what is said there."""
    yield said.get("id") or said.get("block") or said["indicator"], path, said
    for position, one in enumerate(said.get("members", ())):
        yield from members_of((*path, "members", position), one)


def contest_of(said: Said, reference: Reference) -> Contest:
    """A league in the terms of the model, without its places in the file."""
    name, title = said["id"], text_of(said, "title")
    root = Block(name, _members(said, reference), **_given(said, "aggregation"))
    normalisation = _normalisation(said.get("normalisation", {"kind": "min-max"}))
    rewards = said.get("rewards")
    league = League(
        name, title, (), root, normalisation,
        outliers=Outliers(**said.get("outliers", {})),
        rewards=_rewards(rewards) if rewards else None,
        doubt=_doubt(said.get("doubt", {}), normalisation),
        **_given(said, "missing", "threshold", "constant", "floor", "decimals", "ties"),
    )  # fmt: skip
    series = {_id(one): Series(one["indicator"], *measured(one)) for one in _items(said)}
    unit = (rewards or {}).get("unit", "")
    return Contest(league, said["peers"], series, said["from"], said.get("to", ""), unit, text_of(said, "note"))


def _given(said: Said, *keys: str) -> dict[str, Any]:
    """Those of the keys that are written; for the others the model has a default."""
    return {key: said[key] for key in keys if key in said}


def _id(item: Said) -> str:
    return str(item.get("id", item["indicator"]))


def measured(item: Said) -> tuple[str, str]:
    """Measure and breakdown of an item."""
    return item.get("measure", "level"), item.get("breakdown", TOTAL)


def _items(said: Said) -> Iterator[Said]:
    for one in said["members"]:
        if "members" in one:
            yield from _items(one)
        else:
            yield one


def _members(said: Said, reference: Reference) -> tuple[Block | Item, ...]:
    return tuple(_block(one, reference) if "block" in one else _item(one, reference) for one in said["members"])


def _block(said: Said, reference: Reference) -> Block:
    members, title = _members(said, reference), text_of(said, "title")
    return Block(said["block"], members, said["weight"], title=title, **_given(said, "aggregation"))


def _item(said: Said, reference: Reference) -> Item:
    known = reference.indicators.get(said["indicator"])
    direction = {"direction": known.direction} if known and known.direction in ("up", "down") else {}
    given = {**direction, **_given(said, "direction", "worst", "best", "log")}
    return Item(_id(said), said["weight"], **given)


def _normalisation(said: Said, league: Normalisation | None = None) -> Normalisation:
    """Scores of an alternative to the way of ``league`` have the same ends unless it says others."""
    kind = said["kind"]
    if kind in PRESET:
        base = PRESET[kind]
    else:
        base = Normalisation(kind, league.onto) if league and {kind, league.kind} <= SCALED else Normalisation(kind)
    given = _given(said, "cap", "ddof") | ({"onto": tuple(said["onto"])} if "onto" in said else {})
    return replace(base, **given)


def _rewards(said: Said) -> Rewards:
    given = _given(said, "cutoff", "budget") | ({"unit": said["step"]} if "step" in said else {})
    return Rewards(said["places"], tuple(said.get("amounts", ())), **given)


def _doubt(said: Said, normalisation: Normalisation) -> Doubt:
    return Doubt(
        normalisations=tuple(_normalisation(one, normalisation) for one in said.get("normalisations", ())),
        outliers=tuple(Outliers(**one) for one in said.get("outliers", ())),
        aggregations=tuple(said.get("aggregations", ())),
        **_given(said, "spread", "runs", "seed"),
    )


def said_of(value: object) -> Any:
    """A contest as JSON can hold it, without its wording, term and places, and what stands at its default."""
    if is_dataclass(value) and not isinstance(value, type):
        held = {one.name: (getattr(value, one.name), one.default) for one in fields(value)}
        worded = {name for name, (own, _) in held.items() if isinstance(own, Text)} | {"first", "last", "places"}
        return {name: said_of(own) for name, (own, usual) in held.items() if own != usual and name not in worded}
    if isinstance(value, Mapping):
        return {key: said_of(one) for key, one in value.items()}
    if isinstance(value, tuple):
        return [said_of(one) for one in value]
    return str(Fraction(value)) if isinstance(value, Decimal | Fraction) else value
