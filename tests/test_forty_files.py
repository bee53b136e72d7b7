"""One check of a commune's folder with forty files of every kind: what is told of each, and what becomes of it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from shutil import copytree
from typing import Any, NamedTuple
from unicodedata import normalize

import pytest

from danvan_xlsx.workspace.runs import previous
from tests.folders import AS_OF, NEWS, PLAN, check, danvan, inputs, opened, tree
from tests.forty_files import FORTY, INBOX, commune_of_forty
from tests.looking import needs_office
from tests.tables import lines, split

pytestmark = needs_office

#: Told: codes with their cells. State: of the answer, in `nhan-ve` what became of the copy. Result: where it lies where
#: it is not in the file itself (`ket-qua/…`), the workbook a copy became or is compared with, the copy to hand back.
TABLE = """
| file                                    | unit      | state       | told          | written | result                 |
| ke-hoach.xlsx                           |           | checked     |               | yes     |                        |
| van-phong.xlsx                          | VP        | checked     | DL03 F8       | yes     | tra-lai/vp.xlsx        |
| van-hoa.xlsx                            | VANHOA    | checked     |               | yes     |                        |
| tu-phap.xlsx                            | TUPHAP    | checked     |               | yes     |                        |
| dia-chinh.xlsx                          | DIACHINH  | checked     |               | yes     |                        |
| ke-toan.xlsx                            | KETOAN    | checked     |               | yes     |                        |
| mot-cua.xlsm                            | MOTCUA    | checked     | DL12 B8       | yes     | tra-lai/motcua.xlsm    |
| cong-an.xlsx                            | CONGAN    | checked     |               | yes     |                        |
| quan-su.xlsx                            | QUANSU    | checked     |               | yes     |                        |
| y-te.xlsx                               | YTE       | checked     |               | yes     |                        |
| thon/minh-binh.xlsx                     | MINHBINH  | checked     |               | yes     |                        |
| mat-tran.xls                            | MATTRAN   | checked     | BM42, DL12 B8 |         | mat-tran-ket-qua.xlsx  |
| phu-nu.xlsb                             | PHUNU     | checked     | BM42, DL12 B8 |         | phu-nu-ket-qua.xlsx    |
| nong-dan.ods                            | NONGDAN   | checked     | BM42, DL12 B8 |         | nong-dan-ket-qua.xlsx  |
| Bao cao (2).xlsx                        | THANHNIEN | checked     |               | yes     |                        |
| Số liệu CCB tháng 5 – bản mới.XLSX      | CCB       | checked     |               | yes     |                        |
| chu-thap-do.xlsx                        | CHUTHAPDO | checked     | DL45 D7 D8 D9 | yes     | tra-lai/chuthapdo.xlsx |
| nguoi-cao-tuoi.xlsx                     | CAOTUOI   | checked     | DL46 D7 D8 D9 | yes     | tra-lai/caotuoi.xlsx   |
| thu-vien.xlsx                           | THUVIEN   | left_alone  | BM11          |         |                        |
| dan-so.xlsx                             | DANSO     | left_alone  | BM10, DL12 B8 |         |                        |
| thu-y.xlsx                              | THUY      | left_alone  | BM10          |         |                        |
| thuy-loi.xlsx                           | THUYLOI   | duplicate   | BM16          |         |                        |
| giao-thong.xlsx                         |           | unreadable  | BM02          |         |                        |
| buu-dien.xlsx                           | BUUDIEN   | unreadable  | BM02          |         |                        |
| khuyen-hoc.xlsx                         |           | unreadable  | BM02          |         |                        |
| cong-doan.xlsx                          |           | unreadable  | BM03          |         |                        |
| nhan-ve/BHXH.xlsx                       | BAOHIEM   | same        |               |         | nhan-ve/BHXH (1).xlsx  |
| thuy-loi (1).xlsx                       | THUYLOI   | duplicate   |               |         |                        |
| nhan-ve/BHXH (1).xlsx                   | BAOHIEM   | filed       |               |         | baohiem.xlsx           |
| nhan-ve/van-hoa-1.xlsx                  | VANHOA    | filed       |               |         | van-hoa.xlsx           |
| nhan-ve/minh-binh.xlsx                  | MINHBINH  | left        | BM46          |         | thon/minh-binh.xlsx    |
| khong-dung/van-hoa-cu.xlsx              |           | passed over |               |         |                        |
| luong-thang-5.xlsx                      |           | not_ours    |               |         |                        |
| cong-van-15.docx                        |           | passed over |               |         |                        |
| ke-hoach-45.pdf                         |           | passed over |               |         |                        |
| danh-sach.csv                           |           | passed over |               |         |                        |
| anh-tiep-dan.png                        |           | passed over |               |         |                        |
| rong.xlsx                               |           | unreadable  | BM05          |         |                        |
| xuat-tu-phan-mem.xls                    |           | unreadable  | BM01          |         |                        |
| anh-nen.xlsx                            |           | unreadable  | BM01          |         |                        |
| nhan-ve/Phieu gop y.docx                |           | left        | BM45          |         |                        |
| baohiem.xlsx                            | BAOHIEM   | checked     |               | yes     |                        |
| khong-dung/van-hoa-truoc-luot-0001.xlsx |           | passed over |               |         |                        |
"""


class Checked(NamedTuple):
    """The folder before and after one check, what the check said, and what two more commands did."""

    folder: Path
    before: Mapping[str, str]
    after: Mapping[str, str]
    exit_status: int
    screen: str
    answer: Mapping[str, Any]


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> Checked:
    place = tmp_path_factory.mktemp("forty")
    folder = place / "danvan-2022"
    commune_of_forty(folder, place)
    before = inputs(folder)
    command = [sys.executable, "-m", "danvan_xlsx", "check", str(folder), "--as-of", AS_OF.isoformat()]
    done = subprocess.run(command, capture_output=True, check=False, timeout=300)
    assert "Traceback" not in done.stderr.decode()
    kept = previous(folder)
    assert kept is not None
    return Checked(folder, before, inputs(folder), done.returncode, done.stdout.decode(), kept.answer)


def rows_of(checked: Checked) -> Iterator[tuple[str, ...]]:
    """The table as it came out: the plan, the forty, then files that were not there before."""
    arose = sorted(checked.after.keys() - checked.before.keys())
    for name in (PLAN, *FORTY, *arose):
        yield tuple(normalize("NFC", part) for part in (name, *_became(checked, name)))


def _became(checked: Checked, name: str) -> tuple[str, ...]:
    one = next((one for one in (*checked.answer["files"], *checked.answer["received"]) if one["file"] == name), None)
    if one is None:
        return "", "passed over", _told(checked, name), "", ""
    result = one.get("into") or ", ".join(_results(checked.folder, name))
    return one["unit"] or "", one["state"], _told(checked, name), "yes" if one.get("written") else "", result or ""


def _told(checked: Checked, name: str) -> str:
    cells: dict[str, list[str]] = {}
    for one in checked.answer["findings"]:
        if one["file"] == name:
            cells.setdefault(one["code"], []).extend([one["cell"]] if one["cell"] else [])
    return ", ".join(" ".join((code, *places)) for code, places in cells.items())


def _results(folder: Path, name: str) -> Iterator[str]:
    """What was drawn for a file beside it, and the copy of it to hand back."""
    results = folder / "ket-qua"
    beside = results / Path(name).with_suffix("").with_name(f"{Path(name).stem}-ket-qua.xlsx")
    data = (folder / name).read_bytes()
    copies = (one for one in sorted((results / "tra-lai").iterdir()) if one.read_bytes() == data)
    for one in (beside, *copies):
        if one.is_file():
            yield one.relative_to(results).as_posix()


EXPECTED = [tuple(split(line)) for line in lines(TABLE)][1:]


def names(*, written: bool) -> set[str]:
    """Files of the table that stay where they are and are written, or must not be."""
    gone = ("filed", "same")
    return {row[0] for row in EXPECTED if (row[4] == "yes") is written and row[2] not in gone}


def by_name(files: Mapping[str, str]) -> dict[str, str]:
    return {normalize("NFC", name): sha for name, sha in files.items()}


def test_what_is_told_of_each_file(checked: Checked) -> None:
    assert len(FORTY) == 40
    assert {PLAN, *FORTY} == {one for one in checked.before if not one.startswith(("~$", ".~lock"))}
    assert list(rows_of(checked)) == EXPECTED
    assert checked.exit_status == 1


def test_of_whom_nothing_can_be_counted_is_told_by_name(checked: Checked) -> None:
    absent = [one["message"] for one in checked.answer["findings"] if one["file"] is None]
    owing = [line.partition(":")[0].strip() for line in _section(checked.screen, "CHƯA GỬI") if line[2] != " "]

    assert absent == [
        "Chưa thấy tệp của Tổ giao thông trong thư mục.",
        "Chưa thấy tệp của Hội Khuyến học trong thư mục.",
        "Chưa thấy tệp của Công đoàn trong thư mục.",
    ]
    assert owing == ["Tổ thủy lợi", "Tổ giao thông", "Bưu điện xã", "Hội Khuyến học", "Công đoàn"]


def _section(screen: str, heading: str) -> list[str]:
    return screen.partition(f"\n{heading}\n")[2].partition("\n\n")[0].splitlines()


def test_every_file_that_something_is_told_of_stands_in_the_summary(checked: Checked) -> None:
    page = _text(checked.folder / "ket-qua/tong-hop.xlsx", "Cần sửa")
    named = {one["file"] for one in checked.answer["findings"] if one["file"]}

    assert len(named) == 20
    assert [name for name in named if name not in page] == []
    for name in ("mat-tran", "phu-nu", "nong-dan"):
        assert "“20/02/22”" in _text(checked.folder / f"ket-qua/{name}-ket-qua.xlsx", NEWS)


def _text(path: Path, sheet: str) -> str:
    return "\n".join(str(cell.value) for row in opened(path)[sheet] for cell in row if cell.value is not None)


def test_the_copies_that_came_are_told_of_first(checked: Checked) -> None:
    told = " ".join(" ".join(_section(checked.screen, "TỆP NHẬN VỀ")).split())

    assert told == (
        "nhan-ve/BHXH (1).xlsx → baohiem.xlsx: 4 dòng, tệp đầu tiên. "
        "nhan-ve/BHXH.xlsx: đã có ở nhan-ve/BHXH (1).xlsx, không có gì mới. "
        "nhan-ve/Phieu gop y.docx: Tệp nhận về “nhan-ve/Phieu gop y.docx” không phải sổ theo biểu mẫu của đơn vị nào "
        "trong xã nên được để nguyên. "
        "nhan-ve/minh-binh.xlsx: Bản gửi về “nhan-ve/minh-binh.xlsx” thiếu 1 trong 3 dòng đã biết của Tin, bài; chưa "
        "nhận bản này. "
        "nhan-ve/van-hoa-1.xlsx → van-hoa.xlsx: 5 dòng (trước có 4; thêm 1, sửa 0, bớt 0); bản trước nằm ở "
        "khong-dung/van-hoa-truoc-luot-0001.xlsx."
    )


def test_what_must_not_be_written_keeps_every_byte_and_all_others_are_written(checked: Checked) -> None:
    before, after = by_name(checked.before), by_name(checked.after)
    arose = after.keys() - before.keys()

    assert {name: after[name] for name in names(written=False) - arose} == {
        name: before[name] for name in names(written=False) - arose
    }
    assert [name for name in names(written=True) - arose if after[name] == before[name]] == []
    # What a copy replaced is kept whole; of what came twice one copy stays.
    assert after["khong-dung/van-hoa-truoc-luot-0001.xlsx"] == before["van-hoa.xlsx"]
    assert before.keys() - after.keys() == {row[0] for row in EXPECTED if row[2] in ("filed", "same")}
    assert f"Đã ghi kết quả vào {len(names(written=True))} tệp." in checked.screen


def test_a_second_check_writes_nothing_and_says_the_same(checked: Checked) -> None:
    results = tree(checked.folder / "ket-qua")
    result = check(checked.folder)
    again = previous(checked.folder)
    assert again is not None
    drawn = {name: sha for name, sha in tree(checked.folder / "ket-qua").items() if name != "tong-hop.xlsx"}

    assert (result.exit_code, again.number, inputs(checked.folder)) == (1, 2, checked.after)
    assert drawn == {name: sha for name, sha in results.items() if name != "tong-hop.xlsx"}
    assert again.answer["findings"] == checked.answer["findings"]
    assert [one["file"] for one in again.answer["files"] if one["written"]] == []
    assert "Các tệp đã có đúng kết quả này; không ghi thêm gì." in result.output


def test_an_undo_brings_every_file_back(checked: Checked, tmp_path: Path) -> None:
    folder = copytree(checked.folder, tmp_path / "danvan-2022")
    assert danvan("undo", folder).exit_code == 0
    # Of two copies with the same bytes one is enough, and what was kept for the clerk stays for the clerk.
    came_twice = {f"{INBOX}/BHXH.xlsx"}

    assert {name: sha for name, sha in inputs(folder).items() if name in checked.before} == {
        name: sha for name, sha in checked.before.items() if name not in came_twice
    }
