"""Names and numbers of citizens in columns that reports quote: found at their cell, and nowhere repeated."""

from __future__ import annotations

import pytest

from danvan_xlsx.check.privacy import judge_privacy
from danvan_xlsx.report.marks import note
from danvan_xlsx.words.kinds import CODE, LINE, NOTE, Option, choice
from danvan_xlsx.words.layout import Column, Sheet
from danvan_xlsx.words.rules import say
from danvan_xlsx.words.text import Text
from tests.shelf import beside, register, told

KINDS = (Option("complaint", Text("Khiếu nại", "Complaint")), Option("denunciation", Text("Tố cáo", "Denunciation")))
LETTERS = Sheet(
    "letters",
    Text("Sổ thư", "Letters"),
    (
        Column("kind", Text("Loại", "Kind"), choice("letter_kind", *KINDS)),
        Column("person", Text("Họ tên – địa chỉ", "Person"), LINE, personal=True),
        Column("explanation", Text("Giải trình", "Explanation"), NOTE),
    ),
)
TALKS = Sheet(
    "talks",
    Text("Sổ ý kiến", "Talks"),
    (
        Column("content", Text("Nội dung", "Content"), NOTE),
        Column("number", Text("Mã", "Code"), CODE),
        Column("praised", Text("Người được khen", "Praised"), LINE, personal=True),
    ),
)
KNOWN = """
    | kind      | person                                | explanation                    |
    | Tố cáo    | Bà Đỗ Thị Thử Nghiệm – thôn Minh Đức  |                                |
    | Khiếu nại | Lê Văn Thử, thôn Minh Tiến            | Đã mời Lê Văn Thử đến          | D8 DL37
    | Khiếu nại | Công dân 05 – thôn Minh Đức           | Công dân 05 xin lùi            |
    | Khiếu nại | Không ghi tên                         | Đơn không ghi tên              |
    | Khiếu nại | Minh Đức                              | Họp thôn Minh Đức              |
    """
TEXT = """
    | content                                       | number     | praised    |
    | Theo phản ánh của đỗ  thị THỬ NGHIỆM          |            |            | B7 DL36
    | Lê Văn Thử và Đỗ Thị Thử Nghiệm cùng hỏi      |            |            | B8 DL36
    | Ông Lê Văn Thử hỏi về đường                   |            |            | B9 DL37
    | Ông Lê Văn Thức hỏi về đường                  |            | Lê Văn Thử |
    | Gọi 0912345678                                |            |            | B11 DL38
    | Căn cước 038090001234                         |            |            | B12 DL38
    | Kinh phí 1.250.000.000 đồng, số 123456789/QĐ  | 0912345678 |            |
    | Mã hồ sơ 000.00.16.H56-220314-0012            |            |            |
    """


def test_names_and_numbers_are_found_where_they_do_not_belong() -> None:
    registers = {"letters": register(LETTERS, KNOWN), "talks": register(TALKS, TEXT)}

    assert told(judge_privacy(registers)) == sorted([*beside(KNOWN), *beside(TEXT)])


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_what_is_said_of_them_quotes_nothing(lang: str) -> None:
    registers = {"letters": register(LETTERS, KNOWN), "talks": register(TALKS, TEXT)}
    for one in judge_privacy(registers):
        text = f"{say(one, lang)} {one!r} {note([one])}".casefold()  # type: ignore[arg-type]
        assert not any(word in text for word in ("thử", "nghiệm", "0912", "0380"))


def test_without_names_only_numbers_are_looked_for() -> None:
    assert told(judge_privacy({"talks": register(TALKS, TEXT)})) == [("DL38", "B11"), ("DL38", "B12")]
