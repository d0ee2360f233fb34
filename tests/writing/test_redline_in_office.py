"""LibreOffice accepts and rejects all changes of a 花脸稿: what is left reads as the new version and as the old one."""

import shutil
import subprocess
import sys
from pathlib import Path
from random import Random
from uuid import uuid4

import pytest

from drafter.model.document import Document, Table
from drafter.model.printed import as_printed
from drafter.office import office
from drafter.reading.files import read_bytes
from drafter.writing.docx import docx_bytes
from drafter.writing.redline import redlined
from tests.reading.outlines import outline, texts
from tests.writing.made_up_plan import plan as made_up
from tests.writing.random_edits import edited, started
from tests.writing.test_redline import AUTHOR, cells, plan

PYTHON = shutil.which("python3", path="/usr/bin")
OLD = Table(("序号", "事项", "单位"), (cells("1", "改造园区", "市财政局"), cells("2", "服务企业", "市教育局")))
NEW = Table(("序号", "事项", "单位"), (cells("1", "改造老旧园区", "市财政局"), cells("3", "举办大会", "市文旅局")))
OTHER = Table(("甲", "乙"), (cells("远处的事", "近处的事"),))
PAIRS: dict[str, tuple[Document, Document]] = {
    "words": (plan("总体要求", "主要任务"), plan("总体要求", "主要任务", text="推进园区改造，建成示范工厂130家以上。")),
    "sections": (plan("总体要求", "主要任务"), plan("总体要求", "工作目标", "主要任务", "保障措施")),
    "order": (plan("总体要求", "主要任务", "保障措施"), plan("主要任务", "保障措施", "总体要求")),
    "table": (plan("主要任务", blocks=(OLD,)), plan("主要任务", blocks=(NEW,))),
    "another table": (plan("主要任务", blocks=(OLD,)), plan("主要任务", blocks=(OTHER,))),
    "table gone": (plan("主要任务", "保障措施", blocks=(OLD,)), plan("主要任务", "保障措施")),
}
for seed in range(1, 13):
    before = started(made_up())
    PAIRS[f"edits {seed}"] = as_printed(before), as_printed(edited(before, Random(seed), 8))


@pytest.fixture(scope="module")
def resolved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of what LibreOffice made of every pair."""
    program = office()
    if (
        not program
        or not PYTHON
        or subprocess.run([PYTHON, "-c", "import uno"], check=False, capture_output=True).returncode
    ):
        pytest.skip("LibreOffice or its interface for Python (python3-uno) is not installed")
    folder = tmp_path_factory.mktemp("redlines")
    for name, (old, new) in PAIRS.items():
        (folder / f"{name}.docx").write_bytes(redlined(docx_bytes(old), docx_bytes(new), AUTHOR))
    pipe = f"drafter{uuid4().hex}"
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    running = subprocess.Popen(
        [program, profile, "--headless", "--norestore", f"--accept=pipe,name={pipe};urp;"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        script = Path(__file__).with_name("office_revisions.py")
        subprocess.run([PYTHON, script, pipe, folder], check=True, timeout=120)
    finally:
        running.terminate()
        running.wait(20)
    return folder


@pytest.mark.skipif(sys.platform == "win32", reason="the pipe is named otherwise there")
@pytest.mark.parametrize("name", PAIRS)
def test_accepted_is_the_new_and_rejected_the_old(resolved: Path, name: str):
    old, new = PAIRS[name]
    for ending, wanted in (("accepted", new), ("rejected", old)):
        data = (resolved / f"{name}.{ending}").read_bytes()
        found, expected = read_bytes(data, "a.docx"), read_bytes(docx_bytes(wanted), "a.docx")
        assert outline(found) == outline(expected)
        assert [text for text in texts(found) if text] == [text for text in texts(expected) if text]
