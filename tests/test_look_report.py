"""The Word report on paper: letterhead, every sentence whole, page numbers, one family of letters, the signature."""

from __future__ import annotations

import re
import subprocess
import unicodedata
from datetime import date
from pathlib import Path

import pytest

from danvan_xlsx.post.word import draw_report
from danvan_xlsx.report.periodic.narrative import narrative
from danvan_xlsx.report.periodic.tags import tags
from tests.looking import Rendered, needs_writer, render
from tests.narratives import DRAFT, flat, remarks, report

LONG = "; ".join(f"khó khăn thứ {number} của các bộ phận trong xã" for number in range(150))


@pytest.fixture(scope="module")
def paper(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("paper")


def on_paper(paper: Path, name: str, **facts: object) -> Rendered:
    made = report(**facts)  # type: ignore[arg-type]
    told = narrative(made)
    path = paper / f"{name}.docx"
    draw_report(tags(made, told), path, created=date(2022, 10, 31), title=told.head.subject, author="UBND")
    return render(path, paper, paper / "profile")


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", unicodedata.normalize("NFC", text))


@needs_writer
def test_every_sentence_is_on_paper(paper: Path) -> None:
    # Words, not lines: the two columns of letterhead and signature stand beside each other.
    seen = squeezed("".join(on_paper(paper, "whole").pages))

    assert [word for line in flat(narrative(report())) for word in line.split() if squeezed(word) not in seen] == []


@needs_writer
def test_the_letterhead_stands_in_two_columns(paper: Path) -> None:
    top = [" ".join(line.split()) for line in on_paper(paper, "head").pages[0].splitlines() if line.strip()]

    assert top[:3] == [
        "ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "XÃ MINH SƠN Độc lập - Tự do - Hạnh phúc",
        "Số: /BC-UBND Minh Sơn, ngày tháng năm 2022",
    ]
    assert top[3:6] == [
        "BÁO CÁO",
        "Kết quả công tác dân vận chính quyền năm 2022",
        "Kính gửi: Ủy ban nhân dân huyện Ngọc Lặc (qua Phòng Nội vụ).",
    ]


@needs_writer
def test_pages_are_numbered_from_the_second_and_a_draft_is_marked_on_each(paper: Path) -> None:
    rendered = on_paper(paper, "draft", sheets=[remarks(KK__NAM=LONG)], in_the_way=DRAFT)
    heads = [page.split("\n")[0].split() for page in rendered.pages]

    assert len(heads) > 3
    assert heads[0] == ["BẢN", "NHÁP"]
    assert heads[1:] == [[str(number), "BẢN", "NHÁP"] for number in range(2, len(heads) + 1)]


@needs_writer
def test_a_final_report_bears_no_mark(paper: Path) -> None:
    assert "NHÁP" not in on_paper(paper, "final").words


@needs_writer
@pytest.mark.parametrize("count", range(1, 12, 2))
def test_the_signature_is_on_one_page_with_the_last_sentence(paper: Path, count: int) -> None:
    text = "; ".join(f"khó khăn thứ {number} của các bộ phận trong xã" for number in range(4 * count))
    last = on_paper(paper, f"sign{count}", sheets=[remarks(KK__NAM=text)]).pages[-1]

    assert "Trên đây là báo cáo" in last
    assert all(part in last for part in ("Nơi nhận:", "Lưu: VT, VP.", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"))


@needs_writer
def test_the_letters_are_all_of_one_family(paper: Path) -> None:
    pdf = on_paper(paper, "fonts").pdf
    listed = subprocess.run(["pdffonts", str(pdf)], check=True, capture_output=True, timeout=60).stdout.decode()

    # Liberation Serif stands in for Times New Roman where that is not installed.
    names = [line.split()[0].partition("+")[2] for line in listed.splitlines()[2:]]
    assert names
    assert [name for name in names if not name.startswith(("LiberationSerif", "TimesNewRoman"))] == []
