"""How long from the command to a painted window, beside an empty window of Qt and LibreOffice Writer.

    python benchmarks/start.py [--times 9] [--documents 1000]

Whole processes, warm page cache, each kind in turn so that a busy machine slows all alike; medians and ratios. The
library of the user has so many documents in it. LibreOffice runs headless to a loaded empty text, which is less than
its window; where it is missing it is left out.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

EMPTY = """
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        application.exit()
application = QApplication([])
window = Window()
window.resize(1366, 768)
window.show()
application.exec()
"""
OURS = """
import os, sys
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
from drafter.desktop import start
def run(arguments):
    from drafter.desktop import app
    from drafter.desktop.settings import Settings
    from drafter.desktop.window import MainWindow
    class Painted(QObject):
        def eventFilter(self, watched, event):
            if event.type() == QEvent.Type.Paint and watched is window:
                os._exit(0)
            return False
    application = QApplication(arguments)
    app.prepare(application, settings := Settings())
    window = MainWindow(settings)
    painted = Painted()
    window.installEventFilter(painted)
    window.show()
    application.exec()
run(["drafter"])
"""


def timed(command: list[str], environment: dict[str, str]) -> float:
    began = time.perf_counter()
    subprocess.run(command, env=environment, check=True, capture_output=True)
    return (time.perf_counter() - began) * 1000


def filled_library(folder: Path, count: int) -> None:
    """A user's library with so many documents, each of some sections."""
    from drafter import workflow
    from drafter.model.document import Document, Paragraph, Section
    from drafter.model.numbering import Form, Number

    library = workflow.open_library(folder / "drafter" / "library.db")
    for number in range(count):
        sections = tuple(
            Section(
                (f"第{number}号任务之{one}",),
                1,
                Number(Form.COMMA, one),
                blocks=(Paragraph((f"建设第{number}个平台。" * 30,)),),
            )
            for one in range(1, 9)
        )
        library.add(
            Document(title=(f"第{number}号行动计划",), sections=sections), f"{number}.txt", str(number).encode()
        )
    library.close()


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--times", type=int, default=9)
    asked.add_argument("--documents", type=int, default=1000)
    options = asked.parse_args()
    with tempfile.TemporaryDirectory() as home:
        folders = dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "APPDATA", "LOCALAPPDATA"), home)
        environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ, **folders}
        filled_library(Path(home), options.documents)
        kinds: dict[str, Callable[[], float]] = {
            "empty QMainWindow": lambda: timed([sys.executable, "-c", EMPTY], environment),
            "drafter": lambda: timed([sys.executable, "-c", OURS], environment),
        }
        if office := shutil.which("soffice"):
            profile = f"-env:UserInstallation={Path(home, 'office').as_uri()}"
            command = [office, profile, "--headless", "--norestore", "--terminate_after_init", "--writer"]
            kinds["LibreOffice Writer, headless"] = lambda: timed(command, environment)
        taken: dict[str, list[float]] = {name: [] for name in kinds}
        for turn in range(options.times + 1):
            for name, run in kinds.items():
                taken[name] += [run()] if turn else [run()][:0]
        floor = statistics.median(taken["empty QMainWindow"])
        print(f"{'from the command to a painted window, ms':45} {'median':>8} {'× empty':>8}")
        for name, times in taken.items():
            median = statistics.median(times)
            print(f"{name:45} {median:8.0f} {median / floor:8.2f}")


if __name__ == "__main__":
    main()
