"""One undo stack, values before and after."""

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from drafter.desktop.session import Merging, Session
from drafter.errors import NotFound
from drafter.model.document import Document
from drafter.model.draft import Draft
from drafter.model.edits import set_title


@pytest.fixture
def session(qtbot: QtBot) -> Session:
    opened = Session()
    opened.begin(Draft(Document(title=("甲",))))
    return opened


def title(session: Session) -> str:
    return "".join(str(span) for span in session.draft.document.title)


def test_every_edit_can_be_undone_and_done_again(session: Session) -> None:
    for word in "乙丙":
        session.apply(word, lambda draft, word=word: set_title(draft, (word,)))
    session.stack.undo()
    assert (title(session), session.stack.undoText(), session.stack.redoText()) == ("乙", "乙", "丙")
    session.stack.undo()
    assert title(session) == "甲"
    session.stack.redo()
    assert title(session) == "乙"


def test_typing_in_one_place_is_one_step(session: Session) -> None:
    for text in ("甲一", "甲一二", "甲一二三"):
        session.apply(
            "打字", lambda draft, text=text: set_title(draft, (text,)), Merging(("type", 1), (text, text + "|"))
        )
    assert (session.stack.count(), title(session)) == (1, "甲一二三")
    wanted: list[object] = []
    session.view_wanted.connect(wanted.append)
    session.stack.undo()
    assert title(session) == "甲"
    session.stack.redo()
    assert wanted == ["甲一", "甲一二三|"]


def test_typing_in_another_place_is_another_step(session: Session) -> None:
    for key, text in enumerate(("甲一", "甲一二")):
        session.apply("打字", lambda draft, text=text: set_title(draft, (text,)), Merging(("type", key)))
    assert session.stack.count() == 2


def test_an_edit_that_changes_nothing_is_no_step(session: Session) -> None:
    assert not session.apply("空", replace)
    assert session.stack.count() == 0


def test_what_an_edit_refuses_is_told_and_the_draft_stays(session: Session, qtbot: QtBot) -> None:
    def refuse(_: Draft) -> Draft:
        raise NotFound("没有这一节。")

    with qtbot.waitSignal(session.refused) as told:
        session.apply("错", refuse)
    assert told.args[0].message == "没有这一节。"
    assert title(session) == "甲"


def test_modified_follows_saving_and_undo(session: Session) -> None:
    assert not session.modified
    session.apply("乙", lambda draft: set_title(draft, ("乙",)))
    assert session.modified
    session.saved_to(Path("a.draft.json"), session.draft)
    assert not session.modified
    session.stack.undo()
    assert session.modified


def test_saving_an_older_draft_leaves_the_newer_one_unsaved(session: Session) -> None:
    older = session.draft
    session.apply("乙", lambda draft: set_title(draft, ("乙",)))
    session.saved_to(Path("a.draft.json"), older)
    assert session.modified


def test_a_draft_that_is_in_no_file_yet_is_unsaved(session: Session) -> None:
    session.begin(Draft(), saved=False)
    assert session.modified
