"""What titles and signatures say: kind, region, period, status, dates, the names of bodies; by form, not by list."""

from __future__ import annotations

import re

from drafter.reading.lines import key_of
from drafter.text.normal import full_brackets
from drafter.text.numerals import parse_numeral

_KINDS = (
    "政府工作报告 行动计划 行动方案 实施方案 工作方案 试点方案 总体方案 建设方案 专项方案 应急预案",
    "实施计划 工作计划 推进计划 任务清单 工作清单 任务分工 规划纲要 行动纲要 发展规划 专项规划 工作报告",
    "指导意见 实施意见 若干意见 答复意见 工作要点",
    "若干措施 政策措施 工作措施 若干政策 若干规定 管理办法 实施办法 暂行办法 管理规定 暂行规定 实施细则",
    "方案 意见 要点 规划 措施 政策 计划 纲要 清单 预案 答复 复函 函 批复 通知 通告 通报 公告 公报 请示 报告",
    "办法 细则 规定 条例 决定 决议 章程 规程 制度 标准 指南 纪要 总结 倡议书 目录",
)
"""What official documents are called; the search finds the longest name that a title ends with."""
_KIND = re.compile(f"({'|'.join(' '.join(_KINDS).split())})$")
_KIND_NAMES = {"答复意见": "答复", "发展规划": "规划", "专项规划": "规划"}
_REPLIES = ("答复", "复函", "函", "批复", "通知")
_TAIL_BRACKET = re.compile(r"[（(][^（）()]*[)）]$")
STATUS = re.compile(
    r"[（(]?(征求意见稿|公开征求意见稿|意见征求稿|征求意见修改稿|送审稿|报审稿|审议稿|讨论稿|审核稿|草案|初稿|草稿|报批稿)[)）]?"
)
_PERIOD = re.compile(r"((?:19|20)\d\d)年?\s*[—–\-－~～至到]+\s*((?:19|20)\d\d)年?")
_FIVE_YEARS = re.compile(r"十([一二三四五六七八九])(?:五|个五年)")
DATE = re.compile(r"(?P<y>(?:19|20)\d\d)[年./-](?P<m>\d{1,2})[月./-](?P<d>\d{1,2})日?")
_CHINESE_DATE = re.compile(
    r"(?P<y>[一二][〇○零Oo０一二三四五六七八九]{3})年(?P<m>[一二三四五六七八九十]{1,2})月(?P<d>[一二三四五六七八九十]{1,3})日"
)
DOCUMENT_NUMBER = re.compile(r"[\u4e00-\u9fff]{1,14}[〔\[［【（(]\s*(?:19|20)\d\d\s*[〕\]］】）)]\s*第?\s*\d{1,5}\s*号")
NUMBER_OF_SERIES = re.compile(r"[〔\[［【（(]\s*(?:19|20)\d\d\s*[〕\]］】）)]\s*第?\s*\d{1,5}\s*[号期]")
"""The number of a document whose series needs no name (会议纪要〔2025〕12号)."""
_REGION_UNIT = (
    r"[\u4e00-\u9fff]{1,9}?(?:特别行政区|自治区|自治州|自治县|自治旗|省|(?<![全我本])市|(?<=[\u4e00-\u9fff]{2})州"
    r"|新区|(?<![小社园片校景灾地库矿厂街辖牧林])区|(?<!各)县|盟|旗)"
)
_REGION = re.compile(rf"(?:中共|中国共产党)?(?:\d{{4}}年)?({_REGION_UNIT})({_REGION_UNIT})?({_REGION_UNIT})?")
_NO_REGION = re.compile(
    r"[厅局委]|人民|政府|关于|国家|示范|试验|开发区|园区|建设|推进|促进|加快|发展|支持|落实|贯彻|印发|的|与|在|对"
    r"|数字|乡村|引领|先行|先导|合作|^城市|[大中小废慧绵明型性点心]城市|全国|全省|全市|保护|功能|大湾区|^湾区|^山区|海岛县|集团|大学|市场|区域|城区|[“”《》、，]"
)
_BODY_ENDS = (
    "政府 国务院 中央 委 党组 厅 局 部 署 会 办公室 办公厅 办事处 领导小组 工作组",
    "法院 检察院 研究院 科学院 工程院 学院 大学 医院 银行 海关 政协 总社 联社",
    "中心 公司 集团 总队 支队 大队",
)
_BODY_END = re.compile(f"(?:{'|'.join(' '.join(_BODY_ENDS).split())})$")
_NO_BODY = re.compile(r"[，。；：、！？“”《》\d【】]|关于|印发|方案|计划|意见|措施|要点|报告|通知|附件|^各|^有关|加强")


def kind_of(title: str) -> str:
    """What kind of document a title names (行动计划), or ""; a notice that carries a plan is called by the plan."""
    text = title
    while _TAIL_BRACKET.search(text):
        text = _TAIL_BRACKET.sub("", text)
    text = text.strip("《》 ")
    if carried := re.fullmatch(r".+?[》]?的(?:通知|公告|通告|函)", text):
        inner = re.sub(r"的(?:通知|公告|通告|函)$", "", carried[0])
        inner_kind = kind_of(inner) if inner.endswith("》") or not inner.endswith(("事项", "工作")) else ""
        if inner_kind and (re.search(r"印发|转发|发布|公布", inner) or len(inner_kind) > 2):
            return inner_kind
    match = _KIND.search(text)
    return _KIND_NAMES.get(match[1], match[1]) if match else ""


def status_of(text: str) -> str:
    """The status that a title's bracket or line gives (征求意见稿), or ""."""
    match = STATUS.search(text)
    return match[1] if match else ""


def period_of(title: str) -> tuple[int, int] | None:
    """The years a title covers: （2022—2025年） or those of a five-year plan; replies and notices have none."""
    if kind_of(title) in _REPLIES:
        return None
    inner = re.search(r"印发.*?《(.+)》", title)
    text = inner[1] if inner else re.sub(r"《[^》]*》", "", title) if not title.startswith("《") else title
    if match := _PERIOD.search(text):
        years = int(match[1]), int(match[2])
        return years if years[0] <= years[1] else None
    if match := _FIVE_YEARS.search(text):
        first = 2001 + 5 * (parse_numeral(match[1]) or 0)
        return first, first + 4
    return None


def date_in(text: str) -> str:
    """The first date in a text as ISO, or ""."""
    if match := DATE.search(key_of(text)):
        year, month, day = int(match["y"]), int(match["m"]), int(match["d"])
    elif match := _CHINESE_DATE.search(key_of(text)):
        digits = match["y"].translate(str.maketrans("〇○零Oo０一二三四五六七八九", "000000123456789"))
        year, month, day = int(digits), parse_numeral(match["m"]) or 0, parse_numeral(match["d"]) or 0
    else:
        return ""
    return f"{year:04}-{month:02}-{day:02}" if 1 <= month <= 12 and 1 <= day <= 31 else ""


def is_date(text: str) -> bool:
    """Whether a line is a date and nothing else (印发 may follow it)."""
    key = re.sub(r"(?:印发|发布|公布)$", "", key_of(text))
    return bool(DATE.fullmatch(key) or _CHINESE_DATE.fullmatch(key))


def region_of(*texts: str) -> str:
    """The first place whose plan or office one of the texts names (山东省济南市 is 济南市), or ""."""
    for text in texts:
        match = _REGION.match(full_brackets(text.lstrip("《“")))
        if match is None or _NO_REGION.search(match[1]):
            continue
        units = [match[1]]
        for unit in (match[2], match[3]):
            if not unit or _NO_REGION.search(unit):
                break
            units.append(unit)
        return "".join(units[1:]) if len(units) > 1 and units[0].endswith(("省", "自治区")) else "".join(units)
    return ""


def is_body(text: str) -> bool:
    """Whether a line is the name of a body, as letterheads and signatures print it, or several parted by wide gaps."""
    return all(map(_is_one_body, text.strip().split("\u3000")))


def _is_one_body(text: str) -> bool:
    name = re.sub(r"\s+", "", text)
    name = re.sub(r"[（(](?:章|盖章|代章|印章|公章)[)）]$", "", name)
    return 2 < len(name) <= 32 and bool(_BODY_END.search(name)) and not _NO_BODY.search(name)


def body_in_title(title: str) -> str:
    """The body that a title names before 关于, 印发 or 对, or ""."""
    match = re.match(r"([^《》]{3,40}?)(?:关于|印发|转发|对)", title)
    head = match[1].strip() if match else ""
    return (
        head if is_body(re.sub(r"\s", "", head)) or re.search(r"等[\d一二三四五六七八九十]+(?:个)?部门$", head) else ""
    )
