"""Industry chains in layers, drawn by hand first."""

from __future__ import annotations

from generator.measures.chains import chain_maps
from generator.model.chain import ChainLink
from generator.model.text import Text


def link(name: str, feeds: str = "", chain: str = "ships") -> ChainLink:
    return ChainLink(name, chain, Text(name, name), "present", tuple(feeds.split()), Text(), "s1", "", Text())


def test_each_link_stands_below_all_that_feed_it() -> None:
    """Engines come late, right above the ship; scrap follows from plate at once, and waits for nobody."""
    rows = [link("hull", "ship"), link("ship"), link("ore", "plate wire"), link("wire", "hull"), link("scrap")]
    rows += [link("plate", "hull scrap"), link("engines", "ship")]
    links = {row.id: row for row in rows}
    layers = chain_maps(links)["ships"].layers
    assert layers == (("ore",), ("wire", "plate"), ("engines", "hull", "scrap"), ("ship",))


def test_links_stand_near_those_that_feed_them() -> None:
    """a and b feed crosswise in the table: without the order of places the ways would cross."""
    links = {row.id: row for row in (link("a", "below_a"), link("b", "below_b"), link("below_b"), link("below_a"))}
    assert chain_maps(links)["ships"].layers == (("a", "b"), ("below_a", "below_b"))


def test_chains_are_apart_even_where_one_feeds_the_other() -> None:
    links = {row.id: row for row in (link("ore", "plate cell"), link("plate"), link("cell", chain="batteries"))}
    maps = chain_maps(links)
    assert {name: one.layers for name, one in maps.items()} == {
        "ships": (("ore",), ("plate",)),
        "batteries": (("cell",),),
    }
    assert chain_maps({}) == {}
