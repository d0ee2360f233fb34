"""A PostgreSQL server of its own for tests: made in a temporary folder, spoken to through a socket file, then gone."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from pathlib import Path


def programs() -> Path | None:
    """The folder of initdb and pg_ctl (Debian keeps them by version), or None."""
    if found := shutil.which("initdb"):
        return Path(found).parent
    versions = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    return versions[-1].parent if versions else None


class Server:
    """A running server; `address` is what a library is opened with."""

    def __init__(self) -> None:
        found = programs()
        assert found
        self._programs = found
        self._folder = Path(tempfile.mkdtemp(prefix="drafter-pg-"))
        self._as = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
        if self._as:
            self._folder.chmod(0o755)
            os.chown(self._folder, pwd.getpwnam("postgres").pw_uid, -1)
        data = str(self._folder / "data")
        self._run("initdb", "-D", data, "-U", "drafter", "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync")
        self.start()
        self.address = f"postgresql:///postgres?host={self._folder}&user=drafter"

    def start(self) -> None:
        options = f"-k {self._folder} -c listen_addresses='' -c fsync=off"
        log = str(self._folder / "log")
        self._run("pg_ctl", "-D", str(self._folder / "data"), "-o", options, "-l", log, "-w", "start")

    def stop(self) -> None:
        self._run("pg_ctl", "-D", str(self._folder / "data"), "-m", "immediate", "stop")

    def end(self) -> None:
        self.stop()
        shutil.rmtree(self._folder, ignore_errors=True)

    def _run(self, program: str, *words: str) -> None:
        command = [*self._as, str(self._programs / program), *words]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd="/")
