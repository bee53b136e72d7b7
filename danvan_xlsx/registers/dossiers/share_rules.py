"""What part of the dossiers was filed online, against the target of the plan."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from math import floor
from typing import Any, NamedTuple

from danvan_xlsx.registers.dossiers.months import Stretch, added_up, stretches
from danvan_xlsx.registers.dossiers.sheet import DOSSIERS
from danvan_xlsx.words.layout import Row
from danvan_xlsx.words.rules import CONDUCT, DATA, NOTE, sheet_rule
from danvan_xlsx.words.text import Text

Told = Iterator[tuple[Row | None, str, dict[str, Any]]]

#: The plan's setting that says over which dossiers the share is worked out, and its value for those with a service.
DEFINITION, WITH_SERVICE = "online_share", "with_service"


class Share(NamedTuple):
    """So many of so many dossiers."""

    part: float
    whole: float

    def below(self, target: float) -> bool:
        return 100 * self.part < target * self.whole

    def shown(self, target: float) -> float:
        """In per cent, one decimal; what is below the target is never rounded up to it."""
        percent = 100 * self.part / self.whole
        rounded = round(percent, 1)
        return floor(10 * percent) / 10 if self.below(target) and rounded >= target else rounded


@sheet_rule(
    "HC03",
    DOSSIERS,
    CONDUCT,
    NOTE,
    message=Text(
        "Hồ sơ trực tuyến {month} đạt {share_of_month}%; lũy kế {share}% ({online}/{all}); {target} "
        "(tính trên {definition}).",
        "Online dossiers of {month}: {share_of_month}%; to date {share}% ({online}/{all}); {target} "
        "(over {definition}).",
    ),
    remedy=Text(
        "Không phải sửa số liệu; đề nghị nêu nguyên nhân, giải pháp trong báo cáo.",
        "Nothing to mend in the figures; please give reasons and remedies in the report.",
    ),
    reason=Text(
        "Kế hoạch đặt mức cho tỷ lệ hồ sơ nộp trực tuyến; lãnh đạo cần biết từng tháng và lũy kế.",
        "The plan sets a level for dossiers filed online; it is watched by month and to date.",
    ),
    wrong="""
        month 9 | online 69 | direct 31
        month 10 | online 70 | direct 30
    """,
    right="""
        month 9 | online 70 | direct 30
        month 10 | online 70 | direct 30
    """,
)
def online_share_below_the_target(rows: Sequence[Row], plan: Any, as_of: date) -> Told:
    """Kế hoạch dân vận chính quyền của xã, mục II.2 (dịch vụ công trực tuyến)."""
    target = _target(plan)
    definition = plan.value(DEFINITION, as_of)
    ended = [one for one in stretches(rows, plan.year) if one.since.year == plan.year and one.until <= as_of]
    counted = [(one, _share(one.row, definition.code)) for one in ended]
    if target is None or any(share is None for _, share in counted):
        return
    known = [(one, share) for one, share in counted if share is not None and share.whole]
    if not known:
        return
    last = known[-1][0]
    month = _sum(share for one, share in known if one.since.month == last.since.month)
    to_date = _sum(share for _, share in known)
    level = target.target
    if month.below(level) or to_date.below(level):
        yield (
            None,
            "online",
            {
                "month": _name(last),
                "share_of_month": month.shown(level),
                "share": to_date.shown(level),
                "online": to_date.part,
                "all": to_date.whole,
                "target": _level(target, plan),
                "definition": definition,
            },
        )


def _target(plan: Any) -> Any:
    """The first indicator of the plan that asks so much of the dossiers to be filed online; None without one."""
    return next(
        (
            one
            for task in plan.tasks.values()
            for one in task.indicators
            if one.measure == "dossiers_online" and one.of and one.comparison.code == "at_least" and not one.conditions
        ),
        None,
    )


def _level(target: Any, plan: Any) -> Text:
    """A proposal that nobody adopted is a level to compare with, and said to be no more."""
    if target.basis.code == "proposal" and target.task not in plan.adopted:
        return Text(f"mức tham khảo {target.target:g}%", f"level for reference {target.target:g}%")
    return Text(f"mức {target.target:g}%", f"target {target.target:g}%")


def _name(last: Stretch) -> Text:
    return Text(f"tháng {last.since.month}", f"month {last.since.month}")


def _share(row: Row, definition: str) -> Share | None:
    whole = added_up(row, ("online", "direct_with_service" if definition == WITH_SERVICE else "direct"))
    return None if whole is None else Share(row["online"], whole)


def _sum(shares: Iterator[Share]) -> Share:
    part = whole = 0.0
    for one in shares:
        part += one.part
        whole += one.whole
    return Share(part, whole)


@sheet_rule(
    "HC16",
    DOSSIERS,
    DATA,
    NOTE,
    message=Text(
        "Có {blank} dòng chưa ghi số hồ sơ trực tiếp của thủ tục có dịch vụ công trực tuyến, nên chưa tính được tỷ lệ "
        "trực tuyến theo cách này.",
        "{blank} rows do not say how many of those filed in person could have been filed online, so the share cannot "
        "be worked out that way.",
    ),
    remedy=Text(
        "Đề nghị ghi đủ cột này; nếu tính trên mọi thủ tục thì để trống cả cột (trang CauHinh, mã online_share).",
        "Please fill the whole column, or leave all of it blank where the share is over all procedures (CauHinh, key "
        "online_share).",
    ),
    reason=Text(
        "Thiếu số hồ sơ trực tiếp của thủ tục có dịch vụ công trực tuyến thì không biết mẫu số.",
        "Without these dossiers there is nothing to divide by.",
    ),
    wrong="""
        month 9 | online 70 | direct 50 | direct_with_service 20
        month 10 | online 75 | direct 45
    """,
    right="""
        month 9 | online 70 | direct 50 | direct_with_service 20
        month 10 | online 75 | direct 45 | direct_with_service 0
    """,
)
def nothing_to_divide_by(rows: Sequence[Row], plan: Any, as_of: date) -> Told:
    """Kế hoạch dân vận chính quyền của xã, mục II.2 (dịch vụ công trực tuyến)."""
    blank = sum("direct_with_service" not in row.values.keys() | row.refused for row in rows)
    wanted = plan.value(DEFINITION, as_of).code == WITH_SERVICE or blank < len(rows)
    if wanted and blank:
        yield None, "direct_with_service", {"blank": blank}
