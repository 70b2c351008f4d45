"""Python's garbage collector, which stops every thread while it looks through all there is."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_rests() -> Iterator[None]:
    """While a great many values are made in a thread that are no garbage.

    The collector would look through all of them again and again, a fifth of a second each time for
    10,000 annotations, in which the window answers nobody. What is in no cycle goes as ever.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
