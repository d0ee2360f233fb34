"""What could keep Qt from opening a window, looked for before Qt is loaded and told in a sentence with the cure.

Qt itself would abort the process with English lines about plugins; a planner gets one Chinese sentence, exit code 1,
and the way that needs no screen.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, MutableMapping
from importlib.util import find_spec
from pathlib import Path

from drafter.errors import DrafterError

Loader = Callable[[str], object]

WITHOUT_SCREEN = "没有屏幕时可用命令 drafter compose 配方.toml -o 文件.docx 生成文件。"
SCREENLESS = ("offscreen", "minimal", "vnc", "linuxfb", "eglfs", "minimalegl", "vkkhrdisplay")

# library file: its package in Debian, Ubuntu, 统信, and in 麒麟 server, openEuler, CentOS
_PACKAGES = {
    "libEGL.so.1": ("libegl1", "libglvnd-egl"),
    "libGL.so.1": ("libgl1", "libglvnd-glx"),
    "libX11.so.6": ("libx11-6", "libX11"),
    "libX11-xcb.so.1": ("libx11-xcb1", "libX11-xcb"),
    "libdbus-1.so.3": ("libdbus-1-3", "dbus-libs"),
    "libfontconfig.so.1": ("libfontconfig1", "fontconfig"),
    "libfreetype.so.6": ("libfreetype6", "freetype"),
    "libglib-2.0.so.0": ("libglib2.0-0", "glib2"),
    "libgthread-2.0.so.0": ("libglib2.0-0", "glib2"),
    "libwayland-client.so.0": ("libwayland-client0", "libwayland-client"),
    "libwayland-cursor.so.0": ("libwayland-cursor0", "libwayland-cursor"),
    "libxcb.so.1": ("libxcb1", "libxcb"),
    "libxcb-cursor.so.0": ("libxcb-cursor0", "xcb-util-cursor"),
    "libxcb-icccm.so.4": ("libxcb-icccm4", "xcb-util-wm"),
    "libxcb-image.so.0": ("libxcb-image0", "xcb-util-image"),
    "libxcb-keysyms.so.1": ("libxcb-keysyms1", "xcb-util-keysyms"),
    "libxcb-randr.so.0": ("libxcb-randr0", "libxcb"),
    "libxcb-render.so.0": ("libxcb-render0", "libxcb"),
    "libxcb-render-util.so.0": ("libxcb-render-util0", "xcb-util-renderutil"),
    "libxcb-shape.so.0": ("libxcb-shape0", "libxcb"),
    "libxcb-shm.so.0": ("libxcb-shm0", "libxcb"),
    "libxcb-sync.so.1": ("libxcb-sync1", "libxcb"),
    "libxcb-util.so.1": ("libxcb-util1", "xcb-util"),
    "libxcb-xfixes.so.0": ("libxcb-xfixes0", "libxcb"),
    "libxcb-xkb.so.1": ("libxcb-xkb1", "libxcb"),
    "libxkbcommon.so.0": ("libxkbcommon0", "libxkbcommon"),
    "libxkbcommon-x11.so.0": ("libxkbcommon-x11-0", "libxkbcommon-x11"),
}
"""What Qt's plugins for X11 and Wayland are linked with (PySide6 6.11, objdump -p)."""


class CannotOpenWindow(DrafterError):
    """There is no screen, or something of the system is missing that every window needs."""


def missing_for(error: ImportError | OSError, load: Loader) -> CannotOpenWindow:
    """What to tell where a part of Qt cannot be loaded: every library of the system that is not there."""
    words = str(error)
    missing = [file for file in _PACKAGES if file in words]
    if not missing:
        return CannotOpenWindow(f"界面组件 PySide6 装载不了：{words}。", f"请重新安装本程序。{WITHOUT_SCREEN}")
    wayland = "wayland" in words
    missing += [
        file for file in _PACKAGES if file not in missing and ("wayland" in file) <= wayland and not _loads(load, file)
    ]
    debian, fedora = (" ".join(dict.fromkeys(_PACKAGES[file][family] for file in missing)) for family in (0, 1))
    cure = f"请运行 sudo apt install {debian}（麒麟服务器版、openEuler：sudo dnf install {fedora}）。"
    return CannotOpenWindow(f"系统缺少显示窗口要用的库：{'、'.join(missing)}。", f"{cure}{WITHOUT_SCREEN}")


def _loads(load: Loader, file: str) -> bool:
    try:
        load(file)
    except OSError:
        return False
    return True


def check_system(platform: str, environment: Mapping[str, str], load: Loader, plugins: Path | None) -> None:
    """Raises CannotOpenWindow where a Linux system has no screen, or Qt's plugin for it cannot be loaded.

    `plugins` is the folder of Qt's plugins, None where Qt came in another way than from the package index.
    """
    if not platform.startswith("linux"):
        return
    wanted = environment.get("QT_QPA_PLATFORM", "").partition(":")[0]
    if wanted in SCREENLESS:
        return
    display, wayland = bool(environment.get("DISPLAY")), bool(environment.get("WAYLAND_DISPLAY"))
    if not display and not wayland:
        hint = f"请在图形桌面的终端里运行，或用 ssh -X 登录。{WITHOUT_SCREEN}"
        raise CannotOpenWindow("这里没有可用的屏幕，窗口打不开。", hint)
    pattern = "libqwayland*.so" if not display or wanted.startswith("wayland") else "libqxcb.so"
    for plugin in sorted((plugins / "platforms").glob(pattern)) if plugins else ():
        try:
            load(str(plugin))
        except OSError as error:
            raise missing_for(error, load) from error


def plugin_folder() -> Path | None:
    """The folder of Qt's plugins as the package index brings it; Qt itself is not loaded for this."""
    found = find_spec("PySide6")
    folders = found.submodule_search_locations if found else None
    folder = Path(next(iter(folders))) / "Qt" / "plugins" if folders else None
    return folder if folder and folder.is_dir() else None


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


def choose_input_method(environment: MutableMapping[str, str], plugins: Path | None) -> None:
    """Sets QT_IM_MODULE so that fcitx5 users can type Chinese: Qt from the package index brings ibus only.

    fcitx5 speaks the language of ibus; a plugin of its own that was put beside Qt's is left in use.
    """
    asked = " ".join(environment.get(name, "") for name in ("QT_IM_MODULE", "XMODIFIERS", "GTK_IM_MODULE"))
    own = plugins is not None and any((plugins / "platforminputcontexts").glob("*fcitx*"))
    if "fcitx" in asked and not own:
        environment["QT_IM_MODULE"] = "ibus"
