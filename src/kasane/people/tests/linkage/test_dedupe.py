"""`./kasane people dedupe` from file to file: any list in, pairs and plain words out (R-PEO-02)."""

from __future__ import annotations

import csv
import subprocess
import sys

import pytest

from kasane.config import embedded
from kasane.config.cli import main
from kasane.people.linkage.reading import UnusableFile, read_people

HEADING = "id,name,kana,sex,birth,address,phone"
ROWS = (
    "1,渡辺 和子,ワタナベ カズコ,女,昭和19年5月3日,岡山県久米郡美咲町大字原田2144番地1,0868-00-1111",
    "2,渡邉和子,,F,S19.5.3,原田2144-1,",
    "3,渡辺 節子,ワタナベ セツコ,女,昭和19年5月3日,美咲町原田2144-1,0868-00-1111",
    "4,春名 健一,ハルナ ケンイチ,男,昭和47年3月21日,美咲町上梅谷12番地,090-0000-2222",
    "5,春名 健二,ハルナ ケンジ,男,昭和47年3月21日,美咲町上梅谷12番地,090-0000-2222",
)


@pytest.fixture
def run(tmp_path, capsys, monkeypatch):
    """Runs the command over a file of these bytes: exit status, pairs, standard output, standard error."""

    def no_database(*_args, **_kwargs):
        raise AssertionError("the command must not start the database")

    monkeypatch.setattr(embedded, "start", no_database)

    def call(content, *options, encoding="utf-8"):
        source, target = tmp_path / "in.csv", tmp_path / "pairs.csv"
        source.write_bytes(content if isinstance(content, bytes) else content.encode(encoding))
        status = main(["people", "dedupe", str(source), "--out", str(target), *options])
        said = capsys.readouterr()
        pairs = list(csv.DictReader(target.open(encoding="utf-8-sig"))) if target.exists() else None
        return status, pairs, said.out, said.err

    return call


def ids(pairs):
    return {frozenset((pair["id_l"], pair["id_r"])) for pair in pairs}


ONE_PAIR = {frozenset(("1", "2"))}


def test_a_list_gives_its_pairs_with_the_reasons_in_words(run):
    status, pairs, out, _ = run("\n".join([HEADING, *ROWS]))
    assert status == 0
    assert ids(pairs) == ONE_PAIR
    assert list(pairs[0]) == [
        "id_l",
        "id_r",
        "probability",
        "氏",
        "名",
        "生年月日",
        "性別",
        "住所",
        "電話",
        "世帯",
    ]
    assert pairs[0]["名"] == "漢字が同じ(読みは比べられない)"
    assert float(pairs[0]["probability"]) > 0.95
    assert "5 人を比べ、1 組を" in out


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932", "utf-16"])
def test_the_encoding_does_not_matter(run, encoding):
    rows = [row.replace("邉", "邊") for row in ROWS]
    assert ids(run("\r\n".join([HEADING, *rows]), encoding=encoding)[1]) == ONE_PAIR


def test_japanese_headings_in_any_order_and_columns_we_do_not_know(run):
    heading = "備考,電話番号(自宅),住 所,生年月日【和暦】,性別,氏名(カナ),氏 名,宛名番号"
    rows = [",".join(["メモ", *reversed(row.split(","))]) for row in ROWS]
    assert ids(run("\n".join([heading, *rows]))[1]) == ONE_PAIR


def test_family_and_given_names_in_columns_of_their_own(run):
    heading = "番号,氏,名,セイ,メイ,生年月日,住所"
    rows = ("1,渡辺,和子,わたなべ,かずこ,S19.5.3,原田2144-1", "2,渡邊,和子,ﾜﾀﾅﾍﾞ,ｶｽﾞｺ,1944/5/3,")
    assert ids(run("\n".join([heading, *rows]))[1]) == ONE_PAIR


def test_tabs_as_excel_copies_them(run):
    assert ids(run("\n".join([HEADING, *ROWS]).replace(",", "\t"))[1]) == ONE_PAIR


def test_missing_columns_are_told_and_the_rest_is_compared(run):
    status, pairs, _, err = run(
        "氏名,生年月日,電話\n渡辺 和子,S19.5.3,0868-00-1111\n渡邉 和子,昭和19年5月3日,0868-00-1111\n"
    )
    assert status == 0
    assert "名簿に列がない項目: 番号、ふりがな、性別、住所" in err
    assert ids(pairs) == {frozenset(("2行目", "3行目"))}


def test_dirty_rows_are_told_by_row_column_value_and_reason(run):
    dirty = (
        "1,別の人,ベツ,男,S1.2.3,,",  # the id is taken
        ",,,,,,",
        "",
        "7,三宅 茂,ミヤケ シゲル,男,81歳,,",
        "8,三宅 茂子,ミヤケ シゲコ,おんな?,S20.1.1,,",
        "9,三宅 実,ミヤケ ミノル,男,S20.1.1,中央1,090,余分",
        "10,,,男,S20.1.1,,",
    )
    status, pairs, _, err = run("\n".join([HEADING, *ROWS, *dirty]))
    assert status == 1
    assert ids(pairs) == ONE_PAIR
    assert "7行目「id」: 同じIDが2行目にあるため、この行は比べません(値: 1)" in err
    assert "10行目「生年月日」: 日付として読めないため、空として扱います(値: 81歳)" in err
    assert "11行目「性別」: 男・女として読めないため、空として扱います(値: おんな?)" in err
    assert (
        "12行目: 見出しより列が多いため、この行は比べません。値の中のカンマを確かめてください(値: 余分)"
        in err
    )
    assert "13行目「氏名」: 氏名もふりがなも空です" in err
    assert "8行目" not in err and "9行目" not in err


def test_bytes_of_no_encoding_are_told_and_the_row_is_used(run):
    content = "\n".join([HEADING, *ROWS]).encode() + b"\n6,\xff\xfe\x80,,,S20.1.1,,\n"
    status, pairs, _, err = run(content)
    assert status == 1 and ids(pairs) == ONE_PAIR
    assert "7行目「name」: 文字コードが正しくないため、空として扱います" in err


def test_a_quotation_mark_left_open_is_told(run):
    status, _, _, err = run(
        "\n".join([HEADING, *ROWS, '6,"三宅', *(f"{n},林 一,,,,," for n in range(20, 40))])
    )
    assert status == 1 and '7行目: 引用符(")が閉じていないようです' in err


def test_many_problems_are_counted_not_poured_out(run):
    rows = [f"{n},林 一,,,{n}歳,," for n in range(200)]
    _, _, _, err = run("\n".join([HEADING, *rows]))
    assert err.count("日付として読めない") == 50 and "ほかに 150 件あります。" in err


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("", "ファイルが空です"),
        ("\n\n", "ファイルが空です"),
        ("a,b,c\n1,2,3\n", "氏名やふりがなの列が見つかりません"),
        (HEADING + "\n", "見出しの下に、読める行がありません"),
        (b"\x00\x01\x02\x89PNG", "氏名やふりがなの列が見つかりません"),
    ],
)
def test_a_file_of_no_use_is_told_and_nothing_is_written(run, content, sentence):
    status, pairs, _, err = run(content)
    assert status == 2 and pairs is None and sentence in err


def test_one_row_gives_no_pairs_and_no_error(run):
    status, pairs, out, _ = run("\n".join([HEADING, ROWS[0]]))
    assert (status, pairs) == (0, []) and "0 組" in out


def test_the_threshold_decides_how_sure_a_pair_must_be(run):
    rows = ("1,佐藤 由美,サトウ ユミ,女,H2.11.9,,", "2,佐藤 由美,サトウ ユミ,女,,美咲町中央2丁目,")
    content = "\n".join([HEADING, *rows])
    assert run(content)[1] == []
    assert len(run(content, "--threshold", "0.000001")[1]) == 1


@pytest.mark.parametrize("threshold", ["0", "1", "x", "-1", "nan"])
def test_a_threshold_that_is_none_is_refused(run, capsys, threshold):
    with pytest.raises(SystemExit) as refused:
        run(HEADING, "--threshold", threshold)
    assert refused.value.code == 2 and "0 と 1 の間の数" in capsys.readouterr().err


def test_a_missing_file_and_a_folder_that_is_not_there_are_told(tmp_path, capsys):
    assert main(["people", "dedupe", str(tmp_path / "no.csv"), "--out", str(tmp_path / "pairs.csv")]) == 2
    assert "読み書きできません" in capsys.readouterr().err
    source = tmp_path / "in.csv"
    source.write_text("\n".join([HEADING, *ROWS]), encoding="utf-8")
    assert main(["people", "dedupe", str(source), "--out", str(tmp_path / "no" / "pairs.csv")]) == 2
    assert main(["people", "dedupe", str(source), "--out", str(source)]) == 2
    assert source.read_text(encoding="utf-8").startswith(HEADING)


def test_neither_django_nor_the_database_is_started(tmp_path):
    source, target = tmp_path / "in.csv", tmp_path / "pairs.csv"
    source.write_text("\n".join([HEADING, *ROWS]), encoding="utf-8")
    check = (
        "import sys; from kasane.config.cli import main;"
        f"status = main(['people', 'dedupe', {str(source)!r}, '--out', {str(target)!r}]);"
        "from django.apps import apps;"
        "sys.exit(status or apps.ready or 'kasane.people.models' in sys.modules or 'pandas' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", check], capture_output=True, text=True).returncode == 0


def test_every_value_that_csv_can_hold_is_read():
    rows = "\n".join(
        f'{n},"{value}"' for n, value in enumerate(["改\n行", 'か""ぎ', "a,b", "=1+1", "\ud7ff"])
    )
    people = read_people(f"id,氏名\n{rows}\n".encode())
    assert [row["name"] for row in people.rows] == ["改\n行", 'か"ぎ', "a,b", "=1+1", "\ud7ff"]
    with pytest.raises(UnusableFile):
        read_people(b"")
