"""Live slots: slots as content controls of Word, bound to a part of the file that knows each slot once.

What is typed into one control of a slot stands in all of them, for all show the same element of that part. The part
also says which draft, which state of it and which words went out. Elements: ISO/IEC 29500-1, 17.5.2 (structured
document tags) and 22.5 (custom XML data).
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from drafter.model.differences import Line
from drafter.model.document import SlotId
from drafter.writing.ooxml import DECLARATION, empty, legal, wrapped
from drafter.writing.package import package_bytes

NAMESPACE = "urn:drafter:circulation"
TAG = "drafter-slot-"
"""How the tag of a slot's controls begins; the slot's number follows."""
PART = "customXml/item1.xml"
_STORE = "{6B2F0D5E-8C1A-4F3B-9E57-2D41C7A90E13}"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_RUN = re.compile(r"(<w:r>.*?<w:t[^>]*>)(.*?)</w:t></w:r>")
_TYPES, _LINKS = "[Content_Types].xml", "word/_rels/document.xml.rels"


@dataclass(frozen=True, slots=True)
class Control:
    """A slot as it goes out: its number, name and the words it shows."""

    slot: SlotId
    name: str
    sent: str


@dataclass(frozen=True, slots=True)
class Sent:
    """What a file for circulation says about itself: draft and state of the draft, ISO day, slots, and its lines."""

    key: str
    version: str
    date: str
    controls: tuple[Control, ...]
    lines: tuple[Line, ...] = ()


def controlled(slot: SlotId, name: str, content: str) -> str:
    """The words of a slot in a control of their own; they can be changed, the control cannot be deleted.

    They are one run: LibreOffice writes those of a bound control twice where there are several.
    """
    written = _RUN.findall(content)
    if not written:
        return content
    first, *others = written
    content = f"{first[0]}{first[1]}{''.join(text for _, text in others)}</w:t></w:r>"
    xpath = f"/d:circulation[1]/d:slot{slot}[1]"
    properties = (
        empty("alias", val=legal(name)),
        empty("tag", val=f"{TAG}{slot}"),
        empty("lock", val="sdtLocked"),
        empty("dataBinding", prefixMappings=f"xmlns:d='{NAMESPACE}'", xpath=xpath, storeItemID=_STORE),
        empty("text"),
    )
    return wrapped("sdt", wrapped("sdtPr", *properties), wrapped("sdtContent", content))


def with_part(data: bytes, sent: Sent) -> bytes:
    """The Word file with the part that its controls are bound to."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        types, links = (package.read(name).decode() for name in (_TYPES, _LINKS))
    kind = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
    override = f'<Override PartName="/customXml/itemProps1.xml" ContentType="{kind}"/></Types>'
    own = (
        f'<ds:datastoreItem xmlns:ds="{_OFFICE}/customXml" ds:itemID="{_STORE}">'
        f'<ds:schemaRefs><ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
    )
    changed: dict[str, Iterable[str]] = {
        _TYPES: (types.replace("</Types>", override),),
        _LINKS: (links.replace("</Relationships>", _link("rIdSlots", "customXml", f"../{PART}")),),
        PART: (_part(sent),),
        "customXml/itemProps1.xml": (DECLARATION + own,),
        "customXml/_rels/item1.xml.rels": (
            f'{DECLARATION}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            + _link("rId1", "customXmlProps", "itemProps1.xml"),
        ),
    }
    return package_bytes(data, changed)


def _link(name: str, kind: str, target: str) -> str:
    return f'<Relationship Id="{name}" Type="{_OFFICE}/relationships/{kind}" Target="{target}"/></Relationships>'


def _part(sent: Sent) -> str:
    """The store: an element for each slot, which its controls show; beside them what went out, which nothing changes.

    LibreOffice takes the attributes of elements that controls show, so these have none.
    """
    slots = "".join(f"<d:slot{one.slot}>{_text(one.sent)}</d:slot{one.slot}>" for one in sent.controls)
    slots += "".join(
        f'<d:sent slot="{one.slot}" name={_quoted(one.name)}>{_text(one.sent)}</d:sent>' for one in sent.controls
    )
    said = "".join(f"<d:line place={_quoted(one.section)}>{_text(one.text)}</d:line>" for one in sent.lines)
    head = f"key={_quoted(sent.key)} version={_quoted(sent.version)} date={_quoted(sent.date)}"
    return f'{DECLARATION}<d:circulation xmlns:d="{NAMESPACE}" {head}>{slots}{said}</d:circulation>'


def _quoted(text: str) -> str:
    return quoteattr(legal(text))


def _text(text: str) -> str:
    return escape(legal(text))
