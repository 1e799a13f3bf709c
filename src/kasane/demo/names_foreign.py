"""Names of foreign residents as residence cards write them, with katakana."""

from dataclasses import dataclass

Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ForeignNames:
    """Names of one country; `weight` is how often it is met."""

    country: str
    language: str
    weight: int
    family: Pairs
    female: Pairs
    male: Pairs


def _pairs(text: str) -> Pairs:
    return tuple((name.strip(), kana.strip()) for name, kana in (e.split("=") for e in text.split(",")))


FOREIGN: tuple[ForeignNames, ...] = (
    ForeignNames(
        "ベトナム",
        "ベトナム語",
        8,
        _pairs("NGUYEN=グエン,TRAN=チャン,LE=レ,PHAM=ファム,HOANG=ホアン,VU=ヴー,DANG=ダン,BUI=ブイ,DO=ドー"),
        _pairs(
            "THI LAN=ティ ラン,THI HUONG=ティ フオン,THI MAI=ティ マイ,THI THU HA=ティ トゥー ハー,"
            "NGOC ANH=ゴック アイン,THI HOA=ティ ホア,THUY LINH=トゥイ リン,THI NGA=ティ ガー"
        ),
        _pairs(
            "VAN MINH=ヴァン ミン,VAN TUAN=ヴァン トゥアン,QUANG HUY=クアン フイ,DUC ANH=ドゥック アイン,"
            "VAN HUNG=ヴァン フン,HOANG NAM=ホアン ナム,BAO=バオ"
        ),
    ),
    ForeignNames(
        "フィリピン",
        "タガログ語",
        6,
        _pairs(
            "SANTOS=サントス,REYES=レイエス,CRUZ=クルス,GARCIA=ガルシア,MENDOZA=メンドーサ,RAMOS=ラモス,"
            "AQUINO=アキノ,VILLANUEVA=ビリャヌエバ,DELA CRUZ=デラ クルス"
        ),
        _pairs(
            "MARIA CRISTINA=マリア クリスティーナ,JENNY=ジェニー,ROSELYN=ロゼリン,MARICEL=マリセル,"
            "LIZA=リザ,ANGELICA=アンジェリカ,GRACE ANN=グレイス アン,MYRNA=マーナ"
        ),
        _pairs(
            "JOHN PAUL=ジョン ポール,MARK ANTHONY=マーク アンソニー,JOSE=ホセ,CARLO=カルロ,"
            "RYAN=ライアン,ANGELO=アンジェロ"
        ),
    ),
    ForeignNames(
        "ブラジル",
        "ポルトガル語",
        4,
        _pairs(
            "SILVA=シルバ,SOUZA=ソウザ,OLIVEIRA=オリベイラ,PEREIRA=ペレイラ,LIMA=リマ,TANAKA=タナカ,"
            "SATO=サトウ,FERREIRA=フェレイラ,ALMEIDA=アルメイダ"
        ),
        _pairs(
            "ANA PAULA=アナ パウラ,JULIANA=ジュリアナ,FERNANDA=フェルナンダ,PATRICIA=パトリシア,"
            "MARIANA=マリアナ,CAMILA=カミラ,LARISSA=ラリッサ"
        ),
        _pairs(
            "LUCAS=ルーカス,GABRIEL=ガブリエル,MATHEUS=マテウス,RAFAEL=ラファエル,"
            "ENZO=エンゾ,PEDRO HENRIQUE=ペドロ エンリケ"
        ),
    ),
    ForeignNames(
        "中国",
        "中国語",
        5,
        _pairs("王=オウ,李=リ,張=チョウ,劉=リュウ,陳=チン,楊=ヨウ,趙=チョウ,周=シュウ,徐=ジョ,孫=ソン"),
        _pairs(
            "麗華=レイカ,美玲=ビレイ,静=セイ,婷婷=テイテイ,暁紅=ギョウコウ,雪梅=セツバイ,芳=ホウ,玉蘭=ギョクラン"
        ),
        _pairs("偉=イ,志強=シキョウ,浩然=コウゼン,宇軒=ウケン,建国=ケンコク,俊傑=シュンケツ,明=メイ"),
    ),
)
"""In Latin letters or characters, family name apart from given name."""
