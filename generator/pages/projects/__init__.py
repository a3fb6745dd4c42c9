"""The projects, parks, towns, platforms and institutions that the sources name: a list, and a page each."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from generator.model.page import File, Page

from ..drawings import chart_files
from ..volume import Volume
from . import listing, profile
from .dossier import Profile, profiles

__all__ = ["files", "pages"]


def pages(volume: Volume) -> Iterator[Page]:
    """The list in as many pages as it needs, and the page of every project."""
    found = list(profiles(volume))
    yield from listing.pages(volume, found)
    for one in found:
        yield volume.recall(("project", one.project.id), one, partial(profile.page, volume, one))


def files(volume: Volume) -> Iterator[File]:
    """What the filters of the list read, and the files beside the charts of the projects."""
    found = list(profiles(volume))
    if found:
        yield listing.index(volume, found)
    for one in found:
        yield from volume.recall(("project files", one.project.id), one, partial(_files, volume, one))


def _files(volume: Volume, one: Profile) -> list[File]:
    return [file for _, view in profile.charts(volume, one) for file in chart_files(volume, view)]
