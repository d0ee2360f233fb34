"""What keeps a window from opening is told in one sentence with its cure, and the way without a screen."""

import os
import subprocess
import sys

import pytest

from drafter.desktop import start, system
from drafter.desktop.system import CannotOpenWindow

SCREEN = {"DISPLAY": ":0"}


def loads_all_but(*missing: str):
    def load(name: str) -> None:
        if name in missing:
            raise OSError(name)

    return load


def told(environment: dict[str, str], *missing: str) -> str:
    with pytest.raises(CannotOpenWindow) as error:
        system.check_system("linux", environment, loads_all_but(*missing))
    assert "drafter compose" in str(error.value)
    return str(error.value)


def test_no_screen() -> None:
    assert "屏幕" in told({})


@pytest.mark.parametrize("platform", ["offscreen", "minimal", "vnc:port=5900"])
def test_a_platform_that_needs_no_screen_needs_none(platform: str) -> None:
    system.check_system("linux", {"QT_QPA_PLATFORM": platform}, loads_all_but())


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_other_systems_always_have_a_screen(platform: str) -> None:
    system.check_system(platform, {}, loads_all_but("libEGL.so.1"))


@pytest.mark.parametrize(
    ("file", "debian", "fedora"),
    [
        ("libxcb-cursor.so.0", "libxcb-cursor0", "xcb-util-cursor"),
        ("libxcb-icccm.so.4", "libxcb-icccm4", "xcb-util-wm"),
        ("libxcb-keysyms.so.1", "libxcb-keysyms1", "xcb-util-keysyms"),
        ("libEGL.so.1", "libegl1", "libglvnd-egl"),
    ],
)
def test_a_missing_library_is_named_with_the_package_that_has_it(file: str, debian: str, fedora: str) -> None:
    words = told(SCREEN, file)
    assert file in words
    assert f"apt install {debian}" in words
    assert f"dnf install {fedora}" in words


def test_several_missing_libraries_are_one_command() -> None:
    assert "apt install libegl1 libxcb-cursor0" in told(SCREEN, "libEGL.so.1", "libxcb-cursor.so.0")


def test_wayland_needs_no_x_library() -> None:
    system.check_system("linux", {"WAYLAND_DISPLAY": "wayland-0"}, loads_all_but("libxcb-cursor.so.0"))


def test_qt_that_cannot_be_loaded_is_told_with_the_package(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise ImportError("libEGL.so.1: cannot open shared object file: No such file or directory")

    monkeypatch.delitem(sys.modules, "drafter.desktop.app", raising=False)
    monkeypatch.setattr("builtins.__import__", refuse)
    with pytest.raises(CannotOpenWindow, match="libegl1"):
        start.load_window()


def test_no_chinese_font() -> None:
    system.check_fonts(has_chinese=True, platform="linux")
    with pytest.raises(CannotOpenWindow, match="fonts-noto-cjk"):
        system.check_fonts(has_chinese=False, platform="linux")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({"QT_IM_MODULE": "fcitx"}, "ibus"),
        ({"XMODIFIERS": "@im=fcitx"}, "ibus"),
        ({"QT_IM_MODULE": "ibus"}, "ibus"),
        ({}, None),
    ],
)
def test_fcitx_is_spoken_to_as_ibus(before: dict[str, str], after: str | None) -> None:
    system.choose_input_method(before)
    assert before.get("QT_IM_MODULE") == after


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux can be without a screen")
def test_without_a_screen_the_program_ends_with_one_sentence() -> None:
    hidden = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    environment = {name: value for name, value in os.environ.items() if name not in hidden}
    run = subprocess.run(
        [sys.executable, "-m", "drafter"], env=environment, capture_output=True, text=True, timeout=60, check=False
    )
    assert run.returncode == 1
    assert run.stdout == ""
    assert len(run.stderr.splitlines()) == 1
    assert "屏幕" in run.stderr
