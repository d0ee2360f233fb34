"""The library of a bureau or a province on a PostgreSQL server: the same plans, pairs and answers.

The pairs of a section are lexemes of a `tsvector` without places, found by a GIN index; that the words stand in the
section as they were typed is then seen in its folded text. Who may not insert has a read-only library.
"""

from __future__ import annotations

import getpass
import hashlib
import json
import platform
import threading
from collections.abc import Generator, Iterable
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import Any

import psycopg

from drafter import resources
from drafter.errors import CannotWrite, DrafterError, NotFound
from drafter.library import near, similar
from drafter.library.conditions import where_of
from drafter.library.entry import Entry, Hit, Similar, entry_of, key_of, searchable, text_print
from drafter.library.finding import HEADING_WEIGHT, RANKED, Found
from drafter.library.grams import folded, grams
from drafter.library.interface import Given
from drafter.library.migrations import packed, unpacked
from drafter.library.originals import Originals
from drafter.library.query import Forms, Query, Scope, Word, forms_of, parse
from drafter.library.rows import COLUMNS, entry_from, row_of
from drafter.library.shelf import GAIN, RECENT
from drafter.library.snippet import snippet
from drafter.model.document import Document

_SCHEMA = """
CREATE TABLE IF NOT EXISTS plan (
    id SERIAL PRIMARY KEY, key TEXT NOT NULL UNIQUE, print TEXT NOT NULL UNIQUE, ending TEXT NOT NULL,
    title TEXT NOT NULL, kind TEXT NOT NULL, region TEXT NOT NULL, year INTEGER, issuer TEXT NOT NULL,
    status TEXT NOT NULL, date TEXT NOT NULL, name TEXT NOT NULL, characters INTEGER NOT NULL, added TEXT NOT NULL,
    number TEXT NOT NULL, level TEXT NOT NULL, theme TEXT NOT NULL, period_from INTEGER, period_to INTEGER,
    reader INTEGER NOT NULL, note TEXT NOT NULL DEFAULT '', tags TEXT NOT NULL DEFAULT '[]',
    corrected BOOLEAN NOT NULL DEFAULT FALSE, document BYTEA NOT NULL, correction BYTEA, original BYTEA NOT NULL
);
CREATE TABLE IF NOT EXISTS section (
    id BIGSERIAL PRIMARY KEY, plan INTEGER NOT NULL REFERENCES plan ON DELETE CASCADE, path TEXT NOT NULL,
    title TEXT NOT NULL, body TEXT NOT NULL, head TEXT NOT NULL, folded TEXT NOT NULL, pairs TSVECTOR NOT NULL
);
CREATE INDEX IF NOT EXISTS section_of_plan ON section (plan);
CREATE INDEX IF NOT EXISTS section_by_pair ON section USING GIN (pairs);
CREATE TABLE IF NOT EXISTS pending (id SERIAL, who TEXT NOT NULL, path TEXT NOT NULL, UNIQUE (who, path));
"""


_THICKNESS = "100.0 * (length(folded) - length(replace(folded, %s, ''))) / length(%s) / (length(folded) + 100)"
"""How thick a word stands in a section: its characters of a hundred, fewer in very short sections."""


class PostgresLibrary:
    """A library (see `Library`) behind a connection string. Raises DrafterError where the server does not answer."""

    mended = ""

    def __init__(self, address: str, given: Given | None = None) -> None:
        self.given = given or Given()
        self._address = address
        self._lock = threading.RLock()
        self._who = f"{getpass.getuser()}@{platform.node()}"
        named = hashlib.sha256(address.encode()).hexdigest()[:12]
        self.path = resources.user_data() / "shared" / f"{named}.db"
        self._originals = Originals(self.path)
        self._base: psycopg.Connection[Any] | None = None
        with self._reading() as base:
            self.is_new = base.execute("SELECT to_regclass('plan')").fetchone() == (None,)
            if self.is_new:
                base.execute(_SCHEMA)
            allowed = base.execute("SELECT has_table_privilege('plan', 'INSERT')").fetchone()
            self.read_only = allowed != (True,)
        self.path.parent.mkdir(parents=True, exist_ok=True)

    def close(self) -> None:
        """Let the server go."""
        with self._lock:
            if self._base is not None:
                self._base.close()
            self._base = None

    def damage(self) -> str | None:
        """None: the server itself sees to its files."""
        return None

    @property
    def count(self) -> int:
        """How many plans there are."""
        return self._one("SELECT count(*) FROM plan")[0]

    def entries(self) -> tuple[Entry, ...]:
        """Every plan, by place, then newest first."""
        return tuple(
            entry_from(row) for row in self._all(f"SELECT {COLUMNS} FROM plan ORDER BY region, year DESC, title")
        )

    def entry(self, key: str) -> Entry:
        """The plan with this key; raises NotFound."""
        return entry_from(self._of(key, COLUMNS))

    def document(self, key: str) -> Document:
        """The plan with this key as it was corrected, else as it was read; raises NotFound."""
        return unpacked(self._of(key, "coalesce(correction, document)")[0])

    def reading(self, key: str) -> Document:
        """The plan with this key as it was read, whatever was corrected since; raises NotFound."""
        return unpacked(self._of(key, "document")[0])

    def original(self, key: str) -> Path:
        """A copy of the file a plan came from; raises NotFound."""
        ending, content = self._of(key, "ending, original")
        path = self._originals.path(key, ending)
        if not path.is_file():
            self._originals.put(key, ending, content)
        return path

    def add(self, document: Document, name: str, original: bytes) -> Entry:
        """The entry of a plan put into the library; the same text twice is the old entry (also in another format)."""
        key, known = key_of(document), text_print(document)
        with self._change() as base:
            found = base.execute(
                f"SELECT {COLUMNS} FROM plan WHERE key = %s OR print = %s".encode(), (key, known)
            ).fetchone()
            if found:
                return entry_from(found)
            entry = entry_of(key, document, name, self.given.level(document.region), self.given.reader)
            values = row_of(entry) | {
                "print": known, "ending": Path(name).suffix.lower(), "document": packed(document), "original": original,
            }  # fmt: skip
            marks = ", ".join(["%s"] * len(values))
            into = f"INSERT INTO plan ({', '.join(values)}) VALUES ({marks}) RETURNING id"
            (plan,) = base.execute(into.encode(), tuple(values.values())).fetchone() or (0,)
            self._index(base, plan, document)
        return entry

    def correct(self, key: str, document: Document) -> Entry:
        """The entry of a plan from now on in a corrected form; its reading is kept beside it. Raises NotFound."""
        reading = self.reading(key)
        return self._replace(key, reading, None if document == reading else document)

    def reread(self, key: str, document: Document) -> Entry:
        """The entry of a plan whose file was read anew; a correction stays. Raises NotFound."""
        correction = self.document(key) if self.entry(key).corrected else None
        return self._replace(key, document, correction, self.given.reader)

    def _replace(self, key: str, reading: Document, correction: Document | None, reader: int | None = None) -> Entry:
        old, document = self.entry(key), correction or reading
        reader = old.reader if reader is None else reader
        values = row_of(entry_of(key, document, old.name, self.given.level(document.region), reader))
        values |= {"added": old.added, "corrected": correction is not None, "document": packed(reading)}
        values |= {"correction": packed(correction) if correction else None, "print": text_print(reading)}
        with self._change() as base:
            sets = ", ".join(f"{column} = %s" for column in values)
            updated = base.execute(
                f"UPDATE plan SET {sets} WHERE key = %s RETURNING id".encode(), (*values.values(), key)
            )
            (plan,) = updated.fetchone() or (0,)
            base.execute("DELETE FROM section WHERE plan = %s", (plan,))
            self._index(base, plan, document)
        return self.entry(key)

    def remove(self, key: str) -> None:
        """Take a plan out, with all that is known of it; raises NotFound."""
        (ending,) = self._of(key, "ending")
        with self._change() as base:
            base.execute("DELETE FROM plan WHERE key = %s", (key,))
        self._originals.remove(key, ending)

    def clear(self) -> None:
        """Take every plan out."""
        with self._change() as base:
            base.execute("DELETE FROM plan")
        self.end_import()

    def tag(self, key: str, tags: Iterable[str]) -> Entry:
        """The entry with these tags and no others; raises NotFound."""
        kept = sorted({tag.strip() for tag in tags} - {""})
        return self._set(key, "tags", json.dumps(kept, ensure_ascii=False))

    def set_note(self, key: str, note: str) -> Entry:
        """The entry with this note; raises NotFound."""
        return self._set(key, "note", note.strip())

    def _set(self, key: str, column: str, value: str) -> Entry:
        with self._change() as base:
            base.execute(f"UPDATE plan SET {column} = %s WHERE key = %s".encode(), (value, key))
        return self.entry(key)

    def pending(self) -> tuple[Path, ...]:
        """The files this person's interrupted import on this machine has still to read."""
        rows = self._all("SELECT path FROM pending WHERE who = %s ORDER BY id", (self._who,))
        return tuple(Path(row[0]) for row in rows)

    def begin_import(self, paths: Iterable[Path]) -> None:
        """Note the files that are to be read."""
        with self._change() as base, base.cursor() as cursor:
            rows = [(self._who, str(path.absolute())) for path in paths]
            cursor.executemany("INSERT INTO pending (who, path) VALUES (%s, %s) ON CONFLICT DO NOTHING", rows)

    def end_import(self, path: Path | None = None) -> None:
        """Note that a file was read, or that none is to be read any more."""
        with self._change() as base:
            if path is None:
                base.execute("DELETE FROM pending WHERE who = %s", (self._who,))
            else:
                base.execute("DELETE FROM pending WHERE who = %s AND path = %s", (self._who, str(path.absolute())))

    @cached_property
    def forms(self) -> Forms:
        """The names that mean the same."""
        return forms_of(self.given.groups())

    def search(self, typed: str, most: int = 50) -> tuple[Hit, ...]:
        """The sections a query finds, best first, at most `most`; see `query`."""
        query = parse(typed, self.forms)
        if not query.wanted and not query.conditions:
            return ()
        where, values = where_of(query.conditions, self.forms, "%s")
        if query.wanted:
            rows = self._all(*_asked(query, where, values, most))
        else:
            asked = (
                f"SELECT {COLUMNS}, path, section.title, body FROM plan JOIN section ON section.id = "
                f"(SELECT min(id) FROM section WHERE plan = plan.id) WHERE {where} ORDER BY year DESC LIMIT %s"
            )
            rows = self._all(asked, (*values, most))
        shown = tuple(form for word in query.wanted for form in word.forms)
        found = [Found(entry_from(row[:-3]), *row[-3:]) for row in rows]
        return tuple(Hit(one.entry, one.path, one.title, *snippet(one.title, one.body, shown)) for one in found)

    def suggest(self, typed: str, most: int = 3) -> tuple[str, ...]:
        """Words of the library that may be meant by what was typed."""
        return near.suggest(self, typed, most)

    def similar(self, text: str, most: int = 20, without: str = "") -> tuple[Similar, ...]:
        """The sections that say nearly the same as a text, best first; those of the plan `without` are left out."""
        return similar.similar(self, text, most, without)

    def holding(self, word: str, most: int) -> list[int]:
        """The sections that hold a folded word, at most so many."""
        where, values = _word(Word((word,)))
        return [row[0] for row in self._all(f"SELECT id FROM section WHERE {where} LIMIT %s", (*values, most))]

    def sections(self, numbers: list[int]) -> dict[int, Found]:
        """The sections with these numbers, in that order."""
        asked = (
            f"SELECT section.id, {COLUMNS}, path, section.title, body FROM section JOIN plan ON plan.id = plan "
            "WHERE section.id = ANY(%s)"
        )
        found = {row[0]: Found(entry_from(row[1:-3]), *row[-3:]) for row in self._all(asked, (numbers,))}
        return {number: found[number] for number in numbers if number in found}

    def _index(self, base: psycopg.Connection[Any], plan: int, document: Document) -> None:
        rows = [
            (plan, path, title, body, folded(title), folded(body), sorted({*grams(title), *grams(body)}))
            for path, title, body in (tuple(map(_clean, row)) for row in searchable(document))
        ]
        with base.cursor() as cursor:
            cursor.executemany(
                "INSERT INTO section (plan, path, title, body, head, folded, pairs) "
                "VALUES (%s, %s, %s, %s, %s, %s, array_to_tsvector(%s::text[]))",
                rows,
            )

    def _of(self, key: str, columns: str) -> tuple[Any, ...]:
        found = self._all(f"SELECT {columns} FROM plan WHERE key = %s", (key,))
        if not found:
            raise NotFound("资料库中没有这份资料。", "它可能已被移出；用 drafter library list 可查看编号。")
        return found[0]

    def _one(self, asked: str) -> tuple[Any, ...]:
        return self._all(asked)[0]

    def _all(self, asked: str, values: Iterable[object] = ()) -> list[tuple[Any, ...]]:
        with self._reading() as base:
            return base.execute(asked.encode(), tuple(values)).fetchall()

    @contextmanager
    def _reading(self) -> Generator[psycopg.Connection[Any], None, None]:
        """The connection, made anew where the server went away; one transaction, told where it fails."""
        with self._lock:
            try:
                if self._base is None or self._base.closed:
                    self._base = psycopg.connect(self._address, connect_timeout=5)
                with self._base.transaction():
                    yield self._base
                self._base.commit()
            except psycopg.OperationalError as error:
                if self._base is not None:
                    self._base.close()
                self._base = None
                why = str(error).strip().splitlines()[-1]
                raise DrafterError(
                    f"共用资料库的服务器没有应答：{why}", "已有的内容不受影响；请检查网络后再试。"
                ) from error
            except psycopg.Error as error:
                why = str(error).strip().splitlines()[0]
                raise CannotWrite(f"共用资料库不能这样做：{why}", "请向资料库的管理员询问权限。") from error

    @contextmanager
    def _change(self) -> Generator[psycopg.Connection[Any], None, None]:
        if self.read_only:
            raise CannotWrite(
                "共用资料库对您是只读的，不能改动。", "可以查找和打开；要导入资料，请向管理员申请写入权限。"
            )
        with self._reading() as base:
            yield base


def _asked(query: Query, where: str, values: list[str | int], most: int) -> tuple[str, list[object]]:
    """The query for the best sections, and its values; only the first hits are ranked."""
    parts = [_word(word) for word in query.words]
    hit = " AND ".join(
        f"NOT ({sql})" if w.unwanted else f"({sql})" for w, (sql, _) in zip(query.words, parts, strict=True)
    )
    forms = [form for word in query.wanted for form in word.forms]
    worth = " + ".join([f"{HEADING_WEIGHT} * (strpos(head, %s) > 0)::int + {_THICKNESS}"] * len(forms))
    limited = "JOIN plan ON plan.id = section.plan" if query.conditions else ""
    asked = (
        f"WITH hit AS (SELECT section.* FROM section {limited} WHERE {hit} AND {where} LIMIT %s), "
        "newest AS (SELECT coalesce(max(year), 0) AS year FROM plan) "
        f"SELECT {COLUMNS}, path, hit.title, body FROM hit JOIN plan ON plan.id = hit.plan, newest ORDER BY ({worth}) "
        f"* (1 + {GAIN} * greatest(0, {RECENT} - newest.year + coalesce(plan.year, 0))) DESC LIMIT %s"
    )
    asked_for = [value for _, some in parts for value in some]
    return asked, [*asked_for, *values, max(RANKED, most), *(form for form in forms for _ in range(3)), most]


def _word(word: Word) -> tuple[str, list[str]]:
    """SQL that says a word stands in a section, and its values."""
    texts = {Scope.HEADING: ("head",), Scope.TEXT: ("folded",)}.get(word.scope, ("head", "folded"))
    asked: list[str] = []
    values: list[str] = []
    for form in word.forms:
        stands = " OR ".join(f"strpos({text}, %s) > 0" for text in texts)
        asked.append(f"(pairs @@ %s::tsquery AND ({stands}))")
        values += [_lexemes(form), *[form] * len(texts)]
    return " OR ".join(asked), values


def _lexemes(form: str) -> str:
    pairs = list(dict.fromkeys(grams(form)[:-1])) or [form]
    quoted = ["'" + pair.replace("\\", "\\\\").replace("'", "''") + "'" for pair in pairs[:40]]
    return quoted[0] + ":*" if len(form) == 1 else " & ".join(quoted)


def _clean(text: str) -> str:
    """A text that PostgreSQL can hold."""
    return text.encode(errors="replace").decode().replace("\0", "")
