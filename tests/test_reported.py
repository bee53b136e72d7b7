"""What was reported and what the workbooks say since: told with the figures that changed, once for each workbook."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from danvan_xlsx.words.rules import say
from danvan_xlsx.workspace.run import Asked, Report, run
from tests.folders import opened
from tests.reported import AS_OF, HALF, NOW, OFFICE, ONE_STOP, YEAR, new_sample, report, row_of, typed_into
from tests.sample.build import FILES, PLAN_FILE

VISITS, DOSSIERS = "Sổ tiếp công dân", "Hồ sơ theo tháng"


def check(folder: Path, as_of: date = AS_OF) -> Report:
    return run(Asked(folder, NOW, as_of=as_of), lambda *_: None)


def changed(folder: Path, as_of: date = AS_OF) -> list[tuple[str, str]]:
    """File and sentence of each finding of what was reported."""
    findings = check(folder, as_of).outcome.findings
    return [(one.place.file, say(one).message) for one in findings if one.code == "KH46"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = new_sample(tmp_path / "xa")
    for period in (HALF, YEAR):
        assert report(folder, period).exit_code == 0
    return folder


def test_nothing_is_told_while_nothing_has_changed_not_even_after_our_own_write_back(folder: Path) -> None:
    kept = {path.name: path.read_bytes() for path in folder.glob("*.xlsx")}
    first = check(folder)
    written = [one.file for one in first.outcome.files if one.written]

    assert changed(folder) == []
    assert written
    assert any(kept[name] != (folder / name).read_bytes() for name in written)


def test_a_row_added_into_the_window_is_told_with_both_figures(folder: Path) -> None:
    last = max(row[0].row for row in opened(folder / OFFICE)[VISITS].iter_rows(min_row=7) if row[1].value) + 1
    typed_into(
        folder / OFFICE,
        VISITS,
        {f"{letter}{last}": value for letter, value in zip("BCDEFHIJKL", _VISIT, strict=True)},
    )

    assert changed(folder) == [
        (
            OFFICE,
            f"Tệp “{OFFICE}” có thay đổi sau khi lập Báo cáo 6 tháng đầu năm 2022 (số 38/BC-UBND): "
            "Lượt tiếp công dân 22 → 23; Số người được tiếp 33 → 35.",
        ),
        (
            OFFICE,
            f"Tệp “{OFFICE}” có thay đổi sau khi lập Báo cáo năm 2022 (chưa có số): "
            "Lượt tiếp công dân 50 → 51; Số người được tiếp 66 → 68.",
        ),
    ]


_VISIT = (
    date(2022, 5, 12), "Thường xuyên", "Công chức", "Công dân 99 – thôn Minh Tân", 2, "Hỏi thủ tục", "Khác", "Khác",
    "Lần đầu", "Giải thích, hướng dẫn tại chỗ",
)  # fmt: skip


def test_a_change_after_the_half_year_is_told_of_the_year_alone(folder: Path) -> None:
    sheet = opened(folder / OFFICE)[VISITS]
    row = next(one[0].row for one in sheet.iter_rows(min_row=7) if str(one[1].value) > "2022-06-01")
    typed_into(folder / OFFICE, VISITS, {f"F{row}": (sheet[f"F{row}"].value or 0) + 1})

    assert [(file, "Báo cáo năm 2022" in message) for file, message in changed(folder)] == [(OFFICE, True)]


def test_rows_that_come_after_the_data_end_change_nothing(folder: Path) -> None:
    last = max(row[0].row for row in opened(folder / OFFICE)[VISITS].iter_rows(min_row=7) if row[1].value) + 1
    visit = (date(2022, 11, 10), *_VISIT[1:])
    typed_into(
        folder / OFFICE, VISITS, {f"{letter}{last}": value for letter, value in zip("BCDEFHIJKL", visit, strict=True)}
    )

    assert changed(folder) == []


def test_many_figures_are_counted_and_the_sentence_stays_short(folder: Path) -> None:
    typed_into(folder / ONE_STOP, DOSSIERS, {"F7": 47, "I7": 127})
    told = [message for _, message in changed(folder)]

    assert len(told) == 2
    assert all("; và " in message and message.endswith(" số liệu khác.") for message in told)
    assert max(map(len, told)) <= 250


def test_each_changed_workbook_has_its_own_line(folder: Path) -> None:
    typed_into(folder / OFFICE, VISITS, {"F7": 4})
    typed_into(folder / ONE_STOP, DOSSIERS, {"F7": 40, "G7": 128})

    assert sorted({file for file, _ in changed(folder)}) == sorted([OFFICE, ONE_STOP])


def test_it_is_written_into_the_workbook_s_own_overview_and_asks_for_no_new_work(folder: Path) -> None:
    typed_into(folder / OFFICE, VISITS, {"F7": 4})
    done = check(folder)
    overview = opened(folder / OFFICE)["Tổng hợp"]
    texts = [str(cell.value) for row in overview.iter_rows() for cell in row if cell.value]

    assert any("có thay đổi sau khi lập" in text for text in texts)
    assert (done.exit_status(), done.exit_status(strict=True)) == (0, 1)


def test_a_report_drawn_anew_is_what_counts_from_then_on(folder: Path) -> None:
    typed_into(folder / OFFICE, VISITS, {"F7": 4})
    assert len(changed(folder)) == 2
    report(folder, HALF)
    report(folder, YEAR)

    assert changed(folder) == []


def test_drafts_are_not_watched(tmp_path: Path) -> None:
    folder = new_sample(tmp_path / "draft", sound=False)
    report(folder, HALF)
    typed_into(folder / OFFICE, VISITS, {"F7": 4})

    assert changed(folder) == []


def test_a_changed_plan_that_counts_otherwise_is_told_at_the_plan(folder: Path) -> None:
    plan = folder / PLAN_FILE
    row = row_of(plan, "ChiTieu", "C", "Mô hình “Dân vận khéo” đăng ký")
    typed_into(plan, "ChiTieu", {f"D{row}": "news_items"})
    # The code of the figure is another one then: nothing of that code was reported.
    assert changed(folder) == []
    typed_into(plan, "ChiTieu", {f"D{row}": "models_registered"})
    assert changed(folder) == []


def test_a_missing_workbook_is_told_as_missing_and_not_again(folder: Path) -> None:
    (folder / FILES["VANHOA"]).unlink()

    assert changed(folder) == []


def test_a_renamed_workbook_is_no_change(folder: Path) -> None:
    (folder / OFFICE).rename(folder / "van-phong (1).xlsx")

    assert changed(folder) == []


def test_before_its_data_end_a_report_is_not_looked_at(folder: Path) -> None:
    typed_into(folder / OFFICE, VISITS, {"F7": 4})

    assert [("Báo cáo 6 tháng" in message) for _, message in changed(folder, date(2022, 7, 1))] == [True]


@pytest.mark.parametrize("broken", ["{", "[]", '{"year": 2022}', ""])
def test_a_record_that_cannot_be_read_stops_nothing(folder: Path, broken: str) -> None:
    (folder / ".danvan/reports/2022-6T.json").write_text(broken, encoding="utf-8")

    assert changed(folder) == []


def test_a_record_of_another_year_or_of_a_period_gone_stops_nothing(folder: Path) -> None:
    path = folder / ".danvan/reports/2022-6T.json"
    kept: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    for other in ({"year": 2021}, {"period": "9T"}):
        path.write_text(json.dumps({**kept, **other, "figures": {"tcd.visits": 99}}), encoding="utf-8")
        assert changed(folder) == []
