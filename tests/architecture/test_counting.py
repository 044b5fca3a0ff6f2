"""Coverage counts every test but those that are marked as too slow to be traced."""

from __future__ import annotations

import pytest
from coverage import Coverage


def traced(request: pytest.FixtureRequest) -> bool:
    """Tell whether this run was started with --cov."""
    plugin = request.config.pluginmanager.getplugin("_cov")
    return bool(plugin and plugin.cov_controller)


@pytest.fixture
def at_setup() -> bool:
    """Return whether lines are traced while fixtures are made."""
    return Coverage.current() is not None


def test_a_test_is_counted(request: pytest.FixtureRequest, at_setup: bool) -> None:
    """Where coverage is asked for, a test without a mark is traced, its fixtures too: before a test that is not, and after it."""
    assert (at_setup, Coverage.current() is not None) == (traced(request),) * 2


@pytest.mark.uncounted
def test_an_uncounted_test_is_not(at_setup: bool) -> None:
    """With the mark, neither a test nor its fixtures are traced."""
    assert not at_setup
    assert Coverage.current() is None


test_it_is_counted_again = test_a_test_is_counted
