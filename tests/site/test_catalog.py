from __future__ import annotations

import csv
import hashlib
import io
import json
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urljoin
from urllib.request import urlopen

import pytest

from generator.model.edition import Edition
from generator.site.catalog import catalog
from generator.site.packages import edition_files, newest_files
from generator.site.tree import add
from generator.site.writer import Writer

Make = Callable[[str], Edition]
Schemas = dict[str, dict[str, Any]]
EPOCH = 1_795_309_200  # 2026-11-22T01:00:00Z


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def root(make_edition: Make, schemas: Schemas, tmp_path: Path) -> Iterator[str]:
    """The address of a site that stands under a sub-path."""
    editions = [make_edition("2022-Q1"), make_edition("2022-Q4")]
    files = [file for edition in editions for file in edition_files(edition, schemas, EPOCH)]
    files += newest_files(files, "demo", "2022-Q4", EPOCH)
    add(
        [*files, catalog([(editions[0].tables.bulletin, [edition.release for edition in editions])], files)],
        Writer(tmp_path / "sub" / "path"),
    )
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(tmp_path))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/sub/path/"
        server.shutdown()


def load(address: str) -> bytes:
    with urlopen(address) as answer:
        content: bytes = answer.read()
    return content


def test_a_program_that_knows_only_the_root_loads_every_table(root: str) -> None:
    listed = json.loads(load(urljoin(root, "catalog.json")))
    tables: dict[str, list[list[str]]] = {}
    for bulletin in listed["bulletins"]:
        places = [("newest", bulletin), *((edition["edition"], edition) for edition in bulletin["editions"])]
        for name, place in places:
            for package in place["packages"]:
                address = urljoin(root, package["datapackage"]["path"])
                descriptor = load(address)
                assert hashlib.sha256(descriptor).hexdigest() == package["datapackage"]["sha256"]
                for resource in json.loads(descriptor)["resources"]:
                    content = load(urljoin(address, resource["path"]))
                    assert f"sha256:{hashlib.sha256(content).hexdigest()}" == resource["hash"]
                    found = list(csv.reader(io.StringIO(content.decode())))
                    assert len(found) - 1 == package["rows"][resource["name"]]
                    tables[f"{name}/{package['name']}/{resource['name']}"] = found
    assert len(tables["newest/money/observations"]) == 6
    assert len(tables["2022-Q1/money/observations"]) == 5
    assert tables["newest/projects/status"] == tables["2022-Q4/projects/status"]
    assert {key.split("/")[1] for key in tables} == {"money", "projects", "reference"}


def test_the_catalogue_says_what_is_published(make_edition: Make, schemas: Schemas) -> None:
    edition = make_edition("2022-Q4")
    files = edition_files(edition, schemas, EPOCH)
    files += newest_files(files, "demo", "2022-Q4", EPOCH)
    said = json.loads(catalog([(edition.tables.bulletin, [edition.release])], files).content)["bulletins"][0]
    assert (said["id"], said["newest"], said["official"], said["demonstration"]) == ("demo", "2022-Q4", False, True)
    assert said["archive"]["path"] == "demo/data/demo.zip"
    assert [package["name"] for package in said["packages"]] == ["money", "projects", "reference"]
    assert said["editions"][0]["released_at"] == "2026-11-22T09:00:00+08:00"
    assert said["editions"][0]["figures"]["path"] == "demo/editions/2022-Q4/figures.csv"
