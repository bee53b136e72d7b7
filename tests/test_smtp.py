"""A real mail server on the loopback, encrypted: what arrives is the letter, and each refusal is one sentence."""

from __future__ import annotations

import email
import socket
from collections.abc import Iterator
from datetime import datetime
from email import policy
from email.message import EmailMessage
from pathlib import Path

import pytest
import trustme
from aiosmtpd.controller import Controller

from danvan_xlsx.post.letters import Attachment, Letter, letter
from danvan_xlsx.post.smtp import NotSent, Security, Server, send
from tests.post_office import PASSWORD, USER, Post, free_port, serving, trusted

TO = ["noivu@ngoclac.example", "mattran@minhson.example"]


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture(params=["starttls", "tls"])
def mailbox(
    request: pytest.FixtureRequest, authority: trustme.CA, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[tuple[Post, Server]]:
    """A server whose certificate this computer trusts."""
    monkeypatch.setenv("SSL_CERT_FILE", trusted(authority, tmp_path))
    with serving(authority, request.param) as running:
        yield running


@pytest.fixture
def written(tmp_path: Path) -> Letter:
    path = tmp_path / "BCDVCQ_2022_6T_minh-son.xlsx"
    path.write_bytes(b"PK" + bytes(range(256)) * 400)
    return letter(
        sender=USER,
        to=[("Ủy ban nhân dân huyện Ngọc Lặc", TO[0]), ("Ủy ban MTTQ xã", TO[1])],
        subject="UBND xã Minh Sơn: Báo cáo 6 tháng đầu năm 2022",
        body="Kính gửi: Ủy ban.\n.\n.. dòng bắt đầu bằng dấu chấm\n",
        attachments=[Attachment(path, "Phụ lục số liệu.xlsx")],
        written=datetime(2022, 5, 27, 8),
        about="x",
    )


def test_a_letter_arrives_whole_for_all_its_recipients(
    mailbox: tuple[Post, Server], written: Letter, tmp_path: Path
) -> None:
    post, server = mailbox
    send(written, TO, server, PASSWORD)

    (envelope,) = post.letters
    assert isinstance(envelope.content, bytes)
    read = email.message_from_bytes(envelope.content, policy=policy.default)
    assert isinstance(read, EmailMessage)
    (part,) = read.iter_attachments()
    assert (envelope.mail_from, envelope.rcpt_tos) == (USER, TO)
    assert read["subject"] == "UBND xã Minh Sơn: Báo cáo 6 tháng đầu năm 2022"
    body = read.get_body()
    assert body is not None
    assert body.get_content().splitlines()[1:] == [".", ".. dòng bắt đầu bằng dấu chấm"]
    assert part.get_filename() == "Phụ lục số liệu.xlsx"
    assert part.get_payload(decode=True) == (tmp_path / "BCDVCQ_2022_6T_minh-son.xlsx").read_bytes()


@pytest.mark.parametrize("wrong", ["sai", "sai dấu", ""])
def test_a_wrong_password_is_one_sentence_and_nothing_arrives(
    mailbox: tuple[Post, Server], written: Letter, wrong: str
) -> None:
    post, server = mailbox
    with pytest.raises(NotSent) as why:
        send(written, TO, server, wrong)

    assert why.value.say() == (
        f"Máy chủ thư 127.0.0.1 chưa nhận mật khẩu của {USER}; thư chưa gửi. Đề nghị kiểm tra rồi gửi lại."
    )
    assert post.letters == []


def test_where_one_address_is_refused_nobody_gets_the_letter(mailbox: tuple[Post, Server], written: Letter) -> None:
    post, server = mailbox
    with pytest.raises(NotSent) as why:
        send(written, [TO[0], "khong-co@ngoclac.example"], server, PASSWORD)

    assert why.value.say().startswith("Máy chủ thư chưa nhận địa chỉ khong-co@ngoclac.example; thư chưa gửi cho ai.")
    assert post.letters == []


def test_a_letter_that_the_server_will_not_have(mailbox: tuple[Post, Server]) -> None:
    post, server = mailbox
    big = letter(sender=USER, to=[("", TO[0])], subject="qua-to", body="x", written=datetime(2022, 5, 27), about="x")
    with pytest.raises(NotSent) as why:
        send(big, TO, server, PASSWORD)

    assert "(mã 552)" in why.value.say()
    assert post.letters == []


def test_a_server_that_is_not_there(written: Letter) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        server = Server("127.0.0.1", taken.getsockname()[1], USER, "tls")
        with pytest.raises(NotSent) as why:
            send(written, TO, server, PASSWORD)

    assert why.value.say().startswith(f"Chưa kết nối được máy chủ thư 127.0.0.1:{server.port}; thư chưa gửi.")


@pytest.mark.parametrize("security", ["starttls", "tls"])
def test_no_password_goes_to_a_server_that_cannot_prove_who_it_is(
    authority: trustme.CA, security: Security, written: Letter
) -> None:
    with serving(authority, security) as (post, server), pytest.raises(NotSent) as why:
        send(written, TO, server, PASSWORD)

    assert "chưa chứng minh được danh tính" in why.value.say()
    assert post.letters == []


def test_a_server_without_encryption_gets_nothing(written: Letter) -> None:
    running = Controller(Post(), hostname="127.0.0.1", port=free_port())
    running.start()
    try:
        server = Server("127.0.0.1", running.port, USER, "starttls")
        with pytest.raises(NotSent) as why:
            send(written, TO, server, PASSWORD)
    finally:
        running.stop()

    assert "thư chưa gửi" in why.value.say()
    assert running.handler.letters == []
