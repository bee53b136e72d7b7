"""The grading as a page, and the command that draws it and keeps what a person typed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from danvan_xlsx.report.grading import Grading
from danvan_xlsx.report.grading_page import grading_page
from danvan_xlsx.report.official.schemes import Scheme, example_text, scheme_of
from danvan_xlsx.words.page import Table
from tests.folders import danvan, edited, opened
from tests.grades import (
    ALL,
    SCHEME,
    graded,
)
from tests.reported import AS_OF as SAMPLE_DAY
from tests.reported import new_sample


def rows(grading: Grading) -> list[list[Any]]:
    (table,) = [one for one in grading_page(grading).blocks if isinstance(one, Table)]
    return [[spot.value for spot in row] for row in table.rows]


def test_the_page_has_a_line_for_everything_and_sums_below() -> None:
    page = rows(graded(ALL))

    assert [row[0] for row in page if row[0]] == ["A1", "A2", "A3", "C1", "D1", "G1"]
    assert page[-2][1:6] == ["TỔNG ĐIỂM", 30, "", "", 30]
    assert page[-1][1:4] == ["XẾP LOẠI", "", "Tốt"]
    assert rows(graded())[-1][3] == "Còn 3 nội dung chưa chấm"
    assert not grading_page(graded()).mark
    assert grading_page(graded(scheme="example = true\n" + SCHEME)).mark == "THANG ĐIỂM VÍ DỤ"


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    return new_sample(tmp_path / "danvan-2022")


def draw(folder: Path) -> str:
    result = danvan("report", folder, "--grading", "--as-of", SAMPLE_DAY.isoformat())
    assert result.exit_code == 0
    return result.output


DRAWN = "bao-cao/2022-tu-cham-diem/tu-cham-diem-2022.xlsx"


def cells(folder: Path) -> dict[str, list[Any]]:
    sheet = opened(folder / DRAWN)["Tự chấm điểm"]
    return {str(row[0].value): [one.value for one in row] for row in sheet.iter_rows() if row[0].value}


def place(folder: Path, code: str) -> str:
    sheet = opened(folder / DRAWN)["Tự chấm điểm"]
    return next(f"F{row[0].row}" for row in sheet.iter_rows() if row[0].value == code)


def test_what_was_typed_into_the_file_is_kept_when_it_is_drawn_anew(sample: Path) -> None:
    said = draw(sample)
    assert f"Đã lập: {DRAWN}" in said and "Thang điểm là ví dụ" in said
    waiting = [
        code for code, row in cells(sample).items() if row[5] is None and code[0] in "ABCDG" and code[1:].isdigit()
    ]
    places = {code: place(sample, code) for code in waiting}
    with edited(sample / DRAWN) as book:
        for code, at in places.items():
            book["Tự chấm điểm"][at] = "Không" if code[0] == "G" else 0 if code[0] == "D" else 2.5
        book["Tự chấm điểm"][places["B12"].replace("F", "H")] = "Họp ngày 10/11"

    said = draw(sample)

    assert "Còn" not in said and "xếp loại: " in said
    assert cells(sample)["B12"][5:8] == [2.5, None, "Họp ngày 10/11"]
    assert draw(sample) == said


def test_drawn_twice_it_is_the_same_file(sample: Path) -> None:
    draw(sample)
    first = (sample / DRAWN).read_bytes()
    draw(sample)

    assert (sample / DRAWN).read_bytes() == first


def test_a_commune_has_a_scheme_of_its_own(sample: Path) -> None:
    own = sample / "templates/tu-cham-diem.toml"
    own.parent.mkdir()
    own.write_text("\ufeff" + SCHEME, encoding="utf-8")

    assert "ví dụ" not in draw(sample)
    assert {code for code in cells(sample) if code in ("A1", "A2", "A3", "C1", "D1", "G1")} == {
        *("A1", "A2", "A3", "C1", "D1", "G1")
    }


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (SCHEME.replace("total = 30", "total = 29").encode(), "Thang điểm chưa đúng: điểm chuẩn cộng được 30"),
        ("name = 'Thang điểm'".encode("utf-16"), "chưa lưu dạng UTF-8"),
    ],
)
def test_a_scheme_that_cannot_be_used_is_told_and_nothing_is_drawn(sample: Path, data: bytes, told: str) -> None:
    (sample / "templates").mkdir()
    (sample / "templates/tu-cham-diem.toml").write_bytes(data)
    result = danvan("report", sample, "--grading", "--as-of", SAMPLE_DAY.isoformat())

    assert result.exit_code == 2 and told in " ".join(result.output.split())
    assert not (sample / DRAWN).exists()


def test_a_drawn_file_that_cannot_be_read_is_not_written_over(sample: Path) -> None:
    (sample / DRAWN).parent.mkdir(parents=True)
    (sample / DRAWN).write_bytes(b"PK no workbook")
    result = danvan("report", sample, "--grading", "--as-of", SAMPLE_DAY.isoformat())

    assert result.exit_code == 2 and "Không đọc được “tu-cham-diem-2022.xlsx”" in " ".join(result.output.split())
    assert (sample / DRAWN).read_bytes() == b"PK no workbook"


@pytest.mark.parametrize("options", [[], ["--period", "6T", "--grading"]])
def test_one_report_is_asked_for_at_a_time(sample: Path, options: list[str]) -> None:
    result = danvan("report", sample, *options, "--as-of", SAMPLE_DAY.isoformat())

    assert result.exit_code == 2 and "--grading để lập bảng tự chấm điểm" in " ".join(result.output.split())


def test_every_measure_of_the_example_is_a_register_of_the_sample(sample: Path) -> None:
    scheme: Scheme = scheme_of(example_text())
    draw(sample)
    told = {code: row[3] for code, row in cells(sample).items()}

    assert [one.code for one in scheme.criteria if one.measure and told[one.code] == "Chưa có số liệu."] == []
