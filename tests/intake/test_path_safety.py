"""Nothing outside a bulletin's folder is ever opened, whatever a descriptor or a link says."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.errors import DataErrors, UsageError
from generator.intake import bulletins, load, new_edition
from generator.intake.folders import refusal, refusal_of_text
from tests.intake.small_bulletin import Bench

SECRET = "010203,investment,level,,,2022-Q1,42,,A,exact,s1,secret,,,,"


@pytest.mark.parametrize(
    ("path", "rule"),
    [
        ("observations/2022-Q1.csv", ""),
        ("areas.csv", ""),
        ("http://example.org/a.csv", "path-scheme"),
        ("HTTPS://example.org/a.csv", "path-scheme"),
        ("file:a.csv", "path-scheme"),
        ("C:/a.csv", "path-scheme"),
        (r"..\a.csv", "path-backslash"),
        ("/a.csv", "path-absolute"),
        ("//server/a.csv", "path-absolute"),
        ("~root/a.csv", "path-home"),
        ("${HOME}/a.csv", "path-variable"),
        ("%2e%2e/a.csv", "path-variable"),
        ("../a.csv", "path-up"),
        ("a/../../b.csv", "path-up"),
        (".hidden/a.csv", "path-hidden"),
        ("a/.b.csv", "path-hidden"),
        ("", "path-form"),
        ("a//b.csv", "path-form"),
        ("./a.csv", "path-form"),
        ("a\x00.csv", "path-form"),
        ("a\n.csv", "path-form"),
    ],
)
def test_written_paths(path: str, rule: str) -> None:
    assert refusal_of_text(path) == rule


def test_a_pipe_is_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.csv")
    assert refusal(tmp_path, "a.csv") == "path-kind"


def test_a_link_inside_the_folder_is_followed(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("a")
    (tmp_path / "b.csv").symlink_to(tmp_path / "a.csv")
    assert refusal(tmp_path, "b.csv") == ""


def test_a_link_through_a_linked_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "a.csv").write_text("a")
    (tmp_path / "inside").mkdir()
    (tmp_path / "inside" / "observations").symlink_to(tmp_path / "outside")
    assert refusal(tmp_path / "inside", "observations/a.csv") == "path-link"


@pytest.mark.parametrize("name", ["bulletin.yaml", "releases.yaml"])
def test_a_linked_declaration_is_refused(name: str, bench: Bench) -> None:
    (bench.folder / name).rename(bench.datasets / name)
    (bench.folder / name).symlink_to(bench.datasets / name)
    assert ("path-link", name, None, "") in bench.found()


def test_a_linked_package_is_refused(bench: Bench) -> None:
    (bench.folder / "investment").rename(bench.datasets / "elsewhere")
    (bench.folder / "investment").symlink_to(bench.datasets / "elsewhere")
    assert bench.found() == [("path-link", "investment", None, "")]


def test_a_linked_descriptor_and_schema_are_refused(bench: Bench) -> None:
    for name in ("datapackage.yaml", "schemas/targets.json"):
        (bench.folder / "investment" / name).rename(bench.datasets / Path(name).name)
        (bench.folder / "investment" / name).symlink_to(bench.datasets / Path(name).name)
    assert bench.found() == [("path-link", "investment/datapackage.yaml", None, "")]
    (bench.folder / "investment/datapackage.yaml").unlink()
    (bench.datasets / "datapackage.yaml").rename(bench.folder / "investment/datapackage.yaml")
    assert bench.found() == [("path-link", "investment/datapackage.yaml", 76, "resources.schema")]


def test_a_linked_file_is_not_even_read(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    secret = bench.datasets / "secret.csv"
    secret.write_text(SECRET)
    target = bench.folder / "investment/observations/2022-Q2.csv"
    target.unlink()
    target.symlink_to(secret)
    read: list[Path] = []
    plain = Path.read_bytes
    monkeypatch.setattr(Path, "read_bytes", lambda path: (read.append(path.resolve()), plain(path))[1])
    assert [rule for rule, *_ in bench.found()] == ["path-link"]
    assert secret.resolve() not in read
    assert (bench.folder / "investment/observations/2022-Q1.csv").resolve() in read


def test_no_address_is_fetched(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr("socket.socket.connect", refuse)
    monkeypatch.setattr("socket.getaddrinfo", refuse)
    descriptor = "investment/datapackage.yaml"
    bench.edit(descriptor, "$schema: https://", "profile: http://a.invalid/p\n$schema: http://a.invalid/")
    bench.edit(descriptor, "path: observations/2022-Q2.csv", "path: http://a.invalid/a.csv")
    rules = {rule for rule, *_ in bench.found()}
    assert {"yaml-key-unknown", "descriptor-profile", "path-scheme"} <= rules


@pytest.mark.parametrize("name", ["../demo", "/tmp", ".demo", "none", "a/b", "Demo", ""])
def test_there_is_no_such_bulletin(name: str, bench: Bench) -> None:
    with pytest.raises(UsageError):
        load(bench.datasets, name)


def test_bulletins_are_plain_folders_with_a_declaration(bench: Bench, tmp_path: Path) -> None:
    (bench.datasets / "linked").symlink_to(bench.folder)
    (bench.datasets / "empty").mkdir()
    (bench.datasets / ".hidden").mkdir()
    (bench.datasets / ".hidden" / "bulletin.yaml").write_text("id: x")
    assert bulletins(bench.datasets) == ("demo",)


def test_a_deeply_nested_descriptor_ends_in_words(bench: Bench) -> None:
    bench.write("bulletin.yaml", "a: " + "[" * 100_000, describe=False)
    assert bench.found()[0][:2] == ("yaml-deep", "bulletin.yaml")


def test_a_bomb_of_aliases_ends_in_words(bench: Bench) -> None:
    rows = "\n".join(f"b{n}: &b{n} [{', '.join([f'*b{n - 1}'] * 9)}]" for n in range(1, 30))
    bench.write("releases.yaml", f"b0: &b0 [x]\n{rows}\n", describe=False)
    assert [rule for rule, *_ in bench.found()] == ["yaml-anchor"]


@pytest.mark.parametrize("name", ["en", "assets", "pagefind", "data", "editions"])
def test_a_bulletin_cannot_take_a_name_of_the_site(name: str, bench: Bench) -> None:
    bench.folder.rename(bench.datasets / name)
    declaration = bench.datasets / name / "bulletin.yaml"
    declaration.write_text(declaration.read_text("utf-8").replace("id: demo", f"id: {name}"), "utf-8")
    with pytest.raises(DataErrors) as caught:
        load(bench.datasets, name)
    assert [(problem.rule, problem.line) for problem in caught.value.problems] == [("name-reserved", 1)]
    with pytest.raises(UsageError, match=name):
        new_edition(bench.datasets, name, "2022-Q3")


def test_a_missing_folder_of_bulletins_is_said(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no folder"):
        bulletins(tmp_path / "none")
