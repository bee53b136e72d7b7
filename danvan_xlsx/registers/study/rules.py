"""What is asked of study and training: every session and every new text once, with its proof, day and documents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from danvan_xlsx.registers.study.sheet import GATHERINGS, NEW_TEXT, STUDIES
from danvan_xlsx.words.kinds import Option
from danvan_xlsx.words.layout import Row
from danvan_xlsx.words.repeats import repeated
from danvan_xlsx.words.rules import DATA, NOTE, WARNING, key, rule, sheet_rule
from danvan_xlsx.words.text import Text

Told = Iterator[tuple[Row | None, str, dict[str, Any]]]


@rule(
    "TH02",
    STUDIES,
    DATA,
    WARNING,
    message=Text(
        "{kind} ngày {day} chưa ghi minh chứng (giấy mời, biên bản, danh sách ký).",
        "{kind} on {day} names no proof (invitation, minutes, list of those present).",
    ),
    remedy=Text(
        "Đề nghị ghi số giấy mời, biên bản hoặc nơi lưu danh sách.",
        "Please name the invitation, the minutes or where the list is kept.",
    ),
    reason=Text(
        "Hội nghị, lớp đưa vào báo cáo cần có giấy tờ chứng minh.",
        "A conference or class that is reported needs a paper that shows it.",
    ),
    wrong="kind Tập huấn | day 08/07/2022",
    right="kind Tập huấn | day 08/07/2022 | proof Giấy mời 24/GM-UBND, danh sách ký",
)
def session_without_proof(*, proof: str | None = None, kind: Option, day: date) -> object:
    """Kế hoạch, mục II.1, II.4, III.4 (giấy mời, danh sách, biên bản)."""
    return proof is None and kind.code in GATHERINGS


@rule(
    "TH03",
    STUDIES,
    DATA,
    WARNING,
    message=Text(
        "{kind} ngày {day} mời {invited} người, ghi 0 người dự.",
        "{kind} on {day}: {invited} were invited and nobody came.",
    ),
    remedy=Text(
        "Đề nghị ghi số người dự theo danh sách ký; nếu lớp không diễn ra, xóa dòng.",
        "Please write how many signed the list; if it was not held, clear the row.",
    ),
    reason=Text(
        "Dòng không có người dự vẫn được đếm là một hội nghị, lớp đã tổ chức.",
        "A row without people still counts as a session that was held.",
    ),
    wrong="kind Tập huấn | day 08/07/2022 | invited 42 | attended 0",
    right="kind Tập huấn | day 08/07/2022 | invited 42 | attended 1",
)
def nobody_came(*, attended: int, invited: int, kind: Option, day: date) -> object:
    """Quy tắc ghi sổ: hội nghị, lớp có người dự mới tính là đã tổ chức."""
    return attended == 0 and kind.code in GATHERINGS


@sheet_rule(
    "TH04",
    STUDIES,
    DATA,
    WARNING,
    message=Text(
        "Cùng hội nghị ngày {day}, dòng này ghi {texts} văn bản, ô {other} ghi {counted}.",
        "Of one conference on {day} this row says {texts} documents, {other} says {counted}.",
    ),
    remedy=Text(
        "Đề nghị ghi một số văn bản cho mọi dòng của cùng hội nghị; hiện tính theo dòng đầu.",
        "Please write the same number in all its rows; for now the first one counts.",
    ),
    reason=Text(
        "Hội nghị nhiều đối tượng có nhiều dòng, số văn bản chỉ được tính một lần.",
        "A conference of several audiences has several rows, and its documents count once.",
    ),
    wrong="""
    kind Quán triệt | day 15/04/2022 | subject NQ 25 | texts 3
    kind Quán triệt | day 15/04/2022 | subject NQ 25 | texts 4
    """,
    right="""
    kind Quán triệt | day 15/04/2022 | subject NQ 25 | texts 3
    kind Quán triệt | day 15/04/2022 | subject NQ 25 | texts 3
    """,
)
def documents_differ(rows: Sequence[Row]) -> Told:
    """Quy tắc ghi sổ: mỗi đối tượng dự một dòng, số văn bản ghi như nhau."""
    counted = [row for row in rows if "texts" in row.values]
    for again in repeated(counted, "day", "kind", "subject"):
        if again.row["texts"] != again.first["texts"]:
            values = {"day": again.row["day"], "texts": again.row["texts"], "counted": again.first["texts"]}
            yield again.row, "texts", {**values, "other": again.other("texts")}


@rule(
    "TH05",
    STUDIES,
    DATA,
    NOTE,
    message=Text(
        "Dòng ghi văn bản {text_number} nhưng Loại là “{kind}”.",
        "The row names the text {text_number}, but its kind is “{kind}”.",
    ),
    remedy=Text(
        "Nếu là văn bản mới được triển khai, đề nghị chọn Loại Văn bản mới; nếu không, bỏ số ở cột này.",
        "If it is a new law text put into use, please choose that kind; else clear the number here.",
    ),
    reason=Text(
        "Chỉ dòng Văn bản mới được tính vào danh mục văn bản mới.",
        "Only rows of that kind count as new texts listed.",
    ),
    wrong="kind Quán triệt | text_number 15/2022/NĐ-CP",
    right="kind Văn bản mới | text_number 15/2022/NĐ-CP",
)
def number_of_a_text_that_is_not_new(*, text_number: str, kind: Option) -> object:
    """Kế hoạch, mục III.2 (danh mục văn bản quy phạm pháp luật mới)."""
    return kind != NEW_TEXT


@sheet_rule(
    "TH06",
    STUDIES,
    DATA,
    WARNING,
    message=Text(
        "Văn bản mới {text_number} đã có ở ô {other}.",
        "The new text {text_number} stands already in {other}.",
    ),
    remedy=Text(
        "Đề nghị giữ một dòng cho mỗi văn bản; hình thức khác ghi ở cột Minh chứng.",
        "Please keep one row for each text; another form is told under Proof.",
    ),
    reason=Text("Văn bản ghi hai lần được đếm hai lần.", "A text entered twice is counted twice."),
    wrong="""
    kind Văn bản mới | text_number 42/2022/NĐ-CP
    kind Văn bản mới | text_number 42/2022/NĐ-CP
    """,
    right="""
    kind Văn bản mới | text_number 42/2022/NĐ-CP
    kind Văn bản mới | text_number 59/2022/NĐ-CP
    """,
)
def new_text_twice(rows: Sequence[Row]) -> Told:
    """Kế hoạch, mục III.2 (danh mục văn bản quy phạm pháp luật mới)."""
    listed = [row for row in rows if row.get("kind") == NEW_TEXT]
    for again in repeated(listed, "text_number"):
        values = {"text_number": again.row["text_number"], "other": again.other("text_number")}
        yield again.row, "text_number", values


@sheet_rule(
    "TH07",
    STUDIES,
    DATA,
    WARNING,
    message=Text(
        "{kind} ngày {day}, đối tượng {audience}: đã có ở ô {other}.",
        "{kind} on {day}, audience {audience}: stands already in {other}.",
    ),
    remedy=Text(
        "Đề nghị giữ một dòng, ở tệp của đơn vị tổ chức.",
        "Please keep one row, in the workbook of the unit that held it.",
    ),
    reason=Text("Người dự ghi hai nơi được đếm hai lần.", "People typed in two places are counted twice."),
    wrong="""
    kind Tập huấn | day 08/07/2022 | subject Kỹ năng dân vận | audience CBCC
    kind Tập huấn | day 08/07/2022 | subject Kỹ năng dân vận | audience CBCC
    """,
    right="""
    kind Tập huấn | day 08/07/2022 | subject Kỹ năng dân vận | audience CBCC
    kind Tập huấn | day 08/07/2022 | subject Kỹ năng dân vận | audience Trưởng thôn
    """,
)
def session_twice(rows: Sequence[Row]) -> Told:
    """Quy tắc ghi sổ: một hội nghị, một đối tượng, một dòng trong toàn xã."""
    for again in repeated(_gatherings(rows), "day", "kind", "subject", "audience"):
        named = {column: again.row[column] for column in ("day", "kind", "audience")}
        yield again.row, "subject", {**named, "other": again.other("subject")}


@sheet_rule(
    "TH08",
    STUDIES,
    DATA,
    NOTE,
    message=Text(
        "{kind} ngày {day}, {audience}, {attended}/{invited} người dự: có thể là một với ô {other}.",
        "{kind} on {day}, {audience}, {attended}/{invited} people: may be the same as {other}.",
    ),
    remedy=Text(
        "Nếu là cùng hội nghị, đề nghị giữ một dòng; nếu khác, không cần sửa.",
        "If it is the same, please keep one row; if not, nothing need be done.",
    ),
    reason=Text(
        "Hai đơn vị cùng tổ chức thường cùng ghi, với tên nội dung khác nhau.",
        "Two units that held it together often both type it, each with its own words.",
    ),
    wrong="""
    kind Tập huấn | day 08/07/2022 | subject Kỹ năng dân vận | audience CBCC | invited 42 | attended 38
    kind Tập huấn | day 08/07/2022 | subject Lớp dân vận 2022 | audience CBCC | invited 42 | attended 38
    """,
    right="""
    kind Tập huấn | day 08/07/2022 | subject Kỹ năng dân vận | audience CBCC | invited 42 | attended 38
    kind Tập huấn | day 08/07/2022 | subject Lớp dân vận 2022 | audience CBCC | invited 42 | attended 37
    """,
)
def perhaps_one_session(rows: Sequence[Row]) -> Told:
    """Quy tắc ghi sổ: một hội nghị, một đối tượng, một dòng trong toàn xã."""
    for again in repeated(_gatherings(rows), "day", "kind", "audience", "invited", "attended"):
        same = key(again.row.get("subject")) == key(again.first.get("subject"))
        # What was presented at one conference under two headings names two tasks.
        if not same and again.row.get("task") == again.first.get("task"):
            named = {column: again.row[column] for column in ("day", "kind", "audience", "invited", "attended")}
            yield again.row, "subject", {**named, "other": again.other("subject")}


@rule(
    "TH09",
    STUDIES,
    DATA,
    WARNING,
    message=Text(
        "Đã ghi hình thức “{form}” nhưng chưa ghi ngày thực hiện.",
        "The form “{form}” is given, the day is not.",
    ),
    remedy=Text(
        "Đề nghị ghi ngày thực hiện; nếu chưa triển khai, bỏ hình thức.",
        "Please write the day; if it was not done yet, clear the form.",
    ),
    reason=Text(
        "Văn bản mới chỉ được tính là đã triển khai khi có cả ngày và hình thức.",
        "A new text counts as put into use when it has both.",
    ),
    wrong="kind Văn bản mới | form Truyền thanh",
    right="kind Văn bản mới | form Truyền thanh | day 18/07/2022",
)
def form_without_a_day(*, day: date | None = None, form: Option, kind: Option) -> object:
    """Kế hoạch, mục III.2 (100% văn bản trong danh mục có hình thức triển khai)."""
    # A gathering without its day is told as a cell that is needed.
    return day is None and kind == NEW_TEXT


def _gatherings(rows: Sequence[Row]) -> list[Row]:
    return [row for row in rows if (kind := row.get("kind")) is not None and kind.code in GATHERINGS]
