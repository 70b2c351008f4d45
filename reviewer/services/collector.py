"""Python's garbage collector, which stops every thread while it looks through all there is."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

_lock = Lock()
_resting = 0  # how many ask for it now, in whatever threads
_was_on = False


@contextmanager
def collector_rests() -> Iterator[None]:
    """No collection in any thread: what is in a cycle waits, what is in none goes as ever.

    For a thread that makes a great many values that are no garbage: the collector would look
    through all of them again and again, a fifth of a second each time for 10,000 annotations, in
    which the window answers nobody. And for calls in which Qt holds pointers that only Python owns.
    """
    global _resting, _was_on  # noqa: PLW0603 - the collector is the process's, and so is its rest
    with _lock:
        if not _resting:
            _was_on = gc.isenabled()
            gc.disable()
        _resting += 1
    try:
        yield
    finally:
        with _lock:
            _resting -= 1
            if not _resting and _was_on:
                gc.enable()
