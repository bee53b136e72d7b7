"""What stays in the office: what is still wrong, where each figure comes from, what was accepted, which files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from danvan_xlsx.check.outcome import Outcome, grouped
from danvan_xlsx.report.periodic.adding_up import apart, cells_of
from danvan_xlsx.report.periodic.figures import Periodic, ReportFigure
from danvan_xlsx.report.wording import answered, cells_in_short, every_stretch, link_to, remedies, unit_of
from danvan_xlsx.words.finding import Severity
from danvan_xlsx.words.layout import Place
from danvan_xlsx.words.page import Block, Page, Paragraph, Spot, Table, TableColumn
from danvan_xlsx.words.rules import CATALOGUE, say
from danvan_xlsx.words.text import Text, number, shown

#: The workbook lies two folders below the units' workbooks.
BELOW = "../../"
_NEVER_SENT = "Tài liệu nội bộ của xã, không gửi kèm báo cáo."


def internal(report: Periodic, left_out: Sequence[Place] = ()) -> list[Page]:
    """The pages of the workbook that is never sent. left_out: cells that the Word report does not quote."""
    return [_in_the_way(report, left_out), _sources(report), _codes(report), _accepted(report), _files(report)]


def _page(report: Periodic, title: str, head: str, widths: tuple[float, ...], blocks: Iterator[Block]) -> Page:
    lines = (Paragraph(head, "title"), Paragraph(f"{report.period.name}. {_NEVER_SENT}", "help"), *blocks)
    return Page(title, widths, lines, landscape=True, foot=f"{_NEVER_SENT} Số liệu đến {shown(report.period.until)}.")


def _columns(*headings: str) -> tuple[TableColumn, ...]:
    return tuple(TableColumn((heading,)) for heading in headings)


def _table(columns: tuple[TableColumn, ...], rows: Sequence[tuple[Spot, ...]], nothing: str) -> Iterator[Block]:
    yield Table(columns, tuple(rows), filtered=True, repeated=True) if rows else Paragraph(nothing)


# -- Còn phải xử lý ----------------------------------------------------------------------


def _in_the_way(report: Periodic, left_out: Sequence[Place]) -> Page:
    widths = (10.0, 8.0, 20.0, 20.0, 20.0, 60.0, 46.0)
    lines = _findings(report, left_out)
    return _page(report, "Còn phải xử lý", "VIỆC CÒN PHẢI XỬ LÝ TRƯỚC KHI KÝ, GỬI", widths, lines)


def _findings(report: Periodic, left_out: Sequence[Place]) -> Iterator[Block]:
    for reason in report.in_the_way:
        yield Paragraph(f"– {reason.vi}")
    for place in left_out:
        at = f"Ô {place.cell}, trang {place.sheet} ({place.file})"
        yield Paragraph(f"– {at} có thông tin cá nhân nên báo cáo Word chưa dẫn; đề nghị viết lại, không nêu tên.")
    unit = unit_of(report.outcome)
    rows = [
        (
            Spot(group.first.severity.label.vi, "center"),
            Spot(group.first.code, "center"),
            Spot(report.outcome.plan.unit_name(unit(group.first))),
            Spot(group.first.place.sheet or group.first.place.file),
            _opening(group.first.place, cells_in_short(group.cells, len(group.findings))),
            Spot(say(group.first).message),
            Spot(remedies(group)),
        )
        for group in grouped(report.outcome.findings)
        if not answered(group.first) and group.first.severity is not Severity.NOTE
    ]
    columns = _columns("Mức", "Mã", "Đơn vị", "Trang", "Ô", "Nội dung", "Đề nghị")
    yield from _table(columns, rows, "Không còn việc nào phải xử lý.")


def _opening(place: Place, cells: str) -> Spot:
    link = link_to(place, BELOW)
    text = cells or place.file
    return Spot(text, "link", link) if link and len(text) <= 40 else Spot(text)


# -- Nguồn số liệu -------------------------------------------------------------------------


def _sources(report: Periodic) -> Page:
    widths = (6.0, 46.0, 11.0, 10.0, 17.0, 24.0, 12.0, 56.0, 9.0)
    return _page(report, "Nguồn số liệu", "NGUỒN CỦA TỪNG SỐ LIỆU TRONG BÁO CÁO", widths, _source_blocks(report))


def _source_blocks(report: Periodic) -> Iterator[Block]:
    """The check that is printed, whether the report is the sum of its units; then where each figure comes from."""
    wrong = [one.vi for one in apart(report.figures)]
    count = sum(1 for _ in report.figures)
    if wrong:
        yield Paragraph(" ".join((_NOT_THE_SUM.vi, *wrong)), "warn")
    elif count:
        yield Paragraph(_THE_SUM.say("vi", {"count": count}), "lead")
    yield from _source_table(report)


_THE_SUM = Text(
    "Kiểm tra cộng: cả {count} số liệu của báo cáo bằng tổng số liệu của các đơn vị; không ô nào được tính hai lần.",
    "All {count} figures of the report are the sums of what the units have; no cell was counted twice.",
)
_NOT_THE_SUM = Text(
    "Kiểm tra cộng: có số liệu của báo cáo khác tổng số liệu của các đơn vị, chưa nên ký, gửi.",
    "Some figures of the report are not the sums of what the units have; it should not be signed or sent yet.",
)


def _source_table(report: Periodic) -> Iterator[Block]:
    rows = [row for number, one in enumerate(report.figures, 1) for row in _source_rows(number, one)]
    columns = _columns("TT", "Số liệu", "Giá trị", "ĐVT", "Tệp", "Trang", "Số cộng vào", "Các ô", "Dòng bỏ qua")
    yield from _table(columns, rows, _NO_FIGURES)


_NO_FIGURES = "Báo cáo chưa có số liệu nào."


def _source_rows(place: int, one: ReportFigure) -> Iterator[tuple[Spot, ...]]:
    """A line for each sheet that a figure comes from; of a share, part and whole. What is nought has its line too."""
    value = "–" if one.actual is None else number(one.actual, digits=1)
    for part, name in zip(one.parts, ("", " (tổng để chia)"), strict=False):
        added = cells_of(part)
        sheets: dict[tuple[str, str | None], list[Place]] = {}
        for at in added:
            sheets.setdefault((at.file, at.sheet), []).append(at)
        for (file, sheet), places in sheets.items() or {("–", None): []}.items():
            amount = sum(added[at] for at in places)
            for piece, cells in enumerate(_in_pieces(every_stretch(places))):
                yield (
                    Spot(place, "center"),
                    Spot(one.label + name),
                    Spot(value, "center"),
                    Spot(one.unit, "center"),
                    Spot(file),
                    Spot(sheet),
                    Spot(None if piece else number(amount, digits=1), "center"),
                    Spot(cells),
                    Spot(one.left_out or None, "center"),
                )


#: More letters than this in a cell would make its row taller than Excel can show.
_PIECE = 1000


def _in_pieces(stretches: Sequence[str]) -> Iterator[str]:
    """`F7–F9, H7, …`: all of them, in as many lines as they need; one empty line where there are none."""
    piece = ""
    for one in stretches:
        longer = f"{piece}, {one}" if piece else one
        if len(longer) > _PIECE:
            yield piece
            longer = one
        piece = longer
    yield piece


# -- Mã số liệu ----------------------------------------------------------------------------


def _codes(report: Periodic) -> Page:
    widths = (6.0, 92.0, 62.0, 12.0)
    return _page(
        report, "Mã số liệu", "MÃ CỦA TỪNG SỐ LIỆU, ĐỂ GHI Ở TRANG CungKy CỦA KẾ HOẠCH", widths, _code_table(report)
    )


def _code_table(report: Periodic) -> Iterator[Block]:
    rows = [
        (Spot(number, "center"), Spot(one.code, "line"), Spot(one.label), Spot(one.unit, "center"))
        for number, one in enumerate(report.figures, 1)
    ]
    yield from _table(_columns("TT", "Mã số liệu", "Số liệu", "ĐVT"), rows, _NO_FIGURES)


# -- Đã chấp nhận --------------------------------------------------------------------------


def _accepted(report: Periodic) -> Page:
    widths = (10.0, 20.0, 20.0, 16.0, 60.0, 50.0)
    return _page(report, "Đã chấp nhận", "NỘI DUNG ĐÃ ĐƯỢC CHẤP NHẬN, GIẢI TRÌNH", widths, _accepted_table(report))


def _accepted_table(report: Periodic) -> Iterator[Block]:
    if report.accepted:
        yield Paragraph(f"Báo cáo được lập khi còn lỗi số liệu; lý do: {report.accepted}", "lead")
    unit = unit_of(report.outcome)
    rows = [
        (
            Spot(one.code, "center"),
            Spot(report.outcome.plan.unit_name(unit(one))),
            Spot(one.place.sheet),
            Spot(one.place.cell, "center"),
            Spot(say(one).message),
            Spot(answered(one)),
        )
        for one in report.outcome.findings
        if answered(one)
    ]
    yield from _table(_columns("Mã", "Đơn vị", "Trang", "Ô", "Nội dung", "Lý do"), rows, "Không có nội dung nào.")


# -- Tệp nguồn -------------------------------------------------------------------------------


def _files(report: Periodic) -> Page:
    widths = (30.0, 28.0, 20.0, 72.0)
    return _page(report, "Tệp nguồn", "TỆP NGUỒN VÀ PHIÊN BẢN QUY TẮC", widths, _file_table(report.outcome))


def _file_table(outcome: Outcome) -> Iterator[Block]:
    yield Paragraph(f"danvan {outcome.version}; {len(CATALOGUE)} mã quy tắc; tính đến {shown(outcome.as_of)}.")
    rows = [
        (
            Spot(one.file),
            Spot(outcome.plan.unit_name(one.unit or "") or "Kế hoạch năm"),
            Spot(one.saved.strftime("%d/%m/%Y %H:%M") if one.saved else "", "center"),
            Spot(one.sha256, "line"),
        )
        for one in outcome.files
        if one.sha256
    ]
    yield from _table(_columns("Tệp", "Đơn vị", "Lưu lúc", "SHA-256"), rows, "Không có tệp nào.")
