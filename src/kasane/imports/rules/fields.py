"""What a column of a ledger can become, and the headings offices give such columns (R-OPS-02, R-INT-01)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Field:
    """A place for a column. `about` is 'person' for what is known of one person, 'case' for the consultation.

    `synonyms` are headings as they stand alone, `parts` words that tell the column also inside a longer heading.
    """

    key: str
    label: str
    group: str
    synonyms: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    repeats: bool = False
    about: str = "case"


PERSON, HOUSEHOLD, CASE, CONSENT, REST = "本人・世帯員", "世帯のまとめ", "相談", "同意", "そのほか"
GROUPS = (PERSON, CASE, HOUSEHOLD, CONSENT, REST)


def _person(key: str, label: str, *synonyms: str, parts: tuple[str, ...] = ()) -> Field:
    return Field(key, label, PERSON, synonyms, parts, about="person")


def _case(
    key: str,
    label: str,
    *synonyms: str,
    parts: tuple[str, ...] = (),
    group: str = CASE,
    repeats: bool = False,
) -> Field:
    return Field(key, label, group, synonyms, parts, repeats)


_ALL = (
    _person("name", "氏名", "本人氏名", "名前", "本人", "対象者", "対象者氏名", "対象者名", "本人名", "利用者名",
            "利用者氏名", "本人の氏名", "姓名", parts=("本人氏名",)),
    _person("family_name", "氏(姓)だけ", "氏", "姓", "苗字", "名字"),
    _person("given_name", "名だけ", "名", "名(下の名前)", "下の名前"),
    _person("kana", "ふりがな", "フリガナ", "カナ", "かな", "氏名カナ", "カナ氏名", "氏名(カナ)", "氏名かな", "よみがな",
            "読み", "よみ", "読み仮名", parts=("フリガナ", "ふりがな")),
    _person("family_kana", "ふりがな(氏)だけ", "セイ", "せい", "姓カナ", "氏カナ", "姓(カナ)", "氏(カナ)"),
    _person("given_kana", "ふりがな(名)だけ", "メイ", "めい", "名カナ", "名(カナ)"),
    _person("sex", "性別", "男女", "男・女", "男女別", parts=("性別",)),
    _person("birth_date", "生年月日", "誕生日", "生年月日(和暦)", "生年月日(西暦)", parts=("生年月日",)),
    _person("stated_age", "年齢", "歳", "年令", "相談時年齢", parts=("年齢",)),
    _person("address", "住所", "現住所", "居住地", "所在地", parts=("住所",)),
    _person("area", "地区", "圏域", "地域", "自治会", "校区", "行政区", "日常生活圏域"),
    _person("phone", "電話", "電話番号", "TEL", "連絡先", "自宅電話", "固定電話", "連絡先電話", parts=("電話",)),
    _person("mobile", "電話(携帯)", "携帯", "携帯電話", "携帯番号", "携帯電話番号", parts=("携帯",)),
    _person("email", "メールアドレス", "メール", "Eメール", "mail", "email", parts=("メールアドレス",)),
    _person("occupation", "仕事・学校など", "職業", "仕事", "勤務先", "就労状況", "学校", "職業・学校"),
    _case("received_on", "受付日", "相談日", "受付年月日", "相談年月日", "初回相談日", "受理日", "日付", "年月日", "受付",
          "初回相談", "初回受付日", "相談受付日", parts=("受付日", "相談日", "受付年月日", "相談年月日")),
    _case("staff", "受付者", "担当者", "担当", "対応者", "相談員", "担当職員", "記入者", "受付担当", "担当相談員"),
    _case("channel", "受付方法", "相談方法", "方法", "相談形態", "相談手段", "受付形態", "経路", "受付経路",
          parts=("受付方法", "相談方法")),
    _case("consulter_is", "相談者と本人との関係", "本人との関係", "関係", "相談者との関係", "相談者続柄", "相談者の続柄",
          "相談者区分", "相談者", parts=("との関係",)),
    _case("consulter_name", "相談者の氏名", "相談者氏名", "相談者名", "来談者", "来談者氏名", "相談者名前"),
    _case("consulter_contact", "相談者の連絡先", "相談者連絡先", "相談者電話", "相談者電話番号"),
    _case("overview", "相談の概要", "相談内容", "概要", "内容", "主訴", "相談概要", "相談の内容", "困りごと", "相談事項",
          "相談主訴", "相談内容・概要", parts=("相談内容", "相談概要", "主訴")),
    _case("topics", "相談内容の分類", "相談分類", "分類", "相談種別", "種別", "相談の種類", "相談区分", "区分", "課題",
          "相談内容分類", parts=("分類",), repeats=True),
    _case("is_urgent", "緊急", "緊急性", "緊急度", "至急", "緊急の有無", parts=("緊急性",)),
    _case("household_note", "世帯の状況", "世帯状況", "家族構成", "世帯構成", "家族状況", "生活状況"),
    _case("involved_note", "関わっている機関", "関係機関", "連携先", "関係者", "支援機関", "関与機関"),
    _case("closed_on", "終わった日", "終了日", "終結日", "完了日", "支援終了日", "終結年月日", "対応終了日"),
    _case("household_no", "世帯番号", "世帯ID", "世帯No", "世帯コード", "世帯", "世帯キー", group=HOUSEHOLD),
    Field("relation", "続柄", HOUSEHOLD, ("本人との続柄", "世帯主との続柄", "家族続柄"), ("続柄",), about="person"),
    Field("lives_together", "同居", HOUSEHOLD, ("同居別居", "同居・別居", "同別居", "同居の別"), about="person"),
    _case("consent_answer", "同意", "本人同意", "同意の有無", "情報共有の同意", "同意有無", "個人情報同意", "情報提供の同意",
          group=CONSENT),
    _case("consent_on", "同意した日", "同意日", "同意年月日", "同意取得日", group=CONSENT),
    _case("consent_method", "同意の確認方法", "同意方法", "同意の方法", "同意取得方法", group=CONSENT),
    _case("consent_by", "同意を説明した人", "同意説明者", "説明者", "説明した人", group=CONSENT),
    _case("ledger_no", "台帳番号", "旧番号", "番号", "No", "No.", "№", "整理番号", "受付番号", "ケース番号", "管理番号",
          "通し番号", "連番", "相談番号", "通番", "ID", group=REST),
    _case("note", "備考に残す", "備考", "メモ", "特記事項", "特記", "その他", "摘要", "備考欄", parts=("備考",), group=REST,
          repeats=True),
)  # fmt: skip

FIELDS: dict[str, Field] = {field.key: field for field in _ALL}
"""Every place for a column by its key, in the order in which they are offered."""

OTHERS = ("家族", "世帯主", "紹介", "民生", "緊急連絡", "主治医", "医療", "病院", "ケアマネ", "担当", "相談者", "来談者", "通報", "後見",
          "キーパーソン", "保護者", "親族", "関係機関")  # fmt: skip
"""Words that tell a column is about somebody other than the person of the row."""
