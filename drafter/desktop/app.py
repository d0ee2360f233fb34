"""The application: fonts, theme, language, what happens with an error nobody foresaw, and the window."""

from __future__ import annotations

import platform
import sys
import traceback
from collections.abc import Callable
from functools import partial
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QTranslator, qVersion
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication

from drafter import __version__
from drafter.desktop import theme
from drafter.desktop.settings import Settings
from drafter.desktop.system import check_fonts
from drafter.desktop.window import MainWindow
from drafter.errors import DrafterError


def run(arguments: list[str]) -> int:
    """The exit code after the window was closed; raises CannotOpenWindow where there is no Chinese font."""
    application = QApplication(arguments)
    prepare(application, settings := Settings())
    sys.excepthook = report_bug
    window = MainWindow(settings)
    sys.excepthook = partial(report_bug, rescue=window.rescue)
    window.show()
    return application.exec()


def prepare(application: QApplication, settings: Settings) -> None:
    """Put style, theme and language into use; raises CannotOpenWindow where there is no Chinese font."""
    check_fonts(bool(QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese)), sys.platform)
    application.setApplicationName("drafter")
    application.setApplicationVersion(__version__)
    application.setStyle("Fusion")
    theme.use(settings.theme(), application)
    if settings.language() == "en":
        install_english(application)


def install_english(application: QCoreApplication) -> QTranslator:
    """The English translation, in use now."""
    translator = QTranslator(application)
    translator.load(str(theme.ASSETS / "i18n" / "drafter_en.qm"))
    application.installTranslator(translator)
    return translator


def report_bug(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None, rescue: Callable[[], bool] = bool
) -> None:
    """Show an error nobody foresaw, once `rescue` has written the draft down (it answers whether it did).

    The report that can be copied names the places in the program and no words of a document.
    """
    from drafter.desktop import ask

    if isinstance(error, KeyboardInterrupt):
        sys.exit(130)
    if isinstance(error, DrafterError):
        ask.show_error(error)
        return
    kept = rescue()
    head = f"drafter {__version__}, Qt {qVersion()}, Python {platform.python_version()}, {platform.platform()}"
    report = f"{head}\n\n{''.join(traceback.format_tb(trace))}{kind.__qualname__}"
    sys.stderr.write(f"{report}\n")
    ask.show_bug(report, kept)
