"""Saved web pages: the document without menus and footers."""

from drafter.model.document import Table
from drafter.model.walk import text_of
from drafter.reading.files import read_bytes
from tests.reading.outlines import outline, texts

BODY = """<p style="text-align:center">云溪市人民政府办公室</p><p style="text-align:center">关于加快智能建造的实施意见</p>
<p>各区人民政府：</p><p style="text-indent:2em">为加快智能建造发展，提升建筑业水平，提出如下意见。</p>
<p>&nbsp;&nbsp;&nbsp;&nbsp;一、总体要求</p><p>坚持创新驱动，推动建筑业转型升级，提高发展质量。</p>
<p><b>二、</b>重点<span>任务</span></p><p>（一）建设平台。建设平台5个，服务企业，形成体系。（市住建局负责）</p><p>（二）培育企业。培育骨干企业，壮大队伍。（市工信局负责）</p>
<table border="1"><tr><th>序号</th><th>任务</th></tr><tr><td rowspan="2">1</td><td>建设平台</td></tr><tr><td>引进人才</td></tr></table>
<p style="text-align:right">云溪市人民政府办公室</p><p style="text-align:right">2025年4月2日</p>"""
PAGE = f"""<!DOCTYPE html><html><head><title>关于加快智能建造的实施意见_云溪市人民政府</title><script>var a = "脚本，文字。";</script></head><body>
<div class="nav"><ul><li><a href="#">首页</a></li><li><a href="#">政务公开</a></li></ul></div>
<div class="main"><div class="bar">当前位置：首页 &gt; 文件</div><div id="content">{BODY}</div><div>上一篇：无</div></div>
<div style="display:none">隐藏，内容。</div><div class="foot">版权所有：云溪市人民政府 备案号：000</div></body></html>"""


def test_the_document_is_taken_out_of_its_page():
    document = read_bytes(PAGE.encode(), "a.html")
    assert text_of(document.title) == "云溪市人民政府办公室关于加快智能建造的实施意见"
    assert (document.issuer, document.date, document.addressee) == (
        "云溪市人民政府办公室",
        "2025-04-02",
        "各区人民政府",
    )
    assert outline(document) == ["1 一、总体要求", "1 二、重点任务", "2 （一）建设平台", "2 （二）培育企业"]
    said = "".join(texts(document))
    assert not any(word in said for word in ("首页", "版权", "隐藏", "脚本", "上一篇"))


def test_spanned_cells_are_laid_out():
    document = read_bytes(PAGE.encode(), "a.html")
    tables = [b for s in document.sections for c in s.children for b in c.blocks if isinstance(b, Table)]
    assert [[text_of(cell.spans) for cell in row] for row in tables[0].rows] == [["1", "建设平台"], ["1", "引进人才"]]


def test_a_page_is_known_by_its_content_and_gb18030_is_read():
    assert outline(read_bytes(PAGE.encode("gb18030"), "a.txt"))[0] == "1 一、总体要求"


def test_what_stands_beside_the_document_is_told():
    page = (
        "<html><body><div>首页 政务公开</div><div class='text'><p>云溪市行动方案</p><p>一、总体要求</p>"
        "<p>坚持创新引领，推动发展。</p></div><div>版权所有</div></body></html>"
    )
    assert read_bytes(page.encode(), "a.html").warnings == (
        "去掉了网页上正文以外的文字 2 行：“首页 政务公开”、“版权所有”。",
    )


def test_labels_and_links_of_a_page_weigh_nothing_beside_a_short_document():
    page = (
        '<div><a href="/">首页</a><a href="/x">政务公开，办事服务</a></div><div>当前位置：首页 &gt; 文件</div>'
        "<h1>云溪市低空经济发展行动计划</h1><div>发布时间：2025-03-01 来源：市政府办</div><div id=zoom>"
        "<p>&nbsp;&nbsp;为加快发展，制定本计划。</p><p>&nbsp;&nbsp;一、任务</p><p>&nbsp;&nbsp;建设平台。</p></div>"
        "<div>上一篇：无</div><div>下一篇：关于表彰的通报</div><div>主办：云溪市人民政府</div>"
    )
    document = read_bytes(f"<html><body>{page}</body></html>".encode(), "a.html")
    assert text_of(document.title) == "云溪市低空经济发展行动计划"
    assert outline(document) == ["1 一、任务"]
    assert (document.issuer, document.date, document.attachments) == ("", "", ())
    assert "主办：云溪市人民政府" in "".join(document.warnings)


def test_items_of_an_ordered_list_have_the_numbers_a_browser_prints():
    items = "<ol start='3'><li>建设平台。推进应用。</li><li>4.培育企业。壮大队伍。</li></ol>"
    page = f"<html><body><h1>云溪市工作方案</h1><p>一、任务</p><p>统筹推进，抓好落实。</p>{items}</body></html>"
    assert outline(read_bytes(page.encode(), "a.html")) == ["1 一、任务", "2 3.建设平台", "2 4.培育企业"]


def test_a_page_without_headings_is_named_by_what_stands_above_the_document():
    layout = "<table><tr><td>云溪市储能发展规划</td></tr><tr><td>{}</td></tr></table>"
    text = "　　为推动储能发展，制定本规划。<br>　　一、目标<br>　　建成电站5座，形成体系。<br>　　二、任务<br>　　建设平台，完善标准。<br>"
    page = (
        f"<html><head><title>云溪市人民政府 云溪市储能发展规划</title></head><body>{layout.format(text)}</body></html>"
    )
    assert text_of(read_bytes(page.encode(), "a.html").title) == "云溪市储能发展规划"
