"""Every refusal is one sentence and changes nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from danvan_xlsx.post.smtp import Server
from tests.folders import opened
from tests.mailing.clerk import (
    DISTRICT,
    SIGNED,
    letter_of,
    refused,
    served,
)
from tests.post_office import Post
from tests.reported import HALF, YEAR, annex_of, new_sample, report, typed_into
from tests.sample.build import PLAN_FILE


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
