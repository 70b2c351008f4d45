"""WCAG 2.2 contrast (1.4.3 and 1.4.11) of the pairs of colours that the window uses."""

import json
from itertools import combinations

import pytest

from reviewer.assets import asset

GROUNDS = ("window", "base", "panel", "alternate", "hover")
INKS = ("text", "muted", "link", "danger", "warning", "success")
LEAST_APART = 0.05
"""In OKLab; each colour of a tag has a shape of its own besides."""


@pytest.fixture(params=["light", "dark"])
def palette(request):
    return json.loads(asset("resources", "palettes", f"{request.param}.json").read_text("utf-8"))


def linear(shade):
    parts = (int(shade[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]


def luminance(shade):
    return sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), linear(shade), strict=True))


def contrast(one, other):
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def oklab(shade):
    """https://bottosson.github.io/posts/oklab/"""
    to_cones = (
        (0.4122214708, 0.5363325363, 0.0514459929),
        (0.2119034982, 0.6806995451, 0.1073969566),
        (0.0883024619, 0.2817188376, 0.6299787005),
    )
    to_lab = (
        (0.2104542553, 0.7936177850, -0.0040720468),
        (1.9779984951, -2.4285922050, 0.4505937099),
        (0.0259040371, 0.7827717662, -0.8086757660),
    )
    cones = [dot(row, linear(shade)) ** (1 / 3) for row in to_cones]
    return [dot(row, cones) for row in to_lab]


def dot(one, other):
    return sum(a * b for a, b in zip(one, other, strict=True))


def too_weak(palette, inks, grounds, least):
    found = {
        f"{ink} on {ground}": round(contrast(palette[ink], palette[ground]), 2)
        for ink in inks
        for ground in grounds
    }
    return {pair: ratio for pair, ratio in found.items() if ratio < least}


def test_black_on_white_is_21():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


def test_text_can_be_read_on_every_ground(palette):
    assert too_weak(palette, INKS, GROUNDS, 4.5) == {}


def test_boilerplate_can_be_read_where_it_stands(palette):
    assert too_weak(palette, ["faint"], ["window", "base", "panel", "alternate"], 4.5) == {}


def test_selected_text_can_be_read(palette):
    assert contrast(palette["selection_text"], palette["selection"]) >= 4.5
    assert contrast(palette["text"], palette["selection"]) >= 4.5


def test_text_on_the_accent_can_be_read(palette):
    assert contrast(palette["accent_text"], palette["accent"]) >= 4.5


def test_a_filled_badge_can_be_read(palette):
    """How many contradictions are open, in the list of annotations."""
    assert contrast(palette["base"], palette["warning"]) >= 4.5


def test_edges_of_controls_are_seen(palette):
    assert too_weak(palette, ["control"], GROUNDS, 3) == {}


def test_the_focus_is_seen_on_every_ground_and_on_a_selected_row(palette):
    assert too_weak(palette, ["accent"], [*GROUNDS, "selection"], 3) == {}


def test_tags_are_seen_on_every_ground_and_on_a_selected_row(palette):
    tags = palette.pop("tags")
    grounds = ["window", "base", "panel", "hover", "selection"]
    assert too_weak({**palette, **tags}, tags, grounds, 3) == {}


def test_tags_differ(palette):
    close = {
        (one, other): round(apart, 3)
        for (one, a), (other, b) in combinations(palette["tags"].items(), 2)
        if (apart := sum((x - y) ** 2 for x, y in zip(oklab(a), oklab(b), strict=True)) ** 0.5)
        < LEAST_APART
    }
    assert close == {}


def test_both_palettes_have_the_same_roles():
    light, dark = (
        json.loads(asset("resources", "palettes", f"{name}.json").read_text("utf-8"))
        for name in ("light", "dark")
    )
    assert light.keys() == dark.keys()
    assert light["tags"].keys() == dark["tags"].keys()
