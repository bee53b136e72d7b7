"""What the screen says of copies: those that came in and became of them what, and those to hand back to their units."""

from __future__ import annotations

from collections.abc import Iterator

from danvan_xlsx.check.outcome import Outcome, Received
from danvan_xlsx.words.rules import say
from danvan_xlsx.words.text import Lang, Text

_MOST = 8

_HEAD = Text("TỆP NHẬN VỀ", "RECEIVED")
_FILED = Text(
    "{file} → {into}: {rows} dòng (trước có {rows_before}; thêm {added}, sửa {changed}, bớt {gone}); bản trước nằm ở "
    "{kept}.",
    "{file} → {into}: {rows} rows (before: {rows_before}; added {added}, changed {changed}, gone {gone}); the one "
    "before lies in {kept}.",
)
_FILED_UNREAD = Text(
    "{file} → {into}: {rows} dòng; bản trước chưa đọc được, nằm ở {kept}.",
    "{file} → {into}: {rows} rows; the one before could not be read and lies in {kept}.",
)
_FILED_FIRST = Text("{file} → {into}: {rows} dòng, tệp đầu tiên.", "{file} → {into}: {rows} rows, the first file.")
_SAME = Text("{file}: đã có ở {into}, không có gì mới.", "{file}: the same as {into}; nothing new.")
_WAITING = Text(
    "{file}: {rows} dòng, sẽ thành {into} khi chạy danvan check.",
    "{file}: {rows} rows, will be {into} when danvan check is run.",
)
_LEFT = Text("{file}: {why}", "{file}: {why}")
_LEFT_WITH = Text("{file}: chưa nhận, xem dòng khác của đơn vị.", "{file}: not taken, see the unit's other line.")
_MORE = Text("… và {count} tệp khác.", "… and {count} more.")
_HANDED = Text(
    "Bản để gửi trả đơn vị sửa: ket-qua/tra-lai ({count} tệp).",
    "Copies to hand back: ket-qua/tra-lai (files: {count}).",
)
_IN_USE = Text(
    "Giữ nguyên {files}: tệp đang mở hoặc đã có người nhập vào; nếu có số liệu mới, đề nghị chuyển vào nhan-ve.",
    "Left as they are: {files}; open, or somebody has typed there. If there are new figures, please move them to "
    "nhan-ve.",
)


def received_lines(outcome: Outcome, lang: Lang) -> Iterator[str]:
    """A line for each copy in `nhan-ve`, the first one the heading; nothing where there was none."""
    if not outcome.received:
        return
    yield _HEAD.say(lang)
    for one in outcome.received[:_MOST]:
        yield _line(one, outcome, lang)
    if len(outcome.received) > _MOST:
        yield _MORE.say(lang, {"count": len(outcome.received) - _MOST})


def _line(one: Received, outcome: Outcome, lang: Lang) -> str:
    values = one._asdict()
    if one.state == "left":
        why = " ".join(say(finding, lang).message for finding in outcome.of_file(one.file))
        return _LEFT.say(lang, {"file": one.file, "why": why}) if why else _LEFT_WITH.say(lang, values)
    if one.state == "filed":
        return _filed(one).say(lang, values)
    return (_SAME if one.state == "same" else _WAITING).say(lang, values)


def _filed(one: Received) -> Text:
    if one.kept is None:
        return _FILED_FIRST
    return _FILED if one.gone is not None else _FILED_UNREAD


def handed_lines(outcome: Outcome, lang: Lang) -> Iterator[str]:
    if outcome.handed_back:
        yield _HANDED.say(lang, {"count": len(outcome.handed_back)})
    if outcome.in_use:
        yield _IN_USE.say(lang, {"files": tuple(outcome.in_use)})
