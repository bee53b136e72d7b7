"""Letters: what a mail program reads back, and what a workbook's cell cannot smuggle into them."""

from __future__ import annotations

import email
from datetime import datetime
from email import policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvan_xlsx.post.letters import Attachment, BadAddress, as_bytes, ascii_of, letter, plain

WRITTEN = datetime(2022, 5, 27, 8, 30)
SUBJECT = "UBND xã Minh Sơn: sổ dân vận chính quyền, việc cần hoàn thiện đến ngày 14/11/2022 và các kỳ sau"


def made(**changes: Any) -> EmailMessage:
    asked: dict[str, Any] = {
        "sender": "vanphong@minhson.example",
        "to": [("Ủy ban nhân dân huyện Ngọc Lặc", "noivu@ngoclac.example"), ("", "mattran@minhson.example")],
        "subject": SUBJECT,
        "body": "Kính gửi: Ủy ban.\n– Lượt tiếp: 21.\n",
        "written": WRITTEN,
        "about": "minh-son-2022-6T",
    }
    return email.message_from_bytes(as_bytes(letter(**{**asked, **changes})), policy=policy.default)


@pytest.fixture
def attached(tmp_path: Path) -> Attachment:
    path = tmp_path / "BCDVCQ_2022_6T_minh-son.xlsx"
    path.write_bytes(bytes(range(256)) * 20)
    return Attachment(path, "Phụ lục số liệu – Đợt 6 tháng đầu năm 2022.xlsx")


def test_names_subject_and_text_come_back_whole() -> None:
    read = made()

    assert read["subject"] == SUBJECT
    assert [(one.display_name, one.addr_spec) for one in read["to"].addresses] == [
        ("Ủy ban nhân dân huyện Ngọc Lặc", "noivu@ngoclac.example"),
        ("", "mattran@minhson.example"),
    ]
    assert (read["from"], read["date"].datetime.replace(tzinfo=None)) == ("vanphong@minhson.example", WRITTEN)
    body = read.get_body()
    assert body is not None
    assert body.get_content() == "Kính gửi: Ủy ban.\n– Lượt tiếp: 21.\n"
    assert list(read.defects) == []


def test_an_attachment_has_its_vietnamese_name_and_an_ascii_one_beside_it(attached: Attachment) -> None:
    raw = as_bytes(
        letter(
            sender="", to=[("", "a@b.vn")], subject="x", body="x", attachments=[attached], written=WRITTEN, about="x"
        )
    )
    (part,) = made(attachments=[attached]).iter_attachments()

    assert part.get_filename() == attached.name
    assert part.get_content() == attached.path.read_bytes()
    assert b'name="Phu luc so lieu  Dot 6 thang dau nam 2022.xlsx"' in raw
    assert b"filename*=utf-8''Ph%E1%BB%A5%20l%E1%BB%A5c" in raw


def test_the_same_letter_has_the_same_bytes_and_the_ends_of_lines_that_servers_want(attached: Attachment) -> None:
    one, other = (
        as_bytes(
            letter(
                sender="", to=[("", "a@b.vn")], subject=SUBJECT, body="x", attachments=[attached], written=WRITTEN,
                about="x",
            )
        )
        for _ in range(2)
    )  # fmt: skip

    assert one == other
    assert one.count(b"\n") == one.count(b"\r\n")
    assert max(len(line) for line in one.split(b"\r\n")) < 998


@pytest.mark.parametrize(
    "typed", ["Báo cáo\r\nBcc: x@y.vn", "Báo cáo\nBcc: x@y.vn", "Báo cáo\u2028Bcc: x@y.vn", "a\x00b"]
)
def test_no_header_is_smuggled_in_through_a_text(typed: str) -> None:
    read = made(subject=typed, to=[(typed, "a@b.vn")])

    assert set(read.keys()) <= {
        "Content-Type", "MIME-Version", "Subject", "From", "To", "Date", "Message-ID", "X-Unsent",
    }  # fmt: skip
    assert len(read["to"].addresses) == 1


@pytest.mark.parametrize(
    "typed",
    ["", "noivu", "noivu@ngoclac", "a@b.vn, c@d.vn", "a@b.vn; c@d.vn", "<a@b.vn>", "a b@c.vn", "a@b.vn\r\nBcc: c@d.vn",
     "nộivụ@ngoclac.vn"],
)  # fmt: skip
def test_what_is_no_single_address_is_refused_as_it_was_typed(typed: str) -> None:
    with pytest.raises(BadAddress) as refused:
        made(to=[("Huyện", typed)])
    assert refused.value.typed == typed


@given(st.text(max_size=60), st.text(max_size=200))
def test_whatever_stands_in_a_cell_makes_a_letter_that_parses(subject: str, body: str) -> None:
    read = made(subject=subject, body=body)

    assert list(read.defects) == []
    assert [one.addr_spec for one in read["to"].addresses] == ["noivu@ngoclac.example", "mattran@minhson.example"]


def test_control_characters_leave_the_text_and_its_lines_stay() -> None:
    assert plain("a\x07b\r\n=1+1\r\n\tc") == "ab\n=1+1\n\tc\n"
    assert ascii_of('Đợt "6" tháng.xlsx') == "Dot 6 thang.xlsx"
