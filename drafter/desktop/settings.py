"""What the window remembers between two starts, in one ini file of the user's configuration folder."""

from __future__ import annotations

from pathlib import Path

from platformdirs import user_config_path
from PySide6.QtCore import QByteArray, QSettings

MOST_RECENT = 8


class Settings:
    """The remembered values; each has its getter and setter here and nowhere else."""

    def __init__(self, path: Path | None = None) -> None:
        file = path or user_config_path("drafter", appauthor=False) / "window.ini"
        self._store = QSettings(str(file), QSettings.Format.IniFormat)

    def recent(self) -> tuple[Path, ...]:
        """The drafts opened last, newest first; some may be gone."""
        return tuple(Path(name) for name in self._strings("recent"))

    def add_recent(self, path: Path) -> None:
        """Put a draft at the head of the list."""
        others = [one for one in self.recent() if one != path]
        self._store.setValue("recent", [str(one) for one in (path, *others)][:MOST_RECENT])

    def remove_recent(self, path: Path) -> None:
        """Take a draft off the list."""
        self._store.setValue("recent", [str(one) for one in self.recent() if one != path])

    def locality(self) -> str:
        """The name of the city that was chosen last, or nothing."""
        return str(self._store.value("locality", ""))

    def set_locality(self, name: str) -> None:
        """Remember the city."""
        self._store.setValue("locality", name)

    def theme(self) -> str:
        """Light or dark."""
        return "dark" if self._store.value("theme") == "dark" else "light"

    def set_theme(self, name: str) -> None:
        """Remember the theme."""
        self._store.setValue("theme", name)

    def language(self) -> str:
        """Zh or en."""
        return "en" if self._store.value("language") == "en" else "zh"

    def set_language(self, name: str) -> None:
        """Remember the language, which is used from the next start on."""
        self._store.setValue("language", name)

    def zoom(self) -> float:
        """How large the sheet is shown, 1.0 its true size."""
        try:
            return min(3.0, max(0.4, float(str(self._store.value("zoom", "0.85")))))
        except ValueError:
            return 0.85

    def set_zoom(self, zoom: float) -> None:
        """Remember the size of the sheet."""
        self._store.setValue("zoom", f"{zoom:.2f}")

    def fonts_told(self) -> bool:
        """Whether it was read that other fonts stand for those of the standard."""
        return self._store.value("fonts_told") == "yes"

    def set_fonts_told(self) -> None:
        """Remember that it was read."""
        self._store.setValue("fonts_told", "yes")

    def closed_rules(self) -> frozenset[str]:
        """The rules of checking that are off."""
        return frozenset(self._strings("closed_rules"))

    def set_closed_rules(self, rules: frozenset[str]) -> None:
        """Remember which rules are off."""
        self._store.setValue("closed_rules", sorted(rules))

    def folder(self) -> Path:
        """The folder that was used last, or the user's own."""
        folder = Path(str(self._store.value("folder", "")))
        return folder if folder.is_absolute() and folder.is_dir() else Path.home()

    def set_folder(self, folder: Path) -> None:
        """Remember the folder."""
        self._store.setValue("folder", str(folder))

    def window(self, name: str) -> QByteArray:
        """The remembered geometry or state of the window, empty where there is none."""
        value = self._store.value(f"window/{name}")
        return value if isinstance(value, QByteArray) else QByteArray()

    def set_window(self, name: str, value: QByteArray) -> None:
        """Remember the geometry or state."""
        self._store.setValue(f"window/{name}", value)

    def _strings(self, name: str) -> list[str]:
        value = self._store.value(name, [])
        return [value] if isinstance(value, str) else [str(one) for one in value] if isinstance(value, list) else []  # pyright: ignore[reportUnknownArgumentType, reportUnknownVariableType]
