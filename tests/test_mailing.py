"""The letter of a report as the clerk sends it: every refusal is one sentence and changes nothing."""

from __future__ import annotations

import base64
import email
import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from email import policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
import trustme
from click.testing import CliRunner, Result
from docx import Document

from danvan_xlsx.cli import main
from danvan_xlsx.post.smtp import Server
from danvan_xlsx.report.official import definitions
from danvan_xlsx.report.periodic import receiving_form
from tests.folders import danvan, opened, tree
from tests.post_office import PASSWORD, USER, Post, serving, trusted
from tests.reported import HALF, OFFICE, YEAR, annex_of, everything, new_sample, report, row_of, typed_into
from tests.sample.build import PLAN_FILE

DISTRICT, FRONT = "noivu@ngoclac.example", "mattran@minhson.example"
SIGNED = ("--number", "97/BC-UBND", "--signed-on", "11/11/2022")
RECORD = ".danvan/reports/2022-NAM.json"


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture(autouse=True)
def clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DANVAN_SMTP_PASSWORD", raising=False)


@pytest.fixture
def post(authority: trustme.CA, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Post, Server]]:
    """A server that this computer trusts, and the password at hand as a clerk's computer has it."""
    monkeypatch.setenv("SSL_CERT_FILE", trusted(authority, tmp_path))
    monkeypatch.setenv("DANVAN_SMTP_PASSWORD", PASSWORD)
    with serving(authority, "starttls") as running:
        yield running


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return new_sample(tmp_path / "xa")


def with_settings(folder: Path, settings: Mapping[str, Any]) -> None:
    """Rows of CauHinh below those that stand."""
    plan = folder / PLAN_FILE
    first = max(cell.row for cell in opened(plan)["CauHinh"]["B"] if cell.value) + 1
    cells: dict[str, Any] = {}
    for row, (key, value) in enumerate(settings.items(), first):
        cells |= {f"B{row}": key, f"D{row}": value}
    typed_into(plan, "CauHinh", cells)


def served(folder: Path, server: Server) -> None:
    with_settings(
        folder,
        {"smtp_host": server.host, "smtp_port": server.port, "smtp_user": USER, "smtp_security": "STARTTLS"},
    )


def mail(folder: Path, period: str = YEAR, *options: str) -> Result:
    return danvan("mail", folder, "--period", period, *options)


def refused(folder: Path, period: str, *options: str) -> str:
    """What the clerk is told: one line, an exit of 2, and nothing but the letter's own file has changed."""
    before = _without_letter(folder)
    result = mail(folder, period, *options)

    assert result.exit_code == 2
    assert _without_letter(folder) == before
    (line,) = result.output.splitlines()
    return line


def _without_letter(folder: Path) -> dict[str, str]:
    return {name: sha for name, sha in tree(folder).items() if not name.endswith((".eml", "/lock"))}


def read(data: bytes | str | None) -> EmailMessage:
    assert isinstance(data, bytes)
    message = email.message_from_bytes(data, policy=policy.default)
    assert isinstance(message, EmailMessage)
    return message


def letter_of(folder: Path, period: str) -> EmailMessage:
    return read((folder / f"bao-cao/2022-{period}/thu-2022-{period}.eml").read_bytes())


def letters_in(folder: Path) -> list[str]:
    return [path.name for path in folder.rglob("*.eml")]


def body(message: EmailMessage) -> list[str]:
    part = message.get_body()
    assert part is not None
    return str(part.get_content()).splitlines()


def kept(folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((folder / RECORD).read_text(encoding="utf-8"))
    return found


# -- refusals --------------------------------------------------------------------------------


@pytest.mark.parametrize("options", [(), ("--send",)])
def test_no_letter_without_a_report(folder: Path, options: tuple[str, ...]) -> None:
    assert refused(folder, HALF, *options) == ("Chưa có báo cáo kỳ 6T. Đề nghị chạy danvan report --period 6T trước.")
    assert not (folder / "bao-cao").exists()


def test_a_draft_is_not_sent(tmp_path: Path, post: tuple[Post, Server]) -> None:
    folder = new_sample(tmp_path / "drafts", sound=False)
    served(folder, post[1])
    report(folder, YEAR, *SIGNED)

    assert refused(folder, YEAR, "--send") == (
        "Báo cáo kỳ NAM còn là bản nháp nên chưa gửi. Nếu gửi xin ý kiến, đề nghị thêm --for-comment."
    )
    assert post[0].letters == []


@pytest.mark.parametrize("given", [(), ("--number", "97/BC-UBND"), ("--signed-on", "11/11/2022")])
def test_a_report_without_number_or_day_is_not_sent(
    folder: Path, post: tuple[Post, Server], given: tuple[str, ...]
) -> None:
    served(folder, post[1])
    report(folder, YEAR, *given)

    assert refused(folder, YEAR, "--send").startswith("Báo cáo kỳ NAM chưa có số và ngày ký nên chưa gửi.")
    assert post[0].letters == []


def test_where_nobody_has_an_address_there_is_nobody_to_write_to(folder: Path) -> None:
    rows = [cell.row for cell in opened(folder / PLAN_FILE)["NoiNhan"]["B"] if cell.value == "NAM"]
    typed_into(folder / PLAN_FILE, "NoiNhan", {f"G{row}": None for row in rows})
    report(folder, YEAR, *SIGNED)

    assert refused(folder, YEAR, "--send") == "Trang NoiNhan chưa có thư điện tử nào cho văn bản NAM."


@pytest.mark.parametrize("typed", ["noivu@ngoclac", "noivu@ngoclac.example; vp@ngoclac.example", "a@b.vn\nBcc: x@y.vn"])
def test_an_address_that_is_none_is_named_as_it_was_typed(folder: Path, post: tuple[Post, Server], typed: str) -> None:
    served(folder, post[1])
    row = next(cell.row for cell in opened(folder / PLAN_FILE)["NoiNhan"]["B"] if cell.value == "NAM")
    typed_into(folder / PLAN_FILE, "NoiNhan", {f"G{row}": typed})
    report(folder, YEAR, *SIGNED)

    line = refused(folder, YEAR, "--send")
    assert line.startswith("Địa chỉ “") and line.endswith("chưa đúng dạng thư điện tử. Đề nghị sửa rồi chạy lại.")
    assert post[0].letters == []
    assert not (folder / "bao-cao/2022-NAM/thu-2022-NAM.eml").exists()


def test_without_a_mail_server_in_the_plan_nobody_is_asked_for_a_password(folder: Path) -> None:
    report(folder, YEAR, *SIGNED)

    assert refused(folder, YEAR, "--send") == (
        "Trang CauHinh chưa có đủ máy chủ thư (smtp_host, smtp_user); thư chưa gửi."
    )
    # The letter is there all the same, to be sent by hand.
    assert letter_of(folder, YEAR)["to"].addresses[0].addr_spec == DISTRICT


@pytest.mark.parametrize("options", [(), ("--send",), ("--for-comment",)])
def test_an_annex_that_is_no_longer_what_was_drawn_does_not_go(folder: Path, options: tuple[str, ...]) -> None:
    report(folder, YEAR, *SIGNED)
    typed_into(annex_of(folder, YEAR), "Phụ lục III", {"D7": 99})

    assert refused(folder, YEAR, *options) == (
        "Tệp BCDVCQ_2022_NAM_minh-son.xlsx không còn như lúc lập báo cáo. Đề nghị chạy lại danvan report --period NAM."
    )
    annex_of(folder, YEAR).unlink()
    assert refused(folder, YEAR, *options).startswith("Tệp BCDVCQ_2022_NAM_minh-son.xlsx không còn như lúc lập")


# -- another form, other days, two reports ---------------------------------------------------

MAY_GO = [(), ("--send",), ("--send", "--for-comment")]


def test_an_annex_that_names_no_form_was_drawn_in_the_first(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as before:
        before.setattr(receiving_form, "ANNEXES", "")
        report(folder, YEAR, *SIGNED)

    assert mail(folder, YEAR).exit_code == 0
    monkeypatch.setattr(receiving_form, "ANNEXES", "BCDVCQ-2")
    assert "lập theo biểu mẫu trước" in refused(folder, YEAR)


@pytest.mark.parametrize("options", MAY_GO)
def test_a_report_drawn_in_another_form_does_not_go(
    folder: Path, post: tuple[Post, Server], monkeypatch: pytest.MonkeyPatch, options: tuple[str, ...]
) -> None:
    served(folder, post[1])
    with monkeypatch.context() as last_quarter:
        last_quarter.setattr(receiving_form, "ANNEXES", "BCDVCQ-0")
        report(folder, YEAR, *SIGNED)

    assert refused(folder, YEAR, *options) == (
        "Tệp BCDVCQ_2022_NAM_minh-son.xlsx lập theo biểu mẫu trước, nay dùng biểu mẫu BCDVCQ-1, nên chưa gửi. Đề nghị "
        "chạy lại danvan report --period NAM."
    )
    assert (post[0].letters, letters_in(folder)) == ([], [])
    # Drawn anew it goes.
    report(folder, YEAR, *SIGNED)
    assert mail(folder, YEAR, *options).exit_code == 0
    assert len(post[0].letters) == (1 if "--send" in options else 0)


def test_forms_of_the_inspection_sector_drawn_with_other_columns_do_not_go(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = definitions.circulars()
    first = known[0].forms[0]
    columns = (*first.columns[:-1], first.columns[-1]._replace(heading=("Cột cũ",)))
    before = known[0]._replace(forms=(replace(first, columns=columns), *known[0].forms[1:]))
    with monkeypatch.context() as last_quarter:
        last_quarter.setattr(definitions, "circulars", lambda: (before, *known[1:]))
        report(folder, "TTR-6T")

    line = refused(folder, "TTR-6T")
    assert line.startswith(
        "Tệp BCTTR_2022_TTR-6T_minh-son.xlsx lập theo biểu mẫu trước, nay dùng biểu mẫu Thông tư 02/2021/TT-TTCP ("
    )
    report(folder, "TTR-6T")
    assert mail(folder, "TTR-6T").exit_code == 0


@pytest.mark.parametrize("options", MAY_GO)
def test_a_report_over_other_days_than_the_plan_says_now_does_not_go(
    folder: Path, post: tuple[Post, Server], options: tuple[str, ...]
) -> None:
    served(folder, post[1])
    report(folder, YEAR, *SIGNED)
    row = row_of(folder / PLAN_FILE, "KyBaoCao", "B", YEAR)
    typed_into(folder / PLAN_FILE, "KyBaoCao", {f"E{row}": datetime(2022, 11, 10)})

    assert refused(folder, YEAR, *options) == (
        "Tệp BCDVCQ_2022_NAM_minh-son.xlsx có số liệu kỳ NAM (01/01/2022 – 31/10/2022), kế hoạch ghi kỳ NAM "
        "(01/01/2022 – 10/11/2022), nên chưa gửi. Đề nghị chạy lại danvan report --period NAM."
    )
    assert (post[0].letters, letters_in(folder)) == ([], [])


def test_the_record_of_another_period_is_no_report_of_this_one(folder: Path) -> None:
    report(folder, HALF)
    records = folder / ".danvan/reports"
    (records / "2022-NAM.json").write_bytes((records / "2022-6T.json").read_bytes())

    assert refused(folder, YEAR) == "Chưa có báo cáo kỳ NAM. Đề nghị chạy danvan report --period NAM trước."
    assert mail(folder, HALF).exit_code == 0


def test_of_two_word_reports_none_goes_until_one_is_kept(folder: Path, post: tuple[Post, Server]) -> None:
    served(folder, post[1])
    report(folder, YEAR, *SIGNED)
    word = folder / "bao-cao/2022-NAM/bao-cao.docx"
    document = Document(str(word))
    document.add_paragraph("Văn phòng sửa.")
    document.save(str(word))
    # What the clerk has corrected in the report that was drawn is what goes.
    assert mail(folder, YEAR).exit_code == 0
    report(folder, YEAR, *SIGNED)

    assert refused(folder, YEAR, "--send") == (
        "Còn nhiều bản báo cáo Word của kỳ NAM: bao-cao.docx, bao-cao-lap-lai.docx, nên chưa gửi. Đề nghị đối chiếu, "
        "giữ một bản với tên bao-cao.docx."
    )
    word.unlink()
    assert refused(folder, YEAR, "--send") == (
        "Chưa thấy tệp bao-cao.docx của kỳ NAM nên chưa gửi. Đề nghị đặt bản báo cáo Word sẽ gửi với tên này, hoặc "
        "chạy lại danvan report --period NAM."
    )
    assert post[0].letters == []
    word.with_name("bao-cao-lap-lai.docx").replace(word)
    assert mail(folder, YEAR, "--send").exit_code == 0
    assert len(post[0].letters) == 1


# -- sending ---------------------------------------------------------------------------------


def test_a_signed_report_goes_to_all_who_are_named_and_the_record_keeps_it(
    folder: Path, post: tuple[Post, Server]
) -> None:
    served(folder, post[1])
    report(folder, YEAR, *SIGNED)
    result = mail(folder, YEAR, "--send")

    assert (result.exit_code, result.output.splitlines()) == (
        0,
        ["Đã soạn thư: bao-cao/2022-NAM/thu-2022-NAM.eml (2 nơi nhận)", f"Đã gửi cho {DISTRICT}, {FRONT}."],
    )
    (envelope,) = post[0].letters
    message = read(envelope.content)
    assert (envelope.mail_from, envelope.rcpt_tos) == (USER, [DISTRICT, FRONT])
    assert message["subject"] == "UBND xã Minh Sơn: Báo cáo năm 2022 số 97/BC-UBND"
    assert [one.display_name for one in message["to"].addresses] == [
        "Ủy ban nhân dân huyện Ngọc Lặc",
        "Ủy ban MTTQ xã",
    ]
    assert body(message) == body(letter_of(folder, YEAR))
    (sending,) = kept(folder)["sent"]
    assert sending["to"] == [DISTRICT, FRONT]
    assert sending["files"][annex_of(folder, YEAR).name] == kept(folder)["files"][annex_of(folder, YEAR).name]
    annex = next(part for part in message.iter_attachments() if str(part.get_filename()).endswith(".xlsx"))
    assert annex.get_payload(decode=True) == annex_of(folder, YEAR).read_bytes()


def test_the_letter_says_what_goes_up_and_its_few_figures(folder: Path) -> None:
    report(folder, HALF)
    assert mail(folder, HALF).exit_code == 0

    assert body(letter_of(folder, HALF)) == [
        "Kính gửi: Ủy ban nhân dân huyện Ngọc Lặc (qua Phòng Nội vụ).",
        "",
        "Ủy ban nhân dân xã Minh Sơn gửi Báo cáo số 38/BC-UBND ngày 27 tháng 5 năm 2022: Báo cáo 6 tháng đầu năm 2022.",
        "Số liệu từ ngày 01/01/2022 đến ngày 20/05/2022.",
        "",
        "Một số kết quả chính:",
        "– Lượt tiếp công dân: 22 lượt.",
        "– Đơn tiếp nhận trong kỳ: 12 đơn.",
        "– Đơn thuộc thẩm quyền giải quyết xong trong kỳ: 11 đơn.",
        "– Hồ sơ TTHC tiếp nhận: 837 hồ sơ.",
        "– Tỷ lệ hồ sơ nộp trực tuyến: 33,9% (284/837).",
        "",
        "Bản ký số gửi qua phần mềm quản lý văn bản; tệp Excel kèm theo để tổng hợp. Trân trọng./.",
    ]


def test_what_stays_in_the_office_is_never_attached(folder: Path, post: tuple[Post, Server]) -> None:
    served(folder, post[1])
    report(folder, YEAR, *SIGNED)
    mail(folder, YEAR, "--send")

    (envelope,) = post[0].letters
    names = [str(part.get_filename()) for part in read(envelope.content).iter_attachments()]
    assert [name for name in names if "noi-bo" in name or "noi bo" in name] == []
    assert "Phụ lục số liệu - Báo cáo năm 2022.xlsx" in names
    assert len(names) <= 2


def test_the_same_report_is_not_sent_twice_by_mistake(folder: Path, post: tuple[Post, Server]) -> None:
    served(folder, post[1])
    report(folder, YEAR, *SIGNED)
    mail(folder, YEAR, "--send")

    line = refused(folder, YEAR, "--send")
    assert line.startswith("Báo cáo này đã gửi lúc ")
    assert line.endswith(f" cho {DISTRICT}, {FRONT}. Nếu cần gửi lần nữa, đề nghị thêm --again.")
    assert len(post[0].letters) == 1
    assert mail(folder, YEAR, "--send", "--again").exit_code == 0
    assert (len(post[0].letters), len(kept(folder)["sent"])) == (2, 2)


def test_drawn_anew_the_same_report_is_still_known_as_sent_and_another_one_goes(
    folder: Path, post: tuple[Post, Server]
) -> None:
    served(folder, post[1])
    report(folder, YEAR, *SIGNED)
    mail(folder, YEAR, "--send")
    report(folder, YEAR, *SIGNED)
    assert refused(folder, YEAR, "--send").startswith("Báo cáo này đã gửi lúc ")

    typed_into(folder / OFFICE, "Sổ tiếp công dân", {"F7": 3})
    report(folder, YEAR, *SIGNED)
    assert mail(folder, YEAR, "--send").exit_code == 0
    assert (len(post[0].letters), len(kept(folder)["sent"])) == (2, 2)


def test_a_draft_goes_for_comments_and_says_so(tmp_path: Path, post: tuple[Post, Server]) -> None:
    folder = new_sample(tmp_path / "drafts", sound=False)
    served(folder, post[1])
    report(folder, YEAR)

    assert mail(folder, YEAR, "--send", "--for-comment").exit_code == 0
    (envelope,) = post[0].letters
    message = read(envelope.content)
    assert message["subject"] == "[Dự thảo xin ý kiến] UBND xã Minh Sơn: Báo cáo năm 2022"
    assert "Ủy ban nhân dân xã Minh Sơn trân trọng gửi dự thảo Báo cáo năm 2022 để xin ý kiến." in body(message)
    assert body(message)[-1] == "Đề nghị cho ý kiến để xã hoàn thiện báo cáo. Trân trọng./."


# -- the password ----------------------------------------------------------------------------


def test_a_wrong_password_changes_nothing_and_the_right_one_then_sends(
    folder: Path, post: tuple[Post, Server], monkeypatch: pytest.MonkeyPatch
) -> None:
    served(folder, post[1])
    report(folder, YEAR, *SIGNED)
    monkeypatch.setenv("DANVAN_SMTP_PASSWORD", "sai")

    assert refused(folder, YEAR, "--send").startswith("Máy chủ thư 127.0.0.1 chưa nhận mật khẩu của vanphong@")
    assert (post[0].letters, kept(folder)["sent"]) == ([], [])
    monkeypatch.setenv("DANVAN_SMTP_PASSWORD", PASSWORD)
    assert mail(folder, YEAR, "--send").exit_code == 0
    assert (len(post[0].letters), len(kept(folder)["sent"])) == (1, 1)


def test_the_password_is_asked_for_unseen_where_the_computer_has_none(
    folder: Path, post: tuple[Post, Server], monkeypatch: pytest.MonkeyPatch
) -> None:
    served(folder, post[1])
    report(folder, YEAR, *SIGNED)
    monkeypatch.delenv("DANVAN_SMTP_PASSWORD")
    command = ["mail", str(folder), "--period", YEAR, "--send"]
    result = CliRunner().invoke(main, command, input=f"{PASSWORD}\n")

    assert result.exit_code == 0
    assert "Mật khẩu hộp thư (không được lưu lại):" in result.output
    assert PASSWORD not in result.output
    assert len(post[0].letters) == 1


def test_the_password_is_in_no_file(folder: Path, post: tuple[Post, Server]) -> None:
    served(folder, post[1])
    report(folder, YEAR, *SIGNED)
    result = mail(folder, YEAR, "--send")

    secret = base64.b64encode(PASSWORD.encode()).decode()
    plain = base64.b64encode(f"\0{USER}\0{PASSWORD}".encode()).decode()
    found = [
        name
        for name in tree(folder)
        for text in (everything(folder / name),)
        if PASSWORD in text or secret in text or plain in text or json.dumps(PASSWORD) in text
    ]
    assert (found, PASSWORD in result.output) == ([], False)


def test_a_server_that_has_gone_keeps_the_record_as_it_was(folder: Path, authority: trustme.CA) -> None:
    with serving(authority, "starttls") as (_, server):
        served(folder, server)
    report(folder, YEAR, *SIGNED)
    result = CliRunner().invoke(main, ["mail", str(folder), "--period", YEAR, "--send"], input=f"{PASSWORD}\n")

    assert result.exit_code == 2
    assert "Chưa kết nối được máy chủ thư 127.0.0.1:" in result.output
    assert kept(folder)["sent"] == []


def test_a_mailbox_that_is_refused_leaves_the_others_without_the_letter_too(
    folder: Path, post: tuple[Post, Server]
) -> None:
    served(folder, post[1])
    rows = [cell.row for cell in opened(folder / PLAN_FILE)["NoiNhan"]["G"] if cell.value == FRONT]
    typed_into(folder / PLAN_FILE, "NoiNhan", {f"G{number}": "khong-co@minhson.example" for number in rows})
    report(folder, YEAR, *SIGNED)

    assert refused(folder, YEAR, "--send").startswith("Máy chủ thư chưa nhận địa chỉ khong-co@minhson.example;")
    assert (post[0].letters, kept(folder)["sent"]) == ([], [])
