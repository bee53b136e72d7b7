"""The letter that carries a report: drawn beside it as `.eml`, and sent only on request."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from danvan_xlsx.excel.reader import open_workbook
from danvan_xlsx.excel.replacing import sha256_of
from danvan_xlsx.plan.plan import Plan, Recipient
from danvan_xlsx.plan.settings import MAIL_FROM_KEY, SMTP_HOST_KEY, SMTP_PORT_KEY, SMTP_SECURITY_KEY, SMTP_USER_KEY
from danvan_xlsx.post.letters import Attachment, BadAddress, Letter, as_bytes, letter
from danvan_xlsx.post.smtp import NotSent, Server, send
from danvan_xlsx.post.templates import render
from danvan_xlsx.report.official.definitions import NoForms
from danvan_xlsx.report.periodic.annexes import day_in_words
from danvan_xlsx.report.periodic.read_back import read_back
from danvan_xlsx.report.periodic.receiving_form import form_of, unstamped
from danvan_xlsx.words.frame import META_SHEET
from danvan_xlsx.words.text import Lang, Text, fold, shown
from danvan_xlsx.workspace.reporting import annex_name, place_of
from danvan_xlsx.workspace.reports import ReportRecord, Sending, load_report, save_report
from danvan_xlsx.workspace.run import Asked, alone_in, plan_in

WORD = Path("bao-cao.docx")
LETTER_TEMPLATE = "thu-bao-cao.txt"

NOT_DRAWN = Text(
    "Chưa có báo cáo kỳ {period}. Đề nghị chạy danvan report --period {period} trước.",
    "There is no report of {period} yet. Please run danvan report --period {period} first.",
)
CHANGED = Text(
    "Tệp {file} không còn như lúc lập báo cáo. Đề nghị chạy lại danvan report --period {period}.",
    "{file} is no longer what was drawn. Please run danvan report --period {period} again.",
)
OTHER_FORM = Text(
    "Tệp {file} lập theo biểu mẫu trước, nay dùng biểu mẫu {form}, nên chưa gửi. Đề nghị chạy lại "
    "danvan report --period {period}.",
    "{file} was drawn in an earlier form; the present one is {form}. Nothing was sent. Please run danvan report "
    "--period {period} again.",
)
OTHER_PERIOD = Text(
    "Tệp {file} có số liệu kỳ {drawn} ({drawn_days}), kế hoạch ghi kỳ {period} ({days}), nên chưa gửi. Đề nghị chạy "
    "lại danvan report --period {period}.",
    "{file} has the figures of {drawn} ({drawn_days}), the plan says {period} ({days}). Nothing was sent. Please run "
    "danvan report --period {period} again.",
)
TWO_REPORTS = Text(
    "Còn nhiều bản báo cáo Word của kỳ {period}: {file}, {drawn}, nên chưa gửi. Đề nghị đối chiếu, giữ một bản với tên "
    "{file}.",
    "There are several Word reports of {period}: {file}, {drawn}. Nothing was sent. Please keep one of them as {file}.",
)
NO_WORD = Text(
    "Chưa thấy tệp {file} của kỳ {period} nên chưa gửi. Đề nghị đặt bản báo cáo Word sẽ gửi với tên này, hoặc chạy lại "
    "danvan report --period {period}.",
    "The file {file} of {period} is not there; nothing was sent. Please give the Word report that shall go this name, "
    "or run danvan report --period {period} again.",
)
IS_A_DRAFT = Text(
    "Báo cáo kỳ {period} còn là bản nháp nên chưa gửi. Nếu gửi xin ý kiến, đề nghị thêm --for-comment.",
    "The report of {period} is still a draft and was not sent. To ask for comments add --for-comment.",
)
NOT_SIGNED = Text(
    "Báo cáo kỳ {period} chưa có số và ngày ký nên chưa gửi. Đề nghị ghi vào sổ Văn bản ban hành rồi lập lại, hoặc "
    "thêm --for-comment nếu gửi dự thảo xin ý kiến.",
    "The report of {period} has no number and signing day and was not sent. Please enter them in Văn bản ban hành and "
    "draw it anew, or add --for-comment to ask for comments.",
)
NOBODY = Text(
    "Trang NoiNhan chưa có thư điện tử nào cho văn bản {period}.",
    "The sheet NoiNhan has no e-mail address for the document {period}.",
)
BAD_ADDRESS = Text(
    "Địa chỉ “{address}” ở kế hoạch chưa đúng dạng thư điện tử. Đề nghị sửa rồi chạy lại.",
    "“{address}” in the plan is no e-mail address. Please correct it and try again.",
)
NO_SERVER = Text(
    "Trang CauHinh chưa có đủ máy chủ thư (smtp_host, smtp_user); thư chưa gửi.",
    "CauHinh does not name the mail server (smtp_host, smtp_user); nothing was sent.",
)
SENT_BEFORE = Text(
    "Báo cáo này đã gửi lúc {at} cho {to}. Nếu cần gửi lần nữa, đề nghị thêm --again.",
    "This very report was sent at {at} to {to}. To send it once more add --again.",
)
DRAWN = Text("Đã soạn thư: {file} ({count} nơi nhận)", "Letter drawn: {file} ({count} recipients)")
SENT = Text("Đã gửi cho {to}.", "Sent to {to}.")
OPEN_IT = Text(
    "Mở tệp này bằng Outlook hoặc Thunderbird, xem lại rồi bấm Gửi.",
    "Open this file with Outlook or Thunderbird, look at it and press Send.",
)


class NoLetter(Exception):  # noqa: N818 - told to the clerk
    """No letter was drawn, or it was not sent; why."""

    def __init__(self, text: Text, **values: object) -> None:
        super().__init__(values)
        self._text, self._values = text, values

    def say(self, lang: Lang = "vi") -> str:
        return self._text.say(lang, self._values)


class MailAsked(NamedTuple):
    """What the clerk asked for. password: asked for only when the letter is about to go."""

    folder: Path
    period: str
    now: datetime
    send: bool = False
    again: bool = False
    for_comment: bool = False
    password: Callable[[], str] = str


class Mailed(NamedTuple):
    """A letter drawn, as a path from the folder, and to whom it was sent."""

    file: str
    to: tuple[str, ...]
    sent: bool

    def screen(self, lang: Lang = "vi") -> Iterator[str]:
        yield DRAWN.say(lang, {"file": self.file, "count": len(self.to)})
        yield SENT.say(lang, {"to": self.to}) if self.sent else OPEN_IT.say(lang)


def mail_report(asked: MailAsked) -> Mailed:
    """Draw the letter of a report, and send it where that is asked. Raises NoLetter, NotSent, Stopped, Misasked."""
    looking = Asked(asked.folder, asked.now)
    with alone_in(looking):
        plan = plan_in(looking)
        where = place_of(asked.folder, plan, asked.period)
        record = load_report(asked.folder, plan.year, asked.period)
        if record is None or record.period != asked.period:
            raise NoLetter(NOT_DRAWN, period=asked.period)
        files = _files(where, plan, record)
        if asked.send:
            _may_go(asked, record, files)
        message, to = _letter(asked, plan, record, files)
        path = where / f"thu-{where.name}.eml"
        path.write_bytes(as_bytes(message))
        if asked.send:
            _send(asked, plan, record, files, message, to)
        return Mailed(path.relative_to(asked.folder).as_posix(), to, asked.send)


def _files(where: Path, plan: Plan, record: ReportRecord) -> list[Attachment]:
    """The annexes as they were drawn; the Word report as the clerk has corrected it since."""
    annex = where / annex_name(plan, record.period)
    if sha256_of(annex) != record.files.get(annex.name):
        raise NoLetter(CHANGED, file=annex.name, period=record.period)
    _is_present(annex, plan, record)
    found = [Attachment(annex, f"Phụ lục số liệu - {record.name}.xlsx")]
    if any(name.endswith(WORD.suffix) for name in record.files):
        found.insert(0, Attachment(_word_in(where, record), f"{record.name}.docx"))
    return found


def _is_present(annex: Path, plan: Plan, record: ReportRecord) -> None:
    """In the form and over the days in which it would be drawn now: neither changes the file that was drawn before."""
    period = plan.periods[record.period]
    with open_workbook(annex) as book:
        told = read_back(book.grid(sheet) for sheet in book.sheets if sheet.title == META_SHEET)
    try:
        form = form_of(period)
    except NoForms as none:
        raise NoLetter(none.told) from none
    if (told.form or unstamped(period)) != form:
        raise NoLetter(OTHER_FORM, file=annex.name, form=form, period=period.code)
    drawn_days, days = _days(told.since, told.until), _days(period.since.isoformat(), period.until.isoformat())
    if (told.year, told.period, drawn_days) != (str(plan.year), period.code, days):
        raise NoLetter(
            OTHER_PERIOD, file=annex.name, drawn=told.period, drawn_days=drawn_days, period=period.code, days=days
        )


def _days(since: str, until: str) -> str:
    return " – ".join(shown(date.fromisoformat(one)) for one in (since, until) if one)


def _word_in(where: Path, record: ReportRecord) -> Path:
    """The Word report that shall go; while two of them lie there, nobody knows which it is."""
    word = where / WORD.name
    others = [one.name for one in sorted(where.glob(f"{WORD.stem}*{WORD.suffix}")) if one.name != word.name]
    if not word.is_file():
        raise NoLetter(NO_WORD, file=word.name, period=record.period)
    if others:
        raise NoLetter(TWO_REPORTS, file=word.name, drawn=others, period=record.period)
    return word


def _may_go(asked: MailAsked, record: ReportRecord, files: list[Attachment]) -> None:
    if record.draft and not asked.for_comment:
        raise NoLetter(IS_A_DRAFT, period=record.period)
    if not (record.number and record.signed_on) and not asked.for_comment:
        raise NoLetter(NOT_SIGNED, period=record.period)
    hashes = _hashes(files)
    before = next((one for one in reversed(record.sent) if dict(one.files) == hashes), None)
    if before is not None and not asked.again:
        at = datetime.fromisoformat(before.at)
        raise NoLetter(SENT_BEFORE, at=f"{at:%H:%M} {shown(at.date())}", to=before.to)


def _hashes(files: list[Attachment]) -> dict[str, str]:
    return {one.path.name: sha256_of(one.path) for one in files}


# -- the letter ------------------------------------------------------------------------


def _letter(
    asked: MailAsked, plan: Plan, record: ReportRecord, files: list[Attachment]
) -> tuple[Letter, tuple[str, ...]]:
    day = asked.now.date()
    recipients = [one for one in _recipients(plan, record.period) if one.email]
    if not recipients:
        raise NoLetter(NOBODY, period=record.period)
    try:
        message = letter(
            sender=plan.setting(MAIL_FROM_KEY, day) or plan.setting(SMTP_USER_KEY, day),
            # “(qua Phòng Nội vụ)” belongs into the letter, not into the name of a mailbox.
            to=[(one.name.split(" (")[0], one.email) for one in recipients],
            subject=_subject(asked, plan, record, day),
            body=render(LETTER_TEMPLATE, _values(asked, plan, record, day), asked.folder),
            attachments=files,
            written=asked.now,
            about=f"{plan.commune}-{plan.year}-{record.period}-{sha256_of(files[-1].path)[:16]}",
        )
    except BadAddress as bad:
        raise NoLetter(BAD_ADDRESS, address=bad.typed) from bad
    return message, tuple(one.email for one in recipients)


def _recipients(plan: Plan, period: str) -> list[Recipient]:
    found = [one for one in plan.recipients if fold(one.document) == fold(period)]
    return sorted(found, key=lambda one: one.order)


def _subject(asked: MailAsked, plan: Plan, record: ReportRecord, day: date) -> str:
    kind = plan.setting("commune_kind", day)
    draft = "[Dự thảo xin ý kiến] " if asked.for_comment else ""
    number = f" số {record.number}" if record.number else ""
    return f"{draft}UBND {kind} {plan.commune_name}: {record.name}{number}"


def _values(asked: MailAsked, plan: Plan, record: ReportRecord, day: date) -> dict[str, object]:
    """What the template `thu-bao-cao.txt` may name."""
    signed = date.fromisoformat(record.signed_on) if record.signed_on else None
    return {
        "addressed": [one.name for one in _recipients(plan, record.period) if one.addressed],
        "commune": f"{plan.setting('commune_kind', day)} {plan.commune_name}",
        "report": record.name,
        "number": record.number,
        "signed": day_in_words(signed) if signed else "",
        "since": shown(date.fromisoformat(record.since)),
        "until": shown(date.fromisoformat(record.until)),
        "figures": record.headline,
        "for_comment": asked.for_comment,
    }


# -- sending ---------------------------------------------------------------------------


def _send(
    asked: MailAsked,
    plan: Plan,
    record: ReportRecord,
    files: list[Attachment],
    message: Letter,
    to: tuple[str, ...],
) -> None:
    server = _server(plan, asked.now.date())
    send(message, to, server, asked.password())
    sending = Sending(asked.now.isoformat(timespec="seconds"), to, _hashes(files))
    save_report(asked.folder, record.with_sending(sending))


def _server(plan: Plan, day: date) -> Server:
    host, user = plan.setting(SMTP_HOST_KEY, day), plan.setting(SMTP_USER_KEY, day)
    if not host or not user:
        raise NoLetter(NO_SERVER)
    security = plan.value(SMTP_SECURITY_KEY, day)
    port = int(plan.value(SMTP_PORT_KEY, day))
    return Server(host, port, user, "tls" if security.code == "tls" else "starttls")


__all__ = ["MailAsked", "Mailed", "NoLetter", "NotSent", "mail_report"]
