import subprocess
import sys
from pathlib import Path

from drafter.keeping.recovery import Recovery, abandoned
from drafter.keeping.running import Running, is_running
from drafter.model.draft import Draft

PROGRAM = """
import sys, time
from pathlib import Path
from drafter.keeping.recovery import Recovery
from drafter.keeping.running import Running
from drafter.model.draft import Draft
folder = Path(sys.argv[1])
running = Running(folder / "running")
Recovery(folder / "left", running).note(Draft(next_id=7, key="k"), Path("/plans/a.draft.json"))
print(running.id, flush=True)
time.sleep(60)
"""


def test_what_a_killed_program_left_is_offered_and_only_then(tmp_path: Path):
    program = subprocess.Popen([sys.executable, "-c", PROGRAM, str(tmp_path)], stdout=subprocess.PIPE, text=True)
    try:
        assert program.stdout
        name = program.stdout.readline().strip()
        assert is_running(tmp_path / "running", name)
        assert abandoned(tmp_path / "left", tmp_path / "running") == ()
    finally:
        program.kill()
        program.wait()
        program.stdout.close()
    (left,) = abandoned(tmp_path / "left", tmp_path / "running")
    assert (left.draft.next_id, left.path) == (7, Path("/plans/a.draft.json"))
    assert not is_running(tmp_path / "running", name)


def test_what_was_saved_is_not_offered(tmp_path: Path):
    running = Running(tmp_path / "running")
    recovery = Recovery(tmp_path / "left", running)
    recovery.note(Draft(key="k"), None)
    recovery.forget(Draft(key="k"))
    running.close()
    assert abandoned(tmp_path / "left", tmp_path / "running") == ()


def test_damaged_leavings_do_not_hide_the_others(tmp_path: Path):
    running = Running(tmp_path / "running")
    recovery = Recovery(tmp_path / "left", running)
    recovery.note(Draft(next_id=3, key="whole"), None)
    recovery.note(Draft(key="torn"), None)
    torn = next((tmp_path / "left").glob("*torn*"))
    torn.write_bytes(torn.read_bytes()[:-20])
    running.close()
    assert [one.draft.next_id for one in abandoned(tmp_path / "left", tmp_path / "running")] == [3]
    assert torn.exists()
