"""The drafts that were saved before: the recent ones close together, older ones thinned out, named ones for ever."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from drafter.draftfile import draft_bytes, make_folder, read_draft, write_whole
from drafter.errors import CannotWrite, UnreadableFile
from drafter.model.draft import Draft

LATEST = 20
"""How many of the newest versions are all kept."""
_HOURLY, _DAILY = timedelta(days=2), timedelta(days=60)
NAME_LENGTH = 20
"""The longest name of a version, in characters: a file name holds 255 bytes."""

_SUFFIX = ".draft.json.gz"
_FILE = re.compile(r"(\d{6}) (\d{8}T\d{6}Z)(?: (.+))?" + re.escape(_SUFFIX))
_UNFIT = re.compile(r'[\\/:*?"<>|%\x00-\x1f\x7f]')


@dataclass(frozen=True, slots=True)
class Version:
    """An earlier draft: `number` counts up whatever the clock says, `name` is "" where the person gave none."""

    path: Path
    number: int
    time: datetime
    name: str


class Versions:
    """The versions of one draft, in a folder of their own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def all(self) -> tuple[Version, ...]:
        """Every version, the newest first."""
        if not self._folder.is_dir():
            return ()
        found = [_version(path) for path in self._folder.iterdir()]
        return tuple(sorted((one for one in found if one), key=lambda one: one.number, reverse=True))

    def keep(self, draft: Draft, name: str = "", now: datetime | None = None) -> Version:
        """The version a draft became; an unnamed one that is the newest already is that one.

        Raises CannotWrite. What is no longer needed beside the new one goes.
        """
        before = self.all()
        data = draft_bytes(draft)
        if before and not name and _data(before[0]) == data:
            return before[0]
        time = (now or datetime.now(UTC)).astimezone(UTC).replace(microsecond=0)
        version = self._at(before[0].number + 1 if before else 1, time, name)
        make_folder(self._folder)
        write_whole(version.path, gzip.compress(data, 6, mtime=0))
        for old in superfluous(before, time):
            old.path.unlink(missing_ok=True)
        return version

    def rename(self, version: Version, name: str) -> Version:
        """The version under another name; "" takes its name, and with it the promise to keep it for ever.

        Raises CannotWrite.
        """
        renamed = self._at(version.number, version.time, name)
        try:
            version.path.replace(renamed.path)
        except OSError as error:
            raise CannotWrite(f"历史版本 {version.path} 不能改名：{error.strerror}。", "请检查文件夹权限。") from error
        return renamed

    def open(self, version: Version) -> Draft:
        """The draft as it was; raises UnreadableFile."""
        data = _data(version)
        if data is None:
            raise UnreadableFile(f"历史版本 {version.path} 读不出来。", "请选择另一个历史版本。")
        return read_draft(data, version.path)

    def _at(self, number: int, time: datetime, name: str) -> Version:
        name = name.strip()[:NAME_LENGTH]
        words = [f"{number:06d}", f"{time:%Y%m%dT%H%M%SZ}"]
        if name:
            words.append(_UNFIT.sub(lambda mark: f"%{ord(mark[0]):02x}", name))
        return Version(self._folder / (" ".join(words) + _SUFFIX), number, time, name)


def brought_back(old: Draft, now: Draft) -> Draft:
    """An earlier version as the draft to go on with: ids given out since are not given out again."""
    return replace(old, key=now.key, next_id=max(old.next_id, now.next_id))


def superfluous(versions: Iterable[Version], now: datetime) -> tuple[Version, ...]:
    """The versions that may go, given newest first.

    Beyond the latest twenty, one an hour is kept for two days, one a day for sixty, one a month after that.
    """
    taken: set[str] = set()
    gone: list[Version] = []
    for index, version in enumerate(versions):
        age = now - version.time
        span = "%Y%m%d%H" if age < _HOURLY else "%Y%m%d" if age < _DAILY else "%Y%m"
        key = f"{version.time:{span}}"
        if index >= LATEST and not version.name and key in taken:
            gone.append(version)
        taken.add(key)
    return tuple(gone)


def _version(path: Path) -> Version | None:
    if not (found := _FILE.fullmatch(path.name)):
        return None
    number, time, name = found.groups()
    name = re.sub(r"%([0-9a-f]{2})", lambda code: chr(int(code[1], 16)), name or "")
    return Version(path, int(number), datetime.strptime(time, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC), name)


def _data(version: Version) -> bytes | None:
    try:
        return gzip.decompress(version.path.read_bytes())
    except (OSError, EOFError, gzip.BadGzipFile):
        return None
