"""Where the projects of a pipeline are: by area, tier, size, chain and park; and the leads that come before them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from markupsafe import Markup

from generator.model.pipeline import Part, Pipeline, Sum
from generator.model.project import LeadStep

from ..order import grouped
from ..projects import words
from ..render import block
from ..volume import Volume
from ..wording.escape import inert
from ..wording.voice import Voice
from .panel import NAMED, Section


def unit(volume: Volume, sums: Iterable[Sum]) -> Markup:
    """The unit of investment; empty if none is stated."""
    return next((volume.voice.say(one.invested.unit.name) for one in sums if one.invested), Markup(""))


def parts(volume: Volume, pipeline: Pipeline) -> Section:
    """A table for each dimension in which there are parts."""
    t, tables = volume.voice.t, []
    titles = {
        "area": t("By area"),
        "tier": t("By tier"),
        "size": t("By size"),
        "chain": t("By industry chain"),
        "host": t("By park"),
    }
    for dimension, some in grouped(pipeline.parts, lambda part: part.dimension).items():
        lines = [(_name(volume, part), part) for part in some]
        title, nested = titles[dimension], some[0].nested
        money = unit(volume, (part.all for part in some))
        tables.append(block("parts", volume.voice, name=dimension, title=title, nested=nested, unit=money, lines=lines))
    return Section("parts", t("Where they are"), (), "\n".join(tables))


def _name(volume: Volume, part: Part) -> Markup:
    voice, tables = volume.voice, volume.tables
    match part.dimension:
        case "area":
            return voice.area(part.name)
        case "tier":
            return words.tier(voice, part.name)
        case "size":
            return _floor(voice, part)
        case "chain" if part.name in tables.reference.breakdowns:
            return voice.name(tables.reference.breakdowns[part.name])
        case "host" if part.name in tables.projects:
            return voice.say(tables.projects[part.name].name)
    return inert(part.name)


def _floor(voice: Voice, part: Part) -> Markup:
    """A class of size, in the words of the investment that is stated: 10亿元以上; 1 billion yuan and over."""
    figure, floor = part.all.invested, Decimal(part.name)
    if figure is None or figure.unit.factor is None:
        return inert(part.name)
    value = floor * 10**8 / Decimal(figure.unit.factor.numerator)
    said = voice.worded(replace(figure, value=value, value_high=None, bound="exact"))
    number = Markup('<data value="{}">{}</data>{}').format(value, said.digits, said.after)
    return voice.t("{sum} and over", sum=number)


def leads(volume: Volume, pipeline: Pipeline) -> Section:
    """How far the leads of the area are, from first information to follow-up."""
    voice, every = volume.voice, {lead.id: lead for lead in volume.newest.dossier.leads}
    steps = [(_step(voice, step), [every[one] for one in some]) for step, some in pipeline.leads]
    table = block("leads", voice, steps=steps, projects=volume.tables.projects, most=NAMED)
    return Section("leads", voice.t("Leads"), (), table, projects=True)


def _step(voice: Voice, step: LeadStep) -> Markup:
    t = voice.t
    return {
        "information": t("first information"),
        "screening": t("screening for obstacles"),
        "assessment": t("assessment"),
        "joint_review": t("joint review"),
        "coordination": t("coordination"),
        "report": t("project report"),
        "service": t("follow-up"),
        "dropped": t("dropped"),
    }[step]
