"""The layering is law: who may import whom, and who alone may use which library (imports inside functions too)."""

import ast
from collections.abc import Iterator
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent / "drafter"

EVERYWHERE = {"errors", "office", "resources"}
STAGES = {"reading", "library", "adapting", "comparing", "checking", "writing"}
WORKFLOW = {"workflow", "draftfile", "keeping", "recipe", "reports"}
MAY_IMPORT: dict[str, set[str]] = {
    "": set(),
    "errors": set(),
    "office": set(),
    "resources": set(),
    "text": set(),
    "model": {"text"},
    **{stage: {"text", "model"} for stage in STAGES},
    "draftfile": {"text", "model"},
    "keeping": {"text", "model", "draftfile"},
    "recipe": {"text", "model"},
    "reports": {"text", "model"},
    "answers": {"text", "model", "workflow"},
    "workflow": {"text", "model", *STAGES, *WORKFLOW},
    "cli": {"text", "model", *WORKFLOW, "answers", "library_verbs", "local_verbs", "table_verbs", "desktop"},
    "library_verbs": {"text", "model", *WORKFLOW, "answers"},
    "desktop": {"text", "model", *WORKFLOW},
    "table_verbs": {"text", "model", *WORKFLOW, "answers"},
    "local_verbs": {"text", "model", *WORKFLOW, "answers"},
    "__main__": {"cli"},
}
ONLY_IN: dict[str, set[str]] = {
    "PySide6": {"desktop"},
    "sqlite3": {"library"},
    "jieba": {"text"},
    "docx": {"reading", "writing"},
    "lxml": {"reading", "writing"},
    "charset_normalizer": {"reading"},
    "ahocorasick_rs": {"adapting"},
    "pypdfium2": {"reading"},
    "xlsxwriter": {"writing"},
    "openpyxl": {"reading"},
    "tomllib": {"recipe", "adapting", "writing"},
    "pypinyin": {"text"},
    "psycopg": {"library"},
}


def part_of(module: Path, package: Path) -> str:
    """The storey's part a module belongs to: `model` for model/draft.py, `cli` for cli.py, "" for __init__.py."""
    inside = module.relative_to(package)
    return inside.parts[0] if len(inside.parts) > 1 else inside.stem.replace("__init__", "")


def imported(module: Path) -> Iterator[tuple[int, str]]:
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node.lineno, alias.name
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}:{node.lineno}: a relative import hides who imports whom"
            for alias in node.names:
                yield node.lineno, f"{node.module}.{alias.name}"


def broken(package: Path) -> list[str]:
    """One line for every import that the two tables forbid."""
    faults = []
    for module in sorted(package.rglob("*.py")):
        part = part_of(module, package)
        if part not in MAY_IMPORT:
            faults.append(f"{module}: {part} has no place in the storeys")
            continue
        for line, name in imported(module):
            first, *rest = name.split(".")
            if (
                first == "drafter"
                and rest
                and (package / rest[0]).with_suffix("").exists() | (package / f"{rest[0]}.py").exists()
            ):
                if rest[0] not in MAY_IMPORT[part] | EVERYWHERE | {part}:
                    faults.append(f"{module}:{line}: {part} may not import drafter.{rest[0]}")
            elif first in ONLY_IN and part not in ONLY_IN[first]:
                faults.append(f"{module}:{line}: {first} is not for {part}")
    return faults


def test_every_import_keeps_to_its_storey():
    assert broken(PACKAGE) == []


def test_a_hidden_import_upwards_is_named(tmp_path: Path):
    for name, text in {
        "model/plan.py": "def f():\n    from drafter.reading import docx\n",
        "library/store.py": "import PySide6.QtCore\n",
        "reading/docx.py": "",
        "stray.py": "",
    }.items():
        path = tmp_path / "drafter" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    faults = "\n".join(broken(tmp_path / "drafter"))
    assert "plan.py:2: model may not import drafter.reading" in faults
    assert "store.py:1: PySide6 is not for library" in faults
    assert "stray has no place" in faults


def test_no_two_modules_import_each_other():
    names = {p: "drafter." + ".".join(p.relative_to(PACKAGE).with_suffix("").parts) for p in PACKAGE.rglob("*.py")}
    known = {name.removesuffix(".__init__") for name in names.values()}
    edges: dict[str, set[str]] = {}
    for path, name in names.items():
        targets = {t if t in known else t.rpartition(".")[0] for _, t in imported(path)}
        edges[name.removesuffix(".__init__")] = targets & known
    done: set[str] = set()

    def visit(name: str, above: tuple[str, ...]) -> None:
        assert name not in above, " → ".join((*above, name))
        if name not in done:
            for target in sorted(edges[name]):
                visit(target, (*above, name))
            done.add(name)

    for name in sorted(edges):
        visit(name, ())
