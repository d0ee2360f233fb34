"""Opening the window, or saying in one sentence why it cannot open."""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Callable

from drafter.desktop.system import CannotOpenWindow, check_system, choose_input_method, missing_for, plugin_folder


def open_window(arguments: list[str]) -> int:
    """The exit code of the window; 1, after one sentence on stderr, where it cannot open."""
    try:
        plugins = plugin_folder()
        check_system(sys.platform, os.environ, ctypes.CDLL, plugins)
        choose_input_method(os.environ, plugins)
        run = load_window()
        return run(arguments)
    except CannotOpenWindow as error:
        print(f"drafter: {error}", file=sys.stderr)  # noqa: T201 - the only place left to speak
        return 1


def load_window() -> Callable[[list[str]], int]:
    """The function that runs the window; raises CannotOpenWindow where Qt itself cannot be loaded."""
    try:
        from drafter.desktop.app import run
    except ImportError as error:
        raise missing_for(error, ctypes.CDLL) from error
    return run
