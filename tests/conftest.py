"""What every test may use."""

import os
import sys
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings

# A shared machine may pause at any moment; a checked commit gets the same examples every time.
settings.register_profile("local", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "local")

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

_USER = tempfile.TemporaryDirectory(prefix="drafter-tests-")
os.environ["XDG_DATA_HOME"] = _USER.name
"""No test sees the library of whoever runs it."""

_ASKING = {"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"}
_SPEAKING = {"socket.connect", "socket.sendto"}


def _offline(event: str, arguments: tuple[object, ...]) -> None:
    """The program opens no network connection: whatever tries to, in any test, fails that test."""
    if event in _ASKING or (event in _SPEAKING and isinstance(arguments[1], tuple)):
        raise AssertionError(f"{event} {arguments} in a program that works offline")


sys.addaudithook(_offline)

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def shared() -> Path:
    """The folder of real published plans, where it lies beside the project."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("the folder ../shared with the published plans is not here")
    return folder


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew instead of comparing")


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update-golden"))
