"""ZIP archives that come out the same on every machine, and the kept files of a released edition."""

from __future__ import annotations

import io
import time
import zipfile
from collections.abc import Iterable
from pathlib import Path

from generator.errors import BuildError
from generator.model.page import File

from .addresses import checked

ZIP_EPOCH = 315_532_800  # 1980-01-01, the earliest time that a ZIP entry can carry
LEVEL = 6  # 9 takes three times as long for one per cent
LARGEST = 1 << 30  # bytes in an unpacked archive of a release; beyond it the archive is not one of ours


def archive(files: Iterable[File], epoch: int = ZIP_EPOCH) -> bytes:
    """The files as one ZIP: entries sorted by path, every time set to ``epoch``, permissions and level fixed."""
    stamp = time.gmtime(max(epoch, ZIP_EPOCH))[:6]
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as target:
        for file in sorted(files, key=lambda file: file.path):
            entry = zipfile.ZipInfo(checked(file.path), stamp)
            entry.create_system = 3  # Unix everywhere, or the bytes would tell the platform
            entry.external_attr = 0o100644 << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, file.content, compresslevel=LEVEL)
    return packed.getvalue()


def kept(path: Path) -> list[File]:
    """The files of a released edition as they were kept in ``released/<E>.zip``, byte for byte."""
    if not zipfile.is_zipfile(path):
        raise BuildError(f"{path.name}: is no archive")
    with zipfile.ZipFile(path) as source:
        entries = source.infolist()
        if sum(entry.file_size for entry in entries) > LARGEST:
            raise BuildError(f"{path.name}: unpacks to more than a release can hold")
        return [File(checked(entry.filename), source.read(entry)) for entry in entries]
