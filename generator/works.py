"""What each bulletin comes to: its published files, and its pages in every language.

A bulletin whose data, program and libraries are those of an earlier run is not worked on again: what it came to then
is kept in the folder of caches, a list of pieces beside the packs in which they are set aside.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from pathlib import Path

from generator import kept, pages
from generator.apart import apart
from generator.aside import Pack, Packing, Piece
from generator.bulletins import DECLARED_TIME, Options, check, chosen, data_files
from generator.errors import Problem
from generator.memory import Memory
from generator.model.bulletin import Bulletin, Release
from generator.model.page import File
from generator.stages import Stages


@dataclass(frozen=True, slots=True)
class Work:
    """All that is published of one bulletin."""

    bulletin: Bulletin
    releases: tuple[Release, ...]  # oldest first
    data: tuple[File, ...]
    compositions: tuple[pages.Composition, ...]  # one a language
    warnings: tuple[Problem, ...]

    @property
    def packs(self) -> list[Pack]:
        """Where its files and the blocks of its pages are set aside."""
        files = chain(self.data, *(one.files for one in self.compositions))
        blocks = (html for one in self.compositions for page in one.pages for html in page.blocks.values())
        pieces = (one for one in chain((file.held for file in files), blocks) if isinstance(one, Piece))
        return [*{id(piece.pack): piece.pack for piece in pieces}.values()]


Aside = Callable[[str, str], Packing]  # of a bulletin, for a part of its work


def works(options: Options, stages: Stages, memory: Memory | None = None) -> list[Work]:
    """What every bulletin comes to. A run that has a ``memory`` takes what it knows from there, step by step.

    DataErrors with the problems of all bulletins, of which then none is kept.
    """
    names = chosen(options)
    if memory is not None:
        return [*_made(options, stages, memory).values()]
    with stages.stage("check"):
        stamps = {name: _stamp(options, name) for name in names}
        known = {name: _recalled(options, name, stamp) for name, stamp in stamps.items() if stamp}
    found = {name: work for name, work in known.items() if work is not None}
    if missing := {name: stamps[name] for name in names if name not in found}:
        [(made, seconds)] = apart([partial(_timed, options, stages, missing)])
        stages.add(seconds)
        found |= made
        for name, stamp in missing.items():
            if stamp and _stamp(options, name) == stamp:  # else somebody has changed it meanwhile
                kept.keep(_place(options, name), stamp, made[name])
    _drop(options, found)
    return [found[name] for name in names]


def _place(options: Options, name: str) -> Path:
    return options.cache / "bulletins" / f"{name}.pickle"


def _recalled(options: Options, name: str, stamp: str) -> Work | None:
    """The work that is kept under ``stamp``, if all that was set aside for it is there too."""
    place = _place(options, name)
    work = kept.recalled(place, stamp, Work)
    for pack in work.packs if work else ():
        pack.folder = str(place.parent)
    return work if work and all(pack.whole() for pack in work.packs) else None


def _drop(options: Options, found: Mapping[str, Work]) -> None:
    """What was set aside for earlier works of these bulletins, or by runs that were killed."""
    needed = {pack.name for work in found.values() for pack in work.packs}
    for name in found:
        for file in _place(options, name).parent.glob(f"{name}.*.pack"):
            if file.name not in needed:
                file.unlink()


def _stamp(options: Options, name: str) -> str:
    """The digest of all that the bulletin follows from; "" if its folder cannot be read whole: intake says why."""
    asked = repr((options.languages, os.environ.get(DECLARED_TIME))).encode()
    try:
        return kept.stamped(chain([asked], kept.contents(options.datasets / name)))
    except (OSError, RecursionError):
        return ""


def _timed(options: Options, stages: Stages, missing: Mapping[str, str]) -> tuple[dict[str, Work], Mapping[str, float]]:
    """In a process of its own: all of the ``missing`` bulletins, by their stamps, and the seconds of each stage."""
    own, folder = Stages(stages.reporter), options.cache / "bulletins"

    def aside(name: str, part: str) -> Packing:
        return Packing(folder, f"{name}.{missing[name][:16]}.{part}.pack")

    return _made(replace(options, bulletins=tuple(missing)), own, None, aside), own.seconds


def _made(options: Options, stages: Stages, last: Memory | None, aside: Aside | None = None) -> dict[str, Work]:
    """Every bulletin asked for. Files and pages are set ``aside`` as they are made; a preview holds and remembers."""
    checked = check(options, stages, last)  # unless a preview remembers them, the cells are gone after this
    memory, data = last or Memory(), {}
    with stages.stage("package"):
        for name, held in checked.editions.items():
            data[name] = data_files(held, last, aside and aside(name, "data"), stale=options.preview)
    with stages.stage("render"):
        volumes = [
            pages.Volume(lang, held, data[name], options.cache / "charts", memory, aside and aside(name, lang))
            for lang in options.languages
            for name, held in checked.editions.items()
        ]
        composed = pages.compose_all(volumes)
    return {
        name: Work(
            held[-1].tables.bulletin,
            tuple(edition.release for edition in held),
            data[name],
            tuple(one for one in composed if one.bulletin == name),
            checked.warnings[name],
        )
        for name, held in checked.editions.items()
    }
