"""The search index: the same bytes on every disk, kept whole, and found again."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path

import pytest

from generator.errors import BuildError
from generator.site.indexer import write_index
from generator.site.search import FOLDER, index, tidy
from generator.site.tree import files_below
from generator.site.writer import Writer

PAGES = [f"{name}/index.html" for name in ("a", "b", "c", "d", "e")]
HTML = '<html lang="zh"><body><main data-pagefind-body><h1>县{0}</h1><p>投资{0}增长</p></main></body></html>'


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A folder in memory if there is any: there files are listed by the time when they were made."""
    memory = Path("/dev/shm")
    folder = Path(tempfile.mkdtemp(dir=memory if memory.is_dir() else tmp_path))
    yield folder
    shutil.rmtree(folder)


def site(folder: Path, order: Sequence[str]) -> Path:
    for page in order:
        (folder / page).parent.mkdir(parents=True)
        (folder / page).write_text(HTML.format(page[0]), "utf-8")
    return folder


def digests(folder: Path) -> dict[str, str]:
    return {name: sha256((folder / name).read_bytes()).hexdigest() for name in files_below(folder)}


def test_the_order_in_which_a_disk_lists_pages_does_not_show(disk: Path) -> None:
    made = []
    for number, order in enumerate((PAGES, PAGES[::-1])):
        write_index(site(disk / f"pages{number}", order), PAGES, disk / f"index{number}")
        tidy(disk / f"index{number}")
        made.append(digests(disk / f"index{number}"))
    assert made[0] == made[1] and len([name for name in made[0] if name.endswith(".pf_fragment")]) == len(PAGES)


def test_a_page_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(BuildError, match="does not find x"):
        write_index(site(tmp_path / "pages", PAGES), ["a/index.html", "x/index.html"], tmp_path / "index")


def test_letters_that_mean_something_in_a_pattern_are_letters(tmp_path: Path) -> None:
    odd = ["a[1]{b},(c)!/index.html", "a1/index.html"]
    write_index(site(tmp_path / "pages", odd), odd, tmp_path / "index")
    assert len([*(tmp_path / "index").rglob("*.pf_fragment")]) == 2


def written(folder: Path, name: str, cache: Path, *, stale: bool = False) -> dict[str, str]:
    """The index that a site gets which has the pages in ``folder``."""
    writer = Writer(folder / name)
    for page in PAGES:
        writer.write(page, (folder / "site" / page).read_bytes())
    index(folder / name, writer, cache, stale=stale)
    return digests(folder / name / FOLDER)


def test_an_index_is_kept_and_a_damaged_one_is_made_again(tmp_path: Path) -> None:
    site(tmp_path / "site", PAGES)
    cache = tmp_path / "cache" / "search.pickle"
    first = written(tmp_path, "first", cache)
    kept = cache.read_bytes()
    assert written(tmp_path, "second", cache) == first and cache.read_bytes() == kept
    cache.write_bytes(kept[:-1] + bytes([kept[-1] ^ 1]))
    assert written(tmp_path, "third", cache) == first and cache.read_bytes() == kept
    assert not [path for path in cache.parent.iterdir() if path != cache]


def test_a_stale_index_serves_a_preview_only(tmp_path: Path) -> None:
    site(tmp_path / "site", PAGES)
    cache = tmp_path / "cache" / "search.pickle"
    first = written(tmp_path, "first", cache)
    (tmp_path / "site" / PAGES[0]).write_text(HTML.format("z"), "utf-8")
    assert written(tmp_path, "preview", cache, stale=True) == first
    assert written(tmp_path, "build", cache) != first
