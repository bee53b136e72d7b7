"""Whether the documents that a subject cites have their right number and were in force on the document's day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from danvan_xlsx.registers.documents.sheet import DOCUMENTS, heading
from danvan_xlsx.words.citations import Document, Library, Verdict, told
from danvan_xlsx.words.document_forms import comparable
from danvan_xlsx.words.layout import Placed, Row
from danvan_xlsx.words.rules import DATA, NOTE, WARNING, having, rule, sheet_rule
from danvan_xlsx.words.text import Text

Told = Iterator[tuple[Row | None, str, Mapping[str, Any]]]

BY_THE_SUCCESSOR = Text(
    "Đề nghị đối chiếu; văn bản thay thế: {successor}.", "Please look it up; what came instead: {successor}."
)


@rule(
    "VB05",
    DOCUMENTS,
    DATA,
    WARNING,
    message=Text(
        "Trích yếu dẫn số {wrong}, chưa khớp: {why}.",
        "The subject cites {wrong}, which seems mistaken: {why}.",
    ),
    remedy=Text(
        "Có thể là {right}. Đề nghị đối chiếu văn bản gốc; văn bản đã ký thì không sửa, chỉ ghi đúng từ lần sau.",
        "Perhaps {right}. Please compare with the original; what is signed stays, the next text cites it right.",
    ),
    reason=Text(
        "Viện dẫn sai số thì người đọc tìm ra văn bản khác; sai sót này thường được chép từ năm này sang năm khác.",
        "By a wrong number one finds another document, and such slips are copied from year to year.",
    ),
    wrong="subject Kế hoạch thực hiện Chỉ thị số 33/2021/CT-TTg | day 08/04/2022",
    right="subject Kế hoạch thực hiện Chỉ thị số 33/CT-TTg | day 08/04/2022",
)
def cites_a_number_that_seems_mistaken(*, subject: str, plan: Any) -> object:
    """Nghị định 30/2020/NĐ-CP, Phụ lục I, Phụ lục III; danh mục văn bản của chương trình, trang VanBan của kế hoạch."""
    library: Library = plan.library
    doubts = [one for one in library.doubts(subject) if one.verdict is Verdict.WRONG]
    return bool(doubts) and told(doubts)


@rule(
    "VB09",
    DOCUMENTS,
    DATA,
    WARNING,
    message=Text(
        "Trích yếu dẫn {ended}, hết hiệu lực từ sau ngày {until}; văn bản này ngày {day}.",
        "The subject cites {ended}, in force until {until}; the document is of {day}.",
    ),
    remedy=BY_THE_SUCCESSOR,
    reason=Text(
        "Văn bản mới căn cứ vào văn bản còn hiệu lực vào ngày ban hành.",
        "A new document rests on what is in force on its day.",
    ),
    wrong="subject Kiểm tra theo Pháp lệnh 34/2007/PL-UBTVQH11 | day 03/07/2023",
    right="subject Kiểm tra theo Pháp lệnh 34/2007/PL-UBTVQH11 | day 30/06/2023",
)
def cites_what_is_no_longer_in_force(*, subject: str, day: date, plan: Any) -> object:
    """Danh mục văn bản của chương trình (đã đọc hoặc theo nguồn thứ cấp); trang VanBan của kế hoạch."""
    ended = [one for one in plan.library.ceased(subject, day) if one.verified]
    return bool(ended) and _ended(ended)


@rule(
    "VB13",
    DOCUMENTS,
    DATA,
    NOTE,
    message=Text(
        "Trích yếu dẫn {ended}, có thể đã hết hiệu lực từ sau ngày {until}; chưa đối chiếu được với văn bản.",
        "The subject cites {ended}, perhaps in force only until {until}; nobody has verified this.",
    ),
    remedy=BY_THE_SUCCESSOR,
    reason=Text(
        "Ngày hết hiệu lực này chưa đọc ở văn bản gốc nên chỉ để lưu ý.",
        "This end was not read in the text itself, so it is only noted.",
    ),
    wrong="subject Kiểm tra theo Luật Thanh tra 56/2010/QH12 | day 08/04/2024",
    right="subject Kiểm tra theo Luật Thanh tra 11/2022/QH15 | day 08/04/2024",
)
def cites_what_may_be_no_longer_in_force(*, subject: str, day: date, plan: Any) -> object:
    """Danh mục văn bản của chương trình, phần chưa đối chiếu."""
    ended = [one for one in plan.library.ceased(subject, day) if not one.verified]
    return bool(ended) and _ended(ended)


@rule(
    "VB10",
    DOCUMENTS,
    DATA,
    WARNING,
    message=Text(
        "Trích yếu dẫn {later} ngày {issued}, sau ngày {day} của văn bản này.",
        "The subject cites {later} of {issued}, later than {day}, the day of this document.",
    ),
    remedy=Text(
        "Đề nghị kiểm tra ngày ban hành và số của văn bản được dẫn.",
        "Please check the day of issue and the number that is cited.",
    ),
    reason=Text("Không thể dẫn văn bản chưa ban hành.", "What is not issued yet cannot be cited."),
    wrong="subject Triển khai Nghị định 42/2022/NĐ-CP | day 10/03/2022",
    right="subject Triển khai Nghị định 42/2022/NĐ-CP | day 24/06/2022",
)
def cites_what_was_issued_later(*, subject: str, day: date, plan: Any) -> object:
    """Danh mục văn bản của chương trình; trang VanBan, số và ngày của kế hoạch."""
    later: tuple[Document, ...] = plan.library.issued_later(subject, day)
    return bool(later) and {"later": later, "issued": tuple(one.day for one in later)}


@rule(
    "VB11",
    DOCUMENTS,
    DATA,
    NOTE,
    message=Text("Trích yếu dẫn {wrong} không ghi ngày: {why}.", "The subject cites {wrong} without a day: {why}."),
    remedy=Text(
        "Đề nghị ghi thêm ngày hoặc khóa ở văn bản sau, hoặc thêm văn bản vào trang VanBan; gợi ý: {right}.",
        "Please add the day or the term next time, or add the document to sheet VanBan; suggestion: {right}.",
    ),
    reason=Text(
        "Chỉ thị 05-CT/TW khóa XI và khóa XII là hai văn bản khác nhau.",
        "Directive 05-CT/TW of one term and of the next are two documents.",
    ),
    wrong="subject Học tập Chỉ thị 06-CT/TW của Bộ Chính trị",
    right="subject Học tập Chỉ thị 06-CT/TW của Bộ Chính trị khóa XI",
)
def cites_without_its_term(*, subject: str, plan: Any) -> object:
    """Thể thức văn bản của Đảng: số ghi liên tục trong một nhiệm kỳ cấp ủy."""
    library: Library = plan.library
    doubts = [one for one in library.doubts(subject) if one.verdict is Verdict.UNDATED]
    return bool(doubts) and told(doubts)


@sheet_rule(
    "VB12",
    DOCUMENTS,
    DATA,
    NOTE,
    message=Text(
        "Trích yếu dẫn {count} văn bản chưa có trong danh mục nên chưa đối chiếu được hiệu lực: {unknown}.",
        "Subjects cite {count} law texts that are in no list, so that nobody looked whether they hold: {unknown}.",
    ),
    remedy=Text(
        "Nếu cần theo dõi, đề nghị thêm vào trang VanBan của kế hoạch.",
        "Where it matters, please add them to sheet VanBan of the plan.",
    ),
    reason=Text(
        "Danh mục kèm chương trình chỉ có văn bản về dân vận, dân chủ, tiếp công dân, thủ tục hành chính.",
        "The list that comes with the program knows only the texts of its own field.",
    ),
    wrong="subject Triển khai Nghị định 17/2022/NĐ-CP | day 18/03/2022",
    right="subject Triển khai Nghị định 42/2022/NĐ-CP | day 18/07/2022",
)
def cites_what_is_in_no_list(*, rows: Sequence[Row], plan: Any) -> Told:
    """Danh mục văn bản của chương trình; trang VanBan của kế hoạch."""
    library: Library = plan.library
    unknown: dict[str, str] = {}
    places: list[Placed] = []
    for row in having(rows, "subject"):
        for one in library.doubts(row["subject"]):
            if one.verdict is Verdict.UNKNOWN:
                unknown.setdefault(comparable(one.citation.text), one.citation.text)
                places.append(row.at)
    if unknown:
        named = tuple(unknown.values())[:_NAMED] + _more(unknown)
        yield heading(places[0]), "subject", {"count": len(unknown), "unknown": named}


#: So many numbers are named in one sentence.
_NAMED = 8


def _more(unknown: Mapping[str, str]) -> tuple[str, ...]:
    return ("…",) if len(unknown) > _NAMED else ()


def _ended(ended: Sequence[Document]) -> Mapping[str, object]:
    successors = dict.fromkeys(number for one in ended for number in one.successors)
    return {"ended": tuple(ended), "until": tuple(one.until for one in ended), "successor": tuple(successors) or "–"}
