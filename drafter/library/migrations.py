"""The format of the library file, step by step; each step and its record are one transaction."""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Callable
from pathlib import Path

from drafter.errors import DrafterError
from drafter.library.grams import TOKENIZER, tokens
from drafter.library.originals import Originals
from drafter.model.document import Document
from drafter.model.plain import Plain, from_plain, to_plain

_STEPS: tuple[str, ...] = (
    """
    CREATE TABLE plan (
        key TEXT PRIMARY KEY, title TEXT NOT NULL, kind TEXT NOT NULL, region TEXT NOT NULL, year INTEGER,
        issuer TEXT NOT NULL, status TEXT NOT NULL, date TEXT NOT NULL, name TEXT NOT NULL,
        characters INTEGER NOT NULL, added TEXT NOT NULL, document TEXT NOT NULL, original BLOB NOT NULL
    );
    CREATE TABLE section (
        id INTEGER PRIMARY KEY, plan TEXT NOT NULL REFERENCES plan (key) ON DELETE CASCADE,
        path TEXT NOT NULL, title TEXT NOT NULL, body TEXT NOT NULL
    );
    CREATE INDEX section_of_plan ON section (plan);
    CREATE VIRTUAL TABLE fragment USING fts5 (title, body, content = '', tokenize = 'unicode61 remove_diacritics 0');
    """,
    "ALTER TABLE plan ADD COLUMN correction TEXT",
    # Originals lie beside the file; facets, tags, notes; sections of a plan are numbered without a gap, from `first`.
    # The text is the first column of the index: every place in another one costs FTS5 two bytes more.
    f"""
    ALTER TABLE plan RENAME TO old;
    DROP TABLE fragment;
    DROP TABLE section;
    CREATE TABLE plan (
        id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, print TEXT NOT NULL, ending TEXT NOT NULL,
        first INTEGER NOT NULL, sections INTEGER NOT NULL, title TEXT NOT NULL, kind TEXT NOT NULL,
        region TEXT NOT NULL, year INTEGER, issuer TEXT NOT NULL, status TEXT NOT NULL, date TEXT NOT NULL,
        name TEXT NOT NULL, characters INTEGER NOT NULL, added TEXT NOT NULL, number TEXT NOT NULL,
        level TEXT NOT NULL, theme TEXT NOT NULL, period_from INTEGER, period_to INTEGER, reader INTEGER NOT NULL,
        note TEXT NOT NULL DEFAULT '', tags TEXT NOT NULL DEFAULT '[]', corrected INTEGER NOT NULL DEFAULT 0
    );
    CREATE INDEX plan_by_print ON plan (print);
    CREATE TABLE reading (
        plan INTEGER PRIMARY KEY REFERENCES plan (id) ON DELETE CASCADE, document BLOB NOT NULL, correction BLOB
    );
    CREATE TABLE section (id INTEGER PRIMARY KEY, path TEXT NOT NULL, title TEXT NOT NULL, body TEXT NOT NULL);
    CREATE VIRTUAL TABLE fragment USING fts5 (
        body, title, content = '', tokenize = "{TOKENIZER.replace('"', '""')}"
    );
    CREATE TABLE pending (path TEXT PRIMARY KEY);
    """,
    # Headings alone, found without reading through the places in texts; what is asked of all plans at once.
    f"""
    CREATE VIRTUAL TABLE heading USING fts5 (title, content = '', tokenize = "{TOKENIZER.replace('"', '""')}");
    CREATE INDEX plan_in_order ON plan (first, id, year);
    """,
)

FORMAT = len(_STEPS)
MOVED = 4
"""The step after which plans of the first formats, which another table holds, are put in again."""
Put = Callable[[str, Document, Document | None, str, str], None]
"""Puts a plan in: its key, reading, correction, the name of its file, when it was added."""


def packed(document: Document) -> bytes:
    """A document as it is kept."""
    return zlib.compress(json.dumps(to_plain(document), ensure_ascii=False).encode(errors="surrogatepass"), 1)


def unpacked(kept: bytes) -> Document:
    """A kept document."""
    return from_plain(Document, json.loads(zlib.decompress(kept).decode(errors="surrogatepass")))


def version_of(base: sqlite3.Connection) -> int:
    """The number of the format a file has; 0 for an empty one."""
    return base.execute("PRAGMA user_version").fetchone()[0]


def migrate(base: sqlite3.Connection, path: Path, originals: Originals, put: Put) -> None:
    """Bring an open library to the present format, a copy of the old one beside it.

    Raises DrafterError where a newer program made it.
    """
    version = version_of(base)
    if version > FORMAT:
        raise DrafterError(f"资料库 {path} 由更新版本的程序建立，本版本不能打开。", "请升级程序，或另建资料库。")
    if 0 < version < FORMAT:
        _keep_copy(base, path.with_name(f"{path.name}.v{version}"))
    base.execute("BEGIN IMMEDIATE")
    try:
        for number, step in enumerate(_STEPS[version:], version + 1):
            for statement in step.split(";\n"):
                base.execute(statement)
            if number == MOVED:
                _head(base)
                if version < MOVED - 1:
                    _move(base, originals, put)
            base.execute(f"PRAGMA user_version = {number}")
        base.execute("COMMIT")
    except BaseException:
        base.execute("ROLLBACK")
        raise


def _keep_copy(base: sqlite3.Connection, path: Path) -> None:
    with sqlite3.connect(path) as copy:
        base.backup(copy)
    copy.close()


def _move(base: sqlite3.Connection, originals: Originals, put: Put) -> None:
    """Put every plan of the former format in again, its file beside the library."""
    wanted = "key, name, added, document, correction, original"
    for key, name, added, document, correction, original in base.execute(f"SELECT {wanted} FROM old ORDER BY rowid"):
        originals.put(key, Path(name).suffix.lower(), original)
        put(key, _plan(json.loads(document)), _plan(json.loads(correction)) if correction else None, name, added)
    base.execute("DROP TABLE old")


def _head(base: sqlite3.Connection) -> None:
    """Index the headings of plans that are there."""
    rows = [(number, tokens(title)) for number, title in base.execute("SELECT id, title FROM section").fetchall()]
    base.executemany("INSERT INTO heading (rowid, title) VALUES (?, ?)", rows)


def _plan(plain: Plain) -> Document:
    return from_plain(Document, plain)
