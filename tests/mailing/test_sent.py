"""What goes arrives whole, goes once, and the record keeps it; the password is kept nowhere."""

from __future__ import annotations

import base64
import json
from pathlib import Path

import pytest
import trustme
from click.testing import CliRunner

from danvan_xlsx.cli import main
from danvan_xlsx.post.smtp import Server
from tests.folders import opened, tree
from tests.mailing.clerk import (
    DISTRICT,
    FRONT,
    SIGNED,
    body,
    kept,
    letter_of,
    mail,
    read,
    refused,
    served,
)
from tests.post_office import PASSWORD, USER, Post, serving
from tests.reported import HALF, OFFICE, YEAR, annex_of, everything, new_sample, report, typed_into
from tests.sample.build import PLAN_FILE


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
