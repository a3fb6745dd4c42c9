"""One figure, one sentence. The only place that turns figures into prose; nothing here judges or predicts."""

from __future__ import annotations

from markupsafe import Markup

from generator.model.codes import NOT_APPLICABLE, TOTAL
from generator.model.figure import Figure

from .escape import inert
from .patterns import counted, pattern, said_below
from .voice import Voice


def sentence(voice: Voice, figure: Figure) -> Markup:
    """``figure`` as a full sentence with its area, period and, for a rank, its peers."""
    if figure.key.kind == "calc":
        return _calculated(voice, figure)
    if figure.key.kind == "amount":
        return _amount(voice, figure)
    if figure.missing and (figure.note or figure.revised):
        return _missing(voice, figure)
    parts: dict[str, object] = {
        "area": voice.area(figure.key.subject),
        "indicator": measured(voice, figure) if figure.key.kind == "target" else subject(voice, figure),
        "value": place(voice, figure, unit=not _numbered(voice, figure), magnitude=said_below(figure)),
        "period": voice.when_of(figure),
        "peers": peers(voice, figure),
        "measure": measure_name(voice, figure),
    }
    if _tier(voice, figure):
        parts |= {"indicator": subject(voice, figure, whole=True), "part": part(voice, figure)}
        return tidy(voice, voice.t("Of {indicator} in {area} {period}, {part}: {value}.", **parts))
    return tidy(voice, pattern(figure)(voice.t, parts))


def _tier(voice: Voice, figure: Figure) -> bool:
    """True for a count of one tier inside a whole: "of them, nine ..." invites no adding."""
    breakdowns = voice.tables.reference.breakdowns
    own = breakdowns.get(figure.key.breakdown)
    counted = figure.key.kind == "obs" and figure.key.measure == "level" and figure.unit.kind == "count"
    contains = any(other.parent == figure.key.breakdown for other in breakdowns.values())
    return own is not None and own.nested and counted and not figure.missing and not contains


def _missing(voice: Voice, figure: Figure) -> Markup:
    """What a source says instead of a value, in the words of the row's note."""
    words = voice.t(
        "{indicator} in {area} {period}: {note}",
        area=voice.area(figure.key.subject),
        indicator=subject(voice, figure),
        period=voice.when_of(figure),
        note=voice.say(figure.note) if figure.note else voice.t("withdrawn."),
    )
    return tidy(voice, words)


def part(voice: Voice, figure: Figure) -> Markup:
    """The part of the whole that a figure is about, as it stands inside a sentence or after another word."""
    name = voice.tables.reference.breakdowns[figure.key.breakdown].name.of(voice.lang)
    return inert(name if voice.lang == "zh" else voice.lowered(name))


def subject(voice: Voice, figure: Figure, *, start: bool = False, whole: bool = False) -> Markup:
    """The indicator as it stands inside a sentence, with its breakdown unless the ``whole`` is meant."""
    reference = voice.tables.reference
    indicator = reference.indicators.get(figure.key.concept)
    name = indicator.name.of(voice.lang) if indicator else figure.key.concept
    if voice.lang == "zh" and figure.unit.kind == "count" and figure.key.measure == "level" and not start:
        name = name.removesuffix("数")  # the measure word after the number says it: 集中开工项目24个
    if not whole and figure.key.breakdown != TOTAL and (part := reference.breakdowns.get(figure.key.breakdown)):
        name = f"{name}（{part.name.zh}）" if voice.lang == "zh" else f"{name} ({voice.lowered(part.name.en)})"
    return inert(name if start or voice.lang == "zh" else voice.lowered(name))


def measured(voice: Voice, figure: Figure) -> Markup:
    """What a figure measures: the indicator, or a share or growth of it."""
    name = subject(voice, figure)
    if figure.key.measure == "level":
        return name
    return voice.t("{measure} of {indicator}", measure=measure_name(voice, figure), indicator=name)


def measure_name(voice: Voice, figure: Figure) -> Markup:
    """What is said of the indicator, as it stands inside a sentence."""
    found = voice.tables.reference.measures.get(figure.key.measure)
    return Markup("") if found is None else inert(found.name.zh if voice.lang == "zh" else voice.lowered(found.name.en))


def peers(voice: Voice, figure: Figure) -> Markup:
    """The areas among which a rank holds."""
    found = voice.tables.reference.peers.get(figure.key.peers)
    return Markup("") if figure.key.peers == NOT_APPLICABLE or found is None else voice.name(found)


def place(voice: Voice, figure: Figure, *, unit: bool = True, magnitude: bool = False) -> Markup:
    """The value; a rank with the number of its peers, but only where a source counts them (第3位，共9个)."""
    found = voice.tables.reference.peers.get(figure.key.peers)
    if figure.unit.kind != "rank" or figure.missing or found is None or found.count is None:
        return voice.figure(figure, unit=unit, magnitude=magnitude)
    return voice.t("{place} of {count}", place=voice.figure(figure), count=voice.counted(found.count))


def _numbered(voice: Voice, figure: Figure) -> bool:
    """True if an English sentence says "numbered": the indicator names what is counted, the unit would repeat it."""
    return voice.lang == "en" and figure.unit.kind == "count" and pattern(figure) is counted


def tidy(voice: Voice, text: Markup) -> Markup:
    """Without the gaps that an undated period leaves; in English beginning with a capital."""
    plain = " ".join(str(text).split(" ")).replace("  ", " ").replace(" .", ".").replace(" ,", ",").replace(" :", ":")
    plain = plain.removeprefix("，").replace("，，", "，") if voice.lang == "zh" else plain[:1].upper() + plain[1:]
    return Markup(plain)  # noqa: S704 - only spaces and commas were taken away


def _calculated(voice: Voice, figure: Figure) -> Markup:
    relation = voice.tables.reference.relations[figure.key.concept]
    return voice.t("{statement}: {value}.", statement=voice.say(relation.statement), value=voice.figure(figure))


def _amount(voice: Voice, figure: Figure) -> Markup:
    project = voice.tables.projects[figure.key.subject]
    return voice.t(
        "{project}: {item} {value}.",
        project=voice.say(project.name),
        item=item_name(voice, figure),
        value=voice.figure(figure),
    )


def item_name(voice: Voice, figure: Figure) -> Markup:
    """What is said of a project; an output, capacity or tax that is only expected says so."""
    t = voice.t
    expected = {
        "annual_capacity": t("planned annual capacity"),
        "annual_output": t("expected annual output value"),
        "annual_tax": t("expected annual tax"),
        "annual_profit_and_tax": t("expected annual profit and tax"),
    }
    if figure.status == "F" and figure.key.concept in expected:
        return expected[figure.key.concept]
    return {
        "total_investment": t("planned total investment"),
        "annual_investment_plan": t("investment planned for the year"),
        "investment_this_year": t("investment done this year"),
        "investment_to_date": t("investment done so far"),
        "plan_completion": t("share of the investment planned for the year that is done"),
        "plan_lead": t("against elapsed time"),
        "land_area": t("land area"),
        "annual_capacity": t("annual capacity"),
        "annual_output": t("annual output value"),
        "annual_tax": t("annual tax"),
        "annual_profit_and_tax": t("annual profit and tax"),
        "start_award": t("award for the start of construction"),
        "referral_award": t("referral award"),
    }[figure.key.concept]
