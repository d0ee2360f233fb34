"""Names offered for a body: what the draft itself names most, then what its locality's directory says."""

from dataclasses import replace

from drafter import workflow
from drafter.model.document import Clause, Document, Paragraph, Party, Section, SlotId, SlotRef
from drafter.model.draft import Draft, Slot, SlotKind
from drafter.model.edits import with_ids


def test_own_names_come_first_and_open_slots_are_no_names() -> None:
    clause = Clause(("（责任单位：", Party("市甲乙局"), "、", Party(SlotRef(SlotId(1))), "、", Party("市丙丁局"), "）"))
    again = Clause(("（责任单位：", Party("市丙丁局"), "）"))
    document = Document(sections=(Section(("任务",), 1, blocks=(Paragraph(("一。", clause, "二。", again)),)),))
    draft = with_ids(Draft(slots=(Slot(SlotId(1), SlotKind.AGENCY, "某部门"),), next_id=5), document)
    assert workflow.body_names(draft) == ("市丙丁局", "市甲乙局")
    to = workflow.localities()[0]
    local = workflow.body_names(replace(draft, locality=to))
    assert local[:2] == ("市丙丁局", "市甲乙局")
    directory = workflow.knowledge().directory
    known = {directory.name_for(function, to) for function in directory.functions} - {""}
    assert known <= set(local)
    assert len(local) == len(set(local))
