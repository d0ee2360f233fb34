"""The library behind the window: opened, searched and added to off the window's thread."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from drafter import workflow
from drafter.desktop import ask
from drafter.desktop.dialogs.correction import Correction
from drafter.desktop.importing import Import
from drafter.desktop.settings import Settings
from drafter.desktop.tasks import Tasks
from drafter.model.document import Document
from drafter.workflow import Library


class Material(QObject):
    """The plans at hand. Everything it says comes as a signal."""

    entries_changed = Signal(object)
    hits_changed = Signal(object)
    document_opened = Signal(str, object, str)
    document_corrected = Signal(str, object)
    import_began = Signal(object)
    stop_requested = Signal()
    progress = Signal(int, int)

    def __init__(self, settings: Settings, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings, self._tasks = settings, tasks
        self.library: Library | None = None
        self.documents: dict[str, Document] = {}
        self._waiting: list[Callable[[Library], None]] = []

    def open(self) -> None:
        """Open the library; a new one gets the reference plans that come with the program."""

        def opened(library: Library) -> None:
            self.library = library
            self._tell_entries()
            waiting, self._waiting = self._waiting, []
            for act in waiting:
                act(library)

        self._tasks.run(workflow.open_library, opened)

    def when_open(self, act: Callable[[Library], None]) -> None:
        """Do something with the library, at once or as soon as it is open."""
        if self.library is not None:
            act(self.library)
        else:
            self._waiting.append(act)

    def close(self) -> None:
        """Close the library."""
        if self.library is not None:
            self.library.close()
            self.library = None

    def _tell_entries(self) -> None:
        if self.library is not None:
            self._tasks.run(self.library.entries, self.entries_changed.emit, topic="entries")

    def search(self, words: str) -> None:
        """Search; without words the tree of all plans comes back."""
        library = self.library
        if not words.strip():
            self._tasks.run(lambda: None, self.hits_changed.emit, topic="search")
        elif library is not None:
            self._tasks.run(lambda: library.search(words), self.hits_changed.emit, topic="search")

    def open_document(self, key: str, path: str = "") -> None:
        """Bring a plan out, to be read from a section on."""
        library = self.library
        if library is None:
            return

        def opened(document: Document) -> None:
            self.documents[key] = document
            self.document_opened.emit(key, document, path)

        self._tasks.run(lambda: library.document(key), opened)

    def correct(self, key: str) -> None:
        """Ask for corrections of a plan's structure, and keep them."""
        library = self.library
        if library is None:
            return

        def kept(document: Document) -> None:
            if key in self.documents:
                self.documents[key] = document
            self.document_corrected.emit(key, document)
            self._tell_entries()

        def keep(document: Document) -> Document:
            library.correct(key, document)
            return document

        def ask_for(found: tuple[Document, Document]) -> None:
            form = Correction(*found, self._window())
            if ask.form(form) and form.document != found[0]:
                self._tasks.run(lambda: keep(form.document), kept)

        self._tasks.run(lambda: (library.document(key), library.reading(key)), ask_for)

    def forget(self, key: str) -> None:
        """Let a plan go that is no longer shown."""
        self.documents.pop(key, None)

    def remove(self, key: str) -> None:
        """Take a plan out of the library, after a question."""
        library = self.library
        if library is None:
            return
        question = self.tr("把这份资料从资料库中移出？")
        if ask.confirm(question, self.tr("原来的文件不受影响，可以再次导入。"), self.tr("移出")):
            self._tasks.run(lambda: library.remove(key), lambda _: self._tell_entries())

    def import_asked(self) -> None:
        """Ask for files and take them in."""
        endings = " ".join(f"*{ending}" for ending in workflow.READABLE)
        filters = self.tr("可以读的文件 ({0})").format(endings)
        if paths := ask.open_files(self.tr("导入资料"), filters, self._settings.folder()):
            self._settings.set_folder(paths[0].parent)
            self.import_files(paths)

    def import_files(self, paths: list[Path]) -> None:
        """Take files and folders in; `import_began` with what tells of each."""

        def began(files: tuple[Path, ...]) -> None:
            job = Import(files, self._tasks, self)
            job.progress.connect(self.progress)
            job.ended.connect(self._tell_entries)
            self.stop_requested.connect(job.stop)
            self.import_began.emit(job)
            self.when_open(job.begin)

        def listed() -> tuple[Path, ...]:
            return tuple(file for path in paths for file in workflow.plan_files(path))

        self._tasks.run(listed, began)

    def stop_import(self) -> None:
        """Take no further file in."""
        self.stop_requested.emit()

    def _window(self) -> QWidget | None:
        parent = self.parent()
        return parent if isinstance(parent, QWidget) else None
