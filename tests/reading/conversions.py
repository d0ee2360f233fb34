"""One plan in every format: written as .docx, and from that by LibreOffice where it is installed."""

import html
import io
import re
import shutil
import subprocess
import zipfile
from collections.abc import Iterable
from pathlib import Path

import pytest

from drafter.office import office
from drafter.reading.files import read_bytes
from drafter.writing.docx import docx_bytes

ROOT = Path(__file__).resolve().parent.parent.parent
SOURCES = sorted((ROOT / "reference_docs" / "sources").glob("*.txt"))
MADE_UP = """云溪市智能农机产业发展行动计划（2026—2028年）

为做强智能农机产业，结合我市实际，制定本行动计划。

一、总体要求

（一）指导思想。坚持市场主导、政府引导，面向丘陵山区和设施农业两类需求，把研发、制造、推广、服务连成一体，走出一条小城市发展智能农机的路子，让种粮的人省力，让造机的人有钱赚，让修机的人有活干。

（二）发展目标。到2028年，智能农机产值达到80亿元，规模以上企业达到40家，主要农作物耕种收综合机械化率达到92%以上。

二、重点任务

（一）攻克关键技术

1.补齐零部件短板。围绕湿式离合器、电液控制阀、导航终端等部件，每年发布一批揭榜课题，对揭榜成功的企业按研发投入的两成给予补助，单个项目不超过300万元。（责任单位：市科技局、市工业和信息化局）

2.建设检测平台。依托云溪农机学院建设丘陵山区农机检测中心，开放试验田5000亩，为省内外企业提供可靠性试验服务。（牵头单位：市农业农村局；配合单位：市市场监督管理局、市财政局，各县（区）人民政府）

专栏1 智能农机攻关工程
1.丘陵山区轻便拖拉机。研制30马力以下履带式拖拉机，整机重量降到900公斤以内，在坡度25度的地块能够稳定作业。
2.果园无人运输车。研制载重200公斤的电动运输车，实现采摘、转运、装车全程少人化作业。

（二）拓展应用场景

建设智慧农场20个，每个县（区）不少于2个。推广北斗导航自动驾驶、变量施肥和无人植保，培训新型职业农民3000人次以上，让机具用得上、用得好。（责任单位：市农业农村局、市人力资源和社会保障局）

（三）健全服务体系

发展全程机械化综合农事服务中心，做到“一站多能、区域共享”。

三、保障措施

（一）加强组织领导。成立市智能农机产业发展专班，专班办公室设在市农业农村局，每季度调度一次。（责任单位：市农业农村局）

（二）强化资金支持。市级财政每年安排专项资金2000万元，优先支持首台（套）产品推广应用。（责任单位：市财政局、市农业农村局）

附件：重点项目清单

附件
重点项目清单
序号\t项目名称\t建设内容\t责任单位
1\t农机检测中心\t建设检测楼8000平方米，购置试验台架24套，形成年检测整机200台的能力。\t市农业农村局
2\t导航终端生产线\t建设导航终端贴片和总装生产线4条，年产终端3万台套。\t市工业和信息化局
3\t农事服务中心\t新建综合农事服务中心12个，配套烘干塔和机库。\t各县（区）人民政府
"""


def texts() -> dict[str, str]:
    """name → text of the plans that are put through every format."""
    return {"made-up": MADE_UP, **{path.stem: path.read_text("utf-8") for path in SOURCES}}


def word(text: str, name: str) -> bytes:
    """The plan of a text as our own .docx."""
    return docx_bytes(read_bytes(text.encode(), f"{name}.txt"))


def ragged(data: bytes) -> bytes:
    """A .docx with its paragraphs flush left: LibreOffice 7.4 prints no stops that hang behind a justified line."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            new.writestr(part, re.sub(rb'w:jc w:val="both"', b'w:jc w:val="left"', old.read(part)))
    return out.getvalue()


def page(text: str) -> str:
    """A web page of the text: a paragraph for each line, a table for lines with tabs."""
    body: list[str] = []
    rows: list[str] = []
    for line in [*text.split("\n"), ""]:
        cells = "".join(f"<td>{html.escape(cell)}</td>" for cell in line.split("\t"))
        if "\t" in line:
            rows.append(f"<tr>{cells}</tr>")
            continue
        if rows:
            body.append(f"<table>{''.join(rows)}</table>")
            rows = []
        if line.strip():
            body.append(f"<p>&#12288;&#12288;{html.escape(line.strip())}</p>")
    return f"<!DOCTYPE html><html><head><meta charset='utf-8'></head><body><div>{''.join(body)}</div></body></html>"


def need_office() -> str:
    """The path of LibreOffice; skips the test where there is none."""
    program = office()
    if program is None:
        pytest.skip("LibreOffice is not installed")
    return program


def converted(program: str, sources: Iterable[Path], suffix: str, folder: Path) -> None:
    """Writes each source in another format into the folder."""
    command = [program, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", suffix]
    subprocess.run(
        [*command, "--outdir", str(folder), *map(str, sources)], check=True, capture_output=True, timeout=120
    )
    shutil.rmtree(folder / "profile", ignore_errors=True)
