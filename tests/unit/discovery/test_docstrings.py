"""The examples in the docstrings hold."""

import doctest

import pytest

from newscrawl.discovery import addresses, archives, pagination, url_shapes


@pytest.mark.parametrize("module", [addresses, archives, pagination, url_shapes])
def test_examples_hold(module):
    results = doctest.testmod(module)
    assert results.attempted
    assert not results.failed
