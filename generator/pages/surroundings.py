"""What the theme shows around every page: nameplate, standing, publisher, licence, where to write."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .volume import Volume


def around(volume: Volume) -> dict[str, object]:
    """What stands around the pages of a bulletin."""
    bulletin, edition = volume.tables.bulletin, volume.voice.edition(volume.newest.name)
    return {
        "bulletin": bulletin.title.of(volume.lang),
        "edition": str(edition.striptags()),
        "publisher": bulletin.publisher.of(volume.lang),
        "official": bulletin.official,
        "demonstration": bulletin.demonstration,
        "notice": notice(volume),
        "licence": bulletin.licence,
        "licence_href": "licence/",
        "contact": bulletin.contact,
        "record_numbers": list(bulletin.record_numbers),
    }


def around_home(every: Sequence[Mapping[str, object]]) -> dict[str, object]:
    """What stands around the site's own front page: only what is true of every bulletin on it."""
    shared = {name: value for name, value in every[0].items() if all(one[name] == value for one in every)}
    blank = {"publisher": "", "notice": "", "licence": "", "contact": "", "record_numbers": []}
    standing = {name: all(one[name] for one in every) for name in ("official", "demonstration")}
    return blank | shared | standing | {"bulletin": "", "edition": "", "licence_href": ""}


def notice(volume: Volume) -> str:
    """What every page says of the bulletin's standing; empty for an official publication."""
    bulletin, t = volume.tables.bulletin, volume.voice.t
    if bulletin.demonstration:
        return str(t("Demonstration data about fictional places. No real place is described here."))
    if bulletin.official:
        return ""
    return str(t("Unofficial: compiled from published reports. Official figures are those of the statistical offices."))
