"""What the clerk sees after a check: who has not sent, what to mend first, how far it is, what changed, what next."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from danvan_xlsx.check.faults.folder import UNIT_WITHOUT_A_FILE
from danvan_xlsx.check.outcome import Group, Outcome, grouped
from danvan_xlsx.plan.status import Status
from danvan_xlsx.report.answer import ANSWER_VERSION, answer
from danvan_xlsx.report.changes import Changes, changes, comparable
from danvan_xlsx.report.missing import NOT_CLOSED, Missing, missing
from danvan_xlsx.report.receipts import handed_lines, received_lines
from danvan_xlsx.report.standing import Standing, by, lead, standing
from danvan_xlsx.report.wording import NO_UNIT, day_month, unit_of
from danvan_xlsx.words.finding import Finding, Severity
from danvan_xlsx.words.rules import say
from danvan_xlsx.words.text import Lang, Text, shown

#: Narrow enough for a Windows console, wide enough for a sentence.
WIDTH = 100
#: Groups of findings told with their sentence, at least one for each unit told; the others are counted.
_MOST_GROUPS, _MOST_UNITS = 6, 8
#: Warnings are told one by one only while they are few.
_MOST_WARNINGS = 4
_MOST_MISSING, _MOST_LEFT, _MOST_CODES = 6, 5, 8

_TOP = Text(
    "Kiểm tra số liệu đến {day} – xã {commune}, kế hoạch năm {year}",
    "Check of the figures to {day} – {commune}, plan of {year}",
)
_NOT_SENT = Text("CHƯA GỬI", "NOT SENT")
_NOT_CLOSED = Text("{name}: chưa chốt {count} kỳ số liệu.", "{name}: periods not closed: {count}.")
_MORE_MISSING = Text("… và {count} mục khác: xem trang Chưa gửi.", "… and {count} more: see the sheet Chưa gửi.")
_MEND = Text(
    "CẦN SỬA TRƯỚC: {errors} lỗi, {warnings} cảnh báo, {notes} lưu ý",
    "TO MEND FIRST: errors {errors}, warnings {warnings}, notes {notes}",
)
_NOTHING = Text(
    "KHÔNG CÓ LỖI CẦN SỬA: {warnings} cảnh báo, {notes} lưu ý", "NOTHING TO MEND: warnings {warnings}, notes {notes}"
)
_OF_UNIT = Text("{name}: {errors} lỗi, {warnings} cảnh báo", "{name}: errors {errors}, warnings {warnings}")
_GROUP = Text("{where}: {message}", "{where}: {message}")
_MORE_CELLS = Text(" (và {count} ô khác cùng loại)", " (other cells: {count})")
_MORE_OF_UNIT = Text("… còn {count} việc khác: xem trang Cần sửa.", "… {count} more: see the sheet Cần sửa.")
_MORE_UNITS = Text(
    "{count} nơi khác: {errors} lỗi, {warnings} cảnh báo.", "{count} others: errors {errors}, warnings {warnings}."
)
_FOLDED = Text("Các cảnh báo còn lại: xem trang Cần sửa.", "The other warnings: see the sheet Cần sửa.")
_SECTIONS = Text("Theo mục (xong/đến hạn): {sections}", "By section (done/due): {sections}")
_LATE = Text("{section} {done}/{due}, chậm {late}", "{section} {done}/{due}, {late} late")
_IN_TIME = Text("{section} {done}/{due}", "{section} {done}/{due}")
_CHANGED = Text("SO VỚI LẦN KIỂM TRA {day}", "SINCE THE CHECK OF {day}")
_UNCHANGED = Text("So với lần kiểm tra {day}: không có thay đổi.", "Since the check of {day}: nothing changed.")
_NEWLY_DONE = Text("Mới xong: {codes}", "Newly done: {codes}")
_NEWLY_LATE = Text("Mới chậm: {codes}", "Newly late: {codes}")
_REOPENED = Text("Trước đã xong, nay chưa: {codes}", "Done before, no longer: {codes}")
_MENDED = Text("Đã sửa: {units}", "Mended: {units}")
_NEW = Text("Mới phát hiện: {units}", "New: {units}")
_RECEIVED = Text("Tệp mới nhận: {files}", "Newly received: {files}")
_GONE = Text("Tệp không còn được tính: {files}", "No longer counted: {files}")
_LEFT = Text("TỆP ĐỂ NGUYÊN, CHƯA GHI KẾT QUẢ", "FILES LEFT ALONE")
_LEFT_LINE = Text("{file}: {why}", "{file}: {why}")
_MORE_LEFT = Text("… và {count} tệp khác: xem trang Cần sửa.", "… and {count} more: see the sheet Cần sửa.")
_WROTE = Text("Đã ghi kết quả vào {count} tệp.", "The result was written into {count} files.")
_RESULTS = Text("Bảng tổng hợp: {outputs}", "Summary: {outputs}")
_NOTHING_WRITTEN = Text("Chỉ xem, chưa ghi gì.", "Looked only; nothing was written.")
_NEXT = Text(
    "Việc tiếp theo: gửi các bộ phận sửa ô đã đánh dấu, để tệp gửi về vào nhan-ve rồi chạy lại.",
    "Next: have the marked cells mended, put the files that come back into nhan-ve and run again.",
)
_UNDO = Text(
    "Muốn trả các tệp về như trước lần này: danvan undo {folder}",
    "To have the files as they were: danvan undo {folder}",
)
_NONE_NEW = Text("Các tệp đã có đúng kết quả này; không ghi thêm gì.", "The files show this result already.")
_OPEN = Text(
    "Bảng tổng hợp cũ đang mở ở nơi khác nên kết quả mới nằm ở tệp này; đề nghị đóng tệp cũ, mở tệp này.",
    "The old summary is open elsewhere, so the new one is in this file; please close the old one and open this.",
)
_ALL_WELL = Text("Không có gì phải sửa.", "Nothing to mend.")
_ALL = Text("Cộng", "All")
_HEADINGS = (
    Text("Đơn vị ghi sổ", "Unit"),
    Text("Việc", "Tasks"),
    Text("Đến hạn", "Due"),
    Text("Xong", "Done"),
    Text("Chậm", "Late"),
    Text("Lỗi", "Errors"),
    Text("Cảnh báo", "Warnings"),
    Text("Lưu ý", "Notes"),
)


def lines(
    outcome: Outcome,
    previous: Mapping[str, Any] | None,
    outputs: Sequence[str],
    lang: Lang = "vi",
    folder: str = "",
) -> Iterator[str]:
    """The screen, line by line, at most `WIDTH` letters each.

    previous: the result object of the last run. folder: as it is typed in a command.
    """
    before = comparable(previous, ANSWER_VERSION, outcome.plan.commune, outcome.plan.year)
    told = {"day": outcome.as_of, "commune": outcome.plan.commune_name, "year": str(outcome.plan.year)}
    yield _TOP.say(lang, told)
    sentence, values = lead(standing(outcome.tasks, outcome.plan, outcome.as_of), day_month(outcome.as_of), before)
    yield from _wrapped(sentence.say(lang, values), 0)
    parts = (
        _received(outcome, lang),
        _not_sent(outcome, before, lang),
        _to_mend(outcome, lang),
        _completeness(outcome, lang),
        _changed(outcome, before, lang),
        _left_alone(outcome, lang),
        _next(outcome, outputs, folder, lang),
    )
    for part in parts:
        found = list(part)
        if found:
            yield ""
            yield from found


def _received(outcome: Outcome, lang: Lang) -> Iterator[str]:
    for place, line in enumerate(received_lines(outcome, lang)):
        yield from _wrapped(line, 2 if place else 0)


def _wrapped(text: str, indent: int, hang: int = 2) -> Iterator[str]:
    yield from textwrap.wrap(
        text,
        WIDTH,
        initial_indent=" " * indent,
        subsequent_indent=" " * (indent + hang),
        break_on_hyphens=False,
        break_long_words=True,
    )


def _name(outcome: Outcome, unit: str, lang: Lang) -> str:
    return outcome.plan.unit_name(unit) or NO_UNIT.say(lang)


# -- who has not sent ------------------------------------------------------------------


def _not_sent(outcome: Outcome, previous: Mapping[str, Any] | None, lang: Lang) -> Iterator[str]:
    owed = missing(outcome, previous)
    if not owed:
        return
    yield _NOT_SENT.say(lang)
    told = [*_sentences(outcome, (one for one in owed if not one.closing), lang), *_unclosed(outcome, owed, lang)]
    for text in told[:_MOST_MISSING]:
        yield from _wrapped(text, 2)
    if len(told) > _MOST_MISSING:
        yield "  " + _MORE_MISSING.say(lang, {"count": len(told) - _MOST_MISSING})


def _sentences(outcome: Outcome, owed: Iterable[Missing], lang: Lang) -> Iterator[str]:
    for one in owed:
        # A file that nobody could count is told below, as left alone.
        if one.unit:
            email = outcome.plan.units[one.unit].email
            name = f"{_name(outcome, one.unit, lang)} ({email})" if email else _name(outcome, one.unit, lang)
            yield f"{name}: {one.what.say(lang)}"


def _unclosed(outcome: Outcome, owed: Sequence[Missing], lang: Lang) -> Iterator[str]:
    for unit in dict.fromkeys(one.unit for one in owed if one.closing):
        count = sum(one.unit == unit for one in owed if one.closing)
        yield _NOT_CLOSED.say(lang, {"name": _name(outcome, unit, lang), "count": count})


# -- what to mend first ----------------------------------------------------------------


class Tally(NamedTuple):
    """Findings of one unit's workbook (or of none): how many of each weight, and the groups to be told."""

    unit: str
    counts: Mapping[Severity, int]
    groups: tuple[Group, ...]

    @property
    def errors(self) -> int:
        return self.counts[Severity.ERROR]

    @property
    def warnings(self) -> int:
        return self.counts[Severity.WARNING]


def tallies(outcome: Outcome) -> list[Tally]:
    """In the plan's order, findings of no unit last; together they are all findings, each once."""
    unit_told, alone = unit_of(outcome), _alone(outcome)
    units: dict[str, list[Finding]] = {unit: [] for unit in (*outcome.plan.units, "")}
    for one in outcome.findings:
        units.setdefault(unit_told(one), []).append(one)
    found = []
    for unit, findings in units.items():
        counts = {severity: sum(one.severity is severity for one in findings) for severity in Severity}
        groups = tuple(group for group in grouped(findings) if not _told_elsewhere(group.first, alone))
        found.append(Tally(unit, counts, groups))
    return found


def _told_elsewhere(one: Finding, alone: frozenset[str]) -> bool:
    """Of what has not come, or of a whole file that is left alone."""
    return one.code in (UNIT_WITHOUT_A_FILE, NOT_CLOSED) or (one.place.sheet is None and one.place.file in alone)


def _alone(outcome: Outcome) -> frozenset[str]:
    """Files that were not written into for a reason; copies that came in are told first of all."""
    files = (one.file for one in outcome.files if not one.written and one.state != "checked")
    return frozenset((*files, *(one.file for one in outcome.received)))


def _to_mend(outcome: Outcome, lang: Lang) -> Iterator[str]:
    errors, warnings, notes = (outcome.count(severity) for severity in Severity)
    told = {"errors": errors, "warnings": warnings, "notes": notes}
    yield (_MEND if errors else _NOTHING).say(lang, told)
    weights = {Severity.ERROR} | ({Severity.WARNING} if warnings <= _MOST_WARNINGS else set())
    shown_ones = [
        one._replace(groups=groups)
        for one in tallies(outcome)
        if (groups := tuple(group for group in one.groups if group.first.severity in weights))
    ]
    shown_ones.sort(key=lambda one: -one.errors)
    each = max(1, _MOST_GROUPS // max(1, len(shown_ones)))
    for one in shown_ones[:_MOST_UNITS]:
        yield from _of_unit(one, outcome, each, lang)
    others = shown_ones[_MOST_UNITS:]
    if others:
        rest = {
            "count": len(others),
            "errors": sum(o.errors for o in others),
            "warnings": sum(o.warnings for o in others),
        }
        yield "  " + _MORE_UNITS.say(lang, rest)
    if warnings > _MOST_WARNINGS:
        yield "  " + _FOLDED.say(lang)


def _of_unit(one: Tally, outcome: Outcome, most: int, lang: Lang) -> Iterator[str]:
    told = {"name": _name(outcome, one.unit, lang), "errors": one.errors, "warnings": one.warnings}
    yield "  " + _OF_UNIT.say(lang, told)
    for group in one.groups[:most]:
        yield from _wrapped(_group(group, lang), 4)
    if len(one.groups) > most:
        yield "    " + _MORE_OF_UNIT.say(lang, {"count": len(one.groups) - most})


def _group(group: Group, lang: Lang) -> str:
    place = group.first.place
    where = " › ".join(part for part in (place.file, place.sheet, place.cell) if part)
    line = _GROUP.say(lang, {"where": where, "message": say(group.first, lang).message})
    more = len(group.findings) - 1
    return line + (_MORE_CELLS.say(lang, {"count": more}) if more else "")


# -- completeness ----------------------------------------------------------------------

_MOST_ROWS = 12
_OTHER_UNITS = Text("{count} nơi khác", "{count} others")


def _completeness(outcome: Outcome, lang: Lang) -> Iterator[str]:
    """A line for each unit that types something, the sum, and the sections on a line."""
    tasks = by(outcome.tasks, lambda state: state.task.typed_by)
    rows = [
        (_name(outcome, one.unit, lang), *_numbers(_stand(outcome, tasks.get(one.unit, ()))), *one.counts.values())
        for one in tallies(outcome)
        if one.unit in tasks or any(one.counts.values())
    ]
    if len(rows) > _MOST_ROWS:
        rest = rows[_MOST_ROWS - 1 :]
        rows = [*rows[: _MOST_ROWS - 1], (_OTHER_UNITS.say(lang, {"count": len(rest)}), *_sums(rest))]
    yield from _table([heading.say(lang) for heading in _HEADINGS], [*rows, (_ALL.say(lang), *_sums(rows))], lang)
    yield from _wrapped(_sections(outcome, lang), 0)


def _stand(outcome: Outcome, tasks: Iterable[Any]) -> Standing:
    return standing(tasks, outcome.plan, outcome.as_of)


def _numbers(one: Standing) -> tuple[int, ...]:
    return one.watched, one.due, one.done, one.late


def _sums(rows: Sequence[tuple[Any, ...]]) -> tuple[int, ...]:
    return tuple(sum(column) for column in list(zip(*rows, strict=True))[1:])


def _table(headings: Sequence[str], rows: Sequence[tuple[Any, ...]], lang: Lang) -> Iterator[str]:
    first = min(max(len(str(row[0])) for row in (tuple(headings), *rows)), 40)
    for row in (tuple(headings), *rows):
        name = str(row[0]) if len(str(row[0])) <= first else str(row[0])[: first - 1] + "…"
        cells = (f"{shown(cell, lang):>{max(len(head), 4)}}" for cell, head in zip(row[1:], headings[1:], strict=True))
        yield f"{name:<{first}}  " + "  ".join(cells)


def _sections(outcome: Outcome, lang: Lang) -> str:
    watched = (one for one in outcome.tasks if one.status is not Status.FOLLOWED)
    parts = []
    for section, tasks in by(watched, lambda state: state.task.section).items():
        now = _stand(outcome, tasks)
        told = {"section": section, "done": now.done_due, "due": now.due, "late": now.late}
        parts.append((_LATE if now.late else _IN_TIME).say(lang, told))
    return _SECTIONS.say(lang, {"sections": "; ".join(parts)})


# -- changes, files, next --------------------------------------------------------------


def _changed(outcome: Outcome, previous: Mapping[str, Any] | None, lang: Lang) -> Iterator[str]:
    if previous is None:
        return
    found = changes(previous, answer(outcome))
    day = {"day": date.fromisoformat(found.since)}
    if not found:
        yield _UNCHANGED.say(lang, day)
        return
    yield _CHANGED.say(lang, day)
    for text in _change_lines(found, outcome, lang):
        yield from _wrapped(text, 2)


def _change_lines(found: Changes, outcome: Outcome, lang: Lang) -> Iterator[str]:
    for text, codes in ((_NEWLY_DONE, found.newly_done), (_NEWLY_LATE, found.newly_late), (_REOPENED, found.reopened)):
        if codes:
            yield text.say(lang, {"codes": _listed(codes)})
    for text, units in ((_MENDED, found.mended), (_NEW, found.new)):
        if units:
            named = (f"{_name(outcome, unit, lang)} {count}" for unit, count in units.items())
            yield text.say(lang, {"units": "; ".join(named)})
    for text, files in ((_RECEIVED, found.received), (_GONE, found.gone)):
        if files:
            yield text.say(lang, {"files": _listed(files)})


def _listed(names: Sequence[str]) -> str:
    """The first names, and how many there are where they are more."""
    if len(names) <= _MOST_CODES:
        return ", ".join(names)
    return f"{', '.join(names[:_MOST_CODES])}, … ({len(names)})"


#: What keeps a workbook from being written although it was read.
STOPS_WRITING = frozenset({"BM21", "BM29"})
#: A summary with the time in its name: the one before is open.
_STAMPED = re.compile(r"-\d{8}-\d{6}\.xlsx$")


def _left_alone(outcome: Outcome, lang: Lang) -> Iterator[str]:
    """Files that were not written into although something is told of them, and why."""
    reasons: dict[str, list[str]] = {}
    alone = _alone(outcome) - {one.file for one in outcome.received}
    for one in outcome.findings:
        if one.place.file in alone and (one.place.sheet is None or one.code in STOPS_WRITING):
            reasons.setdefault(one.place.file, []).append(say(one, lang).message)
    if not reasons:
        return
    yield _LEFT.say(lang)
    owned = {one.file for one in outcome.files if one.unit}
    for file, why in sorted(reasons.items(), key=lambda one: one[0] not in owned)[:_MOST_LEFT]:
        yield from _wrapped(_LEFT_LINE.say(lang, {"file": file, "why": " ".join(why)}), 2)
    if len(reasons) > _MOST_LEFT:
        yield "  " + _MORE_LEFT.say(lang, {"count": len(reasons) - _MOST_LEFT})


def _next(outcome: Outcome, outputs: Sequence[str], folder: str, lang: Lang) -> Iterator[str]:
    written = sum(one.written for one in outcome.files)
    if not outputs and not written:
        yield _NOTHING_WRITTEN.say(lang)
        return
    yield _WROTE.say(lang, {"count": written}) if written else _NONE_NEW.say(lang)
    if outputs:
        yield from _wrapped(_RESULTS.say(lang, {"outputs": ", ".join(outputs)}), 0)
    for line in handed_lines(outcome, lang):
        yield from _wrapped(line, 0)
    if any(_STAMPED.search(one) for one in outputs):
        yield from _wrapped(_OPEN.say(lang), 0)
    well = not outcome.missing and not outcome.count(Severity.ERROR)
    yield (_ALL_WELL if well else _NEXT).say(lang)
    if written:
        yield _UNDO.say(lang, {"folder": folder}).rstrip()
