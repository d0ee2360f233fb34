"""Files made to harm: each ends in a document or in one sentence, soon, in little memory, and nothing is fetched."""

import http.server
import io
import socketserver
import threading
import time
import tracemalloc
import zipfile
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from drafter.errors import DrafterError, UnreadableFile
from drafter.model.document import Document
from drafter.model.walk import text_of
from drafter.reading.files import READABLE, read_bytes
from tests.reading.outlines import outline
from tests.reading.printed import LEFT, TOP, pdf, say
from tests.reading.word import NAMES, OUTLINE_LIST, listed, para, styled, table, word_file

SECONDS_MOST = 10.0
BYTES_MOST = 1_000_000_000
PLAN = para("云溪市工作方案") + para("一、目标") + para("建设平台。") + para("二、任务") + para("推广应用。")


def zipped(parts: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return file.getvalue()


def say_what_to_do(error: DrafterError) -> None:
    assert error.message
    assert error.hint


def bounded(data: bytes, name: str = "a.docx") -> Document | None:
    """The document, None where one sentence said that there is none; time and memory within bounds."""
    tracemalloc.start()
    start = time.monotonic()
    try:
        return read_bytes(data, name)
    except DrafterError as error:
        say_what_to_do(error)
        return None
    finally:
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert time.monotonic() - start < SECONDS_MOST
        assert peak < BYTES_MOST


@pytest.mark.parametrize("size", [60_000_000, 400_000_000])
def test_a_zip_bomb_is_refused(size: int):
    with pytest.raises(UnreadableFile, match="太大"):
        read_bytes(zipped({"word/document.xml": b" " * size}), "bomb.docx")


def laughs(tag: str) -> str:
    entities = '<!ENTITY a0 "哈哈哈哈哈哈哈哈哈哈">' + "".join(
        f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 10)
    )
    return f"<!DOCTYPE {tag} [{entities}]>"


def test_a_billion_laughs_are_not_expanded():
    xml = f"{laughs('d')}<w:document {NAMES}><w:body>{para('云溪市方案&a9;')}{PLAN}</w:body></w:document>"
    document = bounded(zipped({"word/document.xml": xml.encode()}))
    assert document is None or "哈" not in text_of(document.title)
    bounded(laughs("html").encode() + "<html><body><p>云溪市方案&a9;</p></body></html>".encode(), "a.html")


@pytest.fixture
def asked() -> Iterator[tuple[str, list[str]]]:
    """(address, paths asked for) of a server on this machine."""
    paths: list[str] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            paths.append(self.path)
            self.send_error(404)

        def log_message(self, *_: object):
            pass

    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}", paths
        server.shutdown()


def test_nothing_is_fetched(asked: tuple[str, list[str]]):
    address, paths = asked
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="r1" Type="a/attachedTemplate" Target="{address}/t.dotm" TargetMode="External"/>'
        f'<Relationship Id="r2" Type="x/relationships/officeDocument" Target="{address}/d.xml" TargetMode="External"/>'
        f'<Relationship Id="r3" Type="a/image" Target="{address}/i.png" TargetMode="External"/></Relationships>'
    )
    doctype = f'<!DOCTYPE d SYSTEM "{address}/d.dtd" [<!ENTITY x SYSTEM "{address}/x.txt">]>'
    word = f"{doctype}<w:document {NAMES}><w:body>{para('云溪市方案&x;')}{PLAN}</w:body></w:document>"
    for rels in ("_rels/.rels", "word/_rels/document.xml.rels"):
        bounded(zipped({"word/document.xml": word.encode(), rels: relations.encode()}))
    page = f'{doctype}<html><head><base href="{address}"/><link rel="stylesheet" href="/s.css"/></head>'
    page += f'<body><img src="{address}/i.png"/><iframe src="{address}"></iframe><p>云溪市方案</p></body></html>'
    bounded(page.encode(), "a.html")
    ofd = f"{doctype}<o:OFD xmlns:o='o'><o:DocRoot>{address}/Document.xml</o:DocRoot></o:OFD>"
    bounded(zipped({"OFD.xml": ofd.encode()}), "a.ofd")
    action = f"/AA << /O << /S /URI /URI ({address}/pdf) >> >>"
    bounded(pdf(say(LEFT, TOP, "一、总体要求"), extra=action), "a.pdf")
    assert paths == []


@pytest.mark.parametrize("part", ["../../word/document.xml", "/word/document.xml", "C:\\word\\document.xml"])
def test_paths_out_of_the_zip_lead_nowhere(part: str):
    relations = f'<R><Relationship Type="x/relationships/officeDocument" Target="{part}"/></R>'
    data = zipped(
        {part: f"<w:document {NAMES}><w:body>{PLAN}</w:body></w:document>".encode(), "_rels/.rels": relations.encode()}
    )
    bounded(data)


def test_styles_and_lists_that_go_round_in_circles_are_read():
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{a}"><w:name w:val="{a}"/><w:basedOn w:val="{b}"/>'
        f'<w:link w:val="{b}"/><w:next w:val="{b}"/></w:style>'
        for a, b in [("a", "b"), ("b", "c"), ("c", "a"), ("d", "d")]
    )
    numbering = OUTLINE_LIST + (
        '<w:abstractNum w:abstractNumId="7"><w:numStyleLink w:val="a"/></w:abstractNum>'
        '<w:num w:numId="7"><w:abstractNumId w:val="7"/></w:num>'
        '<w:num w:numId="8"><w:abstractNumId w:val="99"/></w:num>'
    )
    body = "".join(
        para(f"第{i}句话。", styled(s) + listed(0, n)) for i, (s, n) in enumerate([("a", 1), ("d", 7), ("c", 8)])
    )
    document = bounded(word_file(PLAN + body, numbering, styles))
    assert document is not None
    assert outline(document)[0] == "1 一、目标"


def nested(depth: int, open_: str, close: str) -> bytes:
    return word_file(PLAN + open_ * depth + para("最里面。") + close * depth + para("三、保障"))


@pytest.mark.parametrize("depth", [50, 2_000, 10_000])
@pytest.mark.parametrize(
    ("open_", "close"),
    [
        ("<w:tbl><w:tr><w:tc>", f"{para('格')}</w:tc></w:tr></w:tbl>"),
        ("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"),
        ("<w:p><w:r><w:drawing><wps:txbx><w:txbxContent>", "</w:txbxContent></wps:txbx></w:drawing></w:r></w:p>"),
        ("<mc:AlternateContent><mc:Choice>", "</mc:Choice></mc:AlternateContent>"),
    ],
    ids=["tables", "controls", "text boxes", "alternates"],
)
def test_what_stands_in_itself_thousands_of_times_is_read_or_refused(open_: str, close: str, depth: int):
    bounded(nested(depth, open_, close))


@pytest.mark.parametrize("tag", ["div", "table><tr><td", "span", "ul><li"])
def test_a_page_nested_thousands_of_times_is_read_or_refused(tag: str):
    opened = "".join(f"<{one}>" for one in tag.split("><"))
    bounded(f"<html><body>{opened * 5_000}<p>一、总体要求</p><p>建设平台。</p></body></html>".encode(), "a.html")


def test_a_grid_with_endless_spans_is_read_or_refused():
    cell = f'<w:tc><w:tcPr><w:gridSpan w:val="2000000000"/></w:tcPr>{para("格")}</w:tc>'
    assert bounded(word_file(PLAN + table(cell * 3, cell * 3))) is not None
    bounded(
        b"<html><body><table>" + b'<tr><td rowspan="999999999" colspan="999999999">x</td></tr>' * 300 + b"</table>",
        "a.html",
    )


def test_pdf_drawings_and_pages_without_end_are_bounded():
    lines = "".join(f"{i % 500} 100 m {i % 500} 700 l S 50 {i % 700} m 500 {i % 700} l S\n" for i in range(8_000))
    assert bounded(pdf(say(LEFT, TOP, "一、总体要求") + lines), "格.pdf") is not None
    loop = pdf(say(LEFT, TOP, "一、总体要求")).replace(b"/Kids [10 0 R]", b"/Kids [2 0 R] ")
    bounded(loop, "圈.pdf")


@pytest.mark.parametrize(
    "matrix",
    ["1e38 0 0 1e38 90 700", "1 0 0 1 1e38 700", f"1 0 0 1 90 {'9' * 60}", "0 0 0 0 90 700", "1 0 0 -1e38 0 0"],
)
def test_what_a_pdf_places_beyond_every_page_is_left_out(matrix: str):
    rest = say(LEFT, TOP - 60, "一、总体要求") + say(LEFT, TOP - 90, "建设平台。")
    assert bounded(pdf(say(LEFT, TOP, "建设平台。", matrix=matrix) + rest), "a.pdf") is not None


@pytest.mark.parametrize("size", ["9" * 60, "-" + "9" * 60, "1e38"])
def test_a_pdf_page_without_end_is_read_as_a_usual_one(size: str):
    data = pdf(say(LEFT, TOP, "一、总体要求") + say(LEFT, TOP - 30, "建设平台。"))
    assert bounded(data.replace(b"842.0", size.encode()), "a.pdf") is not None


def test_ofd_numbers_without_end_are_bounded():
    from tests.reading.test_ofd import ofd
    from tests.reading.test_ofd import say as ofd_say

    far = ofd_say(28, 45, "一、总体要求").replace("28", "9" * 400, 1)
    assert bounded(ofd(far + ofd_say(28, 60, "建设平台。")), "a.ofd") is not None


def whole_files() -> dict[str, bytes]:
    """name → a small sound file of every format that we read ourselves."""
    from tests.reading.test_ofd import ofd
    from tests.reading.test_ofd import say as ofd_say

    return {
        "a.docx": word_file(PLAN + table(f"<w:tc>{para('一格')}</w:tc>" * 2) * 2, OUTLINE_LIST),
        "a.pdf": pdf(say(LEFT, TOP, "一、总体要求") + say(LEFT, TOP - 30, "建设平台。")),
        "a.ofd": ofd(ofd_say(28, 45, "一、总体要求")),
        "a.html": "<html><body><p>一、总体要求</p><table><tr><td>1</td><td>2</td></tr></table></body></html>".encode(),
        "a.txt": "云溪市工作方案\n一、目标\n建设平台。\n".encode(),
    }


WHOLE = whole_files()


@pytest.mark.parametrize("name", WHOLE)
def test_the_sound_files_are_read(name: str):
    assert bounded(WHOLE[name], name) is not None


@pytest.mark.parametrize("suffix", [*READABLE, ".jpg", ""])
@pytest.mark.parametrize("name", WHOLE)
def test_a_wrong_suffix_is_read_or_refused(name: str, suffix: str):
    bounded(WHOLE[name], f"a{suffix}")


@pytest.mark.parametrize("name", WHOLE)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(share=st.floats(0, 1), noise=st.binary(max_size=30), cut=st.booleans())
def test_a_truncated_or_damaged_file_is_read_or_refused(name: str, share: float, noise: bytes, cut: bool):
    data = WHOLE[name]
    place = int(share * len(data))
    harmed = data[:place] + noise + (b"" if cut else data[place + len(noise) :])
    only_our_errors(harmed, name)


MAGIC = [b"", b"PK\x03\x04", b"%PDF-1.7\n", b"\xef\xbb\xbf", b"\xff\xfe", b"<html>", b"<?xml version='1.0'?>", b"GIF8"]
"""First bytes of the kinds of files that are read here, not by LibreOffice."""


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(MAGIC), st.binary(max_size=600), st.sampled_from([*READABLE, "", ".jpg"]))
def test_any_bytes_under_any_suffix_raise_only_our_error(magic: bytes, data: bytes, suffix: str):
    only_our_errors(magic + data, f"a{suffix}")


def only_our_errors(data: bytes, name: str) -> None:
    try:
        read_bytes(data, name)
    except DrafterError as error:
        say_what_to_do(error)
