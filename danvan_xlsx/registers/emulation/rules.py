"""What is asked of models and awards: each once, with the day of what was decided."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from danvan_xlsx.registers.emulation.sheet import AWARDS, MODELS
from danvan_xlsx.words.layout import Row
from danvan_xlsx.words.repeats import repeated
from danvan_xlsx.words.rules import DATA, NOTE, WARNING, rule, sheet_rule
from danvan_xlsx.words.text import Text

Told = Iterator[tuple[Row | None, str, dict[str, Any]]]


@rule(
    "DVK01",
    MODELS,
    DATA,
    WARNING,
    message=Text(
        "Mô hình {code} có văn bản công nhận {recognition}, chưa ghi ngày công nhận.",
        "Model {code} has the recognition {recognition}, but no day.",
    ),
    remedy=Text("Đề nghị ghi ngày của văn bản công nhận.", "Please write the day of the recognition."),
    reason=Text(
        "Chưa có ngày thì mô hình chưa được tính là đã công nhận.",
        "Without the day the model does not count as recognised.",
    ),
    wrong="code DVK-01 | recognition 118/QĐ-UBND",
    right="code DVK-01 | recognition 118/QĐ-UBND | recognised_on 28/10/2022",
)
def recognised_without_a_day(*, recognised_on: date | None = None, recognition: str, code: str) -> object:
    """Kế hoạch, mục II.5 (mô hình đăng ký, được công nhận)."""
    return recognised_on is None


@sheet_rule(
    "DVK02",
    MODELS,
    DATA,
    WARNING,
    message=Text(
        "Mô hình “{name}”, {village}, đã có ở ô {other}.",
        "The model “{name}”, {village}, stands already in {other}.",
    ),
    remedy=Text("Đề nghị giữ một dòng cho mỗi mô hình.", "Please keep one row for each model."),
    reason=Text("Mô hình ghi hai mã được đếm hai lần.", "A model under two codes is counted twice."),
    wrong="""
    code DVK-01 | name Đường hoa | village Minh Phú
    code DVK-07 | name Đường hoa | village Minh Phú
    """,
    right="""
    code DVK-01 | name Đường hoa | village Minh Phú
    code DVK-07 | name Đường hoa | village Minh Hải
    """,
)
def model_twice(rows: Sequence[Row]) -> Told:
    """Kế hoạch, mục II.5 (số mô hình đăng ký); quy tắc ghi sổ: mỗi mô hình một dòng."""
    for again in repeated(rows, "name", "village"):
        named = {column: again.row[column] for column in ("name", "village")}
        yield again.row, "name", {**named, "other": again.other("name")}


@rule(
    "DVK03",
    MODELS,
    DATA,
    NOTE,
    message=Text(
        "Mô hình {code} đã được công nhận, chưa ghi tiền, ngày công hoặc đất hiến.",
        "Model {code} is recognised; no money, days of work or land are entered.",
    ),
    remedy=Text(
        "Đề nghị ghi kết quả đến ngày công nhận; mô hình không huy động đóng góp thì không cần ghi.",
        "Please write what came of it; a model that asked for nothing needs nothing here.",
    ),
    reason=Text(
        "Báo cáo năm nêu kết quả Nhân dân đóng góp qua các mô hình.",
        "The yearly report tells what people gave through the models.",
    ),
    wrong="code DVK-04 | recognised_on 28/10/2022",
    right="code DVK-04 | recognised_on 28/10/2022 | workdays 45",
)
def recognised_without_results(
    *,
    recognised_on: date,
    code: str,
    money: int | None = None,
    workdays: int | None = None,
    land_given: float | None = None,
) -> object:
    """Kế hoạch, mục II.5 (kết quả mô hình “Dân vận khéo”)."""
    return money is None and workdays is None and land_given is None


@rule(
    "DVK04",
    AWARDS,
    DATA,
    WARNING,
    message=Text(
        "Đã có quyết định {decision}, chưa ghi ngày quyết định.",
        "The decision {decision} is named, its day is not.",
    ),
    remedy=Text("Đề nghị ghi ngày của quyết định.", "Please write the day of the decision."),
    reason=Text(
        "Có ngày thì mới biết việc khen thuộc kỳ báo cáo nào.",
        "The day tells to which report the award belongs.",
    ),
    wrong="decision 70/QĐ-UBND",
    right="decision 70/QĐ-UBND | decided_on 10/06/2022",
)
def decision_without_a_day(*, decided_on: date | None = None, decision: str) -> object:
    """Kế hoạch, mục III.3 (danh sách đề nghị, quyết định khen)."""
    return decided_on is None


@sheet_rule(
    "DVK05",
    AWARDS,
    DATA,
    WARNING,
    message=Text(
        "{whom} này, đề nghị ngày {day}, hình thức {form}, đã có ở ô {other}.",
        "The same one, proposed on {day} for {form}, stands already in {other}.",
    ),
    remedy=Text(
        "Đề nghị giữ một dòng cho mỗi tập thể, cá nhân.",
        "Please keep one row for each group or person.",
    ),
    reason=Text("Người được đề nghị ghi hai lần được đếm hai lần.", "Whoever is entered twice is counted twice."),
    wrong="""
    day 25/05/2022 | whom Tập thể | name Thôn A | form Giấy khen của xã
    day 25/05/2022 | whom Tập thể | name Thôn A | form Giấy khen của xã
    """,
    right="""
    day 25/05/2022 | whom Tập thể | name Thôn A | form Giấy khen của xã
    day 20/10/2022 | whom Tập thể | name Thôn A | form Đề nghị cấp trên khen
    """,
)
def praised_twice(rows: Sequence[Row]) -> Told:
    """Kế hoạch, mục III.3 (số tập thể, cá nhân được đề nghị biểu dương)."""
    for again in repeated(rows, "day", "whom", "name", "form"):
        named = {column: again.row[column] for column in ("day", "whom", "form")}
        yield again.row, "name", {**named, "other": again.other("name")}
