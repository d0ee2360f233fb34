"""Work off the window's thread: answers come back, stale ones do not, errors go where they belong."""

import threading

import pytest
from pytestqt.qtbot import QtBot

from drafter.desktop.tasks import Tasks
from drafter.errors import DrafterError


def unexpected(error: DrafterError) -> None:
    pytest.fail(str(error))


def test_an_answer_comes_back_on_the_thread_of_the_window(qtbot: QtBot) -> None:
    tasks, got = Tasks(unexpected), []
    tasks.run(threading.get_ident, lambda worker: got.append((worker, threading.get_ident())))
    qtbot.waitUntil(lambda: bool(got))
    assert got[0][0] != got[0][1] == threading.get_ident()
    assert not tasks.busy()


def test_a_newer_job_of_the_same_topic_makes_the_older_one_stale(qtbot: QtBot) -> None:
    tasks, got, gate = Tasks(unexpected), [], threading.Event()
    tasks.run(lambda: gate.wait(5), lambda _: got.append("old"), topic="a")
    tasks.run(lambda: 1, lambda _: got.append("new"), topic="a")
    tasks.run(lambda: 2, lambda _: got.append("other"), topic="b")
    gate.set()
    qtbot.waitUntil(lambda: {"new", "other"} <= set(got))
    tasks.stop()
    assert "old" not in got


def test_what_the_planner_can_act_on_goes_to_on_error(qtbot: QtBot) -> None:
    errors: list[DrafterError] = []
    tasks = Tasks(errors.append)

    def fail() -> None:
        raise DrafterError("读不了。")

    tasks.run(fail, unexpected)
    qtbot.waitUntil(lambda: bool(errors))
    assert errors[0].message == "读不了。"


def test_a_bug_in_a_job_is_raised_on_the_thread_of_the_window(qtbot: QtBot) -> None:
    tasks = Tasks(unexpected)
    with qtbot.captureExceptions() as raised:
        tasks.run(lambda: 1 // 0, unexpected)
        qtbot.waitUntil(lambda: bool(raised))
    assert raised[0][0] is ZeroDivisionError


def test_after_the_end_nothing_is_run(qtbot: QtBot) -> None:
    tasks, got = Tasks(unexpected), []
    tasks.stop()
    tasks.run(lambda: 1, got.append)
    qtbot.wait(50)
    assert (got, tasks.busy()) == ([], False)
