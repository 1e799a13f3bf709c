"""What a score of つながり評価 (2-7) means, in words a person would say of themselves."""

from __future__ import annotations

SCORE_WORDS: dict[str, tuple[str, tuple[str, str, str, str]]] = {
    "motivation": (
        "意欲",
        (
            "何かをする気持ちがわかない",
            "すすめられれば考えられる",
            "やってみたいことがある",
            "自分から動いている",
        ),
    ),
    "self_esteem": (
        "自己肯定感",
        (
            "自分を責めてばかりいる",
            "自分のよいところが見つからない",
            "よいところをいくつか言える",
            "自分は自分でよいと思える",
        ),
    ),
    "relations": (
        "対人関係",
        (
            "家族ともほとんど話さない",
            "決まった人とだけ話す",
            "知り合いや支援者と話せる",
            "気の合う人と行き来がある",
        ),
    ),
    "participation": (
        "社会参加",
        (
            "家からほとんど出ない",
            "用事があれば出かける",
            "ときどき通う場所がある",
            "決まって通う場所や役割がある",
        ),
    ),
    "asking": (
        "相談",
        (
            "困っても誰にも言わない",
            "聞かれれば話す",
            "話せる人がいる",
            "困ったとき自分から相談する",
        ),
    ),
}
"""Per score its name and the words for 1 to 4; from weak ties to strong ones."""
