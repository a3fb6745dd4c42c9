"""The order in which a chart shows its marks."""


def test_largest_first_ties_in_their_order_tiers_after_what_contains_them(mark, view):
    from generator.pages.charts.view import ordered

    marks = (
        mark("b", "5"),
        mark("over 1bn", "2", group="all"),
        mark("all", "9"),
        mark("a", "5"),
        mark("over 500m", "4", group="all"),
    )
    assert [one.label for one in ordered(marks)] == ["all", "over 500m", "over 1bn", "b", "a"]


def test_a_group_that_is_no_mark_makes_no_tier(mark):
    from generator.pages.charts.view import ordered

    assert [one.label for one in ordered((mark("a", "1", group="gone"), mark("b", "2")))] == ["b", "a"]


def test_tiers_stand_once_where_two_marks_have_the_name_of_what_contains_them(mark):
    from generator.pages.charts.view import ordered

    marks = (mark("other", "3"), mark("other", "9"), mark("tier", "1", group="other"))
    assert [(one.label, int(one.value)) for one in ordered(marks)] == [("other", 9), ("tier", 1), ("other", 3)]
