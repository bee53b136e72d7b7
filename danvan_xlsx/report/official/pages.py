"""Official forms on paper: each on one A4, its columns by their printed numbers, one line for the commune."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from danvan_xlsx.report.official.definitions import FormColumn
from danvan_xlsx.report.official.forms import FilledForm
from danvan_xlsx.report.periodic.annexes import DRAFT, attached_to, day_in_words
from danvan_xlsx.report.periodic.figures import Periodic
from danvan_xlsx.words.page import Block, Gap, Page, Paragraph, Spot, Table, TableColumn
from danvan_xlsx.words.text import Text, shown

#: Columns of a table at most, and the room that they share on A4 beside the name of the commune: in characters, with
#: the padding of each, so that nothing is made smaller on paper than it is.
_MOST, _ROOM, _NAME, _PADDING = 17, 121.5, 12.0, 5 / 7
_CODE_WIDTH = 4.0
#: Letters of a formula in one line of a narrow column.
_LINE = 7
_TERM = re.compile(r"[=+]?[^=+]+")

_NUMBER = Text("Biểu số: {code}", "Form {code}")
_ISSUED = Text("Ban hành kèm theo {circular}", "Issued with {circular}")
_UNIT = Text(
    "Đơn vị báo cáo: {commune}. Số liệu từ ngày {since} đến ngày {until}. Đơn vị tính: {unit}.",
    "{commune}. From {since} to {until}. In {unit}.",
)
_COMMUNE = Text("UBND {kind} {name}", "{kind} {name}")
_OWNER, _NUMBERS = "Đơn vị", "MS"
_DRAWN_BY, _BY_HAND = "NGƯỜI LẬP BIỂU", "(Ký, ghi rõ họ tên)"
_ON_BEHALF = "TM. ỦY BAN NHÂN DÂN"


def form_pages(report: Periodic) -> list[Page]:
    """A page for each form."""
    return [_page(report, one) for one in report.official]


def _page(report: Periodic, filled: FilledForm) -> Page:
    tables = _split(filled.form.columns)
    across = max(map(len, tables))
    widths = (_NAME, *(_ROOM / across - _PADDING,) * across, _CODE_WIDTH)
    blocks = [*_head(report, filled)]
    for columns in tables:
        blocks.extend((_table(report, filled, columns, across), Gap(3)))
    blocks.extend(Paragraph(note, "help") for note in (" ".join(filled.notes),) if note)
    blocks.append(_signatures(report, across))
    title = filled.form.code.replace("/", "-")
    mark = DRAFT.vi if report.draft else ""
    return Page(title, widths, tuple(blocks), landscape=True, one_page=True, mark=mark, hidden=1)


def _split(columns: Sequence[FormColumn]) -> list[Sequence[FormColumn]]:
    """One table, or two below each other with as many columns (the second may have one less)."""
    if len(columns) <= _MOST:
        return [columns]
    half = (len(columns) + 1) // 2
    return [columns[:half], columns[half:]]


def _head(report: Periodic, filled: FilledForm) -> Iterator[Block]:
    period = report.period
    told = {
        "commune": _commune(report),
        "since": shown(period.since),
        "until": shown(period.until),
        "unit": filled.form.unit,
    }
    yield Paragraph(f"{_NUMBER.vi} – {_ISSUED.vi}".format(code=filled.form.code, circular=filled.circular.name), "help")
    yield Paragraph(filled.form.title.upper(), "title")
    yield Paragraph(attached_to(report), "attached")
    yield Paragraph(_UNIT.say("vi", told), "help")


def _commune(report: Periodic) -> str:
    plan = report.outcome.plan
    told = {"kind": plan.setting("commune_kind", report.period.until), "name": plan.commune_name}
    return _COMMUNE.say("vi", told)


def _table(report: Periodic, filled: FilledForm, columns: Sequence[FormColumn], across: int) -> Table:
    """The headings, the printed numbers, and the one line; every code in hidden cells, so that the file reads back."""
    heads = (
        TableColumn((_OWNER,), 1 + across - len(columns)),
        *(TableColumn(one.heading) for one in columns),
        TableColumn(("",)),
    )
    numbers = (
        Spot(_NUMBERS, "printed"),
        *(Spot(in_lines(one.printed), "printed") for one in columns),
        Spot("", "code"),
    )
    line = (
        Spot(_commune(report)),
        *(_amount(filled, one) for one in columns),
        # `01/TCD/1-15`: the figure of column 13 has the code 01/TCD/13.
        Spot(f"{filled.form.code}/{columns[0].number}-{columns[-1].number}", "code"),
    )
    codes = ("unit", *(str(one.number) for one in columns), "code")
    return Table(heads, (numbers, line), codes=codes, heads="form_head")


def _amount(filled: FilledForm, column: FormColumn) -> Spot:
    figure = filled.figures.get(column.number)
    return Spot(None if figure is None or figure.actual is None else round(figure.actual), "number")


def in_lines(formula: str) -> str:
    """A formula in lines that a narrow column can hold, broken before a sign."""
    lines = [""]
    for term in _TERM.findall(formula):
        if lines[-1] and len(lines[-1]) + len(term) > _LINE:
            lines.append("")
        lines[-1] += term
    return "\n".join(lines)


def _signatures(report: Periodic, across: int) -> Table:
    plan, day = report.outcome.plan, report.period.until
    left = (1 + across) // 2
    signed = day_in_words(report.signed_on) if report.signed_on else f"ngày     tháng     năm {plan.year}"
    place, name = plan.setting("place_name", day) or plan.commune_name, plan.setting("signer_name", day)
    rows = (
        (Spot(""), Spot(f"{place}, {signed}", "attached")),
        (Spot(_DRAWN_BY, "signed"), Spot(_ON_BEHALF, "signed")),
        (Spot(_BY_HAND, "attached"), Spot(plan.setting("signer_title", day), "signed")),
        (Spot(""), Spot(f"\n{name}" if name else "", "signed")),
    )
    return Table((TableColumn((), left), TableColumn((), 1 + across - left)), rows, ruled=False)
