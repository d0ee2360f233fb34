"""What keeps a window from opening is told in one sentence with its cure, and the way without a screen."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from drafter.desktop import start, system
from drafter.desktop.system import CannotOpenWindow

SCREEN = {"DISPLAY": ":0"}


@pytest.fixture
def plugins(tmp_path: Path) -> Path:
    """A folder of Qt plugins; what is in the files does not matter to a loader that only pretends."""
    for name in ("platforms/libqxcb.so", "platforms/libqwayland.so", "platforminputcontexts/libibus.so"):
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.touch()
    return tmp_path


def loads_all_but(*missing: str) -> Callable[[str], None]:
    """A loader like the system's: a plugin fails with the name of the first library that is not there."""

    def load(name: str) -> None:
        other = "xcb" if "libqwayland" in name else "wayland"
        gone = [one for one in missing if one == name or ("libq" in name and other not in one)]
        if gone:
            raise OSError(f"{gone[0]}: cannot open shared object file: No such file or directory")

    return load


def told(environment: dict[str, str], plugins: Path, *missing: str) -> str:
    with pytest.raises(CannotOpenWindow) as error:
        system.check_system("linux", environment, loads_all_but(*missing), plugins)
    assert "drafter compose" in str(error.value)
    return str(error.value)


def test_no_screen(plugins: Path) -> None:
    assert "屏幕" in told({}, plugins)


@pytest.mark.parametrize("platform", ["offscreen", "minimal", "vnc:port=5900"])
def test_a_platform_that_needs_no_screen_needs_none(platform: str, plugins: Path) -> None:
    system.check_system("linux", {"QT_QPA_PLATFORM": platform}, loads_all_but("libGL.so.1"), plugins)


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_other_systems_always_have_a_screen(platform: str, plugins: Path) -> None:
    system.check_system(platform, {}, loads_all_but("libEGL.so.1"), plugins)


@pytest.mark.parametrize(
    ("file", "debian", "fedora"),
    [
        ("libxcb-cursor.so.0", "libxcb-cursor0", "xcb-util-cursor"),
        ("libxcb-icccm.so.4", "libxcb-icccm4", "xcb-util-wm"),
        ("libxcb-keysyms.so.1", "libxcb-keysyms1", "xcb-util-keysyms"),
        ("libEGL.so.1", "libegl1", "libglvnd-egl"),
    ],
)
def test_a_missing_library_is_named_with_the_package_that_has_it(
    file: str, debian: str, fedora: str, plugins: Path
) -> None:
    words = told(SCREEN, plugins, file)
    assert file in words
    assert f"apt install {debian}（" in words
    assert f"dnf install {fedora}）" in words


def test_several_missing_libraries_are_one_command(plugins: Path) -> None:
    words = told(SCREEN, plugins, "libxcb-cursor.so.0", "libEGL.so.1")
    assert "apt install libxcb-cursor0 libegl1（" in words


def test_wayland_needs_no_x_library(plugins: Path) -> None:
    environment = {"WAYLAND_DISPLAY": "wayland-0"}
    system.check_system("linux", environment, loads_all_but("libxcb-cursor.so.0"), plugins)
    assert "libwayland-client0" in told(environment, plugins, "libwayland-client.so.0")


def test_qt_from_the_system_is_trusted() -> None:
    system.check_system("linux", SCREEN, loads_all_but("libxcb-cursor.so.0"), None)


def test_this_machine_loads_what_it_has() -> None:
    folder = system.plugin_folder()
    assert folder is None or (folder / "platforms").is_dir()


def test_qt_that_cannot_be_loaded_is_told_with_the_package(monkeypatch: pytest.MonkeyPatch) -> None:
    class Refusing:
        def find_spec(self, name: str, *_: object) -> None:
            if name == "drafter.desktop.app":
                raise ImportError("libEGL.so.1: cannot open shared object file: No such file or directory")

    monkeypatch.delitem(sys.modules, "drafter.desktop.app", raising=False)
    monkeypatch.setattr(sys, "meta_path", [Refusing(), *sys.meta_path])
    monkeypatch.setattr(start.ctypes, "CDLL", loads_all_but())
    with pytest.raises(CannotOpenWindow, match="apt install libegl1"):
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
def test_fcitx_is_spoken_to_as_ibus(before: dict[str, str], after: str | None, plugins: Path) -> None:
    system.choose_input_method(before, plugins)
    assert before.get("QT_IM_MODULE") == after


def test_a_plugin_for_fcitx_is_left_in_use(plugins: Path) -> None:
    (plugins / "platforminputcontexts" / "libfcitx5platforminputcontextplugin.so").touch()
    environment = {"QT_IM_MODULE": "fcitx"}
    system.choose_input_method(environment, plugins)
    assert environment == {"QT_IM_MODULE": "fcitx"}


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
