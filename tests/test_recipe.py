from pathlib import Path

import pytest

from drafter import resources
from drafter.errors import BadRecipe
from drafter.model.notice import Carries
from drafter.recipe import read_notice, read_recipe

GOOD = """\
format = 1
kind = "行动计划"
title = "【地区】产业行动计划"
period = [2026, 2028]
preamble = ["结合【地区】实际，制定本计划。"]

[[slot]]
name = "地区"
kind = "region"
hint = "本地全称"

[[section]]
title = "总体要求"
guidance = "说明背景。"
  [[section.section]]
  title = "指导思想"
  run_in = true
  text = ["坚持创新。"]
  responsible = ["市科技局"]

[[section]]
title = "任务"
  [[section.section]]
  from = "乙市产业行动计划"
  pick = "二/（一）"
  without = ["2."]

[fill]
"地区" = "甲市"
"""


def recipe(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "recipe.toml"
    path.write_text(text, "utf-8")
    return path


def test_a_recipe_says_what_it_says(tmp_path: Path):
    found = read_recipe(recipe(tmp_path, GOOD))
    assert (found.kind, found.period, found.fill) == ("行动计划", (2026, 2028), (("地区", "甲市"),))
    own, tasks = found.parts
    assert own.parts[0].run_in
    assert own.parts[0].responsible == ("市科技局",)
    assert (tasks.parts[0].plan, tasks.parts[0].pick, tasks.parts[0].without) == (
        "乙市产业行动计划",
        "二/（一）",
        ("2.",),
    )
    assert tasks.parts[0].line == 23
    assert found.line("地区") == 29


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('kind = "行动计划"', 'kinds = "行动计划"', "第 2 行：不认识的键“kinds”。 可用的键：format、kind"),
        ('kind = "行动计划"', "kind = 1", "第 2 行：“kind”的值不对。 应为文字"),
        ("format = 1", "format = 2", "第 1 行：format 应为 1"),
        ("[2026, 2028]", "[2028, 2026]", "第 4 行：period 应是两个年份"),
        ("[2026, 2028]", '["2026"]', "第 4 行：“period”的值不对。 应为整数的列表"),
        ('kind = "region"', 'kind = "place"', "第 9 行：填报项的 kind 是“place”。 应为 region"),
        ("run_in = true", 'run_in = "yes"', "第 17 行：“run_in”的值不对。 应为true 或 false"),
        ('  pick = "二/（一）"\n', "", "第 24 行：摘取一节要同时写 from 和 pick"),
        ('  from = "乙市产业行动计划"\n  pick = "二/（一）"\n', "", "第 23 行：这一节既没有 title"),
        ('without = ["2."]', 'text = ["正文"]', "第 26 行：摘取的节不能再写 text"),
        ("  run_in = true", '  without = ["1."]', "第 17 行：without 只用于摘取的节"),
        ("结合【地区】实际", "结合【地方】实际", "第 5 行：填报项【地方】没有声明"),
        ("坚持创新", "坚持【方针】", "第 15 行：填报项【方针】没有声明"),
        ('"地区" = "甲市"', '"地区" = 3', "第 29 行：[fill] 中“地区”的值应是文字"),
        ("[fill]", "[fill", "line 28"),
        ('title = "任务"', 'title = "任务"\n[[section.sections]]', "第 23 行：不认识的键“sections”"),
    ],
)
def test_every_mistake_is_one_sentence_with_its_line(tmp_path: Path, old: str, new: str, told: str):
    assert old in GOOD
    with pytest.raises(BadRecipe) as error:
        read_recipe(recipe(tmp_path, GOOD.replace(old, new, 1)))
    assert told in str(error.value)


def test_a_recipe_that_is_not_there_or_no_text_is_told(tmp_path: Path):
    with pytest.raises(BadRecipe, match="打不开"):
        read_recipe(tmp_path / "none.toml")
    path = tmp_path / "x.toml"
    path.write_bytes("标题".encode("gb18030"))
    with pytest.raises(BadRecipe, match="UTF-8"):
        read_recipe(path)


@pytest.mark.parametrize(
    "path", sorted((resources.templates() / "outlines").glob("*.toml")), ids=lambda path: path.stem
)
def test_the_outline_templates_are_right(path: Path):
    outline = read_recipe(path)
    assert outline.parts
    assert all(slot.hint for slot in outline.slots)


NOTICE = """
issuers = ["甲市人民政府办公室"]
number = "甲政办发〔2026〕5号"
addressee = "各区县人民政府"
copies_to = ["市委各部门"]
carries = "annex"
sealed = true
"""


def test_a_notice_is_read_from_a_file_of_its_own(tmp_path: Path):
    path = tmp_path / "通知.toml"
    path.write_text("format = 1\n" + NOTICE, "utf-8")
    found = read_notice(path)
    assert (found.issuers, found.carries, found.sealed) == (("甲市人民政府办公室",), Carries.ANNEX, True)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('number = "甲政办发[2026]第05号"', "六角括号"),
        ('date = "2026年6月5日"', "2026-06-05"),
        ('carries = "both"', "作正件"),
        ('form = "telegram"', "信函式"),
        ('copy_number = "1"', "6 位数字"),
        ('classification = "内部"', "机密★1年"),
        ('urgency = "很急"', "特急"),
        ('signers = "张三"', "文字的列表"),
        ('seal = "甲"', "可用的键"),
    ],
)
def test_a_mistake_in_a_notice_names_its_line(tmp_path: Path, line: str, told: str):
    path = tmp_path / "通知.toml"
    path.write_text(f"format = 1\n\n{line}\n", "utf-8")
    with pytest.raises(BadRecipe, match="第 3 行") as caught:
        read_notice(path)
    assert told in caught.value.hint


def test_a_recipe_has_a_notice_of_its_own(tmp_path: Path):
    path = tmp_path / "配方.toml"
    path.write_text(GOOD + "\n[notice]\n" + NOTICE, "utf-8")
    found = read_recipe(path).notice
    assert found is not None
    assert found.copies_to == ("市委各部门",)
