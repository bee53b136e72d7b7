"""What holds for every register: declarations that agree with each other, with Excel and with what people type."""

from __future__ import annotations

from types import ModuleType

import pytest

from danvan_xlsx.registers import HINT_LENGTH, LABEL_LENGTH, TITLE_LENGTH, load
from danvan_xlsx.words.kinds import CODE, COUNT, FACT_DAY, LINE, YES_NO, Choice, Option, choice
from danvan_xlsx.words.layout import Column, Sheet
from danvan_xlsx.words.rules import Figure, measure
from danvan_xlsx.words.text import Text, fold
from tests.registers.declared import example_faults

SHEETS = load().sheets
COLUMNS = [pytest.param(s, c, id=f"{s.code}.{c.code}") for s in SHEETS.values() for c in s.columns]
NEVER_SAID = ("vi phạm", "sai phạm", "khai khống", "yếu kém", "yêu cầu")


def sheet(*columns: Column, code: str = "library", title: str = "Tủ sách", key: tuple[str, ...] = ()) -> Sheet:
    return Sheet(code, Text(title, title), columns, key=key)


def module(*sheets: Sheet) -> ModuleType:
    made = ModuleType("library")
    for number, one in enumerate(sheets):
        setattr(made, f"SHEET_{number}", one)
    return made


def named(code: str, **facts: object) -> Column:
    return Column(code, Text("Cột", "Column"), facts.pop("kind", COUNT), **facts)  # type: ignore[arg-type]


def test_every_workbook_begins_with_tasks_documents_and_closing() -> None:
    assert list(SHEETS)[:3] == ["tasks", "documents", "closing"]


def test_a_register_added_in_one_file_is_loaded_with_what_it_counts() -> None:
    shelf = sheet(named("day", kind=FACT_DAY), named("loans"))

    @measure("loans_made", shelf, on="day", unit=Text("lượt", "loans"), label=Text("Lượt mượn sách", "Loans"))
    def loans_made(rows):  # type: ignore[no-untyped-def]
        yield from (Figure(row, "loans", row["loans"]) for row in rows)

    with_library = load(module(shelf))

    assert list(with_library.sheets) == [*SHEETS, "library"]
    assert with_library.measures.keys() - load().measures.keys() == {"loans_made"}


TWO = choice("two", Option("one", Text("Một", "One")))


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        (sheet(named("day"), code="tasks"), "sheet tasks (Tủ sách) stands twice"),
        (sheet(named("day"), title="nhiệm vụ"), "sheet library (nhiệm vụ) stands twice"),
        (sheet(named("petitions")), "column petitions has the name of a register"),
        (sheet(named("law")), "column law has the name of a register or is reserved"),
        (sheet(named("day"), named("day")), "a column code stands twice"),
        (sheet(named("day"), key=("week",)), "key week is no column"),
        (sheet(named("a", at_most="b")), "b is no other column"),
        (sheet(named("a", not_before="a")), "a is no other column"),
        (sheet(named("a", required_when=("b", ()))), "b is no other column"),
        (sheet(named("a", required_when=("b", ("two",))), named("b", kind=TWO)), "no option two"),
        (sheet(named("a", required_when=("b", ("maybe",))), named("b", kind=YES_NO)), "no option maybe"),
        (sheet(named("a", refers="petitions.number")), "petitions.number is nowhere declared"),
        (sheet(named("a", refers="plan.streets")), "plan.streets is nowhere declared"),
        (sheet(named("a", kind=choice("document_kind", Option("x", Text("X", "X"))))), "has other options elsewhere"),
        (sheet(named("a"), title="Sổ / tủ sách"), "Excel does not take the title"),
        (sheet(named("a"), title="S" * (TITLE_LENGTH + 1)), "Excel does not take the title"),
        (sheet(Column("a", Text("S" * (LABEL_LENGTH + 1), ""), COUNT)), "the heading is longer than"),
        (sheet(named("a", hint=Text("S" * (HINT_LENGTH + 1), ""))), "the hint is longer than"),
        (sheet(Column("a", Text("Nga\u0300y", "Day"), COUNT)), "not composed (NFC)"),
    ],
)
def test_a_declaration_that_contradicts_another_is_our_mistake(wrong: Sheet, told: str) -> None:
    with pytest.raises(ValueError) as raised:
        load(module(wrong))

    assert told in str(raised.value)


@pytest.mark.parametrize("of", SHEETS.values(), ids=SHEETS)
def test_the_grey_example_row_is_what_the_sheet_takes(of: Sheet) -> None:
    assert example_faults(of) == []


@pytest.mark.parametrize(("of", "column"), COLUMNS)
def test_what_must_be_filled_has_an_example(of: Sheet, column: Column) -> None:
    assert column.example or not column.required


def test_the_wordings_of_a_closed_list_name_one_option_each() -> None:
    lists = {c.kind.list_name: c.kind for s in SHEETS.values() for c in s.columns if isinstance(c.kind, Choice)}
    twice = []
    for name, kind in lists.items():
        words: dict[str, str] = {}
        for option in kind.options:
            for word in {fold(option.code), fold(option.label.vi), *map(fold, option.aliases)}:
                if words.setdefault(word, option.code) != option.code:
                    twice.append((name, word))

    assert twice == []


def test_headings_of_a_sheet_differ_so_that_a_filter_can_name_them() -> None:
    for one in SHEETS.values():
        headings = [fold(column.label.vi) for column in one.columns]
        assert len(set(headings)) == len(headings), one.code


def test_measures_have_labels_of_their_own_that_fit_a_drop_down() -> None:
    labels = [one.label.vi for one in load().measures.values()]

    assert len({fold(label) for label in labels}) == len(labels)
    assert [label for label in labels if not 0 < len(label) <= 60] == []


def test_no_sheet_speaks_of_violations_or_demands() -> None:
    said = [
        text.vi
        for one in SHEETS.values()
        for column in one.columns
        for text in (one.title, one.about, column.label, *([column.hint] if column.hint else []))
    ]

    assert [text for text in said if any(word in fold(text) for word in map(fold, NEVER_SAID))] == []


def test_every_sheet_says_how_it_is_filled() -> None:
    assert [one.code for one in SHEETS.values() if not (one.about.vi and one.about.en)] == []


def test_tasks_are_named_by_their_codes_wherever_a_row_may_prove_several() -> None:
    named_so = {s.code for s in SHEETS.values() if "task" in s.by_code}

    assert named_so >= {"documents", "study", "inspections", "coordination"}
    for code in named_so:
        column = SHEETS[code].by_code["task"]
        assert (column.kind, column.many, column.refers) == (CODE, True, "plan.tasks")


def test_names_and_matters_of_people_are_personal() -> None:
    own = {"schedule", "reception", "petitions", "opinions", "study", "inspections", "staff", "coordination"}
    found = {(s.code, c.code) for s in SHEETS.values() for c in s.columns if c.personal and s.code in own}

    assert found == {(code, name) for code in ("reception", "petitions") for name in ("person", "content")}


def test_registers_where_work_may_be_late_have_a_place_for_the_reason() -> None:
    for code in ("schedule", "reception", "petitions", "opinions", "inspections"):
        assert SHEETS[code].columns[-1].code == "explanation"


def test_petitions_show_about_twelve_columns_and_keep_the_rest_aside() -> None:
    columns = SHEETS["petitions"].columns

    assert len([column for column in columns if not column.detail]) == 13


def test_what_is_shown_of_a_register_is_narrow_enough_for_a_small_screen() -> None:
    widths = {s.code: sum(c.width for c in s.columns if not c.detail) for s in SHEETS.values()}

    assert {code: width for code, width in widths.items() if width > 210} == {}


def test_line_is_never_used_where_a_code_is_meant() -> None:
    refers = [c for s in SHEETS.values() for c in s.columns if c.refers and c.kind is LINE]

    assert refers == []
