"""Whether what the people gave agrees with what they voted for, and was made public."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from danvan_xlsx.registers.votes.sheet import CONTRIBUTIONS, NOT_PASSED
from danvan_xlsx.words.layout import Row
from danvan_xlsx.words.rules import CONDUCT, DATA, ERROR, NOTE, WARNING, Register, having, key, rule, sheet_rule
from danvan_xlsx.words.text import Text

Told = Iterator[tuple[Row | None, str, Mapping[str, Any]]]


@rule(
    "DC11",
    CONTRIBUTIONS,
    CONDUCT,
    WARNING,
    message=Text(
        "Khoản của cuộc {vote} đã thu {collected} đồng; {households} hộ × {rate} đồng là {most} đồng.",
        "For vote {vote} {collected} đồng were collected; {households} households × {rate} đồng make {most} đồng.",
    ),
    remedy=Text(
        "Đề nghị đối chiếu chứng từ thu; nếu có hộ ủng hộ thêm, ghi rõ ở cột Giải trình.",
        "Please look into the receipts; where some gave more of their own accord, say so under Explanation.",
    ),
    reason=Text(
        "Chỉ thu theo mức dân đã bàn và thống nhất; thu cao hơn phải giải thích được cho dân.",
        "No more is collected than the people agreed on; what is above it must be explained to them.",
    ),
    wrong="vote DB-01 | rate 500000 | households 198 | collected 109000000",
    right="vote DB-01 | rate 500000 | households 198 | collected 99000000",
)
def more_collected_than_agreed(*, collected: float, rate: float, households: int, vote: str) -> object:
    """Pháp lệnh 34/2007/PL-UBTVQH11, Điều 10; từ 01/7/2023 Luật 10/2022/QH15, Điều 15 khoản 1."""
    return collected > rate * households and {"most": rate * households}


@rule(
    "DC20",
    CONTRIBUTIONS,
    CONDUCT,
    NOTE,
    message=Text(
        "Khoản của cuộc {vote} đã chi {spent} đồng, chưa thấy ngày công khai thu, chi.",
        "For vote {vote} {spent} đồng were spent; no day is given on which the accounts were made public.",
    ),
    remedy=Text(
        "Đề nghị công khai thu, chi với dân và ghi ngày; nếu chưa quyết toán, ghi ở cột Giải trình.",
        "Please show the accounts to the people and enter the day; if they are not closed yet, say so.",
    ),
    reason=Text(
        "Dân đóng góp thì dân phải được biết tiền đã chi vào việc gì.",
        "Those who give must know what their money was spent on.",
    ),
    wrong="vote DB-01 | collected 99000000 | spent 96400000",
    right="vote DB-01 | collected 99000000 | spent 0",
)
def accounts_not_made_public(*, published_on: date | None = None, spent: float, vote: str) -> object:
    """Pháp lệnh 34/2007/PL-UBTVQH11, Điều 5 khoản 4; từ 01/7/2023 Luật 10/2022/QH15, Điều 11."""
    return spent > 0 and published_on is None


@sheet_rule(
    "DC21",
    CONTRIBUTIONS,
    DATA,
    ERROR,
    message=Text(
        "Khoản đóng góp ghi thôn {village}; cuộc {vote} là của thôn {other}.",
        "The contribution is of {village}; vote {vote} is of {other}.",
    ),
    remedy=Text("Đề nghị sửa mã cuộc hoặc tên thôn.", "Please correct the code of the vote or the village."),
    reason=Text(
        "Thôn nào biểu quyết thì thôn đó đóng góp; ghi lẫn thì số thu của cả hai thôn đều sai.",
        "The village that voted contributes; mixed up, the sums of both are wrong.",
    ),
    wrong="vote DB-01 | village T02\nvotes: code DB-01 | village T01",
    right="vote DB-01 | village T01\nvotes: code DB-01 | village T01",
)
def vote_of_another_village(rows: Sequence[Row], votes: Register) -> Told:
    """Quy tắc của chương trình."""
    for row, vote in _with_its_vote(rows, votes):
        if {"village"} <= row.values.keys() & vote.values.keys() and row["village"] != vote["village"]:
            yield row, "village", {"village": row["village"], "vote": row["vote"], "other": vote["village"]}


def _with_its_vote(rows: Sequence[Row], votes: Register) -> Iterator[tuple[Row, Row]]:
    held = votes.by("code")
    for row in having(rows, "vote"):
        if vote := held.get(key(row["vote"])):
            yield row, vote


@sheet_rule(
    "DC22",
    CONTRIBUTIONS,
    CONDUCT,
    WARNING,
    message=Text(
        "Khoản đóng góp dẫn cuộc {vote}; cuộc này ghi {result}.",
        "The contribution rests on vote {vote}, which is recorded as {result}.",
    ),
    remedy=Text(
        "Đề nghị đối chiếu biên bản; nếu thôn đã biểu quyết lại thì ghi mã cuộc đó, có lý do khác thì ghi ở cột Giải "
        "trình.",
        "Please look into the minutes; if the village voted again, enter that vote; another reason goes under "
        "Explanation.",
    ),
    reason=Text(
        "Chỉ huy động đóng góp khi dân đã biểu quyết thông qua.",
        "Contributions are raised only once the people have voted for them.",
    ),
    wrong="vote DB-05 | collected 1000000\nvotes: code DB-05 | result Chưa thông qua",
    right="vote DB-05 | collected 1000000\nvotes: code DB-05 | result Thông qua",
)
def collected_without_a_vote_for_it(rows: Sequence[Row], votes: Register) -> Told:
    """Pháp lệnh 34/2007/PL-UBTVQH11, Điều 10; từ 01/7/2023 Luật 10/2022/QH15, Điều 15 khoản 1."""
    for row, vote in _with_its_vote(rows, votes):
        if vote.get("result") == NOT_PASSED and row.get("collected"):
            yield row, "vote", {"vote": row["vote"], "result": vote["result"]}


@sheet_rule(
    "DC23",
    CONTRIBUTIONS,
    DATA,
    WARNING,
    message=Text(
        "Khoản của cuộc {vote} có {households} hộ đóng góp; tổng số hộ của cuộc này là {all}.",
        "For vote {vote} {households} households gave; that vote has {all} households in all.",
    ),
    remedy=Text("Đề nghị đối chiếu, sửa số hộ chưa đúng.", "Please compare and correct the wrong number."),
    reason=Text(
        "Số hộ đóng góp của một thôn không thể nhiều hơn số hộ của thôn.",
        "No more households of a village can give than it has.",
    ),
    wrong="vote DB-01 | households 215\nvotes: code DB-01 | households 214",
    right="vote DB-01 | households 214\nvotes: code DB-01 | households 214",
)
def more_households_gave_than_there_are(rows: Sequence[Row], votes: Register) -> Told:
    """Quy tắc của chương trình."""
    for row, vote in _with_its_vote(rows, votes):
        if {"households"} <= row.values.keys() & vote.values.keys() and row["households"] > vote["households"]:
            yield row, "households", {"vote": row["vote"], "households": row["households"], "all": vote["households"]}
