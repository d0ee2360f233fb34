"""What others say on the section under the caret."""

import pytest
from PySide6.QtCore import Qt

from drafter.desktop.models.hits import SimilarModel
from drafter.desktop.panels.similar import SimilarPanel
from drafter.desktop.similars import LEAST, Similars
from drafter.desktop.tasks import Tasks
from drafter.library.entry import Hit, Similar
from drafter.model.document import SectionId

TEXT = "推动文化旅游融合，打造一批典型场景。"


@pytest.fixture
def found(entries) -> tuple[Similar, ...]:
    same = (Hit(entries[2], "三", "三、应用", TEXT),)
    return (
        Similar(entries[0], "二/2.", "2.文化旅游", TEXT, 0.82, ("文化旅游", "典型场景"), ((2, 8),), same),
        Similar(entries[1], "一", "一、总体要求", "加强领导。", 0.2, ("领导",)),
    )


@pytest.fixture
def panel(qtbot, found):
    panel = SimilarPanel()
    qtbot.addWidget(panel)
    panel.resize(600, 300)
    panel.show()
    panel.show_found("（一）壮大产业", found)
    return panel


def test_the_model_keeps_the_rules_of_qt(qtmodeltester, found):
    model = SimilarModel()
    model.show(found)
    qtmodeltester.check(model)


def test_what_is_like_the_section_is_listed_opened_and_picked(panel, qtbot):
    assert panel.list.isVisible()
    assert "2 节" in panel.about.text()
    with qtbot.waitSignal(panel.pick_requested) as picked:
        qtbot.mouseClick(panel.pick_button, Qt.MouseButton.LeftButton)
    assert picked.args == ["k1", "二/2."]
    panel.list.setFocus()
    with qtbot.waitSignal(panel.open_requested) as opened:
        qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    assert opened.args == ["k1", "二/2."]
    panel.show_found("", ())
    assert panel.empty.isVisible()


class FakeLibrary:
    def __init__(self, found) -> None:
        self.asked: list[str] = []
        self._found = found

    def similar(self, text: str) -> tuple[Similar, ...]:
        self.asked.append(text)
        return self._found


def test_the_section_under_the_caret_is_looked_for_once_it_is_quiet(qtbot, draft, found):
    tasks = Tasks(lambda error: pytest.fail(str(error)))
    similars, library = Similars(tasks), FakeLibrary(found)
    told: list[tuple[str, object]] = []
    similars.found.connect(lambda name, rows: told.append((name, rows)))
    similars.use(library)
    similars.show(draft)
    similars.enter(SectionId(2))
    similars.enter(SectionId(6))
    qtbot.waitUntil(lambda: told != [] and told[-1][1] == found)
    assert len(library.asked) == 1, "the section that was left at once is not asked for"
    assert len(library.asked[0]) >= LEAST
    similars.enter(SectionId(1))
    qtbot.waitUntil(lambda: told[-1][1] == ())
    assert len(library.asked) == 1, "a section without text has nothing like it"
    tasks.stop()
