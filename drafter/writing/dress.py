"""The fonts of a profile and the style names of another base, put into what is written for the standard's own.

Everything is written in the standard's fonts and our style ids. This pass goes over the finished XML once and changes
the one and the other by the style that each run stands in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from drafter.writing.layout import Face
from drafter.writing.ooxml import empty, fonts, size
from drafter.writing.profile import ELEMENTS, KINDS, SAME, Profile

_STYLES = {
    "title": ("Title", "AnnexTitle", "TOCHeading"),
    "red_head": ("RedHead",),
    "status": ("DocStatus", "Subtitle"),
    "body": (
        *("Normal", "DocBody", "RunInBody", "Addressee", "DocNumber", "HeadNumber", "AnnexList", "Signature", "Date"),
        *("DocNote", "Imprint", "TOC1", "TOC2", "TOC3"),
    ),
    "responsible": ("Responsible",),
    "heading1": ("Heading1",),
    "heading2": ("Heading2",),
    "heading3": ("Heading3",),
    "heading4": tuple(f"Heading{level}" for level in range(4, 10)),
    "mark": ("Classification", "AnnexMark"),
    "box_title": ("BoxTitle",),
    "box_text": ("BoxText",),
    "table_caption": ("TableCaption",),
    "table_head": ("TableHead",),
    "table_text": ("TableText", "TableCentred"),
    "page_number": ("Footer", "FooterEven", "FooterTurned"),
}
ELEMENT_OF = {style: element for element, styles in _STYLES.items() for style in styles}
_KIND_OF = {face.chinese: kind for kind, face in KINDS.items()}
_TOKEN = re.compile(
    r'<w:style [^>]*w:styleId="(?P<defined>\w+)"|<w:(?P<tag>pStyle|rStyle|tblStyle) w:val="(?P<id>\w+)"/>'
    r'|<w:rFonts w:hint="eastAsia" w:ascii="(?P<latin>[^"]*)" w:hAnsi="[^"]*" w:eastAsia="(?P<chinese>[^"]*)" [^>]*/>'
    r"|</w:r>"
)
_BOLD, _NOT_BOLD = empty("b") + empty("bCs"), empty("b", val=0) + empty("bCs", val=0)
_PLAIN = f"{_NOT_BOLD}{empty('i', val=0)}{empty('color', val='auto')}"
_OWN = empty("rFonts", hint="eastAsia")


@dataclass(slots=True)
class Dress:
    """What is to be changed: `profile` says the fonts, `ids` which of our style ids are others in the base.

    `own` are those of our styles in whose place the base has its own: there its fonts hold. Text that runs on from
    such a heading has `body_size` (half-points) and none of the heading's looks.
    """

    profile: Profile
    ids: Mapping[str, str] = field(default_factory=dict[str, str])
    own: frozenset[str] = frozenset()
    body_size: int = 0
    _fonts: dict[str, str] = field(default_factory=dict[str, str])
    _style: str = ""
    _run: str = ""
    _defining: bool = False

    def __post_init__(self) -> None:
        self._fonts = dict(self.profile.fonts)

    def dressed(self, pieces: Iterable[str]) -> Iterator[str]:
        """The pieces of XML, changed; each is made of whole paragraphs and tables."""
        return (_TOKEN.sub(self._changed, piece) for piece in pieces)

    def _changed(self, found: re.Match[str]) -> str:
        if tag := found["tag"]:
            if tag == "pStyle":
                self._style, self._defining = found["id"], False
            elif tag == "rStyle":
                self._run = found["id"]
            return empty(tag, val=self.ids.get(found["id"], found["id"]))
        if found["chinese"] is not None:
            return self._face(Face(found["chinese"], found["latin"]), found[0])
        if found["defined"]:
            self._style, self._run, self._defining = found["defined"], "", True
        else:
            self._run = ""
        return found[0]

    def _face(self, face: Face, as_it_is: str) -> str:
        style = self._run or self._style
        element = ELEMENT_OF.get(style, "")
        kind = _KIND_OF.get(face.chinese, "")
        if style in self.own and (not element or ELEMENTS[element].chinese == face.chinese):
            return _OWN
        if element.startswith("heading") and face.chinese != ELEMENTS[element].chinese:
            element = "heading3" if kind == "fangsong" else ""
        plain = not element or ELEMENTS[element].chinese != face.chinese
        chinese = self._fonts.get("" if plain else element) or self._fonts.get(kind) or face.chinese
        latin = chinese if face.latin == face.chinese or self.profile.latin == SAME else self.profile.latin
        changed = as_it_is if (chinese, latin) == (face.chinese, face.latin) else fonts(latin, chinese)
        return changed + self._weight(element)

    def _weight(self, element: str) -> str:
        if self._run and self._style in self.own and self._style.startswith("Heading"):
            return _PLAIN + size(self.body_size)
        if self._run:
            return _NOT_BOLD if ELEMENT_OF.get(self._style, "") in self.profile.bold else ""
        return _BOLD if self._defining and element in self.profile.bold else ""
