"""The arithmetic around the figures of a panel: what was checked, what follows from them, what must not be computed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from generator.model.figure import Figure
from generator.model.mechanism import Mechanism
from generator.model.reference import Relation

from .. import rows
from ..volume import Volume
from .panel import Section


def sections(volume: Volume, figures: Iterable[Figure], mechanism: Mechanism) -> Iterator[Section]:
    """The relations in which any of ``figures`` or the mechanism itself stands, by what is to be made of them."""
    own = {mechanism.id, *(figure.id for figure in figures)}
    known = [one for one in volume.tables.reference.relations.values() if own.intersection((*one.operands, one.result))]
    t = volume.voice.t
    if checked := [one for one in known if one.verdict == "verified"]:
        text = tuple(_told(volume, one) for one in checked)
        yield Section("checked", t("Checked against one another"), text)
    computed = [figure for one in known if (figure := volume.figure(f"calc.{one.id}"))]
    counted = [_told(volume, one) for one in known if one.verdict == "implied" and one.rule == "none"]
    if computed:
        said = t(
            "These figures are not in the sources. We computed them from published ones; "
            "the formula stands beside each."
        )
        yield Section("computed", t("Computed from them"), (*counted, said), rows.computed(volume, computed))
    elif counted:
        yield Section("computed", t("Computed from them"), tuple(counted))
    open_ = [one for one in known if one.verdict == "ambiguous" and not volume.figure(f"calc.{one.id}")]
    if refused := [*open_, *(one for one in known if one.verdict in {"not_comparable", "conflict"})]:
        text = tuple(_told(volume, one) for one in refused)
        yield Section("not-computed", t("What not to compute"), text)


def figures_of(volume: Volume, figures: Iterable[Figure]) -> list[Figure]:
    """The computed figures among the relations of ``figures``, for sources and downloads."""
    own = {figure.id for figure in figures}
    computed = (one for told in volume.computed_from.values() for one in told)
    return [one for one in computed if own.intersection(one.inputs)]


def _told(volume: Volume, relation: Relation) -> Markup:
    say = volume.voice.say
    if not relation.note.of(volume.lang):
        return volume.voice.t("{statement}.", statement=say(relation.statement))
    return volume.voice.t("{statement}. {note}", statement=say(relation.statement), note=say(relation.note))
