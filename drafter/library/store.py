"""The library in one SQLite file, the originals beside it."""

from __future__ import annotations

import json
import os
import sqlite3
import threading
from collections.abc import Generator, Iterable
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from drafter.errors import CannotWrite, DamagedLibrary, DrafterError, NotFound
from drafter.library import near, similar
from drafter.library.entry import Entry, Hit, Similar, entry_of, key_of, searchable, text_print
from drafter.library.finding import Finder
from drafter.library.grams import tokens
from drafter.library.interface import Given
from drafter.library.migrations import FORMAT, migrate, packed, unpacked, version_of
from drafter.library.originals import Originals
from drafter.library.rescue import Kept
from drafter.library.rows import COLUMNS, entry_from, row_of
from drafter.model.document import Document


class SqliteLibrary:
    """A library (see `Library`) in a file; where the file or its folder cannot be written it is read-only.

    Raises DrafterError where the file is no library, cannot be opened, or was made by a newer program;
    DamagedLibrary where it was one and is damaged.
    """

    def __init__(self, path: Path, given: Given | None = None, *, read_only: bool = False) -> None:
        self.path = path
        self.given = given or Given()
        self.is_new = not path.exists()
        self.mended = ""
        self._originals = Originals(path)
        self._lock = threading.RLock()
        with _told(path, self._originals):
            if not read_only:
                path.parent.mkdir(parents=True, exist_ok=True)
            self.read_only = read_only or not _writable(path)
            self._base = _opened(path, read_only=self.read_only)
            self._finder = Finder(self._base, self.given)
            if not self.read_only:
                self._base.execute("PRAGMA foreign_keys = ON")
                self._base.execute("PRAGMA journal_mode = WAL")
                self._base.execute("PRAGMA wal_autocheckpoint = 4000")
                migrate(self._base, path, self._originals, self._put_again)
            elif version_of(self._base) != FORMAT:
                raise DrafterError(
                    f"资料库 {path} 是另一版本的格式，又不能写入，不能升级。", "请复制到自己的文件夹再打开。"
                )

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self._base.close()

    def damage(self) -> str | None:
        """What SQLite finds wrong with the file; None where it is whole."""
        with self._lock:
            try:
                (answer,) = self._base.execute("PRAGMA integrity_check(1)").fetchone()
            except sqlite3.DatabaseError as error:
                return str(error)
        return None if answer == "ok" else answer

    def entries(self) -> tuple[Entry, ...]:
        """Every plan, by place, then newest first."""
        with self._reading():
            rows = self._base.execute(f"SELECT {COLUMNS} FROM plan ORDER BY region, year DESC, title").fetchall()
        return tuple(entry_from(row) for row in rows)

    def entry(self, key: str) -> Entry:
        """The plan with this key; raises NotFound."""
        with self._reading():
            return entry_from(self._row(key, COLUMNS))

    def document(self, key: str) -> Document:
        """The plan with this key as it was corrected, else as it was read; raises NotFound."""
        return unpacked(self._read(key, "coalesce(correction, document)"))

    def reading(self, key: str) -> Document:
        """The plan with this key as it was read, whatever was corrected since; raises NotFound."""
        return unpacked(self._read(key, "document"))

    @property
    def count(self) -> int:
        """How many plans there are."""
        with self._reading():
            return self._base.execute("SELECT count(*) FROM plan").fetchone()[0]

    def original(self, key: str) -> Path:
        """The file a plan came from, to be read only; raises NotFound."""
        with self._reading():
            (ending,) = self._row(key, "ending")
        path = self._originals.path(key, ending)
        if not path.is_file():
            raise NotFound(f"原文件 {path} 已不在资料库旁边。", "可重新导入这份资料。")
        return path

    def add(self, document: Document, name: str, original: bytes) -> Entry:
        """The entry of a plan put into the library; the same text twice is the old entry (also in another format)."""
        key, known = key_of(document), text_print(document)
        with self._change():
            found = self._base.execute(
                f"SELECT {COLUMNS} FROM plan WHERE key = ? OR print = ?", (key, known)
            ).fetchone()
            if found:
                return entry_from(found)
            self._originals.put(key, Path(name).suffix.lower(), original)
            return self._put(
                entry_of(key, document, name, self.given.level(document.region), self.given.reader), document
            )

    def correct(self, key: str, document: Document) -> Entry:
        """The entry of a plan from now on in a corrected form, which opens and is found; its reading is kept beside it.

        The reading itself as the correction takes every correction back. Raises NotFound.
        """
        with self._change():
            reading = self.reading(key)
            return self._replace(key, reading, None if document == reading else document)

    def reread(self, key: str, document: Document) -> Entry:
        """The entry of a plan whose file was read anew; a correction stays what opens and is found. Raises NotFound."""
        with self._change():
            correction = self.document(key) if self.entry(key).corrected else None
            return self._replace(key, document, correction, self.given.reader)

    def restore(self, key: str, kept: Kept) -> None:
        """Give a plan that was read anew back what a damaged file still told of it."""
        if kept.correction:
            self.correct(key, unpacked(kept.correction))
        with self._change():
            values = (kept.note, kept.tags, kept.added, key)
            sets = "note = ?, tags = ?, added = coalesce(nullif(?, ''), added)"
            self._base.execute(f"UPDATE plan SET {sets} WHERE key = ?", values)

    def remove(self, key: str) -> None:
        """Take a plan out, with its original; raises NotFound."""
        with self._change():
            (ending,) = self._row(key, "ending")
            self._unindex(key)
            self._base.execute("DELETE FROM plan WHERE key = ?", (key,))
        self._originals.remove(key, ending)

    def clear(self) -> None:
        """Take every plan out."""
        for entry in self.entries():
            self.remove(entry.key)
        self.end_import()

    def tag(self, key: str, tags: Iterable[str]) -> Entry:
        """The entry with these tags and no others; raises NotFound."""
        kept = sorted({tag.strip() for tag in tags} - {""})
        return self._set(key, "tags", json.dumps(kept, ensure_ascii=False))

    def set_note(self, key: str, note: str) -> Entry:
        """The entry with this note; raises NotFound."""
        return self._set(key, "note", note.strip())

    def _set(self, key: str, column: str, value: str) -> Entry:
        with self._change():
            self._base.execute(f"UPDATE plan SET {column} = ? WHERE key = ?", (value, key))
            return self.entry(key)

    def pending(self) -> tuple[Path, ...]:
        """The files an import that was interrupted has still to read."""
        with self._reading():
            return tuple(Path(row[0]) for row in self._base.execute("SELECT path FROM pending ORDER BY rowid"))

    def begin_import(self, paths: Iterable[Path]) -> None:
        """Note the files that are to be read."""
        with self._change():
            rows = [(str(path.absolute()),) for path in paths]
            self._base.executemany("INSERT OR IGNORE INTO pending (path) VALUES (?)", rows)

    def end_import(self, path: Path | None = None) -> None:
        """Note that a file was read, or that none is to be read any more."""
        with self._change():
            if path is None:
                self._base.execute("DELETE FROM pending")
            else:
                self._base.execute("DELETE FROM pending WHERE path = ?", (str(path.absolute()),))

    def search(self, typed: str, most: int = 50) -> tuple[Hit, ...]:
        """The sections a query finds, best first, at most `most`; see `query`."""
        with self._reading():
            return self._finder.search(typed, most)

    def suggest(self, typed: str, most: int = 3) -> tuple[str, ...]:
        """Words of the library that may be meant by what was typed."""
        with self._reading():
            return near.suggest(self._finder, typed, most)

    def similar(self, text: str, most: int = 20, without: str = "") -> tuple[Similar, ...]:
        """The sections that say nearly the same as a text, best first; those of the plan `without` are left out."""
        with self._reading():
            return similar.similar(self._finder, text, most, without)

    def _row(self, key: str, columns: str, table: str = "plan") -> tuple[Any, ...]:
        row = self._base.execute(f"SELECT {columns} FROM {table} WHERE key = ?", (key,)).fetchone()
        if row is None:
            raise NotFound("资料库中没有这份资料。", "它可能已被移出；用 drafter library list 可查看编号。")
        return row

    def _read(self, key: str, column: str) -> bytes:
        with self._reading():
            return self._row(key, column, "plan JOIN reading ON reading.plan = plan.id")[0]

    def _put_again(self, key: str, reading: Document, correction: Document | None, name: str, added: str) -> None:
        entry = entry_of(key, correction or reading, name, self.given.level((correction or reading).region), 0)
        self._put(entry, reading, correction, added)

    def _put(self, entry: Entry, reading: Document, correction: Document | None = None, added: str = "") -> Entry:
        first, sections = self._index(correction or reading)
        values = row_of(entry) | {
            "print": text_print(reading), "ending": Path(entry.name).suffix.lower(), "first": first,
            "sections": sections, "corrected": correction is not None,
        }  # fmt: skip
        values |= {"added": added} if added else {}
        marks = ", ".join("?" * len(values))
        into = f"INSERT INTO plan ({', '.join(values)}) VALUES ({marks}) RETURNING id"
        (plan,) = self._base.execute(into, tuple(values.values())).fetchone()
        kept = (plan, packed(reading), packed(correction) if correction else None)
        self._base.execute("INSERT INTO reading VALUES (?, ?, ?)", kept)
        self._finder.shelf.add(first, plan, entry.year)
        return self.entry(entry.key)

    def _replace(self, key: str, reading: Document, correction: Document | None, reader: int | None = None) -> Entry:
        old = self.entry(key)
        self._unindex(key)
        document = correction or reading
        first, sections = self._index(document)
        reader = old.reader if reader is None else reader
        values = row_of(entry_of(key, document, old.name, self.given.level(document.region), reader))
        values |= {"added": old.added, "first": first, "sections": sections, "corrected": correction is not None}
        values |= {"print": text_print(reading)}
        sets = ", ".join(f"{column} = ?" for column in values)
        self._base.execute(f"UPDATE plan SET {sets} WHERE key = ?", (*values.values(), key))
        (plan,) = self._row(key, "id")
        kept = (packed(reading), packed(correction) if correction else None, plan)
        self._base.execute("UPDATE reading SET document = ?, correction = ? WHERE plan = ?", kept)
        self._finder.shelf.add(first, plan, document.period[0] if document.period else None)
        self._finder.shelf.forget()
        return self.entry(key)

    def _index(self, document: Document) -> tuple[int, int]:
        """The first number and the count of the sections of a plan, all indexed now."""
        (last,) = self._base.execute("SELECT max(id) FROM section").fetchone()
        first = (last or 0) + 1
        rows = [(first + n, *row) for n, row in enumerate(_clean(document))]
        self._base.executemany("INSERT INTO section (id, path, title, body) VALUES (?, ?, ?, ?)", rows)
        indexed = [(number, tokens(title), tokens(body)) for number, _, title, body in rows]
        self._base.executemany("INSERT INTO fragment (rowid, title, body) VALUES (?, ?, ?)", indexed)
        self._base.executemany("INSERT INTO heading (rowid, title) VALUES (?, ?)", [row[:2] for row in indexed])
        return first, len(rows)

    def _unindex(self, key: str) -> None:
        first, count = self._row(key, "first, sections")
        within = (first, first + count - 1)
        rows = self._base.execute("SELECT id, title, body FROM section WHERE id BETWEEN ? AND ?", within).fetchall()
        gone = [(number, tokens(title), tokens(body)) for number, title, body in rows]
        delete = "INSERT INTO fragment (fragment, rowid, title, body) VALUES ('delete', ?, ?, ?)"
        self._base.executemany(delete, gone)
        delete = "INSERT INTO heading (heading, rowid, title) VALUES ('delete', ?, ?)"
        self._base.executemany(delete, [row[:2] for row in gone])
        self._base.execute("DELETE FROM section WHERE id BETWEEN ? AND ?", within)
        self._finder.shelf.remove(first)

    @contextmanager
    def _reading(self) -> Generator[None, None, None]:
        with self._lock, _told(self.path, self._originals):
            yield

    @contextmanager
    def _change(self) -> Generator[None, None, None]:
        """One transaction; raises CannotWrite where the library is read-only."""
        if self.read_only:
            raise CannotWrite(
                f"资料库 {self.path} 是只读的，不能改动。", "可以查找和打开；要导入资料，请换用自己的资料库。"
            )
        with self._reading():
            self._finder.shelf.refresh(self._base)
            self._base.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._base.execute("COMMIT")
            except BaseException:
                self._finder.shelf.forget()
                if self._base.in_transaction:
                    self._base.execute("ROLLBACK")
                raise


def _writable(path: Path) -> bool:
    return os.access(path.parent, os.W_OK) and (not path.exists() or os.access(path, os.W_OK))


def _opened(path: Path, *, read_only: bool) -> sqlite3.Connection:
    """The file; a read-only one in a folder that cannot be written is taken as nobody changes it meanwhile."""
    if not read_only:
        return sqlite3.connect(path, check_same_thread=False, isolation_level=None)
    address = path.absolute().as_uri()
    for mode in ("mode=ro", "immutable=1"):
        base = sqlite3.connect(f"{address}?{mode}", uri=True, check_same_thread=False, isolation_level=None)
        try:
            base.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except sqlite3.OperationalError:
            base.close()
        else:
            return base
    raise sqlite3.OperationalError("cannot be read")


def _clean(document: Document) -> list[tuple[str, ...]]:
    """What is searched of a plan, without characters that cannot be written down."""
    return [tuple(text.encode(errors="replace").decode() for text in row) for row in searchable(document)]


@contextmanager
def _told(path: Path, originals: Originals) -> Generator[None, None, None]:
    """Whatever the file system or SQLite has against this file, said to the planner."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        if "not a database" in str(error) or "malformed" in str(error):
            known = originals.folder.is_dir()
            kind = DamagedLibrary if known else DrafterError
            raise kind(f"{path} 不是资料库文件，或已损坏。", "请换一个文件，或把它移走后重新打开。") from error
        raise CannotWrite(f"资料库 {path} 现在不能读写：{error}。", "请检查磁盘空间和文件夹权限。") from error
    except OSError as error:
        raise CannotWrite(f"不能读写资料库 {path}：{error.strerror}。", "请换一个可以写入的文件夹。") from error
