"""Only what would be drawn so today goes: the form, the days, the one Word report."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from docx import Document

from danvan_xlsx.post.smtp import Server
from danvan_xlsx.report.official import definitions
from danvan_xlsx.report.periodic import receiving_form
from tests.mailing.clerk import (
    SIGNED,
    letters_in,
    mail,
    refused,
    served,
)
from tests.post_office import Post
from tests.reported import HALF, YEAR, report, row_of, typed_into
from tests.sample.build import PLAN_FILE

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
