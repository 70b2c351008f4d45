"""The collector rests while reports are made, and is on again whatever happens."""

import gc

import pytest

from reviewer.services.collector import collector_rests


def test_it_rests_and_comes_back():
    assert gc.isenabled()
    with collector_rests():
        assert not gc.isenabled()
        with collector_rests():
            pass
    assert gc.isenabled()


def test_it_comes_back_after_a_failure():
    with pytest.raises(ValueError, match="x"), collector_rests():
        raise ValueError("x")
    assert gc.isenabled()
