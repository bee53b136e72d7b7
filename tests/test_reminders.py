"""Reminders: short, polite, to those who type; no name, no denunciation; and the one page for the wall."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from danvan_xlsx.check.outcome import Outcome, SheetRead
from danvan_xlsx.plan.status import Status
from danvan_xlsx.plan.terms import FRONT, PARTY
from danvan_xlsx.registers.opinions import OPINIONS
from danvan_xlsx.registers.petitions.sheet import DENUNCIATION, PETITIONS, PROPOSAL
from danvan_xlsx.report.reminders import ZALO_LINES, Reminder, reminders
from danvan_xlsx.report.week import week_lines, week_page
from danvan_xlsx.words.layout import Row
from danvan_xlsx.words.page import Table
from danvan_xlsx.words.rules import found
from danvan_xlsx.words.text import Personal
from tests import outcomes
from tests.folders import danvan, opened, tree
from tests.reported import OFFICE, everything, new_sample, row_of, typed_into
from tests.sample.build import FILES, PLAN_FILE
from tests.test_sample import PLANTED

AS_OF = date(2022, 11, 14)


def remind(folder: Path, day: str = "2022-11-14") -> list[str]:
    result = danvan("remind", folder, "--as-of", day)
    assert result.exit_code == 0
    return result.output.splitlines()


def zalo(folder: Path, unit: str) -> list[str]:
    return (folder / f"ket-qua/zalo/{unit}.txt").read_text(encoding="utf-8").splitlines()


def of(outcome: Outcome, unit: str) -> Reminder:
    return next(one for one in reminders(outcome) if one.unit.code == unit)


# -- who is reminded -----------------------------------------------------------------------


def test_units_in_order_get_nothing(tmp_path: Path) -> None:
    folder = new_sample(tmp_path / "sound")
    lines = remind(folder)

    # The yearly report is due today, and quán triệt is late: two units have something to do.
    assert lines == [
        "Văn phòng – Thống kê: 1 việc → ket-qua/zalo/vp.txt, ket-qua/thu-nhac/vp.eml",
        "Tư pháp – Hộ tịch: 1 việc → ket-qua/zalo/tuphap.txt, ket-qua/thu-nhac/tuphap.eml",
        "Việc tuần này (một trang A4): ket-qua/viec-tuan-nay.xlsx",
    ]
    made = {name for name in tree(folder) if name.startswith("ket-qua/")}
    assert made == {
        "ket-qua/zalo/vp.txt", "ket-qua/thu-nhac/vp.eml", "ket-qua/zalo/tuphap.txt", "ket-qua/thu-nhac/tuphap.eml",
        "ket-qua/viec-tuan-nay.xlsx",
    }  # fmt: skip


def test_where_everybody_is_in_order_nobody_is_reminded(tmp_path: Path) -> None:
    folder = new_sample(tmp_path / "sound")
    numbers = {name: row_of(folder / PLAN_FILE, "NhiemVu", "B", name) for name in ("II.1.2", "III.1.7")}
    typed_into(folder / PLAN_FILE, "NhiemVu", {f"K{numbers['II.1.2']}": date(2022, 12, 20)})
    typed_into(folder / PLAN_FILE, "KyBaoCao", {"F8": date(2022, 12, 30)})

    assert remind(folder) == [
        "Các bộ phận đều đủ, chưa phải nhắc ai.",
        "Việc tuần này (một trang A4): ket-qua/viec-tuan-nay.xlsx",
    ]


def test_the_reminder_of_a_unit_that_is_in_order_now_goes_away(tmp_path: Path) -> None:
    folder = new_sample(tmp_path / "mending", sound=False)
    remind(folder)
    assert (folder / "ket-qua/zalo/ketoan.txt").exists()
    sound = new_sample(tmp_path / "sound")
    (folder / FILES["KETOAN"]).write_bytes((sound / FILES["KETOAN"]).read_bytes())
    remind(folder)

    assert not (folder / "ket-qua/zalo/ketoan.txt").exists()
    assert not (folder / "ket-qua/thu-nhac/ketoan.eml").exists()
    assert (folder / "ket-qua/zalo/vanhoa.txt").exists()


def test_a_unit_without_an_address_gets_its_zalo_text_alone_and_it_is_said(tmp_path: Path) -> None:
    folder = new_sample(tmp_path / "no-address")
    typed_into(folder / PLAN_FILE, "DonVi", {f"F{row_of(folder / PLAN_FILE, 'DonVi', 'B', 'VP')}": None})
    lines = remind(folder)

    assert lines[:2] == [
        "Văn phòng – Thống kê: 1 việc → ket-qua/zalo/vp.txt",
        "Văn phòng – Thống kê: chưa có thư điện tử ở trang DonVi, chỉ có tin Zalo.",
    ]
    assert not (folder / "ket-qua/thu-nhac/vp.eml").exists()


def test_who_has_sent_nothing_is_told_so_first(tmp_path: Path) -> None:
    folder = new_sample(tmp_path / "missing")
    (folder / FILES["KETOAN"]).unlink()
    remind(folder)

    assert zalo(folder, "ketoan")[1] == "1. Chưa thấy tệp trong thư mục."


def test_who_sent_two_files_is_asked_which_one_counts(tmp_path: Path) -> None:
    folder = new_sample(tmp_path / "two")
    (folder / "ke-toan (1).xlsx").write_bytes((folder / FILES["KETOAN"]).read_bytes())
    remind(folder)

    assert zalo(folder, "ketoan")[1].startswith("1. Có 2 tệp, chưa tính tệp nào.")


# -- how much is told ------------------------------------------------------------------------


@pytest.fixture(scope="module")
def faulty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = new_sample(tmp_path_factory.mktemp("faulty"), sound=False)
    remind(folder)
    return folder


def test_a_zalo_text_of_forty_findings_has_twelve_lines_at_most(tmp_path: Path) -> None:
    folder = new_sample(tmp_path / "forty")
    sheet = opened(folder / OFFICE)["Sổ tiếp công dân"]
    rows = [row[0].row for row in sheet.iter_rows(min_row=7) if row[1].value][:40]
    wrong = {}
    for number, row in enumerate(rows):
        wrong[f"{'BCDFIJKL'[number % 8]}{row}"] = f"chưa rõ {number}"
    typed_into(folder / OFFICE, "Sổ tiếp công dân", wrong)
    lines = remind(folder)
    text = zalo(folder, "vp")

    assert len(wrong) == 40
    assert len(text) <= ZALO_LINES
    assert max(map(len, text)) <= 230
    assert text[-1] == "Xong thì lưu tệp và gửi lại Văn phòng. Cảm ơn nhiều."
    told = int(re.search(r": (\d+) việc", lines[0])[1])  # type: ignore[index]
    shown = [line for line in text if re.match(r"\d+\. ", line)]
    if told > len(shown):
        assert (
            shown[-1] == f"{len(shown)}. Còn {told - len(shown) + 1} việc khác, đề nghị xem ở trang Tổng hợp của tệp."
        )
    letter = everything(folder / "ket-qua/thu-nhac/vp.eml")
    assert len(re.findall(r"(?m)^\d+\. ", letter)) == told


@pytest.mark.parametrize("count", [0, 1, 7, 8, 9, 40])
def test_what_is_not_shown_is_counted(count: int) -> None:
    told = Reminder(outcomes.UNITS["VP"], tuple(f"việc {number}" for number in range(count)), partner=False)
    short = told.in_short

    assert len(short) == min(count, 8)
    if count > 8:
        assert short[-1] == f"Còn {count - 7} việc khác, đề nghị xem ở trang Tổng hợp của tệp."
    else:
        assert short == told.lines


def test_findings_of_one_kind_in_one_column_are_one_line_with_their_cells() -> None:
    lines = of(outcomes.outcome(), "VP").lines

    assert any(line.startswith("Sổ tiếp công dân, ô F9–F10, F14: ") for line in lines)
    assert not any("DL0" in line or "(DL" in line for line in lines)


def test_notes_and_what_was_accepted_are_not_told() -> None:
    accepted = [replace(one, accepted="Theo sổ giấy") for one in outcomes.findings()]
    told = reminders(outcomes.outcome(findings=accepted, missing=(), tasks=[]))

    assert told == []


# -- tone ------------------------------------------------------------------------------------


def test_the_front_is_respectfully_asked_to_work_together(faulty: Path) -> None:
    short, letter = zalo(faulty, "mattran"), everything(faulty / "ket-qua/thu-nhac/mattran.eml")

    assert short[0] == (
        "Kính gửi Ủy ban MTTQ. Văn phòng UBND xã Minh Sơn trân trọng đề nghị phối hợp hoàn thiện sổ dân vận đến "
        "14/11/2022:"
    )
    assert short[-1] == "Trân trọng cảm ơn sự phối hợp."
    assert "trân trọng đề nghị phối hợp hoàn thiện sổ dân vận chính quyền (tính đến ngày 14/11/2022):" in letter
    assert "trong tệp của cơ quan" in letter


@pytest.mark.parametrize(("kind", "partner"), [(FRONT, True), (PARTY, True), (outcomes.UNITS["VP"].kind, False)])
def test_front_and_party_are_partners_and_the_offices_are_not(kind: Any, partner: bool) -> None:
    plan = replace(outcomes.PLAN, units={**outcomes.UNITS, "VH": outcomes.UNITS["VH"]._replace(kind=kind)})
    told = of(outcomes.outcome(plan=plan, missing=("VH",)), "VH")

    assert told.partner is partner


def test_nobody_is_accused(faulty: Path) -> None:
    texts = [path.read_text(encoding="utf-8") for path in (faulty / "ket-qua/zalo").iterdir()]
    texts += [everything(path) for path in (faulty / "ket-qua/thu-nhac").iterdir()]

    assert len(texts) == 14
    for text in texts:
        assert not re.search("vi phạm|sai phạm|khai khống|yếu kém|yêu cầu", text.casefold())


# -- names and denunciations -------------------------------------------------------------------


def test_no_planted_name_is_in_any_reminder(faulty: Path) -> None:
    leaks = [
        (path.name, name) for path in (faulty / "ket-qua").rglob("*.*") for name in PLANTED if name in everything(path)
    ]

    assert leaks == []


def petitions(*rows: tuple[int, Mapping[str, Any]]) -> SheetRead:
    placed = outcomes.placed(PETITIONS, "van-phong.xlsx", "VP")
    return SheetRead(placed, tuple(Row(placed, number, dict(values)) for number, values in rows))


def test_a_fault_in_the_row_of_a_denunciation_is_only_counted() -> None:
    read = petitions(
        (7, {"code": "TC-01", "kind": DENUNCIATION}),
        (8, {"code": "D-02", "kind": PROPOSAL}),
    )
    findings = [
        found(
            "DL02", read.placed.place(row, column), column=PETITIONS.by_code[column].label, raw="chưa rõ", expected=""
        )
        for row, column in ((7, "accepted_on"), (7, "settled_on"), (8, "settled_on"))
    ]
    lines = of(outcomes.outcome(sheets=[read], findings=findings, missing=(), tasks=[]), "VP").lines
    cell = read.placed.place(8, "settled_on").cell

    assert len(lines) == 2
    assert f"Ô {cell} " in lines[0]
    assert lines[1] == "Sổ đơn thư: 2 nội dung thuộc hồ sơ riêng, đề nghị xem ở trang Tổng hợp của tệp."
    assert not any(word in " ".join(lines).casefold() for word in ("tố cáo", "tc-01"))


def test_a_visit_about_a_denunciation_is_only_counted_too(tmp_path: Path) -> None:
    folder = new_sample(tmp_path / "visit")
    typed_into(folder / OFFICE, "Sổ tiếp công dân", {"J7": "Tố cáo", "F7": "mấy người"})
    remind(folder)
    text = "\n".join(zalo(folder, "vp"))

    assert "Sổ tiếp công dân: 1 nội dung thuộc hồ sơ riêng" in text
    assert "F7" not in text
    assert "mấy người" not in text


def test_a_name_typed_into_another_column_is_not_repeated() -> None:
    visits = outcomes.VISITS
    rows = (
        Row(visits, 9, {"person": Personal("Lò Thị Bí Mật – thôn Minh Giang")}),
        Row(visits, 10, {"person": Personal("Công dân 10")}),
    )
    finding = found(
        "DL03",
        visits.place(10, "people"),
        column=visits.sheet.by_code["people"].label,
        raw="lò thị bí mật",
        expected="",
    )
    told = of(outcomes.outcome(sheets=[SheetRead(visits, rows)], findings=[finding], missing=(), tasks=[]), "VP")

    assert told.lines == ("Sổ tiếp công dân: 1 nội dung thuộc hồ sơ riêng, đề nghị xem ở trang Tổng hợp của tệp.",)


# -- tasks -------------------------------------------------------------------------------------


def test_what_falls_due_and_what_is_late_stands_before_the_cells() -> None:
    states = {one.task.code: one for one in outcomes.states()}
    late = states["II.1.1"]._replace(status=Status.OVERDUE, last_day=date(2022, 6, 30))
    outcome = outcomes.outcome(tasks=[late, states["II.4.2"], states["III.1.1"]])
    lines = of(outcome, "VP").lines

    assert lines[:2] == (
        "III.1.1 Báo cáo năm gửi UBND huyện (qua Phòng Nội vụ): đến hạn 20/11/2022.",
        "II.4.2 Tập huấn kỹ năng cho Ban Thanh tra nhân dân: đến hạn 25/11/2022.",
    )
    assert lines[-1] == ("II.1.1 Học tập, quán triệt Nghị quyết 25-NQ/TW, Kết luận 43-KL/TW: đã quá hạn 30/06/2022.")


@pytest.mark.parametrize("status", [Status.DONE, Status.DONE_LATE, Status.NOTHING_AROSE])
def test_what_is_done_is_not_asked_for(status: Status) -> None:
    done = [one._replace(status=status, next_due=date(2022, 11, 20)) for one in outcomes.states()]

    assert reminders(outcomes.outcome(tasks=done, findings=[], missing=())) == []


def test_a_proposal_nobody_adopted_is_not_asked_for() -> None:
    loose = [one._replace(binding=False, next_due=date(2022, 11, 20)) for one in outcomes.states()]

    assert reminders(outcomes.outcome(tasks=loose, findings=[], missing=())) == []


# -- the page for the wall ------------------------------------------------------------------------


def week(folder: Path) -> list[tuple[Any, ...]]:
    rows = opened(folder / "ket-qua/viec-tuan-nay.xlsx")["Việc tuần này"].iter_rows(values_only=True)
    return [row[:3] for row in rows if row[0]]


def test_the_week_lists_reception_reports_and_answers_with_who_does_it(tmp_path: Path) -> None:
    folder = new_sample(tmp_path / "week")
    remind(folder)

    assert week(folder) == [
        ("UBND XÃ MINH SƠN", None, None),
        ("VIỆC TỪ 14/11/2022 ĐẾN 20/11/2022", None, None),
        ("Ngày", "Việc", "Người, bộ phận"),
        ("Thứ Hai, 14/11", "Hạn gửi Báo cáo năm 2022", "Văn phòng – Thống kê"),
        ("Thứ Năm, 17/11", "Chủ tịch tiếp công dân định kỳ", "Chủ tịch UBND"),
        (
            "Thứ Sáu, 18/11",
            "Trả lời ý kiến, kiến nghị (Đối thoại): Đề nghị thêm buổi hướng dẫn nộp hồ sơ trực tuyến",
            "Bộ phận TN&TKQ",
        ),
        (
            "Thứ Sáu, 18/11",
            "Trả lời ý kiến, kiến nghị (Đối thoại): Đề nghị kiểm tra nguồn nước sinh hoạt",
            "Văn hóa – Xã hội",
        ),
    ]


def test_the_week_lists_petitions_and_postings_whose_days_are_over(tmp_path: Path) -> None:
    folder = new_sample(tmp_path / "week")
    sheet = opened(folder / OFFICE)["Sổ đơn thư"]
    columns = {cell.value: cell.column_letter for cell in sheet[5] if cell.value}
    last = max(row[0].row for row in sheet.iter_rows(min_row=7) if row[1].value) + 1
    typed = {
        "code": ("D-97", "D-98", "D-99"),
        "received_on": (date(2022, 10, 17), date(2022, 11, 2), date(2022, 10, 17)),
        "kind": ("Khiếu nại", "Kiến nghị, phản ánh", "Tố cáo"),
        "competence": ("Thuộc thẩm quyền",) * 3,
        "accepted_on": (date(2022, 10, 19), None, date(2022, 10, 19)),
    }
    cells = {f"{columns[code]}{last + at}": value for code, values in typed.items() for at, value in enumerate(values)}
    typed_into(folder / OFFICE, "Sổ đơn thư", cells)
    posted = opened(folder / FILES["TUPHAP"])["Công khai"]
    where = {cell.value: cell.column_letter for cell in posted[5] if cell.value}
    typed_into(folder / FILES["TUPHAP"], "Công khai", {f"{where['posted_from']}7": date(2022, 10, 17)})
    remind(folder)
    told = [row[1] for row in week(folder)]

    assert "Đơn D-97 (Khiếu nại): hết hạn giải quyết" in told
    assert "Đơn D-98 (Kiến nghị, phản ánh): hết hạn giải quyết" in told
    assert any(re.match(r"Đủ 30 ngày niêm yết: \w", str(one)) for one in told)
    assert not any("D-99" in str(one) or "Tố cáo" in str(one) for one in told)


def test_an_opinion_that_tells_of_somebody_is_not_hung_on_the_wall(tmp_path: Path) -> None:
    folder = new_sample(tmp_path / "wall")
    sheet = opened(folder / OFFICE)["Ý kiến, kiến nghị"]
    (row,) = (
        one[5].row for one in sheet.iter_rows(min_row=7) if one[5].value == "Đề nghị kiểm tra nguồn nước sinh hoạt"
    )
    typed_into(folder / OFFICE, "Sổ tiếp công dân", {"E7": "Nguyễn Văn Kiểm Thử – thôn Minh Giang"})
    typed_into(folder / OFFICE, "Ý kiến, kiến nghị", {f"F{row}": "Ông Nguyễn Văn Kiểm Thử đề nghị xem nguồn nước"})
    remind(folder)

    assert "Trả lời ý kiến, kiến nghị (Đối thoại): xem ở sổ" in [one[1] for one in week(folder)]
    assert "Kiểm Thử" not in everything(folder / "ket-qua/viec-tuan-nay.xlsx")


def test_a_quiet_week_says_so() -> None:
    tet, nothing = date(2022, 1, 31), {code: unit._replace(registers=()) for code, unit in outcomes.UNITS.items()}
    plan = replace(outcomes.PLAN, units=nothing)
    quiet = outcomes.outcome(plan=plan, as_of=tet, sheets=[], tasks=[])

    assert week_lines(quiet) == []
    assert "Không có việc đến hạn trong tuần." in [getattr(one, "text", "") for one in week_page(quiet).blocks]


def test_more_than_fits_on_the_page_is_counted() -> None:
    placed = outcomes.placed(OPINIONS, "van-phong.xlsx", "VP")
    rows = tuple(
        Row(placed, number, {"due": AS_OF, "content": f"Kiến nghị {number}", "source": "Họp thôn"})
        for number in range(7, 52)
    )
    # With the chairman's Thursday and the yearly report they are 47.
    page = week_page(outcomes.outcome(sheets=[SheetRead(placed, rows)], tasks=[]))
    (table,) = (one for one in page.blocks if isinstance(one, Table))

    assert (len(table.rows), page.one_page, page.landscape) == (30, True, False)
    assert getattr(page.blocks[-1], "text", "") == "Còn 17 việc khác, xem trang Nhiệm vụ của bảng tổng hợp."
