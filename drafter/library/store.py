"""The library: plans kept in one SQLite file, with their originals, and every section found by any fragment of it."""

from __future__ import annotations

import hashlib
import json
import sqlite3
import threading
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from drafter.errors import DrafterError, NotFound
from drafter.library.migrations import migrate
from drafter.model.document import Document
from drafter.model.plain import from_plain, to_plain
from drafter.model.walk import heading_text, length, paragraphs, passages, sections, text_of
from drafter.text.bigrams import bigrams
from drafter.text.normal import squeezed

HEADING_WEIGHT = 4.0
"""How much more a hit in a heading counts than one in the text, for bm25."""
RANKED = 2000
"""How many hits of a common word are ranked; bm25 costs about half a microsecond a hit."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A plan of the library: `key` names it for ever, `name` is the file it came from, `added` an ISO time in UTC."""

    key: str
    title: str
    kind: str
    region: str
    year: int | None
    issuer: str
    status: str
    date: str
    name: str
    characters: int
    added: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A section that holds the words searched for; `snippet` is the text around the first of them."""

    entry: Entry
    path: str
    title: str
    snippet: str


_COLUMNS = "key, title, kind, region, year, issuer, status, date, name, characters, added"


class Library:
    """Plans in one file. Every change is one transaction. Safe to use from several threads.

    Raises DrafterError where the file is no library, cannot be opened, or was made by a newer program.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.is_new = not path.exists()
        self._lock = threading.RLock()
        with _told(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            self._base = sqlite3.connect(path, check_same_thread=False)
            self._base.execute("PRAGMA foreign_keys = ON")
            self._base.execute("PRAGMA journal_mode = WAL")
            migrate(self._base, path)

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self._base.close()

    def damage(self) -> str | None:
        """What SQLite finds wrong with the file; None where it is whole."""
        with self._lock:
            (answer,) = self._base.execute("PRAGMA integrity_check(1)").fetchone()
        return None if answer == "ok" else answer

    def entries(self) -> tuple[Entry, ...]:
        """Every plan, by place, then newest first."""
        with self._lock:
            rows = self._base.execute(f"SELECT {_COLUMNS} FROM plan ORDER BY region, year DESC, title").fetchall()
        return tuple(Entry(*row) for row in rows)

    def document(self, key: str) -> Document:
        """The plan with this key as it was corrected, else as it was read; raises NotFound."""
        return from_plain(Document, json.loads(self._of(key, "coalesce(correction, document)")))

    def reading(self, key: str) -> Document:
        """The plan with this key as it was read, whatever was corrected since; raises NotFound."""
        return from_plain(Document, json.loads(self._of(key, "document")))

    def original(self, key: str) -> bytes:
        """The bytes of the file a plan came from; raises NotFound."""
        return self._of(key, "original")

    def _of(self, key: str, column: str) -> Any:  # noqa: ANN401 - what SQLite has in the column
        with self._lock:
            row = self._base.execute(f"SELECT {column} FROM plan WHERE key = ?", (key,)).fetchone()
        if row is None:
            raise NotFound("资料库中已没有这份资料。", "它可能已被移出，可重新导入。")
        return row[0]

    def add(self, document: Document, name: str, original: bytes) -> Entry:
        """The entry of a plan put into the library; the same text twice is the old entry (also in another format)."""
        key = _key(document)
        with self._lock, _told(self.path), self._base:
            if row := self._base.execute(f"SELECT {_COLUMNS} FROM plan WHERE key = ?", (key,)).fetchone():
                return Entry(*row)
            entry = _entry(key, document, name)
            plain = json.dumps(to_plain(document), ensure_ascii=False)
            values = tuple(getattr(entry, column) for column in _COLUMNS.split(", "))
            marks = ", ".join("?" * (len(values) + 2))
            self._base.execute(
                f"INSERT INTO plan ({_COLUMNS}, document, original) VALUES ({marks})", (*values, plain, original)
            )
            self._index(key, document)
        return entry

    def correct(self, key: str, document: Document) -> Entry:
        """The entry of a plan from now on in a corrected form, which opens and is found; its reading is kept beside it.

        The reading itself as the correction takes every correction back. Raises NotFound.
        """
        with self._lock, _told(self.path), self._base:
            reading, name, added = self.reading(key), self._of(key, "name"), self._of(key, "added")
            entry = replace(_entry(key, document, name), added=added)
            correction = None if document == reading else json.dumps(to_plain(document), ensure_ascii=False)
            self._unindex(key)
            sets = ", ".join(f"{column} = ?" for column in _COLUMNS.split(", "))
            values = tuple(getattr(entry, column) for column in _COLUMNS.split(", "))
            self._base.execute(f"UPDATE plan SET {sets}, correction = ? WHERE key = ?", (*values, correction, key))
            self._index(key, document)
        return entry

    def remove(self, key: str) -> None:
        """Take a plan out; raises NotFound."""
        with self._lock, _told(self.path), self._base:
            self._unindex(key)
            if not self._base.execute("DELETE FROM plan WHERE key = ?", (key,)).rowcount:
                raise NotFound("资料库中没有这份资料。", "用 drafter library list 可查看编号。")

    def search(self, words: str, most: int = 50) -> tuple[Hit, ...]:
        """The sections that hold every one of the words (parted by spaces), best first, at most `most`."""
        wanted = [squeezed(word).lower() for word in words.split()]
        wanted = [word for word in wanted if word]
        if not wanted:
            return ()
        query = " AND ".join(_phrase(word) for word in wanted)
        found = (
            f"SELECT rowid FROM (SELECT rowid, bm25(fragment, {HEADING_WEIGHT}, 1.0) AS rank FROM fragment "
            f"WHERE fragment MATCH ? LIMIT {RANKED}) ORDER BY rank LIMIT ?"
        )
        columns = ", ".join(f"plan.{column}" for column in _COLUMNS.split(", "))
        with self._lock:
            ids = [row[0] for row in self._base.execute(found, (query, most))]
            rows = {
                row[0]: row
                for row in self._base.execute(
                    f"SELECT section.id, path, section.title, body, {columns} "
                    "FROM section JOIN plan ON plan.key = section.plan "
                    f"WHERE section.id IN ({', '.join('?' * len(ids))})",
                    ids,
                )
            }
        hits = (rows[one] for one in ids)
        return tuple(Hit(Entry(*row[4:]), row[1], row[2], _snippet(row[2], row[3], wanted[0])) for row in hits)

    def _unindex(self, key: str) -> None:
        for rowid, title, body in self._base.execute("SELECT id, title, body FROM section WHERE plan = ?", (key,)):
            self._base.execute(
                "INSERT INTO fragment (fragment, rowid, title, body) VALUES ('delete', ?, ?, ?)",
                (rowid, _tokens(title), _tokens(body)),
            )
        self._base.execute("DELETE FROM section WHERE plan = ?", (key,))

    def _index(self, key: str, document: Document) -> None:
        for path, title, body in _searchable(document):
            cursor = self._base.execute(
                "INSERT INTO section (plan, path, title, body) VALUES (?, ?, ?, ?)", (key, path, title, body)
            )
            self._base.execute(
                "INSERT INTO fragment (rowid, title, body) VALUES (?, ?, ?)",
                (cursor.lastrowid, _tokens(title), _tokens(body)),
            )


@contextmanager
def _told(path: Path) -> Generator[None, None, None]:
    """Whatever the file system or SQLite has against this file, said to the planner."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        if "not a database" in str(error) or "malformed" in str(error):
            raise DrafterError(f"{path} 不是资料库文件，或已损坏。", "请换一个文件，或把它移走后重新打开。") from error
        raise DrafterError(f"资料库 {path} 现在不能读写：{error}。", "请检查磁盘空间和文件夹权限。") from error
    except OSError as error:
        raise DrafterError(f"不能建立资料库 {path}：{error.strerror}。", "请换一个可以写入的文件夹。") from error


def _key(document: Document) -> str:
    text = "\n".join(squeezed(text_of(passage.spans)) for passage in passages(document))
    return hashlib.sha256((squeezed(text_of(document.title)) + "\n" + text).encode()).hexdigest()[:16]


def _entry(key: str, document: Document, name: str) -> Entry:
    year = document.period[0] if document.period else int(document.date[:4]) if document.date else None
    return Entry(
        key=key,
        title=text_of(document.title) or Path(name).stem,
        kind=document.kind,
        region=document.region,
        year=year,
        issuer=document.issuer,
        status=document.status,
        date=document.date,
        name=name,
        characters=length(document),
        added=datetime.now(UTC).isoformat(timespec="seconds"),
    )


def _searchable(document: Document) -> Iterator[tuple[str, str, str]]:
    """(path, heading, text) of the preamble and every section of a plan."""
    front = "\n".join(text_of(p.spans) for p in paragraphs(document.preamble))
    yield "", text_of(document.title), front
    for attachment in document.attachments:
        yield "", text_of(attachment.title), "\n".join(text_of(p.spans) for p in paragraphs(attachment.preamble))
    for path, section in sections(document):
        yield path, heading_text(section), "\n".join(text_of(p.spans) for p in paragraphs(section.blocks))


def _tokens(text: str) -> str:
    return " ".join(bigrams(text))


def _phrase(word: str) -> str:
    """An FTS5 phrase that matches where the word stands; one character is the beginning of a pair."""
    pairs = bigrams(word)
    quoted = " ".join(pairs[:-1] or pairs).replace('"', '""')
    return f'{{title body}} : "{quoted}"' + ("*" if len(pairs) == 1 else "")


def _snippet(title: str, body: str, word: str, around: int = 30) -> str:
    at = body.lower().find(word)
    if at < 0:
        return body[: 2 * around].replace("\n", " ") or title
    start = max(0, at - around)
    end = at + len(word) + around
    return ("…" if start else "") + body[start:end].replace("\n", " ") + ("…" if end < len(body) else "")
