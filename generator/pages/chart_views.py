"""What a chart says: title, line under it, labels, text alternative and origin, from the figures it shows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal

from markupsafe import Markup

from generator.model.codes import SUMMABLE
from generator.model.figure import Figure
from generator.model.reference import Indicator

from .charts.view import ChartView, Kind, Mark
from .volume import Volume
from .wording.escape import plain

NOTHING = Markup("")
LISTED_IN_TITLE = 3  # up to so many values stand in the title; of more, the largest and the smallest


Label = Callable[[Volume, Figure], str]


def period_label(volume: Volume, figure: Figure) -> str:
    return plain(volume.voice.time_of(figure))


def area_label(volume: Volume, figure: Figure) -> str:
    return str(volume.voice.area(figure.key.subject).striptags())


def part_label(volume: Volume, figure: Figure) -> str:
    part = volume.tables.reference.breakdowns.get(figure.key.breakdown)
    return part.name.of(volume.lang) if part else _whole(volume)


def _whole(volume: Volume) -> str:
    return plain(volume.voice.t("total"))


def listed(volume: Volume, figures: Sequence[Figure], label: Label) -> str:
    """The values in words; of many, the first and the last of their order."""
    t = volume.voice.t
    shown = figures if len(figures) <= LISTED_IN_TITLE else [figures[0], figures[-1]]
    words = ((label(volume, figure), value_in_title(volume, figure)) for figure in shown)
    values = t("; ").join(t("{value} ({label})", label=name, value=value) for name, value in words)
    return values + unit_after(volume, figures[0])


def view(
    volume: Volume,
    indicator: Indicator,
    kind: Kind,
    key: str,
    figures: Sequence[Figure],
    *,
    title: Markup,
    label: Label | None = None,
    target: Figure | None = None,
    elapsed: Decimal | None = None,
    emphasis: frozenset[str] = frozenset(),
    remark: Markup = NOTHING,
) -> ChartView:
    label = label or (period_label if kind == "time" else area_label)
    stated = [figure for figure in figures if not figure.missing]
    subtitle = _subtitle(volume, indicator, stated[0], kind)
    missing = tuple(
        (label(volume, figure), plain(volume.voice.status(figure.status))) for figure in figures if figure.missing
    )
    words = [plain(title), plain(subtitle), *(f"{name}: {reason}" for name, reason in missing)]
    return ChartView(
        key=_slug(f"{volume.tables.bulletin.id}-{key}"),
        home=f"indicators/{indicator.id}/" if kind in {"bars", "spread"} else volume.home_of(figures[0]),
        kind=kind,
        title=plain(title),
        subtitle=plain(subtitle),
        alt=plain(volume.voice.t(". ")).join(words),
        unit=_unit_name(volume, stated[0]),
        marks=tuple(_mark(volume, figure, label, lit=figure.key.subject in emphasis) for figure in stated),
        missing=missing,
        target=_mark(volume, target, _target_label) if target else None,
        elapsed=elapsed,
        lang=volume.lang,
        anew=kind == "time" and cumulated(stated[0]),
        note=plain(volume.voice.passage([*([remark] if remark else []), origin(volume, stated)])),
    )


def cumulated(figure: Figure) -> bool:
    """True for a sum that grows through its year; not for a rate, even of a time that begins in January."""
    return figure.period.year_to_date and is_sum(figure)


def is_sum(figure: Figure) -> bool:
    """True for a value that adds up over areas, not for a rate or a rank."""
    return figure.key.measure == "level" and figure.unit.kind in SUMMABLE


def first_like_last(points: Sequence[Figure]) -> Figure:
    """Of a series, oldest first, the first figure of the last one's part of the year; the first if there is none."""
    alike = (figure for figure in points[:-1] if figure.period.same_part(points[-1].period))
    return next(alike, points[0])


def _target_label(volume: Volume, figure: Figure) -> str:
    return plain(volume.voice.t("Target for {period}", period=period_label(volume, figure)))


def _mark(volume: Volume, figure: Figure, label: Label, *, lit: bool = False) -> Mark:
    part = volume.tables.reference.breakdowns.get(figure.key.breakdown)
    parent = volume.tables.reference.breakdowns.get(part.parent) if part else None
    contained = part is not None and part.nested and label is part_label
    within = parent.name.of(volume.lang) if parent else _whole(volume)
    return mark(volume, figure, label(volume, figure), group=within if contained else "", lit=lit)


def mark(volume: Volume, figure: Figure, label: str, *, group: str = "", lit: bool = False) -> Mark:
    """A figure with a value as a mark. ``group``: label of the mark that contains it."""
    return Mark(
        label=label,
        value=figure.value or Decimal(0),
        text=volume.voice.worded(figure, prose=False, unit=figure.unit.id == "pct").plain,
        row=figure.id,
        status=figure.status,
        bound=figure.bound,
        value_high=figure.value_high,
        emphasis=lit,
        period=figure.period,
        group=group,
    )


def _subtitle(volume: Volume, indicator: Indicator, figure: Figure, kind: Kind) -> Markup:
    voice, measure = volume.voice, volume.tables.reference.measures.get(figure.key.measure)
    name: Markup = voice.name(indicator)
    if measure and measure.id != "level":
        name = voice.t("{indicator}, {measure}", indicator=name, measure=voice.say(measure.name))
    unit = _unit_name(volume, figure)
    if kind == "time":
        return voice.t("{indicator} ({unit})", indicator=name, unit=unit)
    return voice.t("{indicator} ({unit}), {period}", indicator=name, unit=unit, period=period_label(volume, figure))


def value_in_title(volume: Volume, figure: Figure) -> str:
    """A value in a title: with its unit as the drawing has it. English sums keep theirs in the line below."""
    spoken = volume.lang == "en" and figure.unit.kind == "money"
    return volume.voice.worded(figure, prose=False, unit=not spoken).plain


def unit_after(volume: Volume, figure: Figure) -> str:
    """The unit at the end of an English title about money, whose values stand without it."""
    spoken = volume.lang == "en" and figure.unit.kind == "money"
    return f" ({figure.unit.name.en})" if spoken else ""


def origin(volume: Volume, figures: Sequence[Figure]) -> Markup:
    """The sources and editions of ``figures``."""
    t, sources = volume.voice.t, volume.tables.reference.sources
    origins = dict.fromkeys(
        volume.voice.say(sources[figure.source].publisher) if figure.source else t("computed by us")
        for figure in figures
    )
    return signed(volume, [t("Source: {source}", source=volume.voice.listing(origins))], _editions(volume, figures))


def signed(volume: Volume, by: Iterable[Markup], editions: Markup) -> Markup:
    """What a drawing says of its origin, so that a copy of it still does: ``by`` whom, where, and its standing."""
    t, bulletin = volume.voice.t, volume.tables.bulletin
    parts = [*by, t("{bulletin}, {edition}", bulletin=volume.voice.say(bulletin.title), edition=editions)]
    if bulletin.demonstration:
        parts.append(t("demonstration data"))
    elif not bulletin.official:
        parts.append(t("unofficial"))
    return t("; ").join(parts)


def _editions(volume: Volume, figures: Sequence[Figure]) -> Markup:
    """The editions that state ``figures``, oldest first; of many, the first and the last."""
    names = [volume.voice.edition(name, inside=True) for name in sorted({figure.edition for figure in figures})]
    if len(names) > LISTED_IN_TITLE:
        return volume.voice.t("{first} to {last}", first=names[0], last=names[-1])
    return volume.voice.listing(names)


def _unit_name(volume: Volume, figure: Figure) -> str:
    return figure.unit.name.of(volume.lang)


def _slug(text: str) -> str:
    return "".join(letter if letter.isalnum() or letter in "-_" else "-" for letter in text).strip("-")
