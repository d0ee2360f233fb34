"""The committed base document is what its script builds, and holds what the standard asks."""

import io
import zipfile

import pytest
from lxml import etree

from drafter import resources
from drafter.writing.base import base_parts, built_package

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def test_the_committed_base_is_what_the_script_builds():
    committed = parts((resources.templates() / "gbt9704.docx").read_bytes())
    rebuilt = parts(built_package())
    assert list(committed) == list(rebuilt)
    for name, content in rebuilt.items():
        assert committed[name] == content, f"{name}: run scripts/build_base_docx.py"


def test_a_rebuild_gives_the_same_bytes():
    assert built_package() == built_package()


@pytest.mark.parametrize("level", range(1, 5))
def test_headings_are_words_own_with_their_outline_level(level: int):
    styles = etree.fromstring(base_parts()["word/styles.xml"].encode())
    (style,) = styles.xpath(f'w:style[w:name/@w:val="heading {level}"]', namespaces={"w": W[1:-1]})
    assert style.find(f"{W}pPr/{W}outlineLvl").get(f"{W}val") == str(level - 1)
    font = {1: "黑体", 2: "楷体_GB2312"}.get(level, "仿宋_GB2312")
    assert style.find(f"{W}rPr/{W}rFonts").get(f"{W}eastAsia") == font


def test_only_body_styles_indent_their_first_line():
    styles = etree.fromstring(base_parts()["word/styles.xml"].encode())
    assert styles.find(f"{W}docDefaults//{W}ind") is None
    normal = next(style for style in styles if style.get(f"{W}styleId") == "Normal")
    assert normal.find(f"{W}pPr/{W}ind") is None


def test_every_style_that_is_named_exists():
    styles = etree.fromstring(base_parts()["word/styles.xml"].encode())
    known = {style.get(f"{W}styleId") for style in styles.iter(f"{W}style")}
    named = {node.get(f"{W}val") for tag in ("basedOn", "next") for node in styles.iter(f"{W}{tag}")}
    assert named <= known


def test_every_font_that_is_used_is_in_the_font_table_and_has_another_name():
    fonts = etree.fromstring(base_parts()["word/fontTable.xml"].encode())
    declared = {font.get(f"{W}name"): font.find(f"{W}altName") for font in fonts}
    styles = etree.fromstring(base_parts()["word/styles.xml"].encode())
    used = {node.get(f"{W}{slot}") for node in styles.iter(f"{W}rFonts") for slot in ("ascii", "eastAsia")}
    assert used <= set(declared)
    assert all(other is not None for name, other in declared.items() if not name.isascii())
