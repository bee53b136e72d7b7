"""The grading on paper: a line for each criterion with its figure, points and evidence; total and rank below."""

from __future__ import annotations

from collections.abc import Iterator

from danvan_xlsx.report.grading import BY, EVIDENCE, FIGURES, NO, NOTE, POINTS, YES, Answer, GradedGroup, Grading, Line
from danvan_xlsx.words.page import Block, Gap, Page, Paragraph, Role, Spot, Table, TableColumn
from danvan_xlsx.words.text import Text, shown

_TITLE = "Tự chấm điểm"
_HEADINGS = (
    "TT",
    "Tiêu chí",
    "Điểm chuẩn",
    "Số liệu thực hiện",
    "Tỷ lệ %",
    "Điểm tự chấm",
    "Tài liệu kiểm chứng",
    "Ghi chú",
)
_CODES = ("", "text", "most", "actual", "percent", POINTS, EVIDENCE, NOTE, "code", BY)
_WIDTHS = (6.0, 40.0, 8.0, 20.0, 8.0, 9.0, 30.0, 18.0, 4.0, 4.0)

_HEAD = Text("BẢNG TỰ CHẤM ĐIỂM CÔNG TÁC DÂN VẬN CHÍNH QUYỀN NĂM {year}", "GRADING OF THE COMMUNE BY ITSELF, {year}")
_OWNER = Text("UBND {kind} {name}. Số liệu đến {until}.", "{kind} {name}. Figures to {until}.")
_BASIS = Text("{name}. {source}", "{name}. {source}")
_EXAMPLE, _MARK = (
    Text(
        "Đây là thang điểm ví dụ; đề nghị thay bằng thang điểm cấp trên giao (tệp templates/tu-cham-diem.toml).",
        "This scheme is an example; please put the one you were given into templates/tu-cham-diem.toml.",
    ),
    Text("THANG ĐIỂM VÍ DỤ", "EXAMPLE"),
)
_HOW = Text(
    "Điểm có số liệu do chương trình tính từ các sổ. Ô Điểm tự chấm còn trống do xã chấm, ghi tại bảng này; "
    "lập lại bảng thì điểm, tài liệu kiểm chứng và ghi chú xã đã ghi ở các ô đó được giữ.",
    "Points with figures come from the registers. Blank ones are typed here, and kept when the page is drawn anew.",
)
_LIMITS = f"Nội dung xét khi xếp loại (ghi {YES.vi} hoặc {NO.vi})"
_SUM, _RANK = "TỔNG ĐIỂM", "XẾP LOẠI"
_OPEN = Text("Còn {count} nội dung chưa chấm", "{count} still open")


def grading_page(grading: Grading) -> Page:
    """The one page of the file; as many sheets of paper as it takes."""
    mark = _MARK.vi if grading.scheme.example else ""
    return Page(_TITLE, _WIDTHS, tuple(_blocks(grading)), landscape=True, mark=mark, hidden=2)


def _blocks(grading: Grading) -> Iterator[Block]:
    plan, scheme = grading.plan, grading.scheme
    kind = plan.setting("commune_kind", grading.until)
    yield Paragraph(_HEAD.say("vi", {"year": str(plan.year)}), "title")
    yield Paragraph(_OWNER.say("vi", {"kind": kind, "name": plan.commune_name, "until": shown(grading.until)}), "owner")
    yield Paragraph(_BASIS.say("vi", {"name": scheme.name, "source": scheme.source}), "help")
    if scheme.example:
        yield Paragraph(_EXAMPLE.vi, "warn")
    yield Paragraph(_HOW.vi, "help")
    yield Gap(6)
    columns = (*(TableColumn((one,)) for one in _HEADINGS), TableColumn(("Mã",)), TableColumn(("",)))
    yield Table(columns, tuple(_rows(grading)), repeated=True, codes=_CODES)


def _rows(grading: Grading) -> Iterator[tuple[Spot, ...]]:
    for group in grading.groups:
        yield _group_row(group)
        yield from (_criterion_row(line) for line in group.lines)
    if grading.answers:
        yield _row(Spot(""), Spot(_LIMITS, "section"))
        yield from (_answer_row(one) for one in grading.answers)
    total, rank = grading.total, grading.rank
    missing = _OPEN.say("vi", {"count": len(grading.open)})
    most = Spot(grading.scheme.total, "center")
    yield _row(
        Spot(""), Spot(_SUM, "section"), most, Spot("" if total is not None else missing), points=_given(total, "total")
    )
    yield _row(
        Spot(""), Spot(_RANK, "section"), Spot(""), Spot(rank.name if rank else missing, "section" if rank else "text")
    )


def _group_row(group: GradedGroup) -> tuple[Spot, ...]:
    most = sum(line.criterion.points for line in group.lines)
    title = Spot(group.group.title, "section")
    return _row(Spot(""), title, Spot(_plain(most), "center"), points=_given(group.points, "section"))


def _criterion_row(line: Line) -> tuple[Spot, ...]:
    one = line.criterion
    percent = Spot(None if line.percent is None else round(line.percent, 1), "share")
    points = Spot(line.typed, "bad") if line.typed else _given(line.points, "center")
    actual = Spot(line.actual, "center")
    head = (Spot(one.code, "center"), Spot(one.text), Spot(_plain(one.points), "center"), actual, percent, points)
    return (
        *head,
        Spot(line.evidence),
        Spot(line.note),
        Spot(one.code, "code"),
        Spot(FIGURES if line.proposed else "", "code"),
    )


def _answer_row(one: Answer) -> tuple[Spot, ...]:
    said = "" if one.applies is None else (YES if one.applies else NO).vi
    cells = (
        Spot(one.limit.code, "center"),
        Spot(one.limit.text),
        Spot(""),
        Spot(f"Tối đa: {one.limit.at_most}"),
        Spot(""),
    )
    return (
        *cells,
        Spot(said, "center"),
        Spot(one.evidence),
        Spot(one.note),
        Spot(one.limit.code, "code"),
        Spot("", "code"),
    )


def _row(*first: Spot, points: Spot | None = None) -> tuple[Spot, ...]:
    """A row that is no criterion: it carries no code, so that it is never read back."""
    blank = Spot("")
    cells = [*first, *(blank for _ in range(len(_WIDTHS) - len(first)))]
    if points is not None:
        cells[5] = points
    return tuple(cells)


def _given(points: float | None, role: Role) -> Spot:
    return Spot(None if points is None else _plain(points), "center" if role == "section" else role)


def _plain(points: float) -> int | float:
    """8 and not 8.0; a share of a point as it is."""
    return int(points) if points == int(points) else round(points, 2)
