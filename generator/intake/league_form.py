"""The form of a league in ``leagues.yaml``: its keys, and the words and numbers that they take."""

from __future__ import annotations

from typing import get_args

from generator.model.league import Aggregation, Kind

from .entries import Entry, Form, group, list_of, read_as

_ID, _EDITION, _PART = read_as("league-id"), read_as("edition-form"), read_as("share-form", "0", "1")
_TEXT, _FLAG, _SHARE, _NUMBER = Entry(), Entry(bool), read_as("share-form"), read_as("number-form")
_AGGREGATION = Entry(words=get_args(Aggregation))
_NORMALISATION = group(
    Form(
        {"kind": Entry(words=(*get_args(Kind), "efficacy"))},
        {"onto": list_of(_SHARE), "cap": _FLAG, "ddof": read_as("integer-form", "0", "1")},
    )
)
_OUTLIERS = group(
    Form({"kind": Entry(words=("none", "winsorise", "log", "coinr"))}, {"most": read_as("integer-form", "1", "1000")})
)
_ITEM = Form(
    {"indicator": _TEXT, "weight": _SHARE},
    {
        "id": _ID, "measure": _TEXT, "breakdown": _TEXT, "direction": Entry(words=("up", "down")),
        "worst": _NUMBER, "best": _NUMBER, "log": _FLAG,
    },
)  # fmt: skip
_block: dict[str, Entry] = {"block": _ID, "title": _TEXT, "title_en": _TEXT, "weight": _SHARE}
_MEMBERS = list_of(group(Form(_block, {"aggregation": _AGGREGATION}), _ITEM))
_block["members"] = _MEMBERS  # blocks stand in blocks
_AMOUNT = read_as("number-form", "0")
_REWARDS = group(
    Form(
        {"places": read_as("integer-form", "1", "1000")},
        {
            "amounts": list_of(_AMOUNT), "unit": _TEXT, "cutoff": Entry(words=("share", "all", "none")),
            "budget": _AMOUNT, "step": read_as("number-form", "0.000001"),
        },
    )
)  # fmt: skip
_DOUBT = group(
    Form(
        {},
        {
            "spread": _PART, "normalisations": list_of(_NORMALISATION),
            "outliers": list_of(_OUTLIERS), "aggregations": list_of(_AGGREGATION),
            "runs": read_as("integer-form", "1", "100000"), "seed": read_as("integer-form", "0", "4294967295"),
        },
    )
)  # fmt: skip
LEAGUE = group(
    Form(
        {"id": _ID, "title": _TEXT, "title_en": _TEXT, "peers": _TEXT, "from": _EDITION, "members": _MEMBERS},
        {
            "to": _EDITION, "note": _TEXT, "note_en": _TEXT, "aggregation": _AGGREGATION,
            "normalisation": _NORMALISATION, "outliers": _OUTLIERS,
            "missing": Entry(words=("exclude", "renormalise", "zero")), "threshold": _PART,
            "constant": _PART, "floor": _SHARE, "decimals": read_as("integer-form", "0", "10"),
            "ties": Entry(words=("competition", "dense")), "rewards": _REWARDS, "doubt": _DOUBT,
        },
    )
)  # fmt: skip
