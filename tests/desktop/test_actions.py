"""The table of commands: complete, without two commands on one key, and without the keys of input methods."""

from collections import Counter
from typing import Any

from PySide6.QtGui import QKeySequence

from drafter.desktop import icons
from drafter.desktop.actions import COMMANDS, PRESETS

ALL = (*COMMANDS, *PRESETS)


def test_every_key_is_a_key_and_is_used_once() -> None:
    keys = [QKeySequence(key).toString() for command in ALL for key in command.keys]
    assert "" not in keys
    assert [key for key, count in Counter(keys).items() if count > 1] == []


def test_the_keys_of_input_methods_are_left_alone() -> None:
    for command in ALL:
        for key in command.keys:
            assert QKeySequence(key).toString() not in {"Ctrl+Space", "Shift+Space", "Shift", "Ctrl+Shift"}


def test_every_icon_is_there() -> None:
    assert {command.icon for command in ALL if command.icon} <= set(icons.names())


def test_every_command_is_in_a_menu_and_works_only_when_it_can(window: Any) -> None:
    shown = {action for menu in window.menuBar().actions() for action in menu.menu().actions()}
    for command in ALL:
        assert window.acts[command.id] in shown
        assert window.acts[command.id].isEnabled() is not command.draft


def test_the_toolbar_has_only_commands_of_the_menus(window: Any) -> None:
    named = [action for action in window.toolbar.actions() if action.text() and not action.isSeparator()]
    assert {action.objectName() for action in named} == {command.id for command in COMMANDS if command.short}
