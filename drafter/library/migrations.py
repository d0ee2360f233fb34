"""The format of the library file, step by step; each step and its record are one transaction."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from drafter.errors import DrafterError

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
)


def migrate(base: sqlite3.Connection, path: Path) -> None:
    """Bring an open library to the present format; raises DrafterError where a newer program made it."""
    version: int = base.execute("PRAGMA user_version").fetchone()[0]
    if version > len(_STEPS):
        raise DrafterError(f"资料库 {path} 由更新版本的程序建立，本版本不能打开。", "请升级程序，或另建资料库。")
    for number, step in enumerate(_STEPS[version:], version + 1):
        base.executescript(f"BEGIN; {step}; PRAGMA user_version = {number}; COMMIT;")
