"""A rule is a yes-or-no question asked of readable rows; what it names decides whether, and which cell is blamed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvan_xlsx.check.judge import judge_rows, judge_sheets, once_a_cell
from danvan_xlsx.words.finding import Concern, Finding, Severity
from danvan_xlsx.words.kinds import NOTE as NOTE_KIND
from danvan_xlsx.words.law import Law
from danvan_xlsx.words.layout import Place, Row, Sheet
from danvan_xlsx.words.rules import (
    CATALOGUE,
    CONDUCT,
    CONTEXT,
    DATA,
    ERROR,
    NOTE,
    WARNING,
    Register,
    found,
    key,
    measure,
    rule,
    say,
    sheet_rule,
)
from danvan_xlsx.words.text import Text
from tests.shelf import LOANS, beside, catalogue_kept, column, plan, register, told

AS_OF = date(2022, 11, 14)
CONTEXT_OF_A_RUN: dict[str, Any] = {"law": Law(), "plan": plan(), "as_of": AS_OF}
SAID: dict[str, Any] = {
    "message": Text("{people} người ngày {day}.", "{people} on {day}."),
    "remedy": Text("Đề nghị xem.", "Look."),
    "reason": Text("Để xem.", "To look."),
    "wrong": "people 40",
    "right": "people 12",
}

LINES = """
    | day        | people | purpose   | reason |
    | 05/03/2022 | 12     | Học tập   | x      |
    | 06/03/2022 | 40     | Công việc |        |
    | 07/03/2022 | 'x     | Công việc | y      |
    |            | 50     |           | y      |
    | 08/03/2022 |        | Học tập   | y      |
    """


@pytest.fixture(autouse=True)
def _nothing_leaks() -> Iterator[None]:
    with catalogue_kept():
        yield


def asked(text: str = LINES) -> list[tuple[str, str | None]]:
    """(code, cell) of what the rules of this test, ZZ.., find in a table of loans."""
    return told(findings(text))


def findings(text: str = LINES) -> list[Finding]:
    rules = [one for code, one in CATALOGUE.items() if code.startswith("ZZ")]
    return judge_rows({"loans": register(LOANS, text)}, rules, CONTEXT_OF_A_RUN)


def test_a_rule_is_asked_where_all_it_names_was_read_and_blames_its_first_parameter() -> None:
    @rule("ZZ01", LOANS, DATA, WARNING, **SAID)
    def always(people, day):  # type: ignore[no-untyped-def]
        return True

    assert asked() == [("ZZ01", "C7"), ("ZZ01", "C8")]


def test_a_parameter_with_none_may_be_blank_but_not_unreadable() -> None:
    @rule("ZZ01", LOANS, DATA, WARNING, **SAID)
    def always(day, people=None):  # type: ignore[no-untyped-def]
        return people is None or people > 30

    assert asked() == [("ZZ01", "B11"), ("ZZ01", "B8")]


def test_a_rule_of_optional_cells_only_blames_the_first_of_them() -> None:
    @rule("ZZ01", LOANS, DATA, WARNING, **SAID)
    def always(reason=None, people=None):  # type: ignore[no-untyped-def]
        return reason is None

    assert asked() == [("ZZ01", "E8")]


@pytest.mark.parametrize("no_fault", [None, False, 0, ""])
def test_an_empty_answer_is_no_fault(no_fault: object) -> None:
    @rule("ZZ01", LOANS, DATA, WARNING, **SAID)
    def never(people):  # type: ignore[no-untyped-def]
        return no_fault

    assert asked() == []


@pytest.mark.parametrize("fault", [True, {}, {"people": 3}])
def test_true_or_values_are_a_fault(fault: object) -> None:
    @rule("ZZ01", LOANS, DATA, WARNING, **SAID)
    def always(people):  # type: ignore[no-untyped-def]
        return people == 12 and fault

    assert asked() == [("ZZ01", "C7")]


def test_the_sentence_has_the_cells_of_the_row_and_what_the_rule_adds() -> None:
    @rule("ZZ01", LOANS, DATA, WARNING, **{**SAID, "message": Text("{people}/{most} ngày {day}", "x")})
    def too_many(people, day):  # type: ignore[no-untyped-def]
        return people > 30 and {"most": 1250}

    (finding,) = findings()

    assert (say(finding).message, finding.severity) == ("40/1.250 ngày 06/03/2022", WARNING)


def test_law_plan_day_and_row_are_handed_in_when_they_are_named() -> None:
    seen: list[tuple[Any, ...]] = []

    @rule("ZZ01", LOANS, DATA, WARNING, **SAID)
    def look(people, law, plan, as_of, row):  # type: ignore[no-untyped-def]
        seen.append((law, plan, as_of, row.number))

    assert asked() == []
    law, the_plan = CONTEXT_OF_A_RUN["law"], CONTEXT_OF_A_RUN["plan"]
    assert seen == [(law, the_plan, AS_OF, 7), (law, the_plan, AS_OF, 8), (law, the_plan, AS_OF, 10)]


def test_a_rule_counts_days_by_the_law_in_force() -> None:
    @rule("ZZ01", LOANS, CONDUCT, WARNING, **SAID)
    def accepted_late(day, law, as_of):  # type: ignore[no-untyped-def]
        limit = law("complaint.acceptance", at=day)
        late = limit.late(day, as_of)
        return late > 0 and {"late": late, "limit": limit}

    near = "| day | people |\n| 04/11/2022 | 1 |\n| 01/11/2022 | 1 | B8 ZZ01"
    assert asked(near) == beside(near)


def test_a_rule_of_a_register_that_is_not_there_is_not_asked() -> None:
    @rule("ZZ01", LOANS, DATA, WARNING, **SAID)
    def always(people):  # type: ignore[no-untyped-def]
        return True

    assert judge_rows({}, [CATALOGUE["ZZ01"]], CONTEXT_OF_A_RUN) == []


# -- declared wrongly ------------------------------------------------------------------


def test_a_rule_names_columns_of_its_sheet() -> None:
    with pytest.raises(ValueError, match="ZZ01: sheet loans has no column poeple"):

        @rule("ZZ01", LOANS, DATA, WARNING, **SAID)
        def always(poeple):  # type: ignore[no-untyped-def]
            return True


def test_a_rule_blames_a_cell() -> None:
    with pytest.raises(ValueError, match="ZZ01 names no column to blame"):

        @rule("ZZ01", LOANS, DATA, WARNING, **SAID)
        def always(plan, as_of):  # type: ignore[no-untyped-def]
            return True


def test_conduct_is_never_an_error() -> None:
    with pytest.raises(ValueError, match="ZZ01: conduct is never an error"):

        @rule("ZZ01", LOANS, CONDUCT, ERROR, **SAID)
        def late(day):  # type: ignore[no-untyped-def]
            return True

    with pytest.raises(ValueError, match="conduct is never an error"):

        @sheet_rule("ZZ01", LOANS, CONDUCT, ERROR, **SAID)
        def absent(rows):  # type: ignore[no-untyped-def]
            return ()


def test_a_code_is_entered_once() -> None:
    def enter() -> None:
        @rule("ZZ01", LOANS, DATA, WARNING, **SAID)
        def always(people):  # type: ignore[no-untyped-def]
            return True

    enter()
    with pytest.raises(ValueError, match="code ZZ01 stands twice: always, always"):
        enter()


def test_a_measure_names_columns_of_its_sheet_and_has_its_own_code() -> None:
    unit = Text("lượt", "times")
    with pytest.raises(ValueError, match="measure zz: sheet loans has no column days"):
        measure("zz", LOANS, on="days", unit=unit, label=unit)(lambda rows: ())
    with pytest.raises(ValueError, match="measure zz: sheet loans has no column who"):
        measure("zz", LOANS, on="day", needs=("who",), unit=unit, label=unit)(lambda rows: ())
    measure("zz", LOANS, on="day", unit=unit, label=unit)(lambda rows: ())
    with pytest.raises(ValueError, match="measure zz stands twice"):
        measure("zz", LOANS, on="day", unit=unit, label=unit)(lambda rows: ())


def test_the_source_of_a_rule_is_its_docstring() -> None:
    @rule("ZZ01", LOANS, DATA, WARNING, **SAID)
    def always(people):  # type: ignore[no-untyped-def]
        """Luật Thư viện 2019, Điều 5."""

    entry = CATALOGUE["ZZ01"]
    assert (entry.source, entry.name) == ("Luật Thư viện 2019, Điều 5.", "always")


# -- sheet rules -----------------------------------------------------------------------

OTHER = Sheet("other", Text("Sổ khác", "Other"), LOANS.columns)


def of_sheets(*registers: Register, unread: frozenset[str] = frozenset()) -> list[Finding]:
    rules = [one for code, one in CATALOGUE.items() if code.startswith("ZZ")]
    return judge_sheets({one.sheet.code: one for one in registers}, rules, CONTEXT_OF_A_RUN, unread)


def test_a_sheet_rule_sees_the_rows_of_every_workbook_once() -> None:
    @sheet_rule("ZZ01", LOANS, DATA, WARNING, **SAID)
    def more_each_time(rows):  # type: ignore[no-untyped-def]
        most = 0
        for row in rows:
            if row.get("people", most) < most:
                yield row, "people", {"day": row["day"]}
            most = row.get("people", most)

    there = "| day | people |\n| 01/03/2022 | 12 |\n| 02/03/2022 | 11 |"
    findings = of_sheets(register(LOANS, ("VP", "| day | people |\n| 01/03/2022 | 40 |"), ("VH", there)))

    assert [(one.place.file, one.place.cell) for one in findings] == [("VH.xlsx", "C7"), ("VH.xlsx", "C8")]


def test_what_is_absent_is_told_at_the_heading_in_the_workbook_that_is_typed() -> None:
    @sheet_rule("ZZ01", LOANS, CONDUCT, WARNING, **SAID)
    def months_without_loans(rows, as_of):  # type: ignore[no-untyped-def]
        months = {row["day"].month for row in rows if "day" in row.values}
        for month in range(1, as_of.month):
            if month not in months:
                yield None, "day", {"people": 0, "day": month}

    findings = of_sheets(register(LOANS, ("VH", LINES)))

    assert {(one.place.file, one.place.cell) for one in findings} == {("VH.xlsx", "B6")}
    assert [one.values["day"] for one in findings] == [1, 2, 4, 5, 6, 7, 8, 9, 10]
    assert of_sheets(register(LOANS, ("VH", LINES)), unread=frozenset({"loans"})) == []
    assert of_sheets(Register(LOANS, ())) == []


def test_a_sheet_rule_compares_with_another_register_only_where_all_of_it_was_read() -> None:
    @sheet_rule("ZZ01", LOANS, DATA, WARNING, **SAID)
    def not_in_the_other(rows, other):  # type: ignore[no-untyped-def]
        for row in rows:
            if key(row.get("reason")) not in other.by("reason"):
                yield row, "reason", {}

    loans = register(LOANS, "| people | reason |\n| 1 | A |\n| 1 | b |")
    other = register(OTHER, "| people | reason |\n| 1 | a |")

    assert told(of_sheets(loans, other)) == [("ZZ01", "E8")]
    assert of_sheets(loans, other, unread=frozenset({"other"})) == []
    assert of_sheets(loans, Register(OTHER, ())) == []
    assert of_sheets(loans) == []


def test_a_register_finds_the_first_row_of_a_value_however_it_is_written() -> None:
    loans = register(LOANS, "| people | reason |\n| 1 | Sách luật |\n| 2 | SÁCH  LUẬT |")

    assert loans.by("reason")[key("sách␣luật".replace("␣", "\u00a0"))]["people"] == 1


# -- each cell once --------------------------------------------------------------------

HERE, THERE, WHOLE = Place("VP.xlsx", "Sổ", 9, 3), Place("VP.xlsx", "Sổ", 9, 4), Place("VP.xlsx", "Sổ")
HEADING = Place("VP.xlsx", "Sổ", 6, 2)


def of(code: str, place: Place, severity: Severity = ERROR, **values: Any) -> Finding:
    return Finding(code, place, values, severity)


@pytest.mark.parametrize(
    ("told_in_order", "kept"),
    [
        ([of("A", HERE), of("B", HERE), of("C", THERE)], "AC"),
        ([of("A", HERE, WARNING), of("B", HERE)], "B"),
        ([of("A", HERE, NOTE), of("B", HERE)], "B"),
        ([of("A", HERE), of("B", HERE, NOTE)], "A"),
        ([of("A", HERE, NOTE), of("B", HERE, NOTE)], "AB"),
        ([of("A", HERE), of("A", HERE, raw=2), of("B", HERE)], "AA"),
        ([of("A", WHOLE), of("B", WHOLE), of("C", HERE)], "ABC"),
        ([of("A", HEADING), of("A", HEADING), of("B", HEADING, WARNING)], "AAB"),
    ],
)
def test_each_cell_is_blamed_for_the_gravest_and_absences_are_all_told(told_in_order: list[Finding], kept: str) -> None:
    left = once_a_cell(told_in_order, frozenset({Place("VP.xlsx", "Sổ", 6)}))

    assert "".join(one.code for one in left) == kept


def test_no_column_may_be_called_like_what_a_rule_is_handed() -> None:
    assert frozenset({"row", "rows", "law", "plan", "as_of"}) == CONTEXT


# -- order -----------------------------------------------------------------------------


def _many(people: Any, as_of: date, reason: Any = None) -> Any:
    return people > 30 and {"reason": reason, "as_of": as_of}


@given(st.permutations(range(7)))
def test_the_order_of_rows_changes_nothing_of_what_row_rules_find(order: list[int]) -> None:
    rows = (
        "| 05/03/2022 | 12 | Học tập | x |",
        "| 06/03/2022 | 40 | Công việc | |",
        "| 07/03/2022 | 'x | Công việc | y |",
        "| | 50 | | y |",
        "| 08/03/2022 | | Học tập | y |",
        "| | | | |",
        "| '31/02/2022 | 31 | | z |",
    )
    head = "| day | people | purpose | reason |\n"
    with catalogue_kept():
        rule("ZZ01", LOANS, DATA, WARNING, **SAID)(_many)

        def told_of(lines: Iterator[str]) -> set[str]:
            return {f"{one.code} {sorted(one.values.items(), key=str)}" for one in findings(head + "\n".join(lines))}

        assert told_of(rows[at] for at in order) == told_of(iter(rows))
        assert len(told_of(iter(rows))) == 3


def test_a_finding_carries_the_severity_of_its_code() -> None:
    row = Row(register(LOANS, LINES).rows[0].at, 7, {})

    assert [found(code, row.place("day")).severity for code in ("DL16", "DL21", "KH26")] == [ERROR, NOTE, WARNING]


# -- how heavy it weighs ------------------------------------------------------------


EXPLAINED = Sheet(
    "loans_explained",
    Text("Sổ mượn sách có giải trình", "Loans"),
    (*LOANS.columns, column("explanation", "Giải trình", NOTE_KIND)),
)
EXPLAINED_LINES = """
    | day        | people | explanation |
    | 05/03/2022 | 12     |             |
    | 06/03/2022 | 40     | Lễ hội      |
    """


@pytest.mark.parametrize(("concern", "weighed"), [(CONDUCT, NOTE), (DATA, WARNING)])
def test_what_staff_have_explained_is_a_note_unless_it_is_the_data_that_are_wrong(
    concern: Concern, weighed: Severity
) -> None:
    @rule("ZZ01", EXPLAINED, concern, WARNING, **SAID)
    def always(people, day):  # type: ignore[no-untyped-def]
        return True

    found = judge_rows({EXPLAINED.code: register(EXPLAINED, EXPLAINED_LINES)}, [CATALOGUE["ZZ01"]], CONTEXT_OF_A_RUN)

    assert [(one.severity, one.explained) for one in found] == [(WARNING, False), (weighed, weighed is NOTE)]


@pytest.mark.parametrize(("figure", "weighed"), [("publicity.deadline", WARNING), ("publicity.posting", NOTE)])
def test_a_figure_that_nobody_verified_makes_a_note_and_brings_its_source(figure: str, weighed: Severity) -> None:
    @rule("ZZ01", LOANS, CONDUCT, WARNING, **SAID)
    def always(day, law):  # type: ignore[no-untyped-def]
        return {"limit": law(figure, at=day)}

    (one, *_) = findings()

    assert (one.severity, one.values["source"]) == (weighed, Law()(figure, at=date(2022, 3, 5)).source)


def test_a_day_before_any_figure_of_the_law_is_held_against_nothing() -> None:
    @rule("ZZ01", LOANS, CONDUCT, WARNING, **SAID)
    def always(day, law):  # type: ignore[no-untyped-def]
        return {"limit": law("publicity.deadline", at=day)}

    @sheet_rule("ZZ02", LOANS, CONDUCT, WARNING, **SAID)
    def once(rows, law):  # type: ignore[no-untyped-def]
        for row in rows:
            yield row, "day", {"limit": law("publicity.deadline", at=row["day"])}

    old = register(LOANS, "| day | people |\n| 05/03/2002 | 1 |\n| 05/03/2022 | 1 |")
    rules = [CATALOGUE["ZZ01"], CATALOGUE["ZZ02"]]

    assert told(judge_rows({"loans": old}, rules, CONTEXT_OF_A_RUN)) == [("ZZ01", "B8")]
    assert judge_sheets({"loans": old}, rules, CONTEXT_OF_A_RUN) == []
