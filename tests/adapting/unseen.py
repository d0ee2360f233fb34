"""Four more lists of foreign things, and every spot a hand may put one.

A list counts as unseen once: what it showed may be mended by general rules, so it measures nothing new afterwards. Each is
put into every plan at hand, localised to two cities, 45 things a plan and city, always the same for the same seed.

The lists are measured by `python -m tests.adapting.silence`. First runs (济南市 and 宜昌市, before any mending):

THIRD: 94 of 2790 silent; landmarks 40, numbers 25, towns 16, firms 11, zones 2. Silent were 观前街, 五店市, 东坡赤壁,
一万名, 2.8倍, 柳市镇, 安克创新, 法狮龙家居, 国轩高科 and 张江高科技园区.
FOURTH: 144 of 2790 silent; firms 44, one-character names 35, universities 23, towns 22, landmarks 14, zones 6. Silent were
南方科技大学, 吉, 陕, 塘下镇, 栈桥, 金普新区, 好莱客, 山河智能, 蜂巢能源, 石头科技 and 绿叶制药.
FIFTH, with sentences not used before: 275 of 2790 silent; short forms 113, firms 38, zones 36, landmarks 31, documents 20,
numbers 19, agencies 18. Silent were 龙城, 石城, 三湘, 陇上, 塞上, 吴越, 镇国寺, 回民街, 十里画廊, 沙面, 前海合作区, 40趟, document numbers
after 衔接, 安踏体育, 北方稀土, 中创新航, 先导智能, 三棵树, 老乡鸡, 片仔癀, 传音控股, and two that are no foreign names and were
taken out (临空经济示范区, 市林业局和草原局).
SIXTH, with new sentences again: 136 of 2790 silent; firms 55, zones 30, agencies 25, landmarks 20, prefectures 6. Silent were
河套合作区, 回民巷, 珠江新城, 崂山, 北海, 临港新片区, 天马微电子, 卫星化学, 恒力石化, 沃飞长空, 紫金矿业, 洽洽食品, 宝武特冶, 大族激光, 双汇发展,
中际旭创, 雅迪科技, 盛虹石化, and 市药品监督管理局, which was taken out: an agency that our own city may have.
"""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from drafter.model.document import Box, Clause, Document, Paragraph, Party, Section, Table
from drafter.model.draft import Draft

from .seeding import Seeded, listed

Carriers = tuple[str, ...]

PLACE = (
    "学习{}的做法。",
    "{}等地已先行一步。",
    "与{}签订合作协议，推动要素流动。",
    "在{}布局一批项目。",
    "对标{}，补齐短板。",
)
AGENCY = ("{}会同有关部门抓好落实。", "由{}制定配套办法。", "每季度向{}报送进展。", "{}负责统筹。")
FIRM = (
    "支持{}建设智能工厂。",
    "推动{}等龙头企业扩产。",
    "与{}共建中试线。",
    "依托{}开展技术攻关。",
    "{}牵头组建联合体。",
)
SCHOOL = ("联合{}共建学院。", "依托{}开展人才培养。", "推动{}科研成果在本地转化。")
SIGHT = ("依托{}打造夜游场景。", "{}周边布设示范点位。", "提升{}的数字化水平。")
SLOGAN = ("打造{}品牌。", "深化{}建设。", "擦亮{}名片，扩大影响。")
PROGRAMME = ("实施{}。", "深入推进{}，集聚资源。", "纳入{}予以支持。")
NUMBER = ("总量达到{}。", "力争新增{}。", "带动投资{}。", "其中完成{}。")
YEAR = ("{}前完成验收。", "自{}起施行。", "力争{}建成。")
SHORT = ("讲好{}故事。", "打造{}名片。", "服务{}大地。")
ONE = ("鼓励在{}企业参与。", "吸引人才来{}创业。", "支持驻{}单位申报。")

THIRD: dict[str, tuple[list[str], Carriers]] = {
    "prefecture": (listed("绵阳市 滁州市 株洲市 揭阳市 铜陵 衢州 赣州 遵义 洛阳 柳州 襄阳市 泰州"), PLACE),
    "county": (listed("安吉县 长丰县 义乌市 昆山市 浏阳市 德清县 肥东县 桐庐县 江陵县 荥阳市 平度市 沛县"), PLACE),
    "zone": (
        listed(
            "两江新区 苏州工业园区 张江高科技园区 贵安新区 合肥高新区 松山湖高新区 天津滨海新区 西咸新区 舟山群岛新区"
        ),
        PLACE,
    ),
    "town": (listed("古镇镇 盛泽镇 横店镇 钱清街道 北滘镇 大唐街道 柳市镇 桃源街道 巴彦乡"), PLACE),
    "agency": (
        listed(
            "合肥市科技局 苏州市工信局 长沙县发展改革局 江苏省发展改革委 贵州省大数据发展管理局 市经济信息化委 市外经贸局 "
            "昆明市滇池管理局 市质量技术监督局 余姚市商务局 深圳市市场监督管理局 市卫生和计划生育委员会"
        ),
        AGENCY,
    ),
    "firm": (
        listed(
            "三一重工 科大讯飞 宁波海天 中联重科 舜宇光学 赣锋锂业 大疆创新 吉利汽车 长飞光纤 鲁南制药 恒瑞医药 天合光能 "
            "国轩高科 歌美飒 联影医疗 禾赛科技 安克创新 云鲸智能 法狮龙家居 卫龙食品"
        ),
        FIRM,
    ),
    "university": (
        listed(
            "中南大学 同济大学 电子科技大学 江南大学 合肥工业大学 西湖大学 之江实验室 鹏城实验室 紫金山实验室 汉江师范学院"
        ),
        SCHOOL,
    ),
    "landmark": (
        listed(
            "滕王阁 岳阳楼 寒山寺 宽窄巷子 鼓浪屿 雷峰塔 东坡赤壁 太阳岛 五店市 磁器口古镇 平江路 清明上河园 观前街"
        ),
        SIGHT,
    ),
    "slogan": (
        listed(
            "“科里科气” “温润之州” “苏作天工” “湘当有味” “好客山水” “贵人服务” “皖美制造” “诗画江南” “智汇洛城” “闽江之心”"
        ),
        SLOGAN,
    ),
    "programme": (
        listed(
            "“姑苏领军人才计划” “凤凰计划” “鲲鹏行动” “楚天英才计划” “雁归工程” “海河英才计划” “芙蓉计划” “强基筑峰工程” “六六战略”"
        ),
        PROGRAMME,
    ),
    "short form": (listed("岭南 燕赵 巴渝 江淮 三晋 申城 津门 榕城 春城 冰城"), SHORT),
    "one character": (listed("苏 赣 冀 滇 黔 琼 皖 晋 津 蓉"), ONE),
    "number": (listed("260家 3.6万人 45个 1800亿元 22% 7.5万平方米 900台 18所 650亩 2.8倍 三百家 一万名"), NUMBER),
    "year": (listed("2016年 2015年底 2021年6月 2019年 2020年12月31日 2018年末 2014年"), YEAR),
    "document": (
        listed(
            "《长沙市人才政策》 苏政发〔2021〕12号 《安徽省促进条例》 浙经信数〔2020〕8号 《成都市加快发展若干措施》"
        ),
        ("依据{}执行。", "按照{}给予扶持。", "落实{}。"),
    ),
}

FOURTH: dict[str, tuple[list[str], Carriers]] = {
    "prefecture": (listed("德阳市 芜湖市 漳州市 咸阳市 汕头 台州 九江 邯郸 大庆 绍兴市 孝感市 常德"), PLACE),
    "county": (listed("长兴县 肥西县 慈溪市 太仓市 宁乡市 嘉善县 凤阳县 枝江市 乳山市 胶州市 丰县 博罗县"), PLACE),
    "zone": (
        listed(
            "天府新区 江北新区 中关村科技园区 南沙新区 长沙高新区 东湖高新区 湘江新区 金普新区 太仓港经济技术开发区"
        ),
        PLACE,
    ),
    "town": (listed("龙港镇 织里镇 店口镇 华士镇 容桂街道 瓜沥镇 塘下镇 观音桥街道 红石乡"), PLACE),
    "agency": (
        listed(
            "南京市发改委 佛山市工业和信息化局 浏阳市财政局 浙江省经信厅 上海市数据局 市科学技术委员会 市国土资源局 "
            "无锡市大数据管理局 市食品药品监督管理局 即墨区商务局 成都市经信局 市新闻出版广电局"
        ),
        AGENCY,
    ),
    "firm": (
        listed(
            "徐工集团 寒武纪 杰克科技 山河智能 汇川技术 天齐锂业 极飞科技 奇瑞汽车 亨通光电 绿叶制药 信达生物 晶科能源 "
            "蜂巢能源 柔宇科技 迈瑞医疗 速腾聚创 石头科技 追觅科技 好莱客 盐津铺子"
        ),
        FIRM,
    ),
    "university": (
        listed(
            "湖南大学 浙江大学 西安交通大学 江苏大学 南京理工大学 南方科技大学 良渚实验室 崂山实验室 岳麓山实验室 宿迁学院"
        ),
        SCHOOL,
    ),
    "landmark": (
        listed("鹳雀楼 蓬莱阁 灵隐寺 锦里 崇武古城 大雁塔 曾厝垵 橘洲公园 老门东 洪崖洞 拙政园 南锣鼓巷 栈桥"),
        SIGHT,
    ),
    "slogan": (
        listed("“万事好通” “青快办” “锡心办” “吉事办” “爽爽贵阳” “惠企湘军” “渝快办” “水韵江苏” “数聚龙江” “赣出精彩”"),
        SLOGAN,
    ),
    "programme": (
        listed(
            "“太湖人才计划” “孔雀计划” “甬江引才工程” “泰山学者” “蓉漂计划” “江海英才计划” “珠江人才计划” “滴水湖计划” “八八战略”"
        ),
        PROGRAMME,
    ),
    "short form": (listed("潇湘 三秦 巴蜀 赣鄱 陇原 羊城 星城 金陵 鹭岛 甬城"), SHORT),
    "one character": (listed("川 桂 辽 吉 陕 甬 杭 粤 蒙 豫"), ONE),
    "number": (listed("180家 5.2万人 36个 2300亿元 17.5% 12万平方米 750辆 26座 430公顷 3倍 五百家 八千人"), NUMBER),
    "year": (listed("2017年 2013年底 2022年3月 2018年 2019年6月30日 2020年末 2012年"), YEAR),
    "document": (
        listed("《无锡市产业政策》 粤府办〔2022〕7号 《四川省保护条例》 湘工信〔2021〕33号 《深圳市扶持办法》"),
        ("依据{}执行。", "按照{}给予扶持。", "落实{}。"),
    ),
}

AROUND = (
    "把{}的经验用好。",
    "组团赴{}招商。",
    "承接{}产业转移，补链强链。",
    "加密至{}的班列。",
    "{}模式值得推广。",
)
CHARGE = ("{}要加强督促检查。", "报{}备案后组织实施。", "{}、各有关单位按职责分工推进。", "联合{}发布通告。")
MAKERS = (
    "发挥{}的链主作用。",
    "加快{}二期项目建设。",
    "{}等企业产值稳步增长。",
    "引进{}设立区域总部。",
    "围绕{}做好配套。",
)
LEARNED = ("与{}开展校地合作。", "支持{}设立技术转移中心。", "{}毕业生留用率稳步提高。")
SEEN = ("串联{}等节点，做精线路。", "推进{}修缮和活化利用。", "在{}举办文化节。")

FIFTH: dict[str, tuple[list[str], Carriers]] = {
    "prefecture": (listed("宁德市 盐城 宜宾市 玉溪 鄂尔多斯 宝鸡市 唐山 许昌市 景德镇 马鞍山市 湛江 茂名市"), AROUND),
    "county": (listed("永康市 海宁市 晋江市 石狮市 靖江市 兴化市 仁怀市 婺源县 绥德县 迁安市 林州市 闽侯县"), AROUND),
    "zone": (
        listed("哈尔滨新区 赣江新区 滇中新区 兰州新区 前海合作区 横琴粤澳深度合作区 湛江经济技术开发区 北戴河新区"),
        AROUND,
    ),
    "town": (listed("虎门镇 陈埭镇 乌镇镇 张浦镇 茅台镇 狮山镇 五里牌街道 龙华街道 木渎镇"), AROUND),
    "agency": (
        listed(
            "南通市发改委 珠海市工信局 义乌市商务局 福建省工信厅 陕西省发展改革委 市安全生产监督管理局 市农业委员会 "
            "惠州市政务服务数据管理局 晋江市财政局 市文化广电新闻出版局 嘉兴市经信局"
        ),
        CHARGE,
    ),
    "firm": (
        listed(
            "比亚迪 隆基绿能 阳光电源 传音控股 福耀玻璃 立讯精密 格力电器 美的集团 通威股份 中创新航 云南白药 片仔癀 "
            "安踏体育 特变电工 小鹏汽车 宇树科技 北方稀土 先导智能 三棵树 老乡鸡"
        ),
        MAKERS,
    ),
    "university": (
        listed(
            "厦门大学 江西理工大学 燕山大学 石河子大学 昆明理工大学 扬州大学 温州医科大学 嘉庚创新实验室 季华实验室 五邑大学"
        ),
        LEARNED,
    ),
    "landmark": (
        listed("天门山 都江堰 镇国寺 夫子庙 户部巷 三坊七巷 楚河汉街 回民街 沙面 钟鼓楼 陶溪川 十里画廊 东关街"),
        SEEN,
    ),
    "slogan": (
        listed("“浙里办” “皖事通” “闽政通” “鄂汇办” “豫满全球” “晋彩纷呈” “潮起东方” “大美赣鄱” “湘易办” “善城嘉兴”"),
        SLOGAN,
    ),
    "programme": (
        listed(
            "“双百计划” “天府峨眉计划” “龙江科技英才” “东吴科技领军计划” “八闽英才工程” “兴滇英才” “黔匠工程” “海燕计划” “十百千万工程”"
        ),
        PROGRAMME,
    ),
    "short form": (listed("八桂 三湘 龙城 石城 塞上 鹏城 中原 陇上 吴越 天府"), SHORT),
    "one character": (listed("鄂 赣 黔 湘 渝 闽 浙 沪 宁 青"), ONE),
    "number": (
        listed("1.2亿千瓦时 470家 8.6万吨 15艘 3200亩 60公里 1200个床位 99.5% 四成 一千五百户 两万人次 40趟"),
        NUMBER,
    ),
    "year": (listed("2011年 2022年底 2018年8月 2021年末 2017年5月1日 2016年 2020年"), YEAR),
    "document": (
        listed("《南通市奖励办法》 闽政〔2021〕9号 《贵州省条例》 陕政办发〔2020〕16号 《唐山市行动方案》"),
        ("依据{}执行。", "参照{}给予扶持。", "衔接{}。"),
    ),
}

THERE = ("派员到{}跟班学习。", "与{}错位发展。", "吸纳{}客流。", "借助{}的渠道拓展市场。", "打通与{}的断头路。")
DUTY = ("{}负责汇总。", "请{}给予指导。", "经{}审核后公布。", "{}与有关单位联合检查。")
WORKS = ("对{}给予用地保障。", "{}投产后形成配套。", "服务好{}等重点企业。", "以{}为链主。", "协调{}开放应用场景。")
STUDY = ("选派干部赴{}进修。", "{}共建实训基地。", "采购{}的检测服务。")
SIGHTS = ("做好{}保护规划。", "{}夜间延时开放。", "以{}为核心布局业态。")

SIXTH: dict[str, tuple[list[str], Carriers]] = {
    "prefecture": (listed("淮安市 南平 清远市 泸州 曲靖市 榆林 秦皇岛市 信阳 上饶市 六安 北海 克拉玛依市"), THERE),
    "county": (
        listed("象山县 张家港市 福清市 南安市 溧阳市 都江堰市 凯里市 玉山县 府谷县 正定县 巩义市 嵊州市"),
        THERE,
    ),
    "zone": (listed("河套合作区 陆家嘴金融城 西安高新区 大连金普新区 郑州航空港 临港新片区 萧山经济技术开发区"), THERE),
    "town": (listed("均安镇 洪濑镇 甘棠镇 巴城镇 黄桥镇 小榄镇 香蜜湖街道 海曙街道 震泽镇"), THERE),
    "agency": (
        listed("淮安市工信局 厦门市商务局 张家港市财政局 江西省工信厅 云南省发展改革委 市外侨办"),
        DUTY,
    ),
    "firm": (
        listed(
            "中际旭创 蔚来汽车 大族激光 金风科技 紫金矿业 盛虹石化 宝武特冶 药明康德 正泰电器 公牛集团 永辉超市 卫星化学 "
            "天马微电子 巨石集团 恒力石化 双汇发展 洽洽食品 雅迪科技 奥比中光 沃飞长空"
        ),
        WORKS,
    ),
    "university": (
        listed("华侨大学 景德镇陶瓷大学 三峡大学 怀化学院 西南交通大学 甬江实验室 太湖实验室 深圳大学"),
        STUDY,
    ),
    "landmark": (
        listed("鸣沙山 周庄古镇 玄武湖 龙门石窟 瘦西湖 莫干山 崂山 长隆 西津渡 黄姚古镇 珠江新城 回民巷 五四广场"),
        SIGHTS,
    ),
    "slogan": (listed("“泉心泉意” “苏服办” “粤省事” “淮味千年” “福往福来” “美好安徽” “数智福州” “大美青海”"), SLOGAN),
    "programme": (
        listed("“紫金山英才计划” “鲲鹏计划” “三秦英才” “百越引才” “太行英才” “千帆行动” “凤鸣计划”"),
        PROGRAMME,
    ),
    "short form": (listed("闽都 徽州 楚天 瓯越 滨城 荔城 秦淮 瀚海"), SHORT),
    "one character": (listed("皖 桂 琼 辽 晋 川 吉 贵"), ONE),
    "number": (listed("2.6万个 850公里 1.5GW 75家以上 九百人 六成以上 3000标箱 28万头 120米 两千亩"), NUMBER),
    "year": (listed("2010年 2021年10月 2019年末 2023年底 2016年9月1日"), YEAR),
    "document": (
        listed("《淮安市规划》 皖政〔2019〕21号 《江西省办法》 川办发〔2022〕31号"),
        ("依据{}执行。", "对照{}整改。"),
    ),
}

OURS = {"宜昌市": ("枝江市", "鄂", "三峡大学", "楚天"), "济南市": ("鲁南制药", "五四广场", "崂山")}
"""What of the lists is not foreign in a city: its own, or named after its province."""


@dataclass(frozen=True)
class Spot:
    """A way to put words into a draft by hand."""

    name: str
    put: Callable[[Draft, str, str, random.Random], Draft]


def _with_block(draft: Draft, block: Paragraph | Box | Table, chance: random.Random) -> Draft:
    sections = draft.document.sections
    index = chance.randrange(len(sections))
    home = sections[index]
    changed = replace(home, blocks=(*home.blocks, block))
    return _with_sections(draft, (*sections[:index], changed, *sections[index + 1 :]))


def _with_sections(draft: Draft, sections: tuple[Section, ...]) -> Draft:
    return replace(draft, document=replace(draft.document, sections=sections))


def _paragraph(draft: Draft, words: str, sentence: str, chance: random.Random) -> Draft:
    return _with_block(draft, Paragraph((sentence,)), chance)


def _heading(draft: Draft, words: str, sentence: str, chance: random.Random) -> Draft:
    return _with_sections(draft, (*draft.document.sections, Section((sentence.rstrip("。"),), 1)))


def _box(draft: Draft, words: str, sentence: str, chance: random.Random) -> Draft:
    return _with_block(draft, Box("重点项目", (Paragraph((sentence,)),)), chance)


def _cell(draft: Draft, words: str, sentence: str, chance: random.Random) -> Draft:
    row = (Paragraph(("1",)), Paragraph((sentence.rstrip("。"),)))
    return _with_block(draft, Table(("序号", "重点任务"), (row,)), chance)


def _annex(draft: Draft, words: str, sentence: str, chance: random.Random) -> Draft:
    annex = Document(title=("工作清单",), sections=(Section(("任务",), 1, blocks=(Paragraph((sentence,)),)),))
    return replace(draft, document=replace(draft.document, attachments=(*draft.document.attachments, annex)))


def _clause(draft: Draft, words: str, sentence: str, chance: random.Random) -> Draft:
    clause = Clause(("（责任单位：", Party(words), "）"))
    return _with_block(draft, Paragraph(("抓好落实。", clause)), chance)


SPOTS = tuple(Spot(put.__name__.strip("_"), put) for put in (_paragraph, _heading, _box, _cell, _annex))
IN_CLAUSE = Spot("clause", _clause)
BODIES = ("agency", "firm", "university", "county", "zone", "town")


def everywhere(
    draft: Draft, things: dict[str, tuple[list[str], Carriers]], ours: tuple[str, ...], count: int, seed: int
) -> Iterator[Seeded]:
    """`count` drafts with one foreign thing each (none of `ours`), the kinds and spots taking turns."""
    chance = random.Random(seed)
    kinds = list(things)
    for index in range(count):
        kind = kinds[index % len(kinds)]
        names, carriers = things[kind]
        words = chance.choice([one for one in names if one not in ours])
        sentence = chance.choice(carriers).format(words)
        spots = (*SPOTS, IN_CLAUSE) if kind in BODIES else SPOTS
        spot = chance.choice(spots)
        yield Seeded(f"{kind}/{spot.name}", words, sentence, spot.put(draft, words, sentence, chance))
