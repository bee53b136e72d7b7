"""A report drawn into its folder: draft or final, what stays in the office, the same each time, and nowhere else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest

from danvan_xlsx.check.catalogue import catalogue
from danvan_xlsx.workspace.reports import load_report
from tests.folders import danvan, opened, tree
from tests.reported import (
    AS_OF,
    HALF,
    NOW,
    OFFICE,
    YEAR,
    annex_of,
    everything,
    internal_of,
    members,
    new_sample,
    report,
    reported,
    row_of,
    typed_into,
)
from tests.sample.build import FILES, PLAN_FILE
from tests.test_sample import PLANTED

REASON = "Chủ tịch đồng ý báo cáo trước, Bộ phận TN&TKQ sửa sau"
PERIODS = (HALF, YEAR)


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = new_sample(tmp_path_factory.mktemp("sound"))
    for period in PERIODS:
        assert report(folder, period).exit_code == 0
    return folder


@pytest.fixture(scope="module")
def drafts(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    """The sample with its defects, and what the screen said of each period."""
    folder = new_sample(tmp_path_factory.mktemp("drafts"), sound=False)
    said = {period: report(folder, period) for period in PERIODS}
    assert {one.exit_code for one in said.values()} == {1}
    return folder, {period: one.output for period, one in said.items()}


@pytest.fixture(scope="module")
def accepted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = new_sample(tmp_path_factory.mktemp("accepted"), sound=False)
    for period in PERIODS:
        assert report(folder, period, "--accept-errors", REASON).exit_code == 0
    return folder


def headers(path: Path) -> dict[str, tuple[str, str]]:
    """Title of each printed sheet → what stands on top of its first page, and of the others."""
    return {
        sheet.title: (str(sheet.firstHeader.left.text or ""), str(sheet.oddHeader.left.text or ""))
        for sheet in opened(path).worksheets
        if sheet.sheet_state == "visible"
    }


def texts(path: Path) -> Iterator[str]:
    """Every text that a workbook shows or hides, cell or not."""
    for name, data in members(path).items():
        if name.endswith((".xml", ".rels")):
            yield from (unescape(one) for one in re.findall(r"<t[^>]*>([^<]*)</t>", data.decode()))


# -- draft or final ------------------------------------------------------------------------


@pytest.mark.parametrize("period", PERIODS)
def test_with_errors_every_page_says_draft_and_the_screen_why(drafts: tuple[Path, dict[str, str]], period: str) -> None:
    folder, said = drafts
    found = headers(annex_of(folder, period))
    lines = said[period].splitlines()
    at = next(number for number, line in enumerate(lines) if "BẢN NHÁP" in line)
    reasons = lines[at + 1 :]
    inside = [row[0].value for row in opened(internal_of(folder, period))["Còn phải xử lý"].iter_rows()]

    assert set(found.values()) == {("BẢN NHÁP", "BẢN NHÁP")}
    assert lines[at] == f"Đây là BẢN NHÁP, chưa nên ký, gửi. {len(reasons)} việc còn phải xử lý:"
    assert reasons
    assert all(re.fullmatch(r"– (Còn \d+ lỗi số liệu ở trang .+|Chưa có tệp của .+)\.", one) for one in reasons)
    assert [one for one in inside if str(one).startswith("– ")] == reasons
    kept = load_report(folder, 2022, period)
    assert kept is not None
    assert (kept.draft, kept.accepted) == (True, "")


def test_errors_that_touch_none_of_its_figures_make_no_draft(tmp_path: Path) -> None:
    """A wrong row of November is none of the half-year's business."""
    folder = new_sample(tmp_path / "later")
    sheet = opened(folder / OFFICE)["Sổ tiếp công dân"]
    last = max(row[0].row for row in sheet.iter_rows(min_row=7) if row[1].value)
    assert str(sheet.cell(last, 2).value) > "2022-11-01"
    typed_into(folder / OFFICE, "Sổ tiếp công dân", {f"F{last}": "mấy người"})

    assert report(folder, HALF).exit_code == 0
    assert report(folder, YEAR).exit_code == 0
    typed_into(folder / OFFICE, "Sổ tiếp công dân", {"F7": "mấy người"})
    assert report(folder, HALF).exit_code == 1


@pytest.mark.parametrize("period", PERIODS)
def test_errors_accepted_with_a_reason_make_it_final_and_the_reason_stays_inside(accepted: Path, period: str) -> None:
    inside = "\n".join(texts(internal_of(accepted, period)))
    kept = load_report(accepted, 2022, period)

    assert set(headers(annex_of(accepted, period)).values()) == {("", "")}
    assert f"Báo cáo được lập khi còn lỗi số liệu; lý do: {REASON}" in inside
    assert kept is not None
    assert (kept.draft, kept.accepted) == (False, REASON)
    for path in (annex_of(accepted, period), annex_of(accepted, period).with_name("bao-cao.docx")):
        assert not path.exists() or REASON not in everything(path)


def test_the_screen_tells_that_errors_were_accepted(tmp_path: Path) -> None:
    folder = new_sample(tmp_path / "accepting", sound=False)

    assert report(folder, HALF, "--accept-errors", REASON).output.splitlines()[-2:] == [
        "Báo cáo 6 tháng đầu năm 2022 (số liệu 01/01/2022 – 20/05/2022) đủ điều kiện trình ký.",
        f"Báo cáo được lập khi còn lỗi số liệu, lý do đã ghi ở tệp nội bộ: {REASON}",
    ]


@pytest.mark.parametrize("period", PERIODS)
def test_the_sound_sample_is_final_and_bears_no_mark(sound: Path, period: str) -> None:
    assert set(headers(annex_of(sound, period)).values()) == {("", "")}
    assert not any("BẢN NHÁP" in one for one in texts(annex_of(sound, period)))
    assert "Không còn" in everything(internal_of(sound, YEAR))


# -- what stays in the office --------------------------------------------------------------


@pytest.mark.parametrize("period", PERIODS)
@pytest.mark.parametrize("which", ["drafts", "accepted"])
def test_nothing_of_the_offices_own_faults_travels(
    which: str, period: str, accepted: Path, drafts: tuple[Path, dict[str, str]]
) -> None:
    folder = accepted if which == "accepted" else drafts[0]
    annex = annex_of(folder, period)
    kept = load_report(folder, 2022, period)
    assert kept is not None
    shown = "\n".join(texts(annex))
    whole = everything(annex)

    known = {code for code in catalogue() if re.search(rf"\b{code}\b", shown)}
    assert known == set()
    assert [name for name in (PLAN_FILE, *FILES.values()) if name in whole] == []
    assert [sha for sha in (*kept.inputs.values(), *kept.files.values()) if sha in whole] == []
    assert re.findall(r"\b[Ôô] [A-Z]{1,2}\d+", shown) == []
    assert REASON not in whole
    assert "noi-bo" not in whole
    assert not any("externalLink" in name or "comment" in name for name in members(annex))
    # All of it stands in the workbook that stays.
    inside = everything(internal_of(folder, period))
    assert all(sha in inside for sha in kept.inputs.values())


@pytest.mark.parametrize("period", PERIODS)
def test_the_workbook_names_nobody_as_its_author(sound: Path, period: str) -> None:
    properties = members(annex_of(sound, period))["docProps/core.xml"].decode()

    assert re.findall(r"<(?:dc:creator|cp:lastModifiedBy)>([^<]+)<", properties) == []


def test_planted_names_are_in_no_file_and_on_no_screen_of_report_mail_and_remind(tmp_path: Path) -> None:
    folder = new_sample(tmp_path / "names", sound=False)
    before = set(tree(folder))
    said = [report(folder, period).output for period in PERIODS]
    said += [report(folder, period, "--accept-errors", REASON).output for period in PERIODS]
    said += [danvan("mail", folder, "--period", period, "--for-comment").output for period in PERIODS]
    for day in (AS_OF.isoformat(), "2022-05-16"):
        said.append(danvan("remind", folder, "--as-of", day).output)
        made = sorted(set(tree(folder)) - before)
        leaks = [(name, one) for name in made for one in PLANTED if one in everything(folder / name)]
        assert leaks == []

    kinds = {Path(name).suffix for name in made}
    assert {".xlsx", ".eml", ".txt", ".json"} <= kinds
    assert [one for one in PLANTED if any(one in text for text in said)] == []
    # They do stand in the workbooks of staff.
    assert all(any(one in everything(folder / name) for name in FILES.values()) for one in PLANTED)


# -- the same each time --------------------------------------------------------------------


@pytest.mark.parametrize("period", PERIODS)
def test_the_same_inputs_give_the_same_bytes_in_every_part(sound: Path, tmp_path: Path, period: str) -> None:
    other = new_sample(tmp_path / "elsewhere")
    report(other, period)

    for path in (annex_of(sound, period), internal_of(sound, period)):
        again = other / path.relative_to(sound)
        assert list(members(again)) == list(members(path))
        assert members(again) == members(path)
        assert again.read_bytes() == path.read_bytes()


def test_a_report_changes_no_workbook_and_a_second_one_takes_the_place_of_the_first(tmp_path: Path) -> None:
    folder = new_sample(tmp_path / "again")
    before = tree(folder)
    report(folder, HALF)
    first = tree(folder)
    report(folder, HALF)

    assert {name: sha for name, sha in first.items() if name in before} == before
    assert {name: sha for name, sha in tree(folder).items() if not name.startswith(".danvan/")} == {
        name: sha for name, sha in first.items() if not name.startswith(".danvan/")
    }
    assert {name.split("/")[0] for name in set(first) - set(before)} == {"bao-cao", ".danvan"}


# -- and nowhere else ------------------------------------------------------------------------


@pytest.mark.parametrize(
    "code", ["../x", "../../../tmp/x", "..\\..\\x", "C:\\x", "/tmp/x", "6T/../..", ".", "..", "6T\u202e", "NUL"]
)
def test_no_code_of_the_plan_leads_out_of_the_folder_of_reports(tmp_path: Path, code: str) -> None:
    folder = new_sample(tmp_path / "deep" / "er" / "folder")
    typed_into(folder / PLAN_FILE, "KyBaoCao", {"B7": code})
    outside = {name for name in tree(tmp_path) if "/folder/" not in name}
    before = set(tree(folder))

    result = report(folder, code)
    mailed = danvan("mail", folder, "--period", code)
    made = set(tree(folder)) - before

    assert result.exit_code in (0, 1, 2)
    assert mailed.exit_code in (0, 2)
    assert all(name.startswith(("bao-cao/2022-", ".danvan/")) for name in made), made
    assert all(len(Path(name).parts) == 3 for name in made if name.startswith("bao-cao/"))
    assert {name for name in tree(tmp_path) if "/folder/" not in name} == outside


@pytest.mark.parametrize("code", ["../x", "..\\..\\x", "/tmp/minh-son", "minh son/../.."])
def test_no_code_of_a_commune_leads_out_of_it_either(tmp_path: Path, code: str) -> None:
    folder = new_sample(tmp_path / "deep" / "er" / "folder")
    row = row_of(folder / PLAN_FILE, "CauHinh", "B", "commune_code")
    typed_into(folder / PLAN_FILE, "CauHinh", {f"D{row}": code})
    before = set(tree(folder))

    report(folder, HALF)
    made = set(tree(folder)) - before

    assert all(name.startswith(("bao-cao/2022-6T/", ".danvan/")) for name in made), made
    assert set(tree(tmp_path)) - {f"deep/er/folder/{name}" for name in tree(folder)} == set()


def test_a_period_that_the_plan_has_not_is_named_with_those_it_has(sound: Path) -> None:
    result = report(sound, "9T")

    assert result.exit_code == 2
    assert "Kế hoạch không có kỳ “9T”; các kỳ của kế hoạch: 6T, NAM, TTR-Q1, TTR-6T, TTR-9T, TTR-NAM." in result.output


def test_the_record_keeps_what_was_reported_from_which_files(sound: Path) -> None:
    kept = load_report(sound, 2022, YEAR)
    told = reported(sound, YEAR)
    assert kept is not None

    assert set(kept.inputs) == {PLAN_FILE, *FILES.values()}
    assert kept.inputs == {name: sha for name, sha in tree(sound).items() if "/" not in name}
    assert kept.figures == {one.code: one.actual for one in told.figures}
    assert (kept.since, kept.until, kept.sent) == ("2022-01-01", "2022-10-31", ())
    assert NOW.isoformat() not in str(kept)
