"""Pagefind as a program, asked for the index of some pages in a given order.

Of a folder it numbers the pages in the order in which the disk lists them, which is another one on another disk. So it
is given one page after the other, as its own libraries do it: JSON in Base64, with a comma behind each.
"""

from __future__ import annotations

import json
import re
from base64 import b64decode, b64encode
from collections.abc import Iterable
from contextlib import suppress
from io import BufferedReader
from pathlib import Path
from subprocess import PIPE, Popen
from typing import Any, cast

from generator.apart import program
from generator.errors import BuildError

from .addresses import checked

_PATTERN = re.compile(r"([?*$:<>()\[\]{},\\])")  # what has a meaning in the paths that it is asked for


def write_index(folder: Path, pages: Iterable[str], target: Path) -> None:
    """Write the index of ``pages``, paths below ``folder``, to ``target``. BuildError with what Pagefind says of it.

    It hands the files over, and we write them: told to write, it answers before all it wrote is on the disk.
    """
    with Popen(program("pagefind", "--service"), cwd=folder, stdin=PIPE, stdout=PIPE, stderr=PIPE) as service:
        number = _asked(service, {"type": "NewIndex", "config": None})["index_id"]
        for page in pages:
            one = _PATTERN.sub(r"\\\1", page)
            found = _asked(service, {"type": "AddDir", "index_id": number, "path": ".", "glob": one})
            if found["page_count"] != 1:
                raise BuildError(f"the search index could not be made: Pagefind does not find {page}")
        files = _asked(service, {"type": "GetFiles", "index_id": number})["files"]
    for file in files:
        place = target / checked(file["path"])
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(b64decode(file["content"]))


def _asked(service: Popen[bytes], request: dict[str, Any]) -> dict[str, Any]:
    """Its answer. A request is sent when the one before is answered, so neither side waits for the other to read."""
    asks, answers, complains = (
        cast("BufferedReader", pipe) for pipe in (service.stdin, service.stdout, service.stderr)
    )
    with suppress(BrokenPipeError):  # it has ended; why, it has said
        asks.write(b64encode(json.dumps({"message_id": 1, "payload": request}).encode()) + b",")
        asks.flush()
    said = bytearray()
    while not said.endswith(b",") and (part := answers.read1()):
        said += part
    try:
        answer: dict[str, Any] = json.loads(b64decode(said))["payload"]
    except ValueError as error:
        told = complains.read().decode(errors="replace").strip()
        raise BuildError(f"the search index could not be made:\n{told}") from error
    if answer["type"] == "Error":
        raise BuildError(f"the search index could not be made:\n{answer['message']}")
    return answer
