"""The commands: the only place that prints, exits or asks the time."""

from __future__ import annotations

import gc
import os
import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from danvan_xlsx import __version__
from danvan_xlsx.words.text import Text

if TYPE_CHECKING:
    from danvan_xlsx.workspace.run import Report

FOLDER = click.Path(path_type=Path)
LANG = click.option(
    "--lang", type=click.Choice(["vi", "en"]), default="vi", show_default=True, help="Ngôn ngữ · Language."
)

NOT_FOUND = Text("Không thấy “{path}”.", "“{path}” is not there.")
ONE_FOLDER = Text(
    "Đề nghị ghi một thư mục, hoặc các tệp của cùng một thư mục.",
    "Please name one folder, or files of one folder.",
)
PASSWORD = Text("Mật khẩu hộp thư (không được lưu lại)", "Password of the mailbox (it is not kept)")
ONE_REPORT = Text(
    "Đề nghị ghi --period với mã kỳ báo cáo, hoặc --grading để lập bảng tự chấm điểm.",
    "Please give --period with the code of a period, or --grading for the grading of the year.",
)
NO_CODE = Text("Không có mã “{code}”; xem danvan codes.", "There is no code “{code}”; see danvan codes.")
NEAR_CODE = Text("Không có mã “{code}”; gần giống: {near}.", "There is no code “{code}”; did you mean {near}?")

#: Nothing to mend · something to mend · the program could not do its work.
CLEAN, TO_MEND, FAILED = 0, 1, 2

DAY = click.DateTime(formats=["%Y-%m-%d", "%d/%m/%Y"])


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(__version__, prog_name="danvan")
def main() -> None:
    """Đối chiếu sổ Excel của các đơn vị với kế hoạch dân vận chính quyền của xã.

    A commune's Excel registers held against its yearly plan.
    """
    # Reading makes hundreds of thousands of objects that live on, and hardly a cycle to look for.
    gc.set_threshold(50_000, 20, 50)
    # A redirected output on Windows would be cp1258 and fail on Vietnamese; UTF-8 everywhere, never an encoding error.
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


@main.command()
@click.argument("paths", nargs=-1, type=FOLDER)
@click.option(
    "--as-of", type=DAY, metavar="NGÀY", help="Tính đến ngày (mặc định: hôm nay) · As of this day (default: today)."
)
@click.option("--period", help="Mã kỳ báo cáo, ví dụ 6T (mặc định: từ 01/01) · Code of a reporting period.")
@click.option("--dry-run", is_flag=True, help="Chỉ xem, không ghi gì · Look only, write nothing.")
@click.option(
    "--inspect",
    is_flag=True,
    help="Xem kỹ thêm sổ có phát hiện: danh sách chọn, liên kết, trao đổi · Also look at drop-downs, links, comments.",
)
@click.option("--strict", is_flag=True, help="Cảnh báo cũng tính là cần sửa · Warnings count as something to mend.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@LANG
def check(
    paths: tuple[Path, ...],
    as_of: datetime | None,
    period: str | None,
    dry_run: bool,
    inspect: bool,
    strict: bool,
    form: str,
    lang: Any,
) -> None:
    """Kiểm tra các sổ trong thư mục, ghi kết quả vào từng tệp, lập bảng tổng hợp.

    Check a folder of workbooks, write the result into each, draw the summary. FILES limit what is written and listed.

    Ví dụ: danvan check D:\\danvan-2022
    """
    from danvan_xlsx.workspace.run import Asked, Misasked, Stopped, run

    folder, only = _folder_and_files(paths, lang)
    asked = Asked(
        folder=folder,
        only=only,
        as_of=as_of.date() if as_of else None,
        period=period,
        dry_run=dry_run,
        inspect=inspect,
        now=datetime.now(),
    )
    try:
        report = run(asked, _progress if form == "text" and sys.stderr.isatty() else _quiet)
    except Stopped as stop:
        _tell_stop(stop, form, lang)
        sys.exit(FAILED)
    except Misasked as asked_for:
        raise click.UsageError(asked_for.told.say(lang)) from None
    _tell(report, form, lang)
    sys.exit(report.exit_status(strict=strict))


def _folder_and_files(paths: tuple[Path, ...], lang: Any) -> tuple[Path, tuple[Path, ...]]:
    """The folder to read and the files named; naming files, the whole folder that holds them is still read."""
    from danvan_xlsx.workspace.folder import is_folder, workspace_of

    if not paths:
        return Path.cwd(), ()
    for path in paths:
        if not path.exists():
            raise click.UsageError(NOT_FOUND.say(lang, {"path": str(path)}))
    if len(paths) == 1 and is_folder(paths[0]):
        return paths[0], ()
    files = tuple(Path(os.path.abspath(path)) for path in paths)  # noqa: PTH100 - resolve() would follow links
    folder = None if any(is_folder(path) for path in paths) else workspace_of(files)
    if folder is None:
        raise click.UsageError(ONE_FOLDER.say(lang))
    return folder, files


def _progress(place: int, total: int, name: str) -> None:
    click.echo(f"\r\x1b[K[{place}/{total}] {name}" if place < total else "\r\x1b[K", nl=False, err=True)


def _quiet(place: int, total: int, name: str) -> None:
    """No progress where nobody watches."""


def _tell(report: Report, form: str, lang: Any) -> None:
    if form == "json":
        import json

        click.echo(json.dumps(report.answer(lang), ensure_ascii=False, indent=1))
        return
    for line in report.screen(lang):
        click.echo(line)


def _tell_stop(stop: Any, form: str, lang: Any) -> None:
    if form == "json":
        import json

        click.echo(json.dumps(stop.answer(lang), ensure_ascii=False, indent=1))
        return
    for line in stop.screen(lang):
        click.echo(line, err=True)


@main.command()
@click.argument("folder", type=FOLDER, default=Path())
@click.option("--period", help="Mã kỳ báo cáo, ví dụ 6T, TTR-6T · Code of the reporting period.")
@click.option("--grading", is_flag=True, help="Lập bảng tự chấm điểm năm · The commune's own grading of the year.")
@click.option("--as-of", type=DAY, metavar="NGÀY", help="Lập vào ngày (mặc định: hôm nay) · Drawn up on this day.")
@click.option("--number", default="", help="Số, ký hiệu báo cáo đã ký · Number of the signed report.")
@click.option("--signed-on", type=DAY, metavar="NGÀY", help="Ngày ký · Day of signing.")
@click.option(
    "--accept-errors", "accepted", default="", metavar="LÝ DO", help="Lập khi còn lỗi, có lý do · In spite of errors."
)
@LANG
def report(
    folder: Path,
    period: str | None,
    grading: bool,
    as_of: datetime | None,
    number: str,
    signed_on: datetime | None,
    accepted: str,
    lang: Any,
) -> None:
    """Lập báo cáo của một kỳ: phụ lục gửi cấp trên và tệp nội bộ; hoặc bảng tự chấm điểm của năm.

    Draw the report of a period: what goes up, and the internal workbook beside it; or the grading of the year.

    Ví dụ: danvan report D:\\danvan-2022 --period 6T
    """
    from danvan_xlsx.workspace.run import Misasked, Stopped

    if bool(period) == grading:
        raise click.UsageError(ONE_REPORT.say(lang))
    day, now = as_of.date() if as_of else None, datetime.now()
    try:
        if period:
            from danvan_xlsx.workspace.reporting import ReportAsked, make_report

            signed = signed_on.date() if signed_on else None
            reported = make_report(ReportAsked(folder, period, now, day, number, signed, accepted), _quiet)
            lines, draft = reported.screen(lang), reported.report.draft
        else:
            from danvan_xlsx.workspace.grading import GradingAsked, make_grading

            lines, draft = make_grading(GradingAsked(folder, now, day), _quiet).screen(lang), False
    except Stopped as stop:
        _tell_stop(stop, "text", lang)
        sys.exit(FAILED)
    except Misasked as asked_for:
        raise click.UsageError(asked_for.told.say(lang)) from None
    for line in lines:
        click.echo(line)
    sys.exit(TO_MEND if draft else CLEAN)


@main.command()
@click.argument("folder", type=FOLDER, default=Path())
@click.option("--period", required=True, help="Mã kỳ báo cáo, ví dụ 6T · Code of the reporting period.")
@click.option("--send", is_flag=True, help="Gửi ngay bằng máy chủ thư ở CauHinh · Send it now.")
@click.option("--again", is_flag=True, help="Gửi lại báo cáo đã gửi · Send once more what was sent.")
@click.option("--for-comment", is_flag=True, help="Dự thảo xin ý kiến · A draft, for comments.")
@LANG
def mail(folder: Path, period: str, send: bool, again: bool, for_comment: bool, lang: Any) -> None:
    """Soạn thư gửi báo cáo của một kỳ lên cấp trên; chỉ gửi khi có --send.

    Draw the letter that carries a report upward; it is sent only with --send. The password is taken from the
    environment (DANVAN_SMTP_PASSWORD) or asked for, and never kept.

    Ví dụ: danvan mail D:\\danvan-2022 --period 6T
    """
    from danvan_xlsx.workspace.mailing import MailAsked, NoLetter, NotSent, mail_report
    from danvan_xlsx.workspace.run import Misasked, Stopped

    asked = MailAsked(folder, period, datetime.now(), send, again, for_comment, lambda: _password(lang))
    try:
        mailed = mail_report(asked)
    except Stopped as stop:
        _tell_stop(stop, "text", lang)
        sys.exit(FAILED)
    except Misasked as asked_for:
        raise click.UsageError(asked_for.told.say(lang)) from None
    except (NoLetter, NotSent) as why:
        click.echo(why.say(lang), err=True)
        sys.exit(FAILED)
    for line in mailed.screen(lang):
        click.echo(line)


def _password(lang: Any) -> str:
    kept = os.environ.get("DANVAN_SMTP_PASSWORD")
    return kept or click.prompt(PASSWORD.say(lang), hide_input=True, default="", show_default=False)


@main.command()
@click.argument("folder", type=FOLDER, default=Path())
@click.option("--as-of", type=DAY, metavar="NGÀY", help="Tính đến ngày (mặc định: hôm nay) · As of this day.")
@LANG
def remind(folder: Path, as_of: datetime | None, lang: Any) -> None:
    """Soạn thư, tin Zalo nhắc từng bộ phận và một trang Việc tuần này.

    Write a letter and a Zalo text for each unit with something to do, and one page for the wall.

    Ví dụ: danvan remind D:\\danvan-2022
    """
    from danvan_xlsx.workspace.reminding import RemindAsked, remind
    from danvan_xlsx.workspace.run import Stopped

    try:
        reminded = remind(RemindAsked(folder, datetime.now(), as_of.date() if as_of else None), _quiet)
    except Stopped as stop:
        _tell_stop(stop, "text", lang)
        sys.exit(FAILED)
    for line in reminded.screen(lang):
        click.echo(line)


@main.command()
@click.argument("plan", type=FOLDER)
@click.option("--out", type=FOLDER, required=True, help="Thư mục đặt biểu mẫu · Where the forms go.")
@click.option("--paper", is_flag=True, help="Kèm phiếu giấy A4 cho các thôn · Also the A4 slips of the villages.")
@click.option(
    "--refresh",
    is_flag=True,
    help="Lập lại biểu mẫu theo kế hoạch đã sửa, chuyển đủ dòng đã ghi · Draw anew, with the rows typed so far.",
)
@LANG
def forms(plan: Path, out: Path, paper: bool, refresh: bool, lang: Any) -> None:
    """Lập biểu mẫu trống cho từng đơn vị theo kế hoạch.

    Draw each unit's blank workbook from the plan. Existing files are never overwritten; with --refresh they are drawn
    anew where the plan changed, with every row in them, and the old ones kept.

    Ví dụ: danvan forms D:\\danvan-2022\\ke-hoach.xlsx --out D:\\danvan-2022
    """
    if not plan.exists():
        raise click.UsageError(NOT_FOUND.say(lang, {"path": str(plan)}))
    from danvan_xlsx.workspace.drawing import draw_forms
    from danvan_xlsx.workspace.refreshing import refresh_forms
    from danvan_xlsx.workspace.run import Stopped

    try:
        done = refresh_forms(plan, out, datetime.now(), paper=paper) if refresh else draw_forms(plan, out, paper=paper)
    except Stopped as stop:
        _tell_stop(stop, "text", lang)
        sys.exit(FAILED)
    for line in done.screen(lang):
        click.echo(line)
    sys.exit(TO_MEND if refresh and done.findings else CLEAN)


@main.command()
@click.argument("files", nargs=-1, required=True, type=FOLDER)
@click.option("--plan", type=FOLDER, required=True, help="Tệp kế hoạch · The plan's workbook.")
@click.option("--out", type=FOLDER, help="Thư mục đặt biểu mẫu mới (mặc định: của kế hoạch) · Where the new forms go.")
@click.option("--unit", help="Mã đơn vị, khi tệp không ghi · Code of the unit, where the files do not name it.")
@LANG
def upgrade(files: tuple[Path, ...], plan: Path, out: Path | None, unit: str | None, lang: Any) -> None:
    """Chuyển số liệu từ biểu mẫu cũ, bản tự lập, tệp .xls, .xlsb hoặc .ods sang biểu mẫu mới.

    Move what was typed in older forms, home-made copies, .xls, .xlsb or .ods into fresh forms. The old files stay.

    Ví dụ: danvan upgrade van-hoa.xls --plan D:\\danvan-2022\\ke-hoach.xlsx
    """
    from danvan_xlsx.workspace.run import Misasked, Stopped
    from danvan_xlsx.workspace.upgrading import upgrade_files

    for path in (*files, plan):
        if not path.exists():
            raise click.UsageError(NOT_FOUND.say(lang, {"path": str(path)}))
    try:
        done = upgrade_files(files, plan, out or plan.parent, unit)
    except Stopped as stop:
        _tell_stop(stop, "text", lang)
        sys.exit(FAILED)
    except Misasked as asked_for:
        raise click.UsageError(asked_for.told.say(lang)) from None
    for line in done.screen(lang):
        click.echo(line)
    sys.exit(TO_MEND if done.findings else CLEAN)


@main.command()
@click.argument("folder", type=FOLDER, default=Path())
@click.option("--run", "number", type=int, help="Số lượt kiểm tra (mặc định: lượt cuối) · Number of the run.")
@LANG
def undo(folder: Path, number: int | None, lang: Any) -> None:
    """Trả các tệp về như trước lượt kiểm tra cuối.

    Give the files back as they were before the last run; a file worked on since then is left alone and named.

    Ví dụ: danvan undo D:\\danvan-2022
    """
    from danvan_xlsx.workspace.run import Stopped
    from danvan_xlsx.workspace.undo import undo_run

    if not folder.is_dir():
        raise click.UsageError(NOT_FOUND.say(lang, {"path": str(folder)}))
    try:
        undone = undo_run(folder, number, datetime.now())
    except Stopped as stop:
        _tell_stop(stop, "text", lang)
        sys.exit(FAILED)
    for line in undone.screen(lang):
        click.echo(line)
    sys.exit(TO_MEND if undone.kept else CLEAN)


@main.command()
@click.argument("code")
@LANG
def explain(code: str, lang: Any) -> None:
    """Giải thích một mã lỗi: lý do, căn cứ, ví dụ sai và đúng.

    Explain a code: reason, source, a wrong and a right example.

    Ví dụ: danvan explain DL03
    """
    from danvan_xlsx import registers
    from danvan_xlsx.check.catalogue import catalogue
    from danvan_xlsx.post.templates import render
    from danvan_xlsx.report.explanation import near, values_of

    known = catalogue()
    rule = known.get(code.upper())
    if rule is None:
        meant = near(code, known)
        raise click.UsageError((NEAR_CODE if meant else NO_CODE).say(lang, {"code": code, "near": meant}))
    click.echo(render("ma-loi.txt", values_of(rule, lang, registers.load().sheets), Path.cwd()))


@main.command()
@LANG
def codes(lang: Any) -> None:
    """Liệt kê mọi mã lỗi.

    List every code with its severity and concern.

    Ví dụ: danvan codes
    """
    from danvan_xlsx.check.catalogue import catalogue
    from danvan_xlsx.report.explanation import listing

    for line in listing(catalogue(), lang):
        click.echo(line)
