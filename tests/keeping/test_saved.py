from pathlib import Path

import pytest

from drafter.draftfile import open_draft
from drafter.errors import CannotWrite, ChangedOnDisk
from drafter.keeping.saved import save, stamp
from drafter.model.draft import Draft


def test_a_draft_changed_by_another_hand_is_not_overwritten(tmp_path: Path):
    path = tmp_path / "稿.draft.json"
    known = save(Draft(next_id=2), path)
    save(Draft(next_id=3), path)
    with pytest.raises(ChangedOnDisk, match="别人改过"):
        save(Draft(next_id=4), path, known)
    assert open_draft(path).next_id == 3


def test_saving_again_and_again_is_no_change_by_another_hand(tmp_path: Path):
    path = tmp_path / "稿.draft.json"
    known = None
    for number in range(1, 5):
        known = save(Draft(next_id=number), path, known)
    assert open_draft(path).next_id == 4


def test_a_draft_whose_file_was_deleted_is_written_anew(tmp_path: Path):
    path = tmp_path / "稿.draft.json"
    known = save(Draft(), path)
    path.unlink()
    assert save(Draft(), path, known) == known


def test_a_share_that_is_gone_is_one_sentence(tmp_path: Path):
    path = tmp_path / "共享" / "稿.draft.json"
    assert stamp(path) is None
    with pytest.raises(CannotWrite, match="不能写入"):
        save(Draft(), path)
