"""What could keep Qt from opening a window, looked for before Qt is loaded and told in a sentence with the cure.

Qt itself would abort the process with English lines about plugins; a planner gets one Chinese sentence, exit code 1,
and the way that needs no screen.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, MutableMapping
from pathlib import Path

from drafter.errors import DrafterError

Loader = Callable[[str], object]

WITHOUT_SCREEN = "没有屏幕时可用命令 drafter compose 配方.toml -o 文件.docx 生成文件。"
SCREENLESS = ("offscreen", "minimal", "vnc", "linuxfb", "eglfs", "minimalegl", "vkkhrdisplay")

# library file: (Debian, Ubuntu, 统信; 麒麟, openEuler, CentOS)
_EVERY_SCREEN = {
    "libEGL.so.1": ("libegl1", "libglvnd-egl"),
    "libGL.so.1": ("libgl1", "libglvnd-glx"),
    "libxkbcommon.so.0": ("libxkbcommon0", "libxkbcommon"),
    "libdbus-1.so.3": ("libdbus-1-3", "dbus-libs"),
    "libfontconfig.so.1": ("libfontconfig1", "fontconfig"),
    "libfreetype.so.6": ("libfreetype6", "freetype"),
    "libglib-2.0.so.0": ("libglib2.0-0", "glib2"),
}
_X11 = {
    "libxcb-cursor.so.0": ("libxcb-cursor0", "xcb-util-cursor"),
    "libxcb-icccm.so.4": ("libxcb-icccm4", "xcb-util-wm"),
    "libxcb-image.so.0": ("libxcb-image0", "xcb-util-image"),
    "libxcb-keysyms.so.1": ("libxcb-keysyms1", "xcb-util-keysyms"),
    "libxcb-render-util.so.0": ("libxcb-render-util0", "xcb-util-renderutil"),
    "libxcb-randr.so.0": ("libxcb-randr0", "libxcb"),
    "libxcb-shape.so.0": ("libxcb-shape0", "libxcb"),
    "libxcb-xinerama.so.0": ("libxcb-xinerama0", "libxcb"),
    "libxcb-xkb.so.1": ("libxcb-xkb1", "libxcb"),
    "libxkbcommon-x11.so.0": ("libxkbcommon-x11-0", "libxkbcommon-x11"),
    "libX11-xcb.so.1": ("libx11-xcb1", "libX11-xcb"),
    "libSM.so.6": ("libsm6", "libSM"),
    "libICE.so.6": ("libice6", "libICE"),
}


class CannotOpenWindow(DrafterError):
    """There is no screen, or something of the system is missing that every window needs."""


def missing_for(error: ImportError) -> CannotOpenWindow:
    """What to tell where Qt itself cannot be loaded."""
    words = str(error)
    for file, packages in (_EVERY_SCREEN | _X11).items():
        if file in words:
            return _missing({file: packages})
    return CannotOpenWindow(f"界面组件 PySide6 装载不了：{words}。", f"请重新安装本程序。{WITHOUT_SCREEN}")


def check_system(platform: str, environment: Mapping[str, str], load: Loader) -> None:
    """Raises CannotOpenWindow where a Linux system has no screen or lacks a library that Qt needs for it."""
    if not platform.startswith("linux"):
        return
    wanted = environment.get("QT_QPA_PLATFORM", "").partition(":")[0]
    if wanted in SCREENLESS:
        return
    display, wayland = bool(environment.get("DISPLAY")), bool(environment.get("WAYLAND_DISPLAY"))
    if not display and not wayland:
        hint = f"请在图形桌面的终端里运行，或用 ssh -X 登录。{WITHOUT_SCREEN}"
        raise CannotOpenWindow("这里没有可用的屏幕，窗口打不开。", hint)
    needed = _EVERY_SCREEN | (_X11 if display and not wanted.startswith("wayland") else {})
    if missing := {file: packages for file, packages in needed.items() if not _loads(load, file)}:
        raise _missing(missing)


def _loads(load: Loader, file: str) -> bool:
    try:
        load(file)
    except OSError:
        return False
    return True


def _missing(missing: Mapping[str, tuple[str, str]]) -> CannotOpenWindow:
    debian = " ".join(dict.fromkeys(one for one, _ in missing.values()))
    fedora = " ".join(dict.fromkeys(other for _, other in missing.values()))
    cure = f"请运行 sudo apt install {debian}（麒麟服务器版、openEuler：sudo dnf install {fedora}）。"
    return CannotOpenWindow(f"系统缺少显示窗口要用的库：{'、'.join(missing)}。", f"{cure}{WITHOUT_SCREEN}")


def check_fonts(has_chinese: bool, platform: str) -> None:
    """Raises CannotOpenWindow where no font of the system has Chinese characters."""
    if has_chinese:
        return
    cure = {
        "linux": "请运行 sudo apt install fonts-noto-cjk"
        "（麒麟服务器版、openEuler：sudo dnf install google-noto-sans-cjk-ttc-fonts）。",
        "darwin": "请在“字体册”中启用苹方。",
    }.get(platform, "请在系统的“字体”设置中安装微软雅黑。")
    raise CannotOpenWindow("系统里没有中文字体，窗口里的字会是空框。", f"{cure}{WITHOUT_SCREEN}")


def choose_input_method(environment: MutableMapping[str, str]) -> None:
    """Sets QT_IM_MODULE so that fcitx5 users can type Chinese: Qt from the package index brings ibus only.

    fcitx5 speaks the language of ibus; a plugin of its own that was put beside Qt's is left in use.
    """
    asked = " ".join(environment.get(name, "") for name in ("QT_IM_MODULE", "XMODIFIERS", "GTK_IM_MODULE"))
    if "fcitx" in asked and not _has_fcitx_plugin():
        environment["QT_IM_MODULE"] = "ibus"


def _has_fcitx_plugin() -> bool:
    from importlib.util import find_spec

    found = find_spec("PySide6")
    folders = found.submodule_search_locations if found else None
    plugins = Path(next(iter(folders))) / "Qt" / "plugins" / "platforminputcontexts" if folders else None
    return bool(plugins and any(plugins.glob("*fcitx*")))
