"""What people like, by age: the way in for many first talks."""

from random import Random

_CHILD = ("折り紙", "昆虫", "恐竜", "粘土", "ぬり絵", "縄跳び", "電車", "お菓子づくり")
_YOUTH = (
    "漫画",
    "将棋",
    "ゲームの音楽",
    "イラスト",
    "プラモデル",
    "天体",
    "ギター",
    "猫",
    "鉄道",
    "動画づくり",
    "手芸",
    "釣り",
)
_ADULT = (
    "釣り",
    "将棋",
    "古いオートバイ",
    "ラジオ",
    "野球",
    "プラモデル",
    "料理",
    "園芸",
    "手芸",
    "昭和の歌",
    "パズル",
    "木工",
)
_OLD = (
    "相撲",
    "菊づくり",
    "演歌",
    "囲碁",
    "畑",
    "俳句",
    "刺し子",
    "編み物",
    "民謡",
    "竹細工",
    "メダカ",
    "高校野球",
    "漬物",
    "グラウンドゴルフ",
)


CRAFTS = (
    "竹細工",
    "刺し子",
    "編み物",
    "木工",
    "菊づくり",
    "漬物づくり",
    "わら細工",
    "縫い物",
    "刃物研ぎ",
    "しめ縄づくり",
)
GAMES = ("将棋", "オセロ", "トランプ", "五目並べ", "対戦ゲーム", "ボードゲーム")


def liking(rng: Random, age: int) -> str:
    """Something a person of that age may like."""
    return rng.choice(_CHILD if age < 12 else _YOUTH if age < 32 else _ADULT if age < 65 else _OLD)
