"""A unit's workbook is judged the same in whatever format and by whatever program it was saved."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from danvan_xlsx.excel.legacy import open_book
from danvan_xlsx.workspace.run import Asked, run
from tests.craft import named
from tests.disguises import PROGRAMS, as_binary, disguise, members_of
from tests.folders import (
    AS_OF,
    CULTURE,
    FAULTY_CELL,
    JUSTICE,
    OFFICE,
    PLAN,
    RECEPTION,
    SAVED,
    answer_of,
    check,
    danvan,
    inputs,
    new_folder,
    opened,
    resaved_as,
    saved_on,
    states,
    told,
    tree,
    written,
)
from tests.looking import needs_office

ALL = {PLAN, OFFICE, CULTURE, JUSTICE}
RESULT = "ket-qua/van-phong-ket-qua.xlsx"


def cells_of(path: Path) -> dict[str, dict[str, object]]:
    """Sheet → name of a cell → what stands in it."""
    with open_book(path) as book:
        return {one.title: {name: cell.value for name, cell in named(book.grid(one)).items()} for one in book.sheets}


def outward(link: Any) -> str:
    """Where a link leads, as xlsxwriter writes it for Windows."""
    return str(link.target).replace("\\", "/")


# -- today's format, by other programs -----------------------------------------------


@pytest.mark.parametrize("program", PROGRAMS)
def test_a_workbook_of_any_program_is_judged_and_written(program: str, folder: Path, tmp_path: Path) -> None:
    plain = new_folder(tmp_path / "nhu-cu")
    disguise(folder / OFFICE, PROGRAMS[program])
    saved_on(SAVED, folder / OFFICE)
    before = members_of(folder / OFFICE)
    answer, same = answer_of(folder), answer_of(plain)

    assert (answer["findings"], answer["tasks"]) == (same["findings"], same["tasks"])
    assert written(answer) == ALL
    assert cells_of(folder / OFFICE) == cells_of(plain / OFFICE)
    assert written(answer_of(folder)) == set()
    # Only the sheets with our columns have changed.
    after = members_of(folder / OFFICE)
    assert {name for name in before if after[name] != before[name]} <= {
        name for name in before if name.startswith("xl/worksheets/")
    }


def test_a_workbook_of_today_that_is_named_xls_is_written_like_any_other(folder: Path) -> None:
    (folder / OFFICE).rename(folder / "van-phong.xls")
    answer = answer_of(folder)

    assert told(answer) == [("DL03", "van-phong.xls", FAULTY_CELL)]
    assert written(answer) == (ALL - {OFFICE}) | {"van-phong.xls"}


# -- older formats -------------------------------------------------------------------


def test_an_older_format_is_judged_and_its_result_lies_beside_it(folder: Path, tmp_path: Path) -> None:
    plain = answer_of(new_folder(tmp_path / "nhu-cu"))
    path = as_binary(folder / OFFICE)
    saved_on(SAVED, path)
    data = path.read_bytes()
    answer = answer_of(folder)

    assert told(answer) == [("BM42", path.name, None), ("DL03", path.name, FAULTY_CELL)]
    assert answer["findings"][0]["message"] == (
        f"Tệp “van-phong.xlsb” có định dạng .xlsb: đã đọc và kiểm tra, kết quả để ở “{RESULT}”; lỗi công thức trong "
        "tệp loại này hiện như ô trống."
    )
    assert (states(answer)[path.name], written(answer), path.read_bytes()) == ("checked", ALL - {OFFICE}, data)
    assert [(one["code"], one["status"]) for one in answer["tasks"]] == [
        (one["code"], one["status"]) for one in plain["tasks"]
    ]
    result = opened(folder / RESULT)
    assert result.sheetnames == ["Tổng hợp", RECEPTION, "_META"]
    overview = [[cell.value for cell in row] for row in result["Tổng hợp"].iter_rows()]
    assert overview[0][0] == "KẾT QUẢ KIỂM TRA TỆP van-phong.xlsb"
    assert [row[1] for row in overview if row[0] == "Lỗi"] == ["DL03"]
    rows = [[cell.value for cell in row] for row in result[RECEPTION].iter_rows()]
    assert rows[0][0] == "Sổ tiếp công dân: 1 dòng cần xem, 2 dòng đạt"
    assert rows[1:] == [
        ["Dòng", "Tình trạng", "Mã lỗi", "Ghi chú của hệ thống"],
        [8, "Cần sửa", "DL03", "Ô F8 ghi “12 người”; cột Số người chỉ ghi số. Đề nghị ghi 12."],
    ]
    links = [cell.hyperlink for row in result[RECEPTION].iter_rows(max_col=1) for cell in row if cell.hyperlink]
    assert [(outward(one), one.location) for one in links] == [("../van-phong.xlsb", f"'{RECEPTION}'!A8")]


def test_a_second_run_draws_the_same_result_and_says_nothing_new(folder: Path) -> None:
    as_binary(folder / OFFICE)
    first = answer_of(folder)
    drawn = (folder / RESULT).read_bytes()
    second = answer_of(folder)

    assert second["findings"] == first["findings"]
    assert (written(second), (folder / RESULT).read_bytes()) == (set(), drawn)
    assert f"{RESULT}" in check(folder).output


def test_a_look_alone_draws_nothing(folder: Path) -> None:
    as_binary(folder / OFFICE)
    before = tree(folder)

    assert told(answer_of(folder, "--dry-run"))[0][0] == "BM42"
    assert tree(folder) == before


def test_the_plan_may_be_of_an_older_format(folder: Path) -> None:
    plan = as_binary(folder / PLAN)
    answer = answer_of(folder)
    drawn = danvan("forms", plan, "--out", folder.parent / "moi")

    assert told(answer) == [("BM42", plan.name, None), ("DL03", OFFICE, FAULTY_CELL)]
    assert written(answer) == ALL - {PLAN}
    assert opened(folder / "ket-qua/ke-hoach-ket-qua.xlsx")["Tổng hợp"]["A2"].value == "UBND xã Minh Sơn · Năm 2022"
    assert (drawn.exit_code, (folder.parent / "moi/vanhoa.xlsx").exists()) == (0, True)


def test_results_of_files_with_one_name_do_not_cover_each_other(folder: Path) -> None:
    as_binary(folder / OFFICE, "so.xlsb")
    as_binary(folder / CULTURE, "SO.XLS")
    (folder / "tp").mkdir()
    (folder / JUSTICE).rename(folder / "tp" / JUSTICE)
    as_binary(folder / "tp" / JUSTICE, "so.ods")
    answer = answer_of(folder)

    told_of = [one for one in answer["findings"] if one["code"] == "BM42"]
    results = {one["file"]: one["message"].split("“")[2].split("”")[0] for one in told_of}
    assert results == {
        "SO.XLS": "ket-qua/SO-ket-qua.xlsx",
        "so.xlsb": "ket-qua/so-2-ket-qua.xlsx",
        "tp/so.ods": "ket-qua/tp/so-ket-qua.xlsx",
    }
    assert all((folder / one).is_file() for one in results.values())
    link = opened(folder / "ket-qua/tp/so-ket-qua.xlsx")["Tổng hợp"]["A1"].hyperlink
    assert outward(link) == "../../tp/so.ods"
    # What we draw is never taken for a workbook of staff.
    assert set(states(answer_of(folder))) == {PLAN, *results}


def test_two_formats_of_one_unit_are_two_files(folder: Path) -> None:
    copy = (folder / OFFICE).read_bytes()
    as_binary(folder / OFFICE)
    (folder / OFFICE).write_bytes(copy)
    answer = answer_of(folder)

    assert [one[0] for one in told(answer)] == ["BM16"]
    assert set(states(answer).values()) == {"checked", "duplicate"}
    assert not (folder / RESULT).exists()


def test_while_a_result_is_open_a_copy_with_the_time_is_drawn(folder: Path) -> None:
    as_binary(folder / OFFICE)
    check(folder)
    drawn = (folder / RESULT).read_bytes()
    (folder / "ket-qua/~$van-phong-ket-qua.xlsx").write_bytes(b"\x03Hoa")
    report = run(Asked(folder, datetime(2022, 5, 20, 8, 30, 15), as_of=AS_OF), lambda *_: None)

    assert report.outputs == ("ket-qua/tong-hop.xlsx", "ket-qua/van-phong-ket-qua-20220520-083015.xlsx")
    assert ((folder / RESULT).read_bytes(), (folder / report.outputs[1]).is_file()) == (drawn, True)


def test_a_result_that_cannot_be_drawn_is_told_and_the_rest_is_done(folder: Path) -> None:
    as_binary(folder / OFFICE)
    (folder / RESULT).mkdir(parents=True)
    answer = answer_of(folder)

    assert ("BM33", RESULT, None) in told(answer)
    assert (written(answer), (folder / "ket-qua/tong-hop.xlsx").is_file()) == (ALL - {OFFICE}, True)


def test_a_name_as_long_as_the_disk_allows_leaves_room_for_its_result(folder: Path) -> None:
    name = "Sổ theo dõi dân vận " * 20
    path = as_binary(folder / OFFICE, name.encode()[:245].decode(errors="ignore") + ".xlsb")
    answer = answer_of(folder)

    assert [one[0] for one in told(answer)] == ["BM42", "DL03"]
    assert len(list((folder / "ket-qua").glob("Sổ*-ket-qua.xlsx"))) == 1 and path.exists()


def test_only_the_results_of_files_asked_for_are_drawn(folder: Path) -> None:
    office, culture = as_binary(folder / OFFICE), as_binary(folder / CULTURE)
    before = inputs(folder)
    danvan("check", culture, "--as-of", AS_OF.isoformat())

    assert {path.name for path in (folder / "ket-qua").glob("*-ket-qua.xlsx")} == {"van-hoa-ket-qua.xlsx"}
    assert (inputs(folder), office.exists()) == (before, True)


def test_an_older_copy_in_an_older_format_is_told_as_such(folder: Path) -> None:
    check(folder)
    path = as_binary(folder / OFFICE)
    report = run(Asked(folder, datetime(2022, 5, 20, 8), as_of=AS_OF), lambda *_: None)

    # The stamp stands in our own sheet, which came along.
    assert [one.code for one in report.outcome.of_file(path.name)] == ["BM42", "DL03"]


@needs_office
@pytest.mark.parametrize("ending", ["xls", "ods"])
def test_what_libreoffice_saved_in_an_older_format_is_judged(ending: str, folder: Path, tmp_path: Path) -> None:
    path = resaved_as(folder / OFFICE, tmp_path, ending)
    (folder / OFFICE).unlink()
    answer = answer_of(folder)

    assert told(answer) == [("BM42", path.name, None), ("DL03", path.name, FAULTY_CELL)]
    assert (written(answer), (folder / RESULT).is_file()) == (ALL - {OFFICE}, True)
