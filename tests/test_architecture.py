"""The import rule: errors <- model <- {intake, measures, pages, site} <- build <- cli; one door a library."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

GENERATOR = Path(__file__).parents[1] / "generator"
ROOMS = ("intake", "measures", "pages", "site")
ROOT = ("apart", "aside", "errors", "kept", "memory")
BELOW = {
    "errors": (),
    "apart": ("errors",),
    "aside": ("model",),
    "kept": (),
    "memory": (),
    "model": ("errors", "model"),
    **{room: (*ROOT, "model", room) for room in ROOMS},
}
BELOW["demo"] = ("errors", "model", "intake", "demo")  # stands above intake, as an editor does
DOORS = {
    "frictionless": ("intake",),
    "numpy": ("measures",),
    "pandas": ("measures",),
    "altair": ("pages/charts",),
    "vl_convert": ("pages/charts",),
    "jinja2": ("pages/render.py",),
    "mkdocs": ("site",),
    "pagefind": ("site",),
    "watchdog": ("site",),
    "rich": ("progress.py",),
    "click": ("cli.py",),
    "filelock": ("build.py", "site/publish.py"),
}


def imports(path: Path) -> Iterator[str]:
    """Every module that ``path`` imports, by its full name."""
    package = ["generator", *path.relative_to(GENERATOR).parent.parts]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            module = ".".join([*base, *([node.module] if node.module else [])])
            yield module
            yield from (f"{module}.{alias.name}" for alias in node.names)


MODULES = sorted(path.relative_to(GENERATOR).as_posix() for path in GENERATOR.rglob("*.py"))


@pytest.mark.parametrize("module", MODULES)
def test_imports_point_one_way(module: str) -> None:
    room = module.partition("/")[0].removesuffix(".py")
    if room not in BELOW:
        return
    for name in imports(GENERATOR / module):
        parts = name.split(".")
        if parts[0] == "generator" and len(parts) > 1:
            assert parts[1] in BELOW[room], f"{module} imports {name}"


@pytest.mark.parametrize("module", MODULES)
def test_each_library_has_its_one_door(module: str) -> None:
    for name in imports(GENERATOR / module):
        doors = DOORS.get(name.partition(".")[0])
        assert doors is None or module.startswith(doors), f"{module} imports {name}"


@pytest.mark.parametrize("module", MODULES)
def test_other_rooms_are_named_in_full(module: str) -> None:
    """Inside a room imports are relative, across rooms absolute: a reader sees at once where a name is from."""
    for node in ast.walk(ast.parse((GENERATOR / module).read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.level:
            depth = len(Path(module).parent.parts)
            assert node.level <= depth, f"{module}: {'.' * node.level}{node.module} leaves its room"


def test_no_module_is_a_drawer_for_everything() -> None:
    assert not [module for module in MODULES if Path(module).stem in {"utils", "helpers", "common", "misc"}]
