"""The collector rests as long as anybody needs it to, and is on again whatever happens."""

import gc

import pytest

from reviewer.services.collector import collector_rests


def test_it_rests_and_comes_back():
    assert gc.isenabled()
    with collector_rests():
        assert not gc.isenabled()
        with collector_rests():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()


def test_whoever_began_it_the_last_to_need_it_ends_it():
    """An export in a thread, and the window's look changed while it runs and longer."""
    export, look = collector_rests(), collector_rests()
    export.__enter__()
    look.__enter__()
    export.__exit__(None, None, None)
    assert not gc.isenabled()
    look.__exit__(None, None, None)
    assert gc.isenabled()


def test_where_it_was_off_it_stays_off():
    gc.disable()
    try:
        with collector_rests():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_it_comes_back_after_a_failure():
    with pytest.raises(ValueError, match="x"), collector_rests():
        raise ValueError("x")
    assert gc.isenabled()
