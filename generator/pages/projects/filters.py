"""What the list of projects can be narrowed by, and the file in which the page's script finds them all."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.model.page import File
from generator.model.project import TIERS, Project
from generator.model.stage import STAGES
from generator.model.text import Lang

from ..volume import Volume
from . import words
from .dossier import Profile

OF: Mapping[str, Callable[[Profile], Iterable[str]]] = {
    "area": lambda one: (one.project.area,),
    "stage": lambda one: (one.stage,),
    "kind": lambda one: (one.project.kind,),
    "tier": lambda one: TIERS[TIERS.index(one.project.tier) :] if one.project.tier else (),  # the wider ones as well
    "chain": lambda one: filter(None, (one.project.chain,)),
    "park": lambda one: filter(None, (one.project.host,)),
    "list": lambda one: one.project.programmes,
    "time": lambda one: dict.fromkeys(judged.state for judged in one.judged),
    "award": lambda one: dict.fromkeys(award.award for award in one.awards),
}


@dataclass(frozen=True, slots=True)
class Facet:
    """One choice: its name in the address, its label, and the options that some project has, with their number."""

    name: str
    label: Markup
    options: Sequence[tuple[str, Markup, int]]


def facets(volume: Volume, profiles: Sequence[Profile]) -> list[Facet]:
    """The choices that tell projects apart; one whose only option all of them have does not."""
    t = volume.voice.t
    labels = {
        "area": t("Area"), "stage": t("Stage"), "kind": t("Kind"), "tier": t("Tier"), "chain": t("Industry chain"),
        "park": t("Park"), "list": t("List"), "time": t("Milestones"), "award": t("Decided"),
    }  # fmt: skip
    found = []
    for name, label in labels.items():
        counts = Counter(code for one in profiles for code in OF[name](one))
        if counts and set(counts.values()) != {len(profiles)}:
            named = {code: _named(volume, name, code) for code in _ordered(volume, name, counts)}
            found.append(Facet(name, label, [(code, word, counts[code]) for code, word in named.items()]))
    return found


def _ordered(volume: Volume, facet: str, codes: Iterable[str]) -> list[str]:
    """The codes in the order of their table or code list."""
    reference, held = volume.tables.reference, set(codes)
    orders: Mapping[str, Iterable[str]] = {
        "area": reference.areas,
        "stage": STAGES,
        "kind": words.KINDS,
        "tier": TIERS,
        "chain": reference.breakdowns,
        "park": volume.tables.projects,
        "list": reference.mechanisms,
        "time": words.states(volume.voice),
        "award": words.AWARDS,
    }
    return [code for code in orders[facet] if code in held]


def _named(volume: Volume, facet: str, code: str) -> Markup:
    voice, reference, schedule = volume.voice, volume.tables.reference, volume.newest.schedule
    today = bool(schedule and schedule.whole and schedule.whole.tally.today)
    naming: Mapping[str, Callable[[], Markup]] = {
        "area": lambda: voice.area(code),
        "stage": lambda: voice.stage(code),
        "kind": lambda: words.kind(voice, code),
        "tier": lambda: words.tier(voice, code),
        "chain": lambda: voice.name(reference.breakdowns[code]),
        "park": lambda: voice.say(volume.tables.projects[code].name),
        "list": lambda: voice.say(reference.mechanisms[code].name),
        "time": lambda: words.states(voice, today=today)[code],
        "award": lambda: words.award(voice, code),
    }
    return naming[facet]()


def index_path(volume: Volume) -> str:
    """Where the file lies, below the site's root; its texts are in one language."""
    prefix = "" if volume.lang == "zh" else "en/"
    return f"{prefix}{volume.tables.bulletin.id}/projects/index.json"


def index(volume: Volume, profiles: Iterable[Profile], what: Callable[[Profile], Markup]) -> File:
    """A row a project: id, name, what stands beside it, further names to search, and the codes of each choice."""
    held = [
        [
            one.project.id,
            one.project.name.of(volume.lang),
            str(what(one).striptags()),
            " ".join(_also(one.project, volume.lang)),
            *(" ".join(of(one)) for of in OF.values()),
        ]
        for one in profiles
    ]
    data = {"choices": list(OF), "projects": held}
    return File(index_path(volume), json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode())


def _also(project: Project, lang: Lang) -> Iterator[str]:
    """What else a project is found by: its name in the other language, its investor, other spellings."""
    yield from filter(None, (project.name.en if lang == "zh" else project.name.zh, project.investor, *project.aliases))
