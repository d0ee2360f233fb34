"""Which fonts this machine has."""

from __future__ import annotations

import shutil
import subprocess
import sys
from functools import cache

_SECONDS = 20
_ENGLISH = {
    "fangsong": "仿宋", "kaiti": "楷体", "simhei": "黑体", "simsun": "宋体", "nsimsun": "新宋体",
    "fangsong_gb2312": "仿宋_gb2312", "kaiti_gb2312": "楷体_gb2312", "fzxiaobiaosong-b05s": "方正小标宋简体",
}  # fmt: skip
"""What Windows and the makers call the fonts of official documents in English."""


@cache
def installed_fonts() -> frozenset[str] | None:
    """The names of the fonts in lower case, in Chinese where they have such; None where they cannot be found out."""
    found = _in_registry() if sys.platform == "win32" else _by_fontconfig()
    if not found:
        return None
    names = {name.strip().lower() for name in found}
    return frozenset(names | {_ENGLISH[name] for name in names & _ENGLISH.keys()})


def _by_fontconfig() -> set[str]:
    program = shutil.which("fc-list")
    if program is None:
        return set()
    try:
        listed = subprocess.run(  # noqa: S603 - the program found, words of our own
            [program, ":", "family"], capture_output=True, check=True, timeout=_SECONDS
        ).stdout.decode("utf-8", "replace")
    except (OSError, subprocess.SubprocessError):
        return set()
    return {name.replace("\\", "") for line in listed.splitlines() for name in line.split(",")}


def _in_registry() -> set[str]:
    """Fonts for all users and for this one; a name such as SimSun & NSimSun (TrueType) stands for two."""
    if sys.platform != "win32":
        return set()
    import winreg

    names: set[str] = set()
    for root in (winreg.HKEY_LOCAL_MACHINE, winreg.HKEY_CURRENT_USER):
        try:
            with winreg.OpenKey(root, r"SOFTWARE\Microsoft\Windows NT\CurrentVersion\Fonts") as key:
                for index in range(winreg.QueryInfoKey(key)[1]):
                    names.update(winreg.EnumValue(key, index)[0].partition(" (")[0].split(" & "))
        except OSError:
            continue
    return names
