"""What a writer leaves to Python's collector is freed at once, in which time no window answers."""

import gc
import io
from dataclasses import replace

import pytest

from reviewer.exchange.formats import FORMATS
from reviewer.ui.pdf import PDF

FEW, MANY = 3, 60
TEXT = "Aid rose to $3 million in 2024. "
ALL_BUT_FEW = 100  # the lists and caches of a library that grow by a step now and then


def of_size(new_project, size):
    made = new_project()
    made.source("one", TEXT * size, address="https://example.org/one")
    for number in range(size):
        made.annotate(f"{number}", "one", TEXT.strip(), start=number * len(TEXT), note="A note.")
    contents = {e.text_sha256: made.texts[e.id].encode() for e in made.editions}
    contents |= {e.original_sha256: b"" for e in made.editions}
    return replace(made.material(), contents=contents)


def left_by(write, material) -> int:
    """Values that are in cycles once all is written."""
    gc.collect()
    gc.disable()
    try:
        for _ in write(material, io.BytesIO()):
            pass
        return gc.collect()
    finally:
        gc.enable()


@pytest.mark.parametrize("form", [*FORMATS.values(), PDF], ids=lambda form: form.id)
@pytest.mark.usefixtures("qapp")
def test_a_longer_report_leaves_no_more(new_project, form):
    write = form.write
    left_by(write, of_size(new_project, 1))  # libraries are loaded
    few, many = (left_by(write, of_size(new_project, size)) for size in (FEW, MANY))
    assert many - few < ALL_BUT_FEW
