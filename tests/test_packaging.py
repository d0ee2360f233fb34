"""Installed from a wheel and started in another folder, the program finds what comes with it."""

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

from tests.conftest import ROOT


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Python of an environment that holds the built wheel; the dependencies are lent by this one."""
    folder = tmp_path_factory.mktemp("installed")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    venv.create(folder / "env", with_pip=False)
    python = next(path for path in (folder / "env/bin/python", folder / "env/Scripts/python.exe") if path.exists())
    asked = [str(python), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]
    site = Path(subprocess.run(asked, check=True, capture_output=True, text=True).stdout.strip())
    zipfile.ZipFile(wheel).extractall(site)
    (site / "lent.pth").write_text(sysconfig.get_path("purelib"))
    return python


def run(python: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """`python -m drafter …` in an empty folder with an empty home."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    environment |= {"HOME": str(folder), "XDG_DATA_HOME": str(folder / "data"), "LOCALAPPDATA": str(folder / "data")}
    command = [str(python), "-m", "drafter", *arguments]
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )


def test_the_wheel_brings_templates_and_reference_plans(installed: Path, tmp_path: Path):
    listed = run(installed, tmp_path, "library", "list")
    assert listed.returncode == 0, listed.stderr
    assert len(listed.stdout.splitlines()) == 5
    where = [str(installed), "-c", "import drafter; print(drafter.__file__)"]
    assert str(ROOT) not in subprocess.run(where, cwd=tmp_path, check=True, capture_output=True, text=True).stdout


def test_the_wheel_composes(installed: Path, tmp_path: Path):
    done = run(installed, tmp_path, "compose", str(ROOT / "examples/weihai.toml"), "-o", "out.docx")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "out.docx").stat().st_size > 10_000
