"""The bad server, for the whole session."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from bad_server import BadServer
from bad_sites import answer
from certificates import write_certificates


@pytest.fixture(scope="session")
def certificates(tmp_path_factory):
    """The file of our authority, and those of the hosts that speak HTTPS."""
    return write_certificates(
        tmp_path_factory.mktemp("certificates"),
        good="secure.example",
        expired="expired.example",
        foreign="foreign.example",
        untrusted="untrusted.example",
    )


@pytest.fixture(scope="session")
def server(certificates):
    with BadServer(answer, certificates[1]) as server:
        yield server
