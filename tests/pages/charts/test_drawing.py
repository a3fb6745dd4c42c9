"""Drawing: the same bytes every time, and from the cache where nothing changed."""

import pytest

from generator.pages.charts import draw
from generator.pages.charts.drawing import _fingerprint


def test_the_same_view_gives_the_same_bytes(mark, view):
    chart = view("bars", mark("a", "1"), mark("b", "2"))
    assert draw(chart, None) == draw(chart, None)


def test_a_drawing_comes_from_the_cache_the_second_time(mark, view, tmp_path, monkeypatch):
    chart = view("bars", mark("a", "1"))
    first = draw(chart, tmp_path)
    monkeypatch.setattr("generator.pages.charts.drawing._drawn", lambda _: pytest.fail("drawn again"))
    assert draw(chart, tmp_path) == first
    assert len(list(tmp_path.iterdir())) == 1


@pytest.mark.parametrize("change", [{"title": "Other"}, {"lang": "zh"}, {"key": "key-2"}, {"note": "n"}])
def test_any_change_of_the_view_is_another_drawing(mark, view, change):
    assert _fingerprint(view("bars", mark("a", "1"), **change)) != _fingerprint(view("bars", mark("a", "1")))


def test_a_changed_digit_is_another_drawing(mark, view):
    assert _fingerprint(view("bars", mark("a", "529"))) != _fingerprint(view("bars", mark("a", "529.0")))


def test_a_chart_of_nothing_is_refused(view):
    with pytest.raises(ValueError, match="key-1"):
        draw(view("bars"), None)


def test_a_damaged_drawing_is_drawn_again(mark, view, tmp_path):
    chart = view("bars", mark("a", "1"))
    first = draw(chart, tmp_path)
    (kept,) = tmp_path.iterdir()
    whole = kept.read_bytes()
    kept.write_bytes(whole.replace(b"</svg>", b"</gvs>", 1))
    assert draw(chart, tmp_path) == first and kept.read_bytes() == whole
