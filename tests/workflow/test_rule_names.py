"""Every rule has a name and a basis."""

import re
from pathlib import Path

import drafter
from drafter.workflow.rule_names import RULE_NAMES, rule_name

PACKAGE = Path(drafter.__file__).parent
_RULE = re.compile(r'(?:Finding\(|Remark\([^"\n]*)\s*"([a-z]+(?:-[a-z]+)*)"')


def test_every_rule_is_named():
    found = {
        rule for part in ("checking", "adapting") for path in (PACKAGE / part).glob("*.py")
        for rule in _RULE.findall(path.read_text("utf-8"))
    }  # fmt: skip
    assert found == RULE_NAMES.keys()
    assert all(told.name and told.basis for told in RULE_NAMES.values())


def test_a_rule_without_a_name_is_called_by_its_own():
    assert rule_name("new-rule").name == "new-rule"
