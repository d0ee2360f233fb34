import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.draftfile import FORMAT, open_draft, save_draft
from drafter.errors import CannotWrite, DrafterError, UnreadableFile
from drafter.model.draft import Draft
from drafter.model.notice import Carries, Notice
from tests.model.trees import drafts


@given(drafts)
def test_a_draft_saved_is_the_draft_opened(tmp_path_factory: pytest.TempPathFactory, draft: Draft):
    path = tmp_path_factory.mktemp("drafts") / "稿.draft.json"
    save_draft(draft, path)
    assert open_draft(path) == draft


@given(
    st.binary(max_size=200)
    | st.recursive(st.none() | st.integers() | st.text(), st.lists).map(lambda x: json.dumps(x).encode())
)
def test_any_other_bytes_are_one_clear_error(tmp_path_factory: pytest.TempPathFactory, data: bytes):
    path = tmp_path_factory.mktemp("drafts") / "x.json"
    path.write_bytes(data)
    with pytest.raises(DrafterError):
        open_draft(path)


def test_a_draft_of_format_1_opens_without_a_notice(tmp_path: Path):
    path = tmp_path / "旧.draft.json"
    path.write_text(json.dumps({"format": 1, "program": "drafter", "draft": {"type": "Draft", "next_id": 7}}))
    assert open_draft(path) == Draft(next_id=7)


def test_the_notice_is_saved_with_the_draft(tmp_path: Path):
    path = tmp_path / "稿.draft.json"
    draft = Draft(notice=Notice(issuers=("甲市人民政府",), carries=Carries.ANNEX, copies_to=("乙", "丙")))
    save_draft(draft, path)
    assert json.loads(path.read_bytes())["format"] == FORMAT == 2
    assert open_draft(path) == draft


def test_a_newer_format_is_refused(tmp_path: Path):
    path = tmp_path / "x.draft.json"
    path.write_text(json.dumps({"format": 99, "draft": {}}))
    with pytest.raises(UnreadableFile, match="更新版本"):
        open_draft(path)


def test_a_failed_save_leaves_the_old_draft_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = tmp_path / "x.draft.json"
    save_draft(Draft(), path)
    before = path.read_bytes()

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(CannotWrite, match="不能写入"):
        save_draft(Draft(next_id=7), path)
    assert path.read_bytes() == before
    assert [one.name for one in tmp_path.iterdir()] == [path.name]
