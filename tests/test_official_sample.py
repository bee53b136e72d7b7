"""The inspection sector's forms of the sample, as the clerk gets them."""

from __future__ import annotations

from pathlib import Path

import pytest

from danvan_xlsx.excel.reader import open_workbook
from danvan_xlsx.plan.plan import Period
from danvan_xlsx.report.official.definitions import Circular, circular_of, sides
from danvan_xlsx.report.official.forms import in_runs
from danvan_xlsx.report.official.pages import in_lines
from danvan_xlsx.report.periodic.figures import Periodic
from danvan_xlsx.report.periodic.headline import headline
from danvan_xlsx.report.periodic.read_back import read_back
from tests.folders import PLAN, danvan, draw_plan, new_folder, opened
from tests.official import (
    FORMS,
    HALF,
    PERIODS,
    assert_printed,
)
from tests.reported import internal_of, new_sample, report, reported


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return new_sample(tmp_path_factory.mktemp("official"))


@pytest.fixture(scope="module")
def reports(sample: Path) -> dict[str, Periodic]:
    return {period: reported(sample, period) for period in PERIODS}


def forms_of(folder: Path, period: str) -> Path:
    return folder / f"bao-cao/2022-{period}/BCTTR_2022_{period}_minh-son.xlsx"


@pytest.mark.parametrize("period", PERIODS)
def test_the_printed_equalities_hold_in_the_sample(reports: dict[str, Periodic], period: str) -> None:
    assert [one.form.code for one in reports[period].official] == list(FORMS)
    for form in reports[period].official:
        assert_printed(form)
        for column in form.form.columns:
            known = (
                [[form.figures[one].actual or 0 for one in side] for side in sides(column.formula)]
                if column.formula
                else []
            )
            assert len({sum(side) for side in known}) <= 1


def test_the_year_of_the_sample(reports: dict[str, Periodic]) -> None:
    figures = {one.code: one.actual for one in reports["TTR-NAM"].figures}

    # 52 visits of 68 people, 33 of them by the officer; 29 petitions, of which the three of last year came after 15/12.
    assert [figures[f"01/TCD/{one}"] for one in (1, 2, 4, 5, 12, 13, 14, 17, 18)] == [52, 68, 33, 37, 43, 19, 31, 1, 8]
    assert [figures[f"01/XLD/{one}"] for one in (1, 11, 12, 13, 18, 22)] == [29, 2, 1, 22, 19, 6]
    assert [figures[f"01/KQGQ/{one}"] for one in (1, 5, 6, 22, 25, 26)] == [2, 1, 1, 1, 1, 0]


def test_a_later_period_counts_no_less_than_an_earlier_one(reports: dict[str, Periodic]) -> None:
    for code in ("01/TCD/1", "01/TCD/12", "02/TCD/1", "01/XLD/1", "01/XLD/14"):
        counts = [{one.code: one.actual for one in reports[period].figures}[code] for period in PERIODS]
        assert counts == sorted(counts), code  # type: ignore[type-var]


def test_the_report_of_the_sector_has_its_forms_and_nothing_of_the_other_window(reports: dict[str, Periodic]) -> None:
    one = reports["TTR-6T"]

    assert (one.sections, one.people, one.fields, one.months) == ((), (), (), ())
    assert {figure.code.rpartition("/")[0] for figure in one.figures} == set(FORMS)
    assert not one.draft
    assert headline(one) == (
        ("Lượt tiếp công dân", "27 lượt"),
        ("Đơn kỳ trước chuyển sang và nhận trong kỳ", "18 đơn"),
        ("Vụ việc khiếu nại đã giải quyết bằng quyết định", "1 vụ việc"),
    )


def test_the_clerk_gets_the_forms_and_the_internal_workbook(sample: Path) -> None:
    said = report(sample, "TTR-6T")

    assert said.exit_code == 0
    assert said.output.splitlines()[:2] == [
        "Đã lập: bao-cao/2022-TTR-6T/BCTTR_2022_TTR-6T_minh-son.xlsx",
        "Đã lập: bao-cao/2022-TTR-6T/noi-bo-2022-TTR-6T.xlsx",
    ]
    assert opened(forms_of(sample, "TTR-6T")).sheetnames[:8] == [code.replace("/", "-") for code in FORMS]
    sources = opened(internal_of(sample, "TTR-6T"))["Nguồn số liệu"]
    crowds = "Tiếp định kỳ và đột xuất của Thủ trưởng › Thủ trưởng tiếp › Trong đó đoàn đông người › Số đoàn được tiếp"
    told = [{cell.value for cell in row} for row in sources.iter_rows()]
    assert [row >= {"Sổ tiếp công dân", "đoàn", "B9"} for row in told if f"01/TCD cột 17: {crowds}" in row] == [True]


def test_the_file_reads_back_as_it_was_counted(sample: Path, reports: dict[str, Periodic]) -> None:
    with open_workbook(forms_of(sample, "TTR-6T")) as book:
        back = read_back([book.grid(sheet) for sheet in book.sheets])
    found = {
        f"{row.rpartition('/')[0]}/{column}": value
        for row, cells in back.figures.items()
        for column, value in cells.items()
        if column != "unit"
    }

    assert (back.commune, back.period, back.since, back.until) == ("minh-son", "TTR-6T", "2021-12-15", "2022-06-14")
    assert found == {one.code: one.actual for one in reports["TTR-6T"].figures if one.actual is not None}


def test_no_figure_of_a_denunciation_names_anybody(sample: Path) -> None:
    text = "\n".join(
        str(cell.value) for sheet in opened(forms_of(sample, "TTR-NAM")) for row in sheet.iter_rows() for cell in row
    )

    assert "Công dân" not in text and "theo hồ sơ riêng" not in text


def test_a_faulty_sample_says_which_rows_no_form_could_take(tmp_path: Path) -> None:
    said = report(new_sample(tmp_path / "faulty", sound=False), "TTR-NAM")

    assert said.exit_code == 1
    assert "– Biểu 01/XLD, 04/XLD chưa tính dòng 19 của trang Sổ đơn thư" in said.output
    assert "thuộc phần được đếm vào báo cáo" in said.output


def test_the_sectors_periods_are_known_by_their_code() -> None:
    def period(code: str) -> Period:
        return Period(code, code, HALF.since, HALF.until, HALF.until, strict=False, task=None)

    assert [code for code in ("6T", "NAM", "TTR-6T", "ttr-nam", "BC-TTR") if period(code).inspection] == [
        "TTR-6T",
        "ttr-nam",
    ]


# -- how it is written -----------------------------------------------------------------


def test_numbers_are_written_in_runs_and_formulas_in_lines() -> None:
    assert in_runs([7, 8, 9, 12, 20, 21]) == "7–9, 12, 20–21"
    assert in_lines("9=11+12+13=14+15+16+17=18+22") == "9=11+12\n+13=14\n+15+16\n+17=18\n+22"
    assert in_lines("12") == "12"


def test_a_circular_without_forms_needs_only_its_sentence() -> None:
    text = 'circular = "X"\nabout = ""\nfrom = 2030-01-01\nsource = ""\nunknown = "Chưa có."'
    one: Circular = circular_of(text)

    assert (one.forms, one.unknown, one.until) == ((), "Chưa có.", None)
    assert set(one._fields) >= {"since", "until", "forms"}


def test_the_clerk_is_told_which_circular_is_not_known(tmp_path: Path) -> None:
    folder = new_folder(tmp_path / "danvan")
    draw_plan(
        folder / PLAN,
        periods="""
        | code   | name    | since      | until      | deadline   | strict | task |
        | TTR-6T | 6 tháng | 15/12/2023 | 14/06/2024 | 17/06/2024 | Không  |      |
        """,
    )
    result = danvan("report", folder, "--period", "TTR-6T", "--as-of", "2022-05-20")

    assert result.exit_code == 2
    assert "Chưa có các cột của biểu mẫu ban hành kèm theo Thông tư 01/2024/TT-TTCP" in " ".join(result.output.split())
    assert not (folder / "bao-cao").exists()
