"""The licences that a bulletin may name by their SPDX id, as descriptors write them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Licence(NamedTuple):
    """Title and address of a licence."""

    title: str
    address: str


LICENCES: Mapping[str, Licence] = {
    "CC-BY-4.0": Licence(
        "Creative Commons Attribution 4.0 International", "https://creativecommons.org/licenses/by/4.0/"
    ),
    "CC0-1.0": Licence("CC0 1.0 Universal", "https://creativecommons.org/publicdomain/zero/1.0/"),
    "ODbL-1.0": Licence(
        "Open Data Commons Open Database License 1.0", "https://opendatacommons.org/licenses/odbl/1-0/"
    ),
    "OGL-UK-3.0": Licence(
        "Open Government Licence 3.0", "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"
    ),
}


def described(licence: str) -> dict[str, str]:
    """The licence as an entry of ``licenses`` in a descriptor; of one that is not known, its name alone."""
    known = LICENCES.get(licence)
    return {"name": licence, "title": known.title, "path": known.address} if known else {"name": licence}
