"""One title for a licence, wherever a descriptor names it."""

from generator.model.licences import described


def test_a_known_licence_has_title_and_address() -> None:
    assert described("CC-BY-4.0") == {
        "name": "CC-BY-4.0",
        "title": "Creative Commons Attribution 4.0 International",
        "path": "https://creativecommons.org/licenses/by/4.0/",
    }


def test_an_unknown_one_is_named() -> None:
    assert described("OGL-CN-1.0") == {"name": "OGL-CN-1.0"}
