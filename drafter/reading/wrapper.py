"""What a web page or a crawler put around a document: taken off before the document is read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from drafter.model.numbering import parse_decimal, parse_number
from drafter.reading.doubts import Dropped, Told
from drafter.reading.lines import Grid, Item, Line, is_rule, key_of, texts
from drafter.reading.naming import DOCUMENT_NUMBER

_FIELDS = (
    "索引号 主题分类 主题词 体裁分类 组配分类 服务对象 关键词 检索时间 检索关键词 分类(?![:：][A-D])",
    "发文机关 发文机构 发文字号 文号 发布机构 发布单位 有效性 文件状态 公文时效",
    "成文日期 发文日期 发布日期 发布时间 公开日期 生成日期 更新时间 时间 日期",
    "信息来源 稿件来源 文章来源 来源 作者 供稿 审核 责任编辑 编辑 校对 原文链接 链接 网址 URL",
    "浏览次数 阅读次数 点击数 点击率 访问量 字号 字体 分享到?",
)
"""What a page says of a document: 发文机关：…."""
_BUTTONS = (
    "下载 打印 全屏 收藏 分享 关闭 纠错 返回 加大 还原 减小 大 中 小 朗读 语音播报 微信 微博",
    "打印本页 关闭窗口 关闭本页 返回顶部",
    "字号[:：]? 字体[:：]? 扫一扫.{0,20} 原文下载 附件下载 文字解读.* 图解.* 政策解读[:：]? 政策全文 正文 全文",
    "上一篇.* 下一篇.* 相关(?:报道|阅读|链接|文件|稿件)[:：]?.* 首页.*>.* 当前位置.* 您?现?在的位置.*",
)
"""What a page offers beside a document."""
_FIELD = re.compile(rf"(?:{'|'.join(' '.join(_FIELDS).split())})[:：].*", re.IGNORECASE)
_BUTTON = re.compile(
    rf"[【\[]?(?:{'|'.join(' '.join(_BUTTONS).split())})[】\]]?|[\}}】\]）)]|[【\[].{{0,6}}字(?:号|体)[:：].*"
)
_WIRE = re.compile(r"新华社.{0,24}电|（?新华社.{0,20}）?")
_LINK = re.compile(r"[-*]?\s*!?\[[^\]]*\]\([^)]*\)")
_RELATED = re.compile(r"【原文下载】|相关(?:报道|阅读|链接|稿件|文件|信息|解读)[:：]")
TAIL_MOST = 12
"""Lines at the end among which a page lists what else there is to read."""
HEAD_MOST = 30
"""Lines at the top among which a wrapper's fields stand."""
LEAST_FIELDS = 2
"""So many fields before a drawn rule make what stands above the rule a wrapper."""


def number_in_index(items: Sequence[Item]) -> str:
    """The document number that the index above a document on a web page says (发文字号), or ""."""
    cells = [key_of(cell) for item in items[:HEAD_MOST] if isinstance(item, Grid) for row in item.rows for cell in row]
    for name, value in pairwise(cells):
        if re.fullmatch(r"(?:发文字号|文号)[:：]?", name) and DOCUMENT_NUMBER.fullmatch(value):
            return value
    return ""


def unwrapped(items: Sequence[Item], told: Told) -> tuple[tuple[Item, ...], str]:
    """The items of the document itself, and the title that the wrapper gave it ("" where there is none)."""
    rest, title = _without_head(list(items))
    residue = [i for i, item in enumerate(rest) if i < HEAD_MOST and _is_residue(item)]
    start = 0
    for index in residue:
        if index - start > 6:
            break
        start = index + 1
    body = [item for i, item in enumerate(rest) if not (i < start and _is_residue(item))]
    for index in range(max(0, len(body) - TAIL_MOST), len(body)):
        item = body[index]
        if isinstance(item, Line) and _RELATED.match(item.text):
            body = body[:index]
            break
    while body and (_is_residue(body[-1]) or _is_rule(body[-1])):
        body.pop()
    own = [item for item in body if not _is_rule(item)]
    kept = set(map(id, own))
    told.drop(Dropped.WRAPPER, texts(item for item in items if id(item) not in kept and not _is_rule(item)))
    return tuple(own), title


def _without_head(items: list[Item]) -> tuple[list[Item], str]:
    for index, item in enumerate(items[:HEAD_MOST]):
        if not _is_rule(item):
            continue
        head = [one.text for one in items[:index] if isinstance(one, Line)]
        if sum(bool(_FIELD.fullmatch(key_of(text))) for text in head) >= LEAST_FIELDS:
            title = next((text for text in head if not _FIELD.fullmatch(key_of(text))), "")
            return items[index + 1 :], title
    return items, ""


def _is_rule(item: Item) -> bool:
    return isinstance(item, Line) and is_rule(item.text)


def _is_residue(item: Item) -> bool:
    if isinstance(item, Grid):
        return sum(bool(_FIELD.fullmatch(key_of(cell))) for row in item.rows for cell in row) >= LEAST_FIELDS
    if not isinstance(item, Line):
        return False
    key = key_of(item.text)
    buttons = [piece for piece in re.split(r"[\[\]【】\s|]+", item.text) if piece]
    if buttons and all(_BUTTON.fullmatch(piece) for piece in buttons):
        return True
    return bool(_FIELD.fullmatch(key) or _BUTTON.fullmatch(key) or _WIRE.fullmatch(key) or _LINK.fullmatch(item.text))


def without_contents(items: Sequence[Item], told: Told) -> tuple[Item, ...]:
    """The items without a typed table of contents: three and more lines that all come again below."""
    keys = [_entry(item) for item in items]
    later = {key: index for index, key in enumerate(keys) if key}
    drop: set[int] = set()
    run: list[int] = []
    for index, key in enumerate([*keys, ""]):
        if key and later[key] > index and key not in {keys[i] for i in run}:
            run.append(index)
            continue
        if len(run) >= 3 and all(later[keys[i]] >= index for i in run) and _is_contents(items, run):
            drop.update(run)
        run = []
    headline = {i for i, item in enumerate(items) if isinstance(item, Line) and key_of(item.text) in ("目录", "目次")}
    drop |= {i for i in headline if i + 1 in drop}
    told.drop(Dropped.CONTENTS, texts(items[i] for i in sorted(drop)))
    return tuple(item for i, item in enumerate(items) if i not in drop)


def _entry(item: Item) -> str:
    if not isinstance(item, Line) or len(item.text) > 60:
        return ""
    title = key_of(item.text)
    if title[-1:].isdecimal() or title[-1:] in ".…·—-_":
        title = re.sub(r"[.…·—\-_]*\d{0,4}$", "", title)
    title = title.rstrip("。：")
    return re.sub(r"^(\d[\d.]*)[.．、]", r"\1", title)


def _is_contents(items: Sequence[Item], run: list[int]) -> bool:
    """A list of headings, half of them numbered, with nothing between them; not names that merely repeat."""
    if sum(
        bool(parse_number(entry) or parse_decimal(entry)) for entry in map(_entry, (items[i] for i in run))
    ) * 2 < len(run):
        return False
    return run == list(range(run[0], run[-1] + 1)) and len({_entry(items[i]) for i in run}) == len(run)
