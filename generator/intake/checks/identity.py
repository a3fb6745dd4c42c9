"""Honest about what it is: whom to write to about an error, and no demonstration in an official dress."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.errors import Problem
from generator.intake.gathering import Gathered

_MAIL = re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)+")
_PAGE = re.compile(r"https?://[^\s\"'<>\\]+")
RESERVED = (".example", ".invalid", ".test", ".localhost", "example.com", "example.org", "example.net")  # RFC 2606


def contact(gathered: Gathered) -> Iterator[Problem]:
    """An address for corrections that reaches nobody."""
    address = gathered.tables.bulletin.contact
    if not _MAIL.fullmatch(address) and not _PAGE.fullmatch(address):
        yield gathered.bulletin_file.problem("contact-form", ("contact",), address)
    elif address.rstrip("/").endswith(RESERVED):
        yield gathered.bulletin_file.problem("contact-example", ("contact",), address)


def official_demonstration(gathered: Gathered) -> Iterator[Problem]:
    """A bulletin about fictional places that calls itself official."""
    bulletin = gathered.tables.bulletin
    if bulletin.official and bulletin.demonstration:
        yield gathered.bulletin_file.problem("official-demonstration", ("official",), "true")
