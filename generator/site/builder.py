"""The builder as a program: it gets the shells that it has not built before, cut into shares for all processors."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from generator.apart import program
from generator.errors import BuildError
from generator.memory import Memory
from generator.model.page import Page

from .addresses import ERROR_PAGE, checked
from .shells import Shell
from .sources import Run, run_settings, shells
from .store import Store, frame_key, shell_key

Builder = Literal["mkdocs", "zensical"]
SHARE = 100  # shells for which another process of the builder is worth its start
_COMMANDS: dict[Builder, tuple[str, ...]] = {
    "mkdocs": ("mkdocs", "build", "--strict", "--clean", "-f", "mkdocs.yml"),
    "zensical": ("zensical", "build", "--strict", "--clean", "-f", "mkdocs.yml"),
}
_COLOUR = re.compile(r"\x1b\[[0-9;]*m")
_TRACE = re.compile(r"^Traceback \(most recent.*?^(?=\w)", re.MULTILINE | re.DOTALL)  # Zensical aborts by raising
_NOISE = re.compile(r"^(INFO|DEBUG)\b|^\s*$|^Aborted with|^RuntimeError: Aborted|^Build (started|finished)")


@dataclass(frozen=True, slots=True)
class Workshop:
    """Where and how pages are built: ``settings`` is the shared mkdocs.yml, ``theme`` its overrides."""

    build: Path
    settings: Path
    theme: Path
    epoch: int
    builder: Builder = "mkdocs"


@dataclass(frozen=True, slots=True)
class Share:
    """Shells of one run that one process builds in ``folder``."""

    name: str
    folder: Path
    settings: str
    sources: Mapping[str, str]  # Markdown by address; the front page is always among them
    wanted: Mapping[str, str]  # address -> key of the shells that are to be kept
    store: Store


@dataclass(frozen=True, slots=True)
class Built:
    """What the builder made of a page's shell, in a file named by what it holds, and the words of the page."""

    file: Path
    words: tuple[str, ...] = ()


def built(pages: Sequence[Page], runs: Sequence[Run], shop: Workshop, memory: Memory | None = None) -> dict[str, Built]:
    """The built shell of every page, by its path below the site's root, and of the error page (``ERROR_PAGE``).

    Only shells that differ from those of the last build go through the builder, each once, at the address of the first
    page that has it. BuildError with what it said of every share that failed: of these nothing is kept, of the others
    all is, and nothing of an earlier build is dropped.
    """
    every = shells(pages, runs, memory)
    shares: list[Share] = []
    asked: list[tuple[Run, dict[str, Shell], dict[str, str], Store]] = []
    for run in runs:
        own = {page.address: every[page.path] for page in pages if _is_of(page, run)}
        settings = run_settings(run, shop.build / run.name, shop.settings, shop.theme)
        frame = frame_key(shop.builder, shop.settings, shop.theme, settings)
        keys = {address: shell_key(frame, shell.source) for address, shell in own.items()}
        if not run.home:  # the front page of the whole site brings the error page
            keys[ERROR_PAGE] = shell_key(frame, ERROR_PAGE)
        store = Store(shop.build / "pages" / shop.builder / run.name)
        first = {key: address for address, key in reversed(keys.items())}
        missing = {first[key]: key for key in store.missing(first)}
        shares += _shares(
            run, settings, {address: shell.source for address, shell in own.items()}, missing, store, shop
        )
        asked.append((run, own, keys, store))
    _run(shares, shop)
    found: dict[str, Built] = {}
    for run, own, keys, store in asked:
        store.keep_only(keys.values())
        words = {address: shell.words for address, shell in own.items()}
        found |= {run.home + address: Built(store.place(key), words.get(address, ())) for address, key in keys.items()}
    return found


def _is_of(page: Page, run: Run) -> bool:
    return (page.lang, page.bulletin) == (run.lang, run.bulletin)


def _shares(
    run: Run, settings: str, sources: Mapping[str, str], missing: Mapping[str, str], store: Store, shop: Workshop
) -> Iterator[Share]:
    """The missing shells of a run, in as many shares as there are processors, unless they are few."""
    addresses = sorted(missing)
    count = min(os.cpu_count() or 1, -(-len(addresses) // SHARE))
    for number in range(count):
        wanted = {address: missing[address] for address in addresses[number::count]}
        held = {address: sources[address] for address in ("", *wanted) if address in sources}
        name = run.name if number == 0 else f"{run.name}.{number + 1}"
        yield Share(name, shop.build / name, settings, held, wanted, store)


def _run(shares: Sequence[Share], shop: Workshop) -> None:
    """Build every share, the largest first, as many at a time as there are processors; all failures at once."""
    ordered = sorted(shares, key=lambda share: -len(share.wanted))
    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        said = list(pool.map(lambda share: _built(share, shop), ordered))
    if failures := [text for text in said if text]:
        raise BuildError("\n".join(failures))


def _built(share: Share, shop: Workshop) -> str:
    """Run the builder for one share and keep its shells; what it complained of, or nothing."""
    _write(share)
    done = subprocess.run(
        program(*_COMMANDS[shop.builder]),
        cwd=share.folder,
        env=environment(shop.epoch),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if done.returncode:
        return f"{shop.builder} could not build {share.name}:\n{readable(done.stdout, share.folder)}"
    made = {address: _made(share, address) for address in share.wanted}
    if lost := [address for address, file in made.items() if not file.is_file()]:
        return "\n".join(f"{share.name}/{address}: {shop.builder} made no such page" for address in lost)
    for address, file in made.items():
        share.store.take(file, share.wanted[address])
    return ""


def _write(share: Share) -> None:
    """The folder of a share, with its settings and sources and nothing else."""
    shutil.rmtree(share.folder, ignore_errors=True)
    for address, source in share.sources.items():
        path = share.folder / "docs" / checked(f"{address}index.md")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(source, "utf-8")
    (share.folder / "mkdocs.yml").write_text(share.settings, "utf-8")


def _made(share: Share, address: str) -> Path:
    return share.folder / "site" / (address if address == ERROR_PAGE else f"{address}index.html")


def environment(epoch: int) -> dict[str, str]:
    """The surroundings of a builder: no clock of its own, no random order, no announcements, no colours."""
    return os.environ | {
        "SOURCE_DATE_EPOCH": str(epoch),
        "PYTHONHASHSEED": "0",
        "PYTHONUTF8": "1",
        "NO_MKDOCS_2_WARNING": "1",  # Material 9.8 announces its end of life on every run otherwise
        "NO_COLOR": "1",
        "TZ": "UTC",
    }


def readable(output: str, folder: Path) -> str:
    """The lines of a builder's output that say what is wrong, indented, without the machine's own paths."""
    plain = _TRACE.sub("", _COLOUR.sub("", output)).replace(f"{folder.resolve()}{os.sep}", "")
    lines = [line.rstrip() for line in plain.splitlines()]
    return "\n".join(f"  {line}" for line in lines if not _NOISE.search(line)) or "  (it gave no reason)"
