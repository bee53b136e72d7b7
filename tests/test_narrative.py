"""The words of the report that is signed: a sentence for what the data say, none for what they do not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from danvan_xlsx.plan import terms
from danvan_xlsx.plan.plan import Recipient
from danvan_xlsx.plan.status import Status
from danvan_xlsx.registers.petitions.sheet import PETITIONS
from danvan_xlsx.registers.study.sheet import STUDIES, STUDY
from danvan_xlsx.report.periodic.figures import Periodic, ReportFigure
from danvan_xlsx.report.periodic.narrative import narrative
from danvan_xlsx.report.periodic.parts.outline import Narrative, Part
from danvan_xlsx.report.periodic.parts.phrases import clean, figure, lower_first, sentence, series
from danvan_xlsx.words.kinds import Option
from danvan_xlsx.words.rules import Figure
from danvan_xlsx.words.text import Text
from tests import standing
from tests.conftest import Snapshot
from tests.narratives import (
    DRAFT,
    NAM,
    PETITIONER,
    flat,
    papers,
    petitions,
    plan,
    remarks,
    report,
    settings,
    sheet,
    states,
)


def told(**facts: Any) -> str:
    return "\n".join(flat(narrative(report(**facts))))


def lines(part: Part, heading: str = "") -> list[str]:
    return [line for one in part.passages if one.heading.endswith(heading) for line in one.lines]


def test_the_report_says_what_the_proofreader_has_read(snapshot: Snapshot) -> None:
    snapshot(told() + "\n", "narrative.txt")


def test_no_sentence_says_what_the_house_never_says() -> None:
    said = told().lower()

    assert [word for word in ("vi phạm", "sai phạm", "khai khống", "yếu kém", "yêu cầu") if word in said] == []


# -- letterhead ------------------------------------------------------------------------


def test_number_and_day_are_left_free_until_they_are_known() -> None:
    blank, signed = narrative(report()).head, narrative(report(number="45/BC-UBND", signed_on=date(2022, 2, 5))).head

    assert (blank.number, blank.place_and_day) == ("Số:       /BC-UBND", "Minh Sơn, ngày     tháng     năm 2022")
    assert (signed.number, signed.place_and_day) == ("Số: 45/BC-UBND", "Minh Sơn, ngày 05 tháng 02 năm 2022")


@pytest.mark.parametrize(
    ("typed", "authority", "title"),
    [
        ("Chủ tịch", ("TM. ỦY BAN NHÂN DÂN",), "CHỦ TỊCH"),
        ("Phó Chủ tịch UBND xã", ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"), "PHÓ CHỦ TỊCH"),
        ("", ("TM. ỦY BAN NHÂN DÂN",), ""),
    ],
)
def test_a_deputy_signs_for_the_chairman(typed: str, authority: tuple[str, ...], title: str) -> None:
    head = narrative(report(of=plan(settings=settings(signer_title=typed)))).head

    assert (head.authority, head.title, head.name) == (authority, title, "")


def test_the_copies_begin_as_above_and_end_with_the_file() -> None:
    head = narrative(report()).head

    assert head.addressed == ("Kính gửi: Ủy ban nhân dân huyện Ngọc Lặc (qua Phòng Nội vụ).",)
    assert head.copies == ("- Như trên;", "- TT Đảng ủy, TT HĐND (b/c);", "- Ủy ban MTTQ xã (p/h);", "- Lưu: VT, VP.")


def test_several_addressed_stand_under_each_other() -> None:
    both = (Recipient("NAM", 1, "UBND huyện;", True, "b/c", ""), Recipient("NAM", 2, "Huyện ủy", True, "b/c", ""))
    head = narrative(report(of=plan(recipients=both))).head

    assert head.addressed == ("Kính gửi:", "- UBND huyện;", "- Huyện ủy.")
    assert head.copies == ("- Như trên;", "- Lưu: VT, VP.")


def test_without_recipients_the_superior_of_the_plan_is_addressed() -> None:
    of = plan(recipients=(), settings=settings(superior="Ủy ban nhân dân huyện Ngọc Lặc", through="Phòng Nội vụ"))

    assert narrative(report(of=of)).head.addressed == ("Kính gửi: Ủy ban nhân dân huyện Ngọc Lặc (qua Phòng Nội vụ).",)
    assert narrative(report(of=plan(recipients=()))).head.copies == ("- Lưu: VT, VP.",)


def test_only_a_draft_is_marked() -> None:
    assert narrative(report()).draft == ""
    assert narrative(report(in_the_way=DRAFT)).draft == "BẢN NHÁP"
    assert narrative(report(in_the_way=DRAFT, accepted="Đã trình Chủ tịch")).draft == ""


# -- I ---------------------------------------------------------------------------------


def test_a_document_is_named_in_full_once() -> None:
    made = narrative(report())

    assert (
        "Kế hoạch số 31/KH-UBND ngày 08 tháng 4 năm 2022 của Ủy ban nhân dân xã Minh Sơn về thực hiện" in made.opening
    )
    assert not any("31/KH-UBND" in line for line in lines(made.directing))
    assert "- Quyết định số 52/QĐ-UBND ngày 20/4/2022 về việc kiện toàn Ban;" in lines(made.directing)


def test_documents_of_the_front_and_of_another_time_are_not_the_committees() -> None:
    front = plan().units["VP"]._replace(code="MT", kind=terms.FRONT)
    theirs = papers().placed._replace(unit="MT")
    moved = papers()._replace(placed=theirs, rows=tuple(replace(row, at=theirs) for row in papers().rows))
    made = narrative(report(of=plan(units={**plan().units, "MT": front}), sheets=[moved]))

    assert "99/KH-UBND" not in told()
    assert made.directing.passages == ()


def test_attendance_is_told_only_where_every_line_has_it() -> None:
    held = {"day": date(2022, 4, 15), "kind": STUDY, "subject": "Pháp lệnh 34/2007"}
    part = narrative(report(sheets=[sheet(STUDIES, {**held, "invited": 21, "attended": 20}, held)])).directing

    assert lines(part) == ["- Hội nghị quán triệt Pháp lệnh 34/2007, ngày 15/4/2022."]


# -- II --------------------------------------------------------------------------------


def test_a_share_shows_its_parts_its_target_and_the_year_before() -> None:
    assert (
        "- Dịch vụ công trực tuyến mức độ 3, 4 đạt 70% trở lên. Tỷ lệ hồ sơ trực tuyến: 1.060/2.090 hồ sơ (50,7%; "
        "chỉ tiêu 70%; cùng kỳ năm trước 33,9%). Chưa đạt chỉ tiêu." in lines(narrative(report()).results)
    )


def test_a_target_nobody_adopted_is_not_told_upward() -> None:
    asked = standing.indicator(target=70, of="checks")
    part = tuple((Figure(standing.ROW, "day", number),) for number in (1.0, 4.0))
    share = ReportFigure("x", "Hồ sơ", "%", 25.0, part, share=True)

    assert str(figure(asked, share, None, binding=False)) == "Hồ sơ: 1/4 (25%)"
    assert str(figure(asked, share, None, binding=True)) == "Hồ sơ: 1/4 (25%; chỉ tiêu 70)"
    assert figure(asked, share._replace(actual=None), None, binding=True) is None


def test_a_register_that_was_not_closed_has_no_figures() -> None:
    silent = [one._replace(status=Status.NOT_REPORTED) for one in states()]
    made = narrative(report(tasks=silent, sheets=[]))

    assert all(line.endswith(": chưa có số liệu.") for line in lines(made.results, "Cải cách hành chính")[1:])
    assert lines(made.assessment, "Ưu điểm") == []


def test_what_was_done_after_the_data_end_is_not_done_yet() -> None:
    after = [states()[0]._replace(status=Status.DONE_LATE, done_on=date(2022, 11, 3))]

    assert "đã quá hạn 30/6/2022" in "\n".join(lines(narrative(report(tasks=after)).results))


def test_the_report_does_not_count_its_own_sending() -> None:
    assert not any("Báo cáo năm gửi" in line for line in flat(narrative(report())))


def test_totals_without_a_content_of_theirs_are_told_all_the_same() -> None:
    first = [states()[0]]

    assert "- Tiếp công dân: 50 lượt, 66 người, không có đoàn đông người." in lines(
        narrative(report(tasks=first)).results
    )


# -- III -------------------------------------------------------------------------------


def test_what_is_late_is_told_with_the_reason_that_staff_wrote() -> None:
    part = narrative(report()).assessment

    assert [one.heading for one in part.passages] == ["1. Ưu điểm", "2. Tồn tại, hạn chế", "3. Nguyên nhân"]
    assert lines(part, "Nguyên nhân") == [
        "- Kiểm tra, đánh giá hoạt động Bộ phận tiếp nhận và trả kết quả: Quý III chưa kiểm tra do trưng tập chống bão."
    ]


def test_without_a_reason_there_is_no_heading_for_one() -> None:
    part = narrative(report(sheets=[])).assessment

    assert [one.heading for one in part.passages] == ["1. Ưu điểm", "2. Tồn tại, hạn chế"]


def test_where_nothing_is_late_that_is_said_and_nothing_else() -> None:
    done = [one for one in states() if one.status is Status.DONE]
    part = narrative(report(tasks=done)).assessment

    assert [one.heading for one in part.passages] == ["1. Ưu điểm"]
    assert lines(part)[-1] == "Không có nhiệm vụ quá hạn hoặc chưa đạt chỉ tiêu."


# -- IV, V -----------------------------------------------------------------------------


def test_the_time_ahead_has_its_days() -> None:
    assert lines(narrative(report()).ahead, "Nhiệm vụ đến hạn") == [
        "- Tập huấn kỹ năng cho Ban Thanh tra nhân dân (Văn phòng – Thống kê; hạn 25/11/2022)."
    ]


def test_nothing_to_do_and_nothing_proposed_is_said_in_two_words() -> None:
    made = narrative(report(tasks=[], sheets=[]))

    assert (lines(made.ahead), lines(made.proposals)) == (["Không có."], ["Không có."])


def test_a_difficulty_and_what_is_proposed_are_told_apart() -> None:
    assert [(one.heading, one.lines) for one in narrative(report()).proposals.passages] == [
        ("1. Khó khăn, vướng mắc", ("- Văn phòng – Thống kê: Đường truyền chậm.",)),
        (
            "2. Kiến nghị, đề xuất",
            (
                "- Văn phòng – Thống kê: Đề xuất huyện cấp thêm một máy tính.",
                "- Văn phòng – Thống kê (nhiệm vụ “Kiểm tra, đánh giá hoạt động Bộ phận tiếp nhận và trả kết quả”): "
                "Đề xuất giao Tư pháp làm thay.",
            ),
        ),
    ]


def test_the_box_of_another_period_is_not_quoted() -> None:
    assert lines(narrative(report(sheets=[remarks(KK__6T="Thiếu máy tính")])).proposals) == ["Không có."]


def test_remarks_without_a_day_are_not_taken_for_an_older_period() -> None:
    later = NAM._replace(code="T11", until=date(2022, 11, 10), task="III.1.2")
    made = narrative(report(of=plan(periods={"NAM": NAM, "T11": later})))

    assert lines(made.assessment, "Nguyên nhân") == []
    assert "Đường truyền chậm" in "\n".join(lines(made.proposals))


# -- persons ---------------------------------------------------------------------------


def test_a_petitioner_is_named_nowhere_and_the_cell_is_remembered() -> None:
    made = narrative(report())

    assert PETITIONER not in "\n".join(flat(made))
    assert "- Thông báo số 60/TB-UBND ngày 04/5/2022." in lines(made.directing)
    assert [(one.sheet, one.cell) for one in made.left_out] == [("Văn bản ban hành", "E10")]


@pytest.mark.parametrize(
    "text",
    [
        f"Chậm do {PETITIONER.upper()} không nhận giấy mời",
        "Chậm do bà Nguyễn Thị Khác chưa ký",
        "Gọi 0912 345 678 để hỏi",
        "Căn cước 038090001234",
    ],
)
def test_a_text_that_tells_of_a_person_is_not_quoted(text: str) -> None:
    made = narrative(report(sheets=[petitions(), remarks(KK__NAM=text, II_2_1=text)]))

    assert lines(made.proposals) == ["Không có."]
    assert lines(made.assessment, "Nguyên nhân") == []
    assert len(made.left_out) == 2


@pytest.mark.parametrize(
    "text",
    ["Kinh phí 1.050.000.000 đồng", "Bà con Minh Đức chưa quen", "Công văn 123456789/QĐ", "Anh em đoàn thể giúp"],
)
def test_a_text_that_tells_of_nobody_is_quoted(text: str) -> None:
    assert lines(narrative(report(sheets=[petitions(), remarks(KK__NAM=text)])).proposals) == [
        f"- Văn phòng – Thống kê: {text}."
    ]


def test_explanations_beside_a_denunciation_are_never_quoted() -> None:
    assert explained("denunciation") == []
    assert explained("complaint") == [f"- {states()[2].task.title}: Chờ ý kiến của huyện."]


def explained(kind: str) -> list[str]:
    """What is told as a reason where a row of this kind is in the whole and not in the part."""
    read = sheet(PETITIONS, {"kind": Option(kind, Text("", "")), "explanation": "Chờ ý kiến của huyện"})
    made: Periodic = report(tasks=[states()[2]], sheets=[read])
    (section,) = made.sections
    (share,) = section.figures
    missed = share._replace(parts=((), (Figure(read.rows[0], "kind", 1.0),)))
    return lines(
        narrative(made._replace(sections=(section._replace(figures=(missed,)),))).assessment,
        "Nguyên nhân",
    )


# -- texts of staff --------------------------------------------------------------------


def test_texts_of_staff_stay_texts() -> None:
    typed = '=HYPERLINK("x")\x07 {{ 7*7 }}\n<w:p>\u200b & {% for %}'

    assert clean(typed) == '=HYPERLINK("x") {{ 7*7 }} <w:p> & {% for %}'
    assert sentence("- chậm do mưa ;") == "Chậm do mưa."
    assert sentence("xin hết./.") == "Xin hết."
    assert sentence("-5 độ, rét") == "-5 độ, rét."


def test_words_are_lowered_inside_a_sentence_and_names_are_not() -> None:
    words = ("Hồ sơ quá hạn", "TTHC mới", "Ban Thanh tra nhân dân", "Kỳ Chủ tịch tiếp", "Nghị quyết 25-NQ/TW")

    assert [lower_first(word) for word in words] == ["hồ sơ quá hạn", *words[1:3], "kỳ Chủ tịch tiếp", words[4]]
    assert series(words) == "Hồ sơ quá hạn; TTHC mới; Ban Thanh tra nhân dân; kỳ Chủ tịch tiếp; Nghị quyết 25-NQ/TW"


def test_the_same_data_make_the_same_report() -> None:
    first: Narrative = narrative(report())

    assert narrative(report()) == first
