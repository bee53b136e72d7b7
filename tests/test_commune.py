"""One commune from its sheets to its findings and the state of every task."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from danvan_xlsx import registers
from danvan_xlsx.check.commune import BookRead, Judged, in_order, judge
from danvan_xlsx.plan.build import Known
from danvan_xlsx.plan.plan import COMMON_SHEETS, Plan
from danvan_xlsx.plan.status import Status
from danvan_xlsx.plan.windows import windows
from danvan_xlsx.words.finding import Finding, Severity
from danvan_xlsx.words.layout import Place, Row
from danvan_xlsx.words.rules import CONDUCT, WARNING, say, sheet_rule
from danvan_xlsx.words.text import Text
from tests.plans import built
from tests.shelf import beside, book, catalogue_kept, told, typed_sheet

REGISTRY = registers.load()
#: Before any quarter had to be closed.
AS_OF = date(2022, 4, 1)

PLAN_TABLES = {
    "units": """
        | code | name                 | kind | registers                    | typed_in |
        | VP   | Văn phòng – Thống kê | UBND | Sổ tiếp công dân; Sổ đơn thư |          |
        | VH   | Văn hóa – Xã hội     | UBND | Tin, bài                     |          |
        | CT   | Chủ tịch UBND        | UBND |                              | VP       |
        """,
    "plan_tasks": """
        | code    | title                 | lead | frequency    | deadline   | deadline_basis | target_basis |
        | II.1.1  | Kế hoạch dân vận      | VP   | Một lần      | 30/06/2022 | kế hoạch       | kế hoạch     |
        | II.4.1  | Chủ tịch tiếp dân     | CT   | Thường xuyên |            |                | luật         |
        | II.4.5  | Tiếp nhận đơn         | VP   | Thường xuyên |            |                | luật         |
        | III.3.2 | Đưa tin, bài          | VH   | Tháng        |            |                | kế hoạch     |
        """,
    "indicators": """
        | task    | label     | measure                | window | comparison | target | basis |
        | II.4.1  | Lượt tiếp | Lượt tiếp công dân     | Lũy kế | ≥          | 2      | luật     |
        | II.4.5  | Đơn       | Đơn đã nhận            | Lũy kế | ≥          | 1      | luật     |
        | III.3.2 | Tin, bài  | Tin, bài đã đăng, phát | Tháng  | ≥          | 1      | kế hoạch |
        """,
    "lists": """
        | list   | code | label   |
        | fields | land | Đất đai |
        """,
}

VISITS = """
    | day        | session | receiver | person      | people | content | field   | matter | times   | outcome                 | petition | answered_on |
    | 04/03/2022 | Định kỳ | Chủ tịch | Công dân 01 | 4      | Đo đất  | Đất đai | KNPA   | Lần đầu | Tiếp nhận để giải quyết | D-01     | 10/03/2022  |
    | 11/03/2022 | Định kỳ | Chủ tịch | Công dân 02 | 1      | Hỏi     | Đất đai | Khác   | Lần đầu | Từ chối tiếp            |          |             |
    """  # noqa: E501
TASKS_OF_VP = "| code | assessment | done_on |\n| II.1.1 | | |\n| II.4.1 | | |\n| II.4.5 | | |"
TASKS_OF_VH = "| code |\n| III.3.2 |"
DOCUMENT = """
    | number   | day        | kind     | subject | task   |
    | 05/KH-UBND | 20/01/2022 | Kế hoạch | Dân vận | II.1.1 |
    """
PETITION = """
    | code | received_on | source    | kind      | person      | signers | content | field   | competence       | handled_on |
    | D-01 | 04/03/2022  | Trực tiếp | Kiến nghị | Công dân 01 | 1       | Đo đất  | Đất đai | Thuộc thẩm quyền | 10/03/2022 |
    """  # noqa: E501


def the_plan(**tables: str) -> Plan:
    plan, findings = built(Known(REGISTRY.sheets, REGISTRY.measures), **{**PLAN_TABLES, **tables})
    assert not findings, [(one.code, one.place.cell, say(one).message) for one in findings]
    return plan


PLAN = the_plan()


def a_book(unit: str, plan: Plan = PLAN, **tables: Any) -> BookRead:
    """A unit's workbook as its form has it, with these tables in it."""
    codes = (*COMMON_SHEETS, *plan.registers_in(unit, AS_OF))
    return book(unit, [REGISTRY.sheets[code].bind(plan.lists, plan.aliases) for code in codes], **tables)


def of_vp(**tables: Any) -> BookRead:
    return a_book("VP", **{"tasks": TASKS_OF_VP, "reception": VISITS, "petitions": PETITION, **tables})


def of_vh(**tables: Any) -> BookRead:
    return a_book("VH", **{"tasks": TASKS_OF_VH, **tables})


def judged(*books: BookRead, plan: Plan = PLAN, as_of: date = AS_OF, **more: Any) -> Judged:
    return judge(plan, REGISTRY, books, more.pop("told", ()), as_of, **more)


def errors(one: Judged) -> list[tuple[str, str | None]]:
    return told(finding for finding in one.findings if finding.severity is not Severity.NOTE)


def statuses(one: Judged) -> dict[str, str]:
    return {state.task.code: state.status.value for state in one.tasks}


def test_a_sound_commune_has_no_finding_and_a_status_for_every_task() -> None:
    one = judged(of_vp(documents=DOCUMENT), of_vh())

    assert errors(one) == []
    assert statuses(one) == {"II.1.1": "in_progress", "II.4.1": "done", "II.4.5": "done", "III.3.2": "not_met"}


def test_every_fault_of_a_row_is_told_in_one_pass_each_cell_once() -> None:
    visits = """
        | day         | session | receiver | person      | people | content | field   | matter   | times   | outcome    | petition | answered_on |
        | 04/03/2022  | Định kỳ | Chủ tịch | Công dân 01 | '6 hộ  | Hỏi     | Đất đai | Khác     | Lần đầu | Từ chối tiếp | D-09   | 03/03/2022 | F7 DL03, M7 DL10, N7 DL27
        | '05/03/2023 | Định kỳ | Ai đó    | Công dân 02 |        | Hỏi     | Đất đai | Khác     | Lần đầu | Từ chối tiếp |        | #N/A       | B8 DL16, D8 DL09, F8 DL01, N8 DL14
        """  # noqa: E501
    one = judged(of_vp(reception=visits), of_vh())

    assert told(one.findings) == beside(visits)


def test_a_doubled_task_is_told_as_a_task() -> None:
    one = judged(of_vp(tasks=f"{TASKS_OF_VP}\n| II.4.1 | | |"), of_vh())

    assert errors(one) == [("KH24", "B10")]


def test_every_missing_task_is_told_though_all_stand_at_one_heading() -> None:
    one = judged(of_vp(tasks="| code | title |\n| II.4.1 | |"), of_vh())

    assert [say(finding).message for finding in one.findings] == [
        "Trang Nhiệm vụ thiếu dòng II.1.1.",
        "Trang Nhiệm vụ thiếu dòng II.4.5.",
    ]


# -- what was not read -----------------------------------------------------------------


def test_nothing_follows_from_a_sheet_that_lacks_a_column() -> None:
    petitions = typed_sheet(
        """
        5 | _status.petitions | code
        6 | Tình trạng        | Mã đơn
        7 |                   | D-02
        8 |                   | D-02
        """,
        "Sổ đơn thư",
    )
    declared = TASKS_OF_VP.replace("II.4.5 | |", "II.4.5 | Hoàn thành | 05/03/2022")

    one = judged(of_vp(petitions=petitions, tasks=declared), of_vh())

    assert errors(one) == [("BM20", None)]
    assert statuses(one) == {"II.1.1": "not_due", "II.4.1": "done", "II.4.5": "not_reported", "III.3.2": "not_met"}


def test_nothing_follows_from_a_deleted_sheet() -> None:
    one = judged(of_vp(without="petitions"), of_vh())

    assert errors(one) == [("BM19", None)]
    assert statuses(one)["II.4.5"] == "not_reported"


def test_nothing_follows_from_a_workbook_that_has_not_come() -> None:
    one = judged(of_vh())

    assert errors(one) == []
    assert statuses(one) == {
        "II.1.1": "not_reported",
        "II.4.1": "not_reported",
        "II.4.5": "not_reported",
        "III.3.2": "not_met",
    }


def test_a_reference_into_a_workbook_that_has_not_come_is_not_asked_about() -> None:
    units = """
        | code | name | kind | registers        |
        | VP   | Văn phòng – Thống kê   | UBND | Sổ tiếp công dân |
        | VH   | Văn hóa – Xã hội   | UBND | Tin, bài; Sổ đơn thư |
        | CT   | Chủ tịch UBND    | UBND |      |
        """
    plan, _ = built(Known(REGISTRY.sheets, REGISTRY.measures), **{**PLAN_TABLES, "units": units})
    vp = a_book("VP", plan=plan, tasks="| code |\n| II.1.1 |\n| II.4.5 |", reception=VISITS)

    assert errors(judged(vp, plan=plan)) == []
    assert statuses(judged(vp, plan=plan))["II.4.5"] == "not_reported"
    assert errors(judged(vp, a_book("VH", plan=plan, tasks=TASKS_OF_VH), plan=plan)) == [("DL10", "M7")]


# -- tasks -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("assessment", "documents", "status", "found"),
    [
        ("| II.1.1 | Hoàn thành | 20/01/2022 |", DOCUMENT, Status.DONE, []),
        ("| II.1.1 | Hoàn thành | 20/01/2022 |", "| number |", Status.NO_EVIDENCE, [("KH07", "G7")]),
        ("| II.1.1 | Hoàn thành | 20/01/2022 |", DOCUMENT.replace("II.1.1", "II.4.1"), Status.NO_EVIDENCE, "KH07"),
        ("| II.1.1 | Hoàn thành | 20/01/2022 |", DOCUMENT.replace("II.1.1", "#84,01"), Status.NO_EVIDENCE, "KH07"),
        ("| II.1.1 | Đang thực hiện | |", "| number |", Status.IN_PROGRESS, []),
        ("| II.1.1 | | |", "| number |", Status.NOT_DUE, []),
        ("| II.1.1 | Hoàn thành | |", DOCUMENT, Status.DONE, [("DL28", "H7")]),
    ],
)
def test_a_task_nothing_measures_is_done_when_declared_and_shown(
    assessment: str, documents: str, status: Status, found: Any
) -> None:
    tasks = TASKS_OF_VP.replace("| II.1.1 | | |", assessment)
    one = judged(of_vp(tasks=tasks, documents=documents), of_vh())

    assert one.tasks[0].status is status
    if found == "KH07":
        assert {code for code, _ in errors(one)} - {"DL31"} == {"KH07"}
    else:
        assert errors(one) == found


def test_a_measured_task_declared_done_is_told_for_the_first_period_without_a_row() -> None:
    news = "| day | title |\n| 05/01/2022 | Xã ra quân làm thủy lợi |"
    tasks = "| code | assessment | done_on |\n| III.3.2 | Hoàn thành | 05/03/2022 |"
    one = judged(of_vp(), of_vh(tasks=tasks, news=news))

    said = [say(finding).message for finding in one.findings if finding.code == "KH07"]
    assert said == ["III.3.2 ghi Hoàn thành; chưa thấy minh chứng (Tháng 2)."]


def test_a_report_tells_how_a_task_stood_when_its_data_ended() -> None:
    tasks = TASKS_OF_VP.replace("| II.1.1 | | |", "| II.1.1 | Hoàn thành | 10/03/2022 |")
    books = of_vp(tasks=tasks, documents=DOCUMENT), of_vh()

    assert statuses(judged(*books))["II.1.1"] == "done"
    assert statuses(judged(*books, stand=date(2022, 3, 9)))["II.1.1"] == "in_progress"


def test_registers_that_are_not_closed_leave_their_tasks_without_figures() -> None:
    late = date(2022, 5, 2)
    one = judged(of_vp(), of_vh(), as_of=late)

    assert {code for code, _ in errors(one)} == {"KH26"}
    assert {status for code, status in statuses(one).items() if code != "II.1.1"} == {"not_reported"}

    closing = """
        | register         | period | answer          | day        | position  |
        | Sổ tiếp công dân | Quý I  | Có số liệu      | 04/04/2022 | Công chức |
        | Sổ đơn thư       | Quý I  | Có số liệu      | 04/04/2022 | Công chức |
        """
    nothing = """
        | register         | period | answer          | day        | position  |
        | Tin, bài         | Quý I  | không           | 04/04/2022 | Công chức |
        """
    closed = judged(of_vp(closing=closing), of_vh(closing=nothing), as_of=late)
    assert errors(closed) == []
    assert statuses(closed) == {"II.1.1": "not_due", "II.4.1": "done", "II.4.5": "done", "III.3.2": "not_met"}


def test_a_nil_return_is_done_where_the_task_allows_it() -> None:
    tasks = PLAN_TABLES["plan_tasks"].replace("target_basis |", "target_basis | nothing_allowed |")
    tasks = tasks.replace("| luật         |", "| luật | |").replace("| kế hoạch     |", "| kế hoạch | Có |")
    plan = the_plan(plan_tasks=tasks)
    late = date(2022, 5, 2)
    closed = "| register | period | answer |\n| Tin, bài | Quý I | Không phát sinh |"

    vh = a_book("VH", plan=plan, tasks=TASKS_OF_VH, closing=closed)
    assert statuses(judged(of_vp(), vh, plan=plan, as_of=late))["III.3.2"] == "nothing_arose"
    assert statuses(judged(of_vp(), of_vh(closing=closed), as_of=late))["III.3.2"] == "not_met"


def test_the_figures_stop_at_the_last_day_of_the_data() -> None:
    one = judged(of_vp(), of_vh(), until=date(2022, 3, 10))

    (visits,) = (state for state in one.tasks if state.task.code == "II.4.1")
    assert [measured.actual for measured in visits.indicators[0].measured] == [1]


def test_a_month_across_the_last_day_of_the_data_is_told_once_at_its_month() -> None:
    units = PLAN_TABLES["units"].replace("Tin, bài    ", "Truyền thanh")
    indicators = """
        | task    | label | measure                    | window | comparison | target | basis    |
        | III.3.2 | Phát  | Buổi phát trên đài truyền thanh | Lũy kế | ≥     | 1      | kế hoạch |
        | III.3.2 | Phát  | Buổi phát trên đài truyền thanh | Quý    | ≥     | 1      | kế hoạch |
        """
    topics = "| list | code | label |\n| fields | land | Đất đai |\n| topics | dv | Dân vận |"
    plan = the_plan(units=units, indicators=indicators, lists=topics)
    broadcasts = """
        | month | topic   | times | reach   |
        | 2     | Dân vận | 4     | Toàn xã |
        | 3     | Dân vận | 4     | Toàn xã | B8 KH35
        """
    vh = a_book("VH", plan=plan, tasks=TASKS_OF_VH, broadcasts=broadcasts)

    one = judged(of_vp(), vh, plan=plan, until=date(2022, 3, 20))

    assert errors(one) == beside(broadcasts)
    assert say(one.findings[-1]).message.startswith("Dòng 8 nằm một phần trong lũy kế đến 20/03/2022")
    assert errors(judged(of_vp(), vh, plan=plan)) == []


def test_a_figure_of_the_commune_is_counted_where_its_register_is_held() -> None:
    (window,) = windows("to_date", 2022, AS_OF)
    measures = {"visits": "visits", "received": "dossiers_received", "people": "people_received"}
    wanted = {key: (measure, window) for key, measure in measures.items()}

    assert judged(of_vp(), of_vh(), wanted=wanted).figures == {"visits": 2, "people": 5}
    assert judged(of_vh(), wanted=wanted).figures == {}


# -- findings --------------------------------------------------------------------------


def test_what_the_commune_accepts_is_a_note_with_its_reason() -> None:
    accepted = """
        | code | unit | sheet            | cell | reason       | decided_by |
        | DL03 | VP   | Sổ tiếp công dân | F7   | Theo sổ giấy | Chủ tịch   |
        """
    visits = VISITS.replace("| 4      |", "| 'x |").replace("| 1      |", "| 'y |")
    plan = the_plan(exceptions=accepted)

    one = judged(of_vp(reception=visits), of_vh(), plan=plan)

    assert [(finding.code, finding.place.cell, finding.severity, finding.accepted) for finding in one.findings] == [
        ("DL03", "F7", Severity.NOTE, "Theo sổ giấy (Chủ tịch)"),
        ("DL03", "F8", Severity.ERROR, None),
    ]


def test_what_two_rules_find_absent_is_told_by_both_though_it_stands_at_one_heading() -> None:
    said = Text("Chưa thấy.", "Absent.")
    texts: Any = {"message": said, "remedy": said, "reason": said, "wrong": "", "right": ""}
    with catalogue_kept():
        for code in ("ZZ01", "ZZ02"):

            @sheet_rule(code, REGISTRY.sheets["reception"], CONDUCT, WARNING, **texts)
            def absent(rows: tuple[Row, ...]) -> Any:
                yield None, "day", {}

        one = judged(of_vp(), of_vh())

    assert errors(one) == [("ZZ01", "B6"), ("ZZ02", "B6")]


def test_findings_come_by_file_sheet_row_column_and_code() -> None:
    cells = [Place("a", "S", *cell) for cell in ((7, 2), (7, 3), (10, 1))]
    places = [Place("a"), Place("a", "S"), *cells, Place("b")]
    findings = [Finding(code, place) for place in places for code in ("DL01", "DL02")]

    assert in_order(reversed(findings)) == findings


def test_what_was_told_before_stands_with_the_rest() -> None:
    one = judged(of_vp(), of_vh(), told=[Finding("BM17", Place(""), {"unit": "x"})])

    assert told(one.findings) == [("BM17", None)]


def test_rows_with_data_are_counted_unreadable_ones_too_and_ready_ones_not() -> None:
    visits = f"{VISITS}\n| quý I {'| ' * 11}|\n{'| ' * 12}|"

    assert of_vp(reception=visits).rows == {
        "tasks": 0,
        "documents": 0,
        "closing": 0,
        "reception": 3,
        "petitions": 1,
    }
