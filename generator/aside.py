"""Contents set aside on the disk until a site is put together, so that no process holds more than it works on."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from hashlib import file_digest, sha256
from pathlib import Path
from typing import BinaryIO, TypeVar, cast

from generator.model.page import File, Page

Made = TypeVar("Made")


@dataclass(slots=True)
class Pack:
    """A file of contents, one after the other. Where it lies is said by whoever takes it from a cache."""

    name: str
    size: int = field(default=0, compare=False)
    digest: str = field(default="", compare=False)  # SHA-256 of all of it
    folder: str = field(default="", compare=False)

    @property
    def path(self) -> Path:
        return Path(self.folder, self.name)

    def whole(self) -> bool:
        """Whether it is there as it was made."""
        try:
            with self.path.open("rb") as file:
                return file_digest(file, "sha256").hexdigest() == self.digest
        except OSError:
            return False


@dataclass(frozen=True, slots=True)
class Piece:
    """Bytes in a pack. Two are equal if their bytes are."""

    digest: str  # SHA-256
    size: int
    start: int = field(compare=False)
    pack: Pack = field(compare=False, repr=False)

    def read(self) -> bytes:
        """OSError if the pack is gone, or has become shorter."""
        with self.pack.path.open("rb", buffering=0) as file:
            file.seek(self.start)
            content = file.read(self.size)
        if len(content) < self.size:
            raise OSError(f"{self.pack.name} is shorter than it was")
        return content


class Packing:
    """A pack in the making, in one process. The same bytes are set aside once."""

    def __init__(self, folder: Path, name: str) -> None:
        self._pack = Pack(name, folder=str(folder))
        self._file: BinaryIO | None = None
        self._digest = sha256()
        self._known: dict[str, Piece] = {}

    def put(self, content: bytes) -> Piece:
        digest, pack = sha256(content).hexdigest(), self._pack
        if digest not in self._known:
            self._known[digest] = Piece(digest, len(content), pack.size, pack)
            self._append(content)
            self._digest.update(content)
            pack.size, pack.digest = pack.size + len(content), self._digest.hexdigest()
        return self._known[digest]

    def _append(self, content: bytes) -> None:
        if self._file is None:
            self._pack.path.parent.mkdir(parents=True, exist_ok=True)
            self._file = self._pack.path.open("wb", buffering=0)  # what is set aside can be read at once
        rest = memoryview(content)
        while rest:
            rest = rest[self._file.write(rest) :]

    def file(self, file: File) -> File:
        return File(file.path, self.put(file.held)) if isinstance(file.held, bytes) else file

    def page(self, page: Page) -> Page:
        """The page without its blocks, which stand aside."""
        blocks = {
            name: self.put(html.encode()) if isinstance(html, str) else html for name, html in page.blocks.items()
        }
        return replace(page, blocks=blocks)

    def made(self, result: Made) -> Made:
        """``result`` without its bytes, if it is a page or a list of files; anything else as it is."""
        if isinstance(result, Page):
            return cast(Made, self.page(result))
        if isinstance(result, list) and result and isinstance(result[0], File):
            return cast(Made, [self.file(file) for file in result])
        return result
