"""Whether a scheme of land recovery was made public, for how many households, and its proposals answered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from danvan_xlsx.registers.projects.sheet import LAND
from danvan_xlsx.words.layout import Row
from danvan_xlsx.words.rules import CONDUCT, DATA, NOTE, WARNING, Register, having, key, rule, sheet_rule
from danvan_xlsx.words.text import Text

Told = Iterator[tuple[Row | None, str, Mapping[str, Any]]]


@sheet_rule(
    "DC25",
    LAND,
    DATA,
    NOTE,
    message=Text(
        "Phương án {code} có {households} hộ có đất thu hồi; thôn {village} của dự án có {known} hộ.",
        "Scheme {code} has {households} households that lose land; {village}, the village of the project, has {known}.",
    ),
    remedy=Text(
        "Đề nghị đối chiếu danh sách hộ; nếu có hộ ở thôn khác thì không phải sửa.",
        "Please look into the list of households; if some live elsewhere, nothing is to be changed.",
    ),
    reason=Text(
        "Số hộ có đất thu hồi nhiều hơn số hộ của thôn thường là nhập nhầm.",
        "More households than the village has are mostly a slip of the hand.",
    ),
    wrong="code THD-01 | project DA-01 | households 199\nprojects: code DA-01 | village T03",
    right="code THD-01 | project DA-01 | households 198\nprojects: code DA-01 | village T03",
)
def more_households_than_the_village_has(rows: Sequence[Row], projects: Register, plan: Any) -> Told:
    """Quy tắc của chương trình."""
    known = projects.by("code")
    for row in having(rows, "code", "project", "households"):
        project = known.get(key(row["project"]))
        village = project.get("village") if project else None
        home = plan.villages.get(village.code) if village else None
        if home and row["households"] > home.households:
            told = {"households": row["households"], "village": home.name, "known": home.households}
            yield row, "households", {"code": row["code"], **told}


@rule(
    "DC26",
    LAND,
    CONDUCT,
    WARNING,
    message=Text(
        "Phương án {code} đã có {proposals} kiến nghị, mã buổi đối thoại: {meeting}; chưa thấy ngày công khai.",
        "Scheme {code} has {proposals} proposals, dialogue: {meeting}; no day is seen on which it was made public.",
    ),
    remedy=Text(
        "Đề nghị ghi ngày công khai phương án theo biên bản; nếu chưa công khai, ghi lý do ở cột Giải trình.",
        "Please enter the day from the minutes; if the scheme was not made public, say why under Explanation.",
    ),
    reason=Text(
        "Phương án bồi thường, thu hồi đất phải công khai để hộ có đất được biết và góp ý.",
        "Those who lose land must see the scheme, to say what they think of it.",
    ),
    wrong="code THD-01 | proposals 6",
    right="code THD-01 | proposals 0",
)
def scheme_not_made_public(
    *, published_from: date | None = None, proposals: int, dialogue: str | None = None, code: str
) -> object:
    """Pháp lệnh 34/2007/PL-UBTVQH11, Điều 5 khoản 2; từ 01/7/2023 Luật 10/2022/QH15, Điều 11."""
    presented = proposals > 0 or dialogue is not None
    return published_from is None and presented and {"meeting": dialogue or Text("chưa có", "none")}


@rule(
    "DC27",
    LAND,
    CONDUCT,
    NOTE,
    message=Text(
        "Phương án {code} công khai đến {published_until}; còn {left}/{proposals} kiến nghị chưa trả lời.",
        "Scheme {code} was shown until {published_until}; {left} of {proposals} proposals are not answered yet.",
    ),
    remedy=Text(
        "Đề nghị trả lời các kiến nghị còn lại, cập nhật số đã trả lời; có lý do thì ghi ở cột Giải trình.",
        "Please answer the rest and enter how many were answered; a reason goes under Explanation.",
    ),
    reason=Text(
        "Kiến nghị của hộ có đất thu hồi cần được trả lời trước khi phê duyệt phương án.",
        "What those who lose land propose is answered before the scheme is approved.",
    ),
    wrong="code THD-01 | published_until 05/08/2022 | proposals 6 | answered 5",
    right="code THD-01 | published_until 05/08/2022 | proposals 6 | answered 6",
)
def proposals_not_answered(*, answered: int, proposals: int, published_until: date, code: str, as_of: date) -> object:
    """Pháp lệnh 34/2007/PL-UBTVQH11, Điều 19; từ 01/7/2023 Luật 10/2022/QH15, Điều 28."""
    return published_until < as_of and answered < proposals and {"left": proposals - answered}
