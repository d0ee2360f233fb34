"""Word files from a notation that can be read and reviewed.

`python -m tests.reading.corpus.build_docx FOLDER` builds those of every NAME.docx.notation here.

A line is a paragraph, an empty line none. What may stand before it:

    #2 指导思想          numbered by Word on level 2 (一、 （一） 1. （1）); #!2 starts again at one
    =Heading1= 总体要求   in a style: Title, Heading1…4, Body, Numbered1…4 (styles that carry the numbering)
    [header] 内部资料     in the header, [footer] in the footer
    [running]            the third level runs on across the sections

Between [box] and [/box] stand the paragraphs of a one-cell table, in [textbox] those of a text box (written twice, for
new and old programs), in [control] those of a content control, in [table] rows of cells divided by tabs: ^ continues
the cell above, < the cell to the left.

In a paragraph ¦ parts two runs, ⇥ is a tab, ↵ a line break, ⟨~⟩ a soft hyphen, ⟨+文⟩ inserted and ⟨-文⟩ deleted under
change tracking, ⟨*文⟩ bold, ⟨^文⟩ a footnote, ⟨!文⟩ a comment, ⟨=PAGE:3⟩ a field and its result.
"""

from __future__ import annotations

import re
import sys
import zipfile
from dataclasses import dataclass, field
from pathlib import Path
from xml.sax.saxutils import escape

_NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_LEVELS = (("chineseCounting", "%1、"), ("chineseCounting", "（%2）"), ("decimal", "%3."), ("decimal", "（%4）"))
_PARTS = ("styles", "numbering", "footnotes", "comments", "header", "footer")
_PREFIX = re.compile(r"#(!?)(\d) ?|=(\w+)= ?")
_INLINE = re.compile(r"⟨([-+*=^!~])([^⟩]*)⟩|([¦⇥↵])")
_SPECIAL = {"⇥": "<w:tab/>", "↵": "<w:br/>", "~": "<w:softHyphen/>"}
_TRACKED = 'w:id="1" w:author="" w:date="2025-01-01T00:00:00Z"'


@dataclass(slots=True)
class _Builder:
    """What has been written so far."""

    body: list[str] = field(default_factory=list)
    header: str = ""
    footer: str = ""
    footnotes: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    lists: list[str] = field(default_factory=lambda: [""])
    running: bool = False

    def line(self, text: str) -> str:
        """A paragraph."""
        match = _PREFIX.match(text)
        properties = ""
        if match and match[2]:
            level = int(match[2]) - 1
            if match[1]:
                override = f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="1"/></w:lvlOverride>'
                self.lists.append(override)
            properties = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{len(self.lists)}"/></w:numPr>'
        elif match:
            properties = f'<w:pStyle w:val="{match[3]}"/>'
        return f"<w:p><w:pPr>{properties}</w:pPr>{self._runs(text[match.end() if match else 0 :])}</w:p>"

    def _runs(self, text: str) -> str:
        runs: list[str] = []
        position = 0
        for match in _INLINE.finditer(text):
            runs += [_run(text[position : match.start()]), self._inline(match[1] or match[3], match[2] or "")]
            position = match.end()
        return "".join([*runs, _run(text[position:])])

    def _inline(self, mark: str, text: str) -> str:
        if mark in _SPECIAL:
            return f"<w:r>{_SPECIAL[mark]}</w:r>"
        if mark == "^":
            self.footnotes.append(text)
            return f'<w:r><w:footnoteReference w:id="{len(self.footnotes)}"/></w:r>'
        if mark == "!":
            self.comments.append(text)
            return f'<w:r><w:commentReference w:id="{len(self.comments)}"/></w:r>'
        if mark == "=":
            return _field(*text.split(":", 1))
        return {
            "¦": "",
            "*": _run(text, "<w:b/>"),
            "+": f"<w:ins {_TRACKED}>{_run(text)}</w:ins>",
            "-": f"<w:del {_TRACKED}>{_run(text).replace('w:t', 'w:delText')}</w:del>",
        }[mark]

    def block(self, kind: str, lines: list[str]) -> str:
        """What stands between [kind] and [/kind]."""
        if kind == "table":
            return _table(
                [[self.line(cell) if cell not in {"^", "<"} else cell for cell in _cells(line)] for line in lines]
            )
        inside = "".join(self.line(line) for line in lines)
        if kind == "box":
            return _framed(1, f"<w:tr><w:tc>{inside}</w:tc></w:tr>")
        if kind == "control":
            return f"<w:sdt><w:sdtPr/><w:sdtContent>{inside}</w:sdtContent></w:sdt>"
        return _text_box(inside)


def _run(text: str, properties: str = "") -> str:
    shown = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{shown}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>' if text else ""


def _field(code: str, result: str) -> str:
    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    instruction = f'<w:r><w:instrText xml:space="preserve"> {escape(code)} </w:instrText></w:r>'
    return mark("begin") + instruction + mark("separate") + _run(result) + mark("end")


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.split("\t")]


def _table(rows: list[list[str]]) -> str:
    return _framed(len(rows[0]), "".join(_row(rows, index) for index in range(len(rows))))


def _framed(columns: int, rows: str) -> str:
    grid = '<w:gridCol w:w="1500"/>' * columns
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"


def _row(rows: list[list[str]], index: int) -> str:
    cells: list[str] = []
    for column, content in enumerate(rows[index]):
        if content == "<":
            continue
        width = 1
        while column + width < len(rows[index]) and rows[index][column + width] == "<":
            width += 1
        below = index + 1 < len(rows) and rows[index + 1][column] == "^"
        span = f'<w:gridSpan w:val="{width}"/>' if width > 1 else ""
        merge = "<w:vMerge/>" if content == "^" else '<w:vMerge w:val="restart"/>' if below else ""
        cells.append(f"<w:tc><w:tcPr>{span}{merge}</w:tcPr>{'<w:p/>' if content == '^' else content}</w:tc>")
    return f"<w:tr>{''.join(cells)}</w:tr>"


def _text_box(inside: str) -> str:
    content = f"<w:txbxContent>{inside}</w:txbxContent>"
    shape = f"<wps:wsp><wps:spPr/><wps:txbx>{content}</wps:txbx><wps:bodyPr/></wps:wsp>"
    kind = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
    graphic = f'<a:graphic><a:graphicData uri="{kind}">{shape}</a:graphicData></a:graphic>'
    size = '<wp:extent cx="5000000" cy="900000"/><wp:docPr id="7" name="1"/>'
    new = f"<w:drawing><wp:inline>{size}{graphic}</wp:inline></w:drawing>"
    old = f"<w:pict><v:shape><v:textbox>{content}</v:textbox></v:shape></w:pict>"
    choice = f'<mc:Choice Requires="wps">{new}</mc:Choice><mc:Fallback>{old}</mc:Fallback>'
    return f"<w:p><w:r><mc:AlternateContent>{choice}</mc:AlternateContent></w:r></w:p>"


def _styles() -> str:
    plain = [("Title", "Title", ""), ("Body", "Body Text", "")]
    heading = [(f"Heading{n}", f"heading {n}", f'<w:outlineLvl w:val="{n - 1}"/>') for n in range(1, 5)]
    numbered = [
        (f"Numbered{n}", f"Numbered {n}", f'<w:numPr><w:ilvl w:val="{n - 1}"/><w:numId w:val="1"/></w:numPr>')
        for n in range(1, 5)
    ]
    return "".join(
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/><w:pPr>{properties}</w:pPr></w:style>'
        for key, name, properties in (*plain, *heading, *numbered)
    )


def _numbering(lists: list[str], running: bool) -> str:
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        + ('<w:lvlRestart w:val="0"/>' if running and level == 2 else "")
        + (f'<w:pStyle w:val="Numbered{level + 1}"/>')
        + f'<w:suff w:val="nothing"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/></w:lvl>'
        for level, (form, text) in enumerate(_LEVELS)
    )
    numbers = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="0"/>{override}</w:num>'
        for number, override in enumerate(lists, start=1)
    )
    multi = '<w:multiLevelType w:val="multilevel"/>'
    return f'<w:abstractNum w:abstractNumId="0">{multi}{levels}</w:abstractNum>{numbers}'


def _read(text: str) -> _Builder:
    builder = _Builder()
    kind = ""
    held: list[str] = []
    for line in filter(None, text.splitlines()):
        name = line.strip().strip("[]") if line.startswith("[") else ""
        if kind and name == f"/{kind}":
            builder.body.append(builder.block(kind, held))
            kind, held = "", []
        elif kind:
            held.append(line)
        elif name in {"box", "table", "textbox", "control"}:
            kind = name
        elif name == "running":
            builder.running = True
        elif line.startswith(("[header] ", "[footer] ")):
            setattr(builder, line[1:7], builder.line(line[9:]))
        else:
            builder.body.append(builder.line(line))
    return builder


def _notes(kind: str, texts: list[str]) -> str:
    author = ' w:author=""' if kind == "comment" else ""
    return "".join(
        f'<w:{kind} w:id="{number}"{author}><w:p>{_run(text)}</w:p></w:{kind}>' for number, text in enumerate(texts, 1)
    )


def build(notation: Path, folder: Path) -> Path:
    """The Word file built in `folder` from NAME.docx.notation."""
    builder = _read(notation.read_text("utf-8"))
    references = "".join(f'<w:{part}Reference w:type="default" r:id="{part}"/>' for part in ("header", "footer"))
    parts = {
        "styles": ("styles", _styles()),
        "numbering": ("numbering", _numbering(builder.lists, builder.running)),
        "footnotes": ("footnotes", _notes("footnote", builder.footnotes)),
        "comments": ("comments", _notes("comment", builder.comments)),
        "header": ("hdr", builder.header or "<w:p/>"),
        "footer": ("ftr", builder.footer or "<w:p/>"),
        "document": ("document", f"<w:body>{''.join(builder.body)}<w:sectPr>{references}</w:sectPr></w:body>"),
    }
    target = folder / notation.name.removesuffix(".notation")
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", _content_types())
        archive.writestr("_rels/.rels", _relations({"officeDocument": "word/document.xml"}))
        archive.writestr("word/_rels/document.xml.rels", _relations({part: f"{part}.xml" for part in _PARTS}))
        for part, (root, content) in parts.items():
            archive.writestr(f"word/{part}.xml", f"{_DECLARATION}<w:{root} {_NAMES}>{content}</w:{root}>")
    return target


def _content_types() -> str:
    kinds = {part: part for part in _PARTS} | {"document": "document.main"}
    overrides = "".join(
        f'<Override PartName="/word/{part}.xml" ContentType="{_WORD}.{kind}+xml"/>' for part, kind in kinds.items()
    )
    relations = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    types = "http://schemas.openxmlformats.org/package/2006/content-types"
    return f'{_DECLARATION}<Types xmlns="{types}">{relations}{overrides}</Types>'


def _relations(targets: dict[str, str]) -> str:
    lines = "".join(
        f'<Relationship Id="{kind}" Type="{_RELATIONS}/{kind}" Target="{target}"/>' for kind, target in targets.items()
    )
    return (
        f'{_DECLARATION}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{lines}'
        "</Relationships>"
    )


if __name__ == "__main__":
    destination = Path(sys.argv[1])
    destination.mkdir(parents=True, exist_ok=True)
    for source in sorted(Path(__file__).parent.glob("*.docx.notation")):
        sys.stdout.write(f"{build(source, destination)}\n")
