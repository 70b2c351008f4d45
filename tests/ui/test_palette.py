"""WCAG 2.2 contrast (1.4.3 and 1.4.11) of the pairs of colours that the window uses."""

import json
from itertools import combinations

import pytest

from reviewer.assets import asset

GROUNDS = ("window", "base", "panel", "alternate", "hover")
INKS = ("text", "muted", "link", "danger", "warning", "success")
LEAST_APART = 0.06
"""In OKLab, where 0.02 is just noticed; each colour of a tag has a shape of its own besides."""
EYES = {
    "all three cones": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
"""What an eye takes linear RGB for: Machado, Oliveira and Fernandes 2009, severity 1.0."""


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


def oklab(light):
    """Of linear RGB: https://bottosson.github.io/posts/oklab/"""
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
    cones = [dot(row, light) ** (1 / 3) for row in to_cones]
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


def apart(palette, eye):
    """How far any two tag colours are from each other to an eye."""
    shown = {
        tag: oklab([min(1, max(0, dot(row, linear(shade)))) for row in EYES[eye]])
        for tag, shade in palette["tags"].items()
    }
    return {
        (one, other): sum((x - y) ** 2 for x, y in zip(a, b, strict=True)) ** 0.5
        for (one, a), (other, b) in combinations(shown.items(), 2)
    }


@pytest.mark.parametrize("eye", EYES)
def test_twelve_tags_remain_apart_to_every_eye(palette, eye):
    distances = apart(palette, eye)
    assert len(distances) == 66
    assert {pair: round(d, 3) for pair, d in distances.items() if d < LEAST_APART} == {}


def test_the_eyes_are_those_of_the_paper(palette):
    """Red and green of one lightness: apart to most people, hardly to those without red cones."""
    seen = {"tags": {"red": "#b4503c", "green": "#5f7f2a"}}
    usual, protan = (apart(seen, eye)["red", "green"] for eye in ("all three cones", "protanopia"))
    assert usual > 2 * protan


def test_both_palettes_have_the_same_roles():
    light, dark = (
        json.loads(asset("resources", "palettes", f"{name}.json").read_text("utf-8"))
        for name in ("light", "dark")
    )
    assert light.keys() == dark.keys()
    assert light["tags"].keys() == dark["tags"].keys()
