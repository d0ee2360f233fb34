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
from drafter.errors import DrafterError
from drafter.model.document import Document
from drafter.workflow import Hit, Imported, Library


class Material(QObject):
    """The plans at hand. Everything it says comes as a signal."""

    entries_changed = Signal(object)
    hits_changed = Signal(object)
    document_opened = Signal(str, object, str)
    document_corrected = Signal(str, object)
    import_began = Signal(object)
    stop_requested = Signal()
    progress = Signal(int, int)
    pending_changed = Signal(int)
    suggested = Signal(object)
    search_refused = Signal(str)

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
            if library.mended:
                ask.tell(library.mended)
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
        if (library := self.library) is not None:
            self._tasks.run(library.entries, self.entries_changed.emit, topic="entries")
            self._tasks.run(library.pending, lambda left: self.pending_changed.emit(len(left)), topic="pending")

    def search(self, words: str) -> None:
        """Search; without words the tree of all plans comes back."""
        library = self.library
        if not words.strip():
            self._tasks.run(lambda: None, self.hits_changed.emit, topic="search")
        elif library is not None:
            self._tasks.run(lambda: _found(library, words), self._tell_found, self._refuse, topic="search")

    def _refuse(self, error: DrafterError) -> None:
        self.search_refused.emit(str(error))

    def _tell_found(self, found: tuple[tuple[Hit, ...], tuple[str, ...]]) -> None:
        self.suggested.emit(found[1])
        self.hits_changed.emit(found[0])

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

    def clear(self) -> None:
        """Empty the library, after a question that says how much goes."""
        library = self.library
        if library is None:
            return
        question = self.tr("清空资料库？其中的 {0} 份资料都会移出。").format(library.count)
        if ask.confirm(
            question, self.tr("标签、备注和校正也会一起去掉，不能撤销；原来的文件不受影响。"), self.tr("清空")
        ):
            self._tasks.run(library.clear, lambda _: self._tell_entries())

    def tag(self, key: str) -> None:
        """Ask for the tags of a plan and keep them."""
        if (library := self.library) is None:
            return
        question = self.tr("这份资料的标签（用空格分开）：")
        tags = ask.text(self.tr("标签"), question, " ".join(library.entry(key).tags))
        if tags is not None:
            self._tasks.run(lambda: library.tag(key, tags.split()), lambda _: self._tell_entries())

    def note(self, key: str) -> None:
        """Ask for the note of a plan and keep it."""
        if (library := self.library) is None:
            return
        note = ask.text(self.tr("备注"), self.tr("这份资料的备注："), library.entry(key).note)
        if note is not None:
            self._tasks.run(lambda: library.set_note(key, note), lambda _: self._tell_entries())

    def reread(self, key: str) -> None:
        """Read a plan again from its original; what was corrected stays."""
        if (library := self.library) is None:
            return

        def read(done: tuple[Imported, ...]) -> None:
            if done[0].error:
                ask.show_error(done[0].error)
            self._tell_entries()

        self._tasks.run(lambda: workflow.reread_plans(library, [key]), read)

    def show_original(self, key: str) -> None:
        """Open the file a plan came from with the program the system has for it."""
        if (library := self.library) is not None:
            self._tasks.run(lambda: library.original(key), ask.open_with_system)

    def with_document(self, key: str, act: Callable[[Document], None]) -> None:
        """Do something with a plan, which need not be open."""
        if key in self.documents:
            act(self.documents[key])
        elif (library := self.library) is not None:
            self._tasks.run(lambda: library.document(key), act)

    def resume_import(self) -> None:
        """Go on with the import that was interrupted."""
        if (library := self.library) is not None:
            self._tasks.run(library.pending, self._begin)

    def forget_import(self) -> None:
        """Do not read any more what an interrupted import left."""
        if (library := self.library) is not None:
            self._tasks.run(library.end_import, lambda _: self._tell_entries())

    def import_asked(self) -> None:
        """Ask for files and take them in."""
        endings = " ".join(f"*{ending}" for ending in workflow.READABLE)
        filters = self.tr("可以读的文件 ({0})").format(endings)
        if paths := ask.open_files(self.tr("导入资料"), filters, self._settings.folder()):
            self._settings.set_folder(paths[0].parent)
            self.import_files(paths)

    def import_files(self, paths: list[Path]) -> None:
        """Take files and folders in; `import_began` with what tells of each."""

        def listed() -> tuple[Path, ...]:
            return tuple(file for path in paths for file in workflow.plan_files(path))

        self._tasks.run(listed, self._begin)

    def _begin(self, files: tuple[Path, ...]) -> None:
        job = Import(files, self._tasks, self)
        job.progress.connect(self.progress)
        job.ended.connect(self._tell_entries)
        self.stop_requested.connect(job.stop)
        self.import_began.emit(job)
        self.when_open(job.begin)

    def stop_import(self) -> None:
        """Take no further file in."""
        self.stop_requested.emit()

    def _window(self) -> QWidget | None:
        parent = self.parent()
        return parent if isinstance(parent, QWidget) else None


def _found(library: Library, words: str) -> tuple[tuple[Hit, ...], tuple[str, ...]]:
    """What a search finds, and where it finds nothing the words that may be meant."""
    hits = library.search(words)
    return hits, () if hits else library.suggest(words)
