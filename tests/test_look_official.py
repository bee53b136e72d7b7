"""The inspection sector's forms and the grading as they come out of a printer."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from danvan_xlsx.report.official.pages import form_pages
from danvan_xlsx.words.page import Page
from tests.folders import danvan
from tests.looking import Rendered, needs_office, render
from tests.reported import AS_OF, new_sample, reported
from tests.test_look import squeezed, texts_of, words_in

#: How high the box around a word is for each point of its font (Liberation Serif stands in for Times New Roman).
BOX = 1.13


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return new_sample(tmp_path_factory.mktemp("official-look"))


@pytest.fixture(scope="module")
def forms(sample: Path) -> tuple[list[Page], Rendered]:
    pages = form_pages(reported(sample, "TTR-NAM"))
    drawn = sample / "bao-cao/2022-TTR-NAM/BCTTR_2022_TTR-NAM_minh-son.xlsx"
    return pages, render(drawn, sample, sample / "profile")


def smallest(pdf: Path) -> float:
    """The smallest print of a PDF, in points of its font."""
    boxes = subprocess.run(["pdftotext", "-bbox", str(pdf), "-"], check=True, capture_output=True).stdout.decode()
    found = re.findall(r'yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)"', boxes)
    return min(float(bottom) - float(top) for top, bottom in found) / BOX


@needs_office
def test_each_form_is_one_page_with_all_its_words(forms: tuple[list[Page], Rendered]) -> None:
    pages, rendered = forms

    assert len(rendered.pages) == len(pages) == 8
    for page, text in zip(pages, rendered.pages, strict=True):
        seen = squeezed(text)
        assert "###" not in seen
        # What is hidden for machines is not printed.
        texts = [one for one in texts_of(page.blocks) if "/" not in one.split(" ")[0] or "TT" in one]
        assert [one for one in texts if not words_in(one, seen)] == []
        assert "NGƯỜI LẬP BIỂU" in text and "TM. ỦY BAN NHÂN DÂN" in text


@needs_office
def test_no_print_of_a_form_is_under_nine_points(forms: tuple[list[Page], Rendered]) -> None:
    assert smallest(forms[1].pdf) >= 8.9


@needs_office
def test_a_page_has_its_figures_under_their_printed_numbers(forms: tuple[list[Page], Rendered]) -> None:
    lines = [line.split() for line in forms[1].pages[0].splitlines()]
    # 16–29 and the figures below them.
    numbers = next(at for at, line in enumerate(lines) if line[:1] == ["MS"] and "29" in line)

    assert lines[numbers] == ["MS", *map(str, range(16, 30))]
    assert next(line for line in lines[numbers + 1 :] if line)[-14:] == ["3", "1", "8", "1", *["0"] * 10]


@needs_office
def test_the_grading_is_two_pages_with_its_headings_on_each(sample: Path) -> None:
    danvan("report", sample, "--grading", "--as-of", AS_OF.isoformat())
    path = sample / "bao-cao/2022-tu-cham-diem/tu-cham-diem-2022.xlsx"
    rendered = render(path, sample, sample / "profile")

    assert len(rendered.pages) == 2
    assert all("Tài liệu kiểm chứng" in page and "THANG ĐIỂM VÍ DỤ" in page for page in rendered.pages)
    assert "###" not in rendered.words and "figures" not in rendered.words
    assert "XẾP LOẠI" in rendered.pages[1]
