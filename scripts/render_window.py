"""Render every main state of the window to PNG: for the README, the manual, and whoever changes a screen.

    python scripts/render_window.py [--out build/pictures] [--only write,dark]

No screen is needed. The user's folders are empty ones made for this, the draft is the example that comes with the
program. English and 150 % are programs of their own, since both are set before the first widget.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog, QWidget

STATES = ("start", "write", "collect", "compare", "review", "export", "dark", "small")
WITH = {"english": {"DRAFTER_LANGUAGE": "en"}, "large": {"QT_SCALE_FACTOR": "1.5"}}
SIZE, SMALL = (1600, 1000), (1366, 768)


def main() -> None:
    """Read what is asked for, and render it."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--out", type=Path, default=Path("build/pictures"))
    asked.add_argument("--only", default=",".join((*STATES, *WITH)))
    asked.add_argument("--prefix", default="", help=argparse.SUPPRESS)
    options = asked.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    wanted = options.only.split(",")
    if states := [name for name in STATES if name in wanted]:
        Pictures(options.out, options.prefix).take(states)
    for name in (one for one in WITH if one in wanted):
        command = [sys.executable, __file__, "--out", str(options.out), "--only", "write", "--prefix", f"{name}-"]
        subprocess.run(command, env={**os.environ, **WITH[name]}, check=True)  # noqa: S603 - this very script


class Pictures:
    """A window with the example in it, brought into one state after the other."""

    def __init__(self, out: Path, prefix: str) -> None:
        self._out, self._prefix = out, prefix
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        home = tempfile.mkdtemp(prefix="drafter-pictures-")
        os.environ |= dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "APPDATA", "LOCALAPPDATA"), home)
        from PySide6.QtWidgets import QApplication

        from drafter.desktop import app
        from drafter.desktop.settings import Settings
        from drafter.desktop.window import MainWindow

        self._application = QApplication([])
        settings = Settings()
        settings.set_language(os.environ.get("DRAFTER_LANGUAGE", "zh"))
        app.prepare(self._application, settings)
        self._window = MainWindow(settings)
        self._window.resize(*SIZE)
        self._window.show()

    def take(self, states: list[str]) -> None:
        """Save a picture of each state."""
        window, parts = self._window, self._window.parts
        self._wait(lambda: parts.material.library is not None and parts.files.given.outlines)
        for name in states:
            if name != "start" and parts.session.draft is None:
                self._open_example()
            getattr(self, f"_{name}", lambda name=name: self._arranged(name))()
        parts.session.stack.setClean()
        window.close()

    def _open_example(self) -> None:
        parts = self._window.parts
        parts.files.example()
        self._wait(lambda: parts.session.draft is not None)
        plans = [one for one in parts.material.library.entries() if one.kind in ("行动计划", "实施方案", "指导意见")]
        for entry in plans[:3]:
            parts.material.open_document(entry.key)
        self._wait(lambda: not parts.tasks.busy())

    def _start(self) -> None:
        self._save("start", self._window)

    def _arranged(self, preset: str) -> None:
        self._window.arrange(preset)
        self._rest()
        self._save(preset, self._window)

    def _export(self) -> None:
        from drafter.desktop import ask

        def show(form: QDialog) -> bool:
            form.show()
            self._rest(8000)  # the pages come from LibreOffice
            self._save("export", form)
            form.close()
            return False

        ask.form = show
        self._window.parts.files.export()

    def _dark(self) -> None:
        self._window.arrange("write")
        self._window.acts["dark"].trigger()
        self._rest()
        self._save("dark", self._window)
        self._window.acts["dark"].trigger()

    def _small(self) -> None:
        self._window.resize(*SMALL)
        self._rest()
        self._save("small", self._window)
        self._window.resize(*SIZE)

    def _save(self, name: str, what: QWidget) -> None:
        path = self._out / f"{self._prefix}{name}.png"
        what.grab().save(str(path))
        print(path)

    def _wait(self, ready: Callable[[], object]) -> None:
        end = time.monotonic() + 60
        while not ready() and time.monotonic() < end:
            self._rest(50)
        self._rest()

    def _rest(self, milliseconds: int = 1200) -> None:
        """Let the window do what it has to, for so long."""
        from PySide6.QtCore import QEventLoop, QTimer

        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()


if __name__ == "__main__":
    main()
