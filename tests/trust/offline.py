"""The window's whole job with every network call of the process counted and refused: there must be none.

    python -m tests.trust.offline

Started with the library of faults.c loaded before the C library, so that Qt's own calls are counted too.
"""

from __future__ import annotations

import ctypes
import os
import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication


def main() -> int:
    folder = Path(tempfile.mkdtemp(prefix="drafter-offline-"))
    os.environ |= {
        name: str(folder) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "APPDATA", "LOCALAPPDATA")
    }
    from drafter import workflow
    from drafter.desktop import app
    from drafter.desktop.settings import Settings
    from drafter.desktop.window import MainWindow

    application = QApplication([])
    app.prepare(application, settings := Settings())
    window = MainWindow(settings)
    window.show()
    exported: list[Path] = []

    def look() -> None:
        draft = window.parts.session.draft
        if draft is not None and not window.parts.tasks.busy():
            exported.append(workflow.export(draft, folder / "稿.docx").path)
            window.parts.session.stack.setClean()
            window.parts.session.close()
            window.close()
            application.quit()

    clock = QTimer(interval=100)
    clock.timeout.connect(look)
    clock.start()
    window.parts.files.example()
    application.exec()
    spoken = ctypes.CDLL(None).drafter_spoken()
    print(f"{len(exported)} file exported, {spoken} faults: calls to a network")
    return 0 if exported and not spoken else 1


if __name__ == "__main__":
    sys.exit(main())
