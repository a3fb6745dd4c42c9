from __future__ import annotations

import pytest

from generator.errors import BuildError
from generator.site.addresses import checked, relative


@pytest.mark.parametrize(
    ("page", "target", "link"),
    [
        ("", "", "./"),
        ("", "taizhou/", "taizhou/"),
        ("taizhou/", "", "../"),
        ("taizhou/", "taizhou/", "./"),
        ("taizhou/", "taizhou/areas/331002/#invest", "areas/331002/#invest"),
        ("taizhou/areas/331002/", "taizhou/", "../../"),
        ("taizhou/areas/331002/", "taizhou/areas/331003/", "../331003/"),
        ("taizhou/areas/331002/", "taizhou/areas/331002/#x", "#x"),
        ("en/taizhou/areas/331002/", "taizhou/data/a.csv", "../../../../taizhou/data/a.csv"),
        ("taizhou/areas/", "taizhou/areas", "../areas"),
        ("a/", "a/b/?q=1/2#c", "b/?q=1/2#c"),
    ],
)
def test_relative(page: str, target: str, link: str) -> None:
    assert relative(page, target) == link


@pytest.mark.parametrize("path", ["", "/a", "../a", "a/../b", "a//b", "a/", "a\\b", "C:/a", "a\nb", "./a"])
def test_a_path_that_could_leave_the_site_is_refused(path: str) -> None:
    with pytest.raises(BuildError):
        checked(path)


def test_an_ordinary_path_is_kept() -> None:
    assert checked("taizhou/editions/2022-Q1/figures.csv") == "taizhou/editions/2022-Q1/figures.csv"
