"""Do the papers add up, are people satisfied, and was each quarter's round held?"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import date
from math import floor
from typing import Any, NamedTuple

from danvan_xlsx.registers.surveys.sheet import SATISFIED, SURVEYED, SURVEYS
from danvan_xlsx.words.layout import Row
from danvan_xlsx.words.rules import CONDUCT, DATA, ERROR, NOTE, WARNING, having, key, rule, sheet_rule
from danvan_xlsx.words.text import Text, fold

Told = Iterator[tuple[Row | None, str, dict[str, Any]]]


@rule(
    "KS01",
    SURVEYS,
    DATA,
    ERROR,
    message=Text(
        "Năm mức trả lời cộng lại {total} phiếu; cột Hợp lệ ghi {valid}.",
        "The five answers add up to {total} papers; {valid} are said to be valid.",
    ),
    remedy=Text(
        "Đề nghị đếm lại phiếu hợp lệ và từng mức trả lời.",
        "Please count the valid papers and each answer again.",
    ),
    reason=Text(
        "Mỗi phiếu hợp lệ chọn đúng một mức; tỷ lệ hài lòng chia cho số phiếu hợp lệ.",
        "Each valid paper has one answer, and the share of the satisfied is of the valid.",
    ),
    wrong=(
        "returned 64 | valid 63 | very_satisfied 40 | satisfied 19 | neutral 2 | dissatisfied 1 | very_dissatisfied 0"
    ),
    right=(
        "returned 64 | valid 62 | very_satisfied 40 | satisfied 19 | neutral 2 | dissatisfied 1 | very_dissatisfied 0"
    ),
)
def answers_do_not_add_up(
    *,
    valid: float,
    very_satisfied: float,
    satisfied: float,
    neutral: float,
    dissatisfied: float,
    very_dissatisfied: float,
    returned: float | None = None,
) -> object:
    """Quyết định 979/QĐ-BNV năm 2020 (thang năm mức trả lời)."""
    if returned is not None and valid > returned:
        return None  # more valid papers than came back: told at this cell already
    total = very_satisfied + satisfied + neutral + dissatisfied + very_dissatisfied
    return total != valid and {"total": total}


class _Share(NamedTuple):
    satisfied: float
    valid: float

    def below(self, target: float) -> bool:
        return 100 * self.satisfied < target * self.valid

    def shown(self, target: float) -> float:
        """In per cent, one decimal; what is below the target is never rounded up to it."""
        percent = 100 * self.satisfied / self.valid
        rounded = round(percent, 1)
        return floor(10 * percent) / 10 if self.below(target) and rounded >= target else rounded


@sheet_rule(
    "KS02",
    SURVEYS,
    CONDUCT,
    NOTE,
    message=Text(
        "Khảo sát “{round}”: {share_of_round}% hài lòng; lũy kế {share}% ({satisfied}/{valid} phiếu hợp lệ); {target}.",
        "Survey “{round}”: {share_of_round}% satisfied; to date {share}% ({satisfied}/{valid} valid papers); {target}.",
    ),
    remedy=Text(
        "Không phải sửa số liệu; đề nghị nêu nguyên nhân, giải pháp trong báo cáo.",
        "Nothing to mend in the figures; please give reasons and remedies in the report.",
    ),
    reason=Text(
        "Kế hoạch đặt mức hài lòng; lãnh đạo cần biết từng đợt và lũy kế.",
        "The plan sets a level of satisfaction; it is watched by round and to date.",
    ),
    wrong="""
        round Quý I | day 25/03/2022 | valid 100 | very_satisfied 60 | satisfied 31
        round Quý II | day 24/06/2022 | valid 100 | very_satisfied 60 | satisfied 29
    """,
    right="""
        round Quý I | day 25/03/2022 | valid 100 | very_satisfied 60 | satisfied 30
        round Quý II | day 24/06/2022 | valid 100 | very_satisfied 60 | satisfied 30
    """,
)
def satisfied_below_the_target(rows: Sequence[Row], plan: Any) -> Told:
    """Kế hoạch dân vận chính quyền của xã, mục II.2 (khảo sát mức độ hài lòng)."""
    needed = ("round", "day", "valid", *SATISFIED)
    found = _targets(plan, "survey_satisfied")
    target = next((one for one in found if one.of and one.comparison.code == "at_least" and not one.conditions), None)
    counted = list(having(rows, *needed))
    if target is None or len(counted) < len(rows) or not any(row["valid"] for row in counted):
        return
    last = max(counted, key=lambda row: row["day"])["round"]
    of_round = _share(row for row in counted if key(row["round"]) == key(last))
    to_date = _share(iter(counted))
    level = target.target
    if to_date.below(level) or of_round.below(level):
        yield (
            None,
            "very_satisfied",
            {
                "round": last,
                "share_of_round": of_round.shown(level) if of_round.valid else 0,
                "share": to_date.shown(level),
                "satisfied": to_date.satisfied,
                "valid": to_date.valid,
                "target": _level(target, plan),
            },
        )


def _share(rows: Iterator[Row]) -> _Share:
    satisfied = valid = 0.0
    for row in rows:
        satisfied += sum(row[column] for column in SATISFIED)
        valid += row["valid"]
    return _Share(satisfied, valid)


def _targets(plan: Any, measure: str) -> list[Any]:
    """The indicators of the plan's own tasks that ask for this measure."""
    tasks = (task for task in plan.tasks.values() if not task.followed)
    return [one for task in tasks for one in task.indicators if one.measure == measure]


def _binds(target: Any, plan: Any) -> bool:
    """A proposal that nobody adopted is a level to compare with, and no more."""
    return target.basis.code != "proposal" or target.task in plan.adopted


def _level(target: Any, plan: Any) -> Text:
    if _binds(target, plan):
        return Text(f"mức {target.target:g}%", f"target {target.target:g}%")
    return Text(f"mức tham khảo {target.target:g}%", f"level for reference {target.target:g}%")


class _Quarter(NamedTuple):
    number: int
    first: date
    last: date

    @property
    def name(self) -> Text:
        roman = ("I", "II", "III", "IV")[self.number - 1]
        return Text(f"Quý {roman}", f"Quarter {roman}")


def _quarters(year: int, as_of: date) -> list[_Quarter]:
    """The quarters of a year that have ended."""
    ends = [(number, 3 * number) for number in range(1, 5)]
    every = [_Quarter(n, date(year, m - 2, 1), date(year, m, monthrange(year, m)[1])) for n, m in ends]
    return [one for one in every if one.last < as_of]


def _rounds(rows: Sequence[Row], quarter: _Quarter) -> list[Row]:
    return [row for row in having(rows, "day", "round") if quarter.first <= row["day"] <= quarter.last]


def _asked_each_quarter(plan: Any, quarter: _Quarter) -> Iterator[Any]:
    """What binds the commune in that quarter: so many rounds, perhaps of a service."""
    for target in _targets(plan, "surveys_held"):
        starts = plan.tasks[target.task].starts
        begun = starts is None or starts <= quarter.last
        if begun and target.window.code == "quarter" and target.comparison.code == "at_least" and _binds(target, plan):
            yield target


def _unreadable(rows: Sequence[Row]) -> bool:
    """A row of which the round, the day or the service could not be read may be the one that is missed."""
    return any(row.refused & {"round", "day", "service"} for row in rows)


@sheet_rule(
    "KS03",
    SURVEYS,
    CONDUCT,
    WARNING,
    message=Text(
        "{quarter} có {held} đợt khảo sát hài lòng; chỉ tiêu ít nhất {target} đợt.",
        "{quarter} has {held} rounds of survey; at least {target} were planned.",
    ),
    remedy=Text(
        "Đề nghị ghi đợt khảo sát đã làm; nếu chưa làm, nêu lý do trong báo cáo và bố trí đợt tới.",
        "Please enter the round that was held; where none was, give the reason in the report and hold the next.",
    ),
    reason=Text(
        "Khảo sát từng quý mới thấy được việc phục vụ tốt lên hay kém đi.",
        "Only quarter by quarter is it seen whether service gets better.",
    ),
    wrong="""
        as_of: 01/07/2022
        round Quý I | day 25/03/2022 | service Chứng thực
        round Quý I | day 25/03/2022 | service Xác nhận
    """,
    right="""
        as_of: 30/06/2022
        round Quý I | day 25/03/2022 | service Chứng thực
        round Quý I | day 25/03/2022 | service Xác nhận
    """,
)
def quarter_without_a_survey(rows: Sequence[Row], plan: Any, as_of: date) -> Told:
    """Kế hoạch dân vận chính quyền của xã, mục II.2 (khảo sát mức độ hài lòng)."""
    if _unreadable(rows):
        return
    for quarter in _quarters(plan.year, as_of):
        held = len({key(row["round"]) for row in _rounds(rows, quarter)})
        for target in _asked_each_quarter(plan, quarter):
            if not target.conditions and held < target.target:
                yield None, "day", {"quarter": quarter.name, "held": held, "target": target.target}
                break


@sheet_rule(
    "KS04",
    SURVEYS,
    CONDUCT,
    WARNING,
    message=Text(
        "{quarter} đã khảo sát nhưng chưa có dịch vụ {service}.",
        "{quarter} was surveyed, but not the service {service}.",
    ),
    remedy=Text(
        "Đề nghị ghi số phiếu của dịch vụ này; nếu chưa khảo sát, bổ sung vào đợt tới.",
        "Please enter the papers on this service; where it was not surveyed, take it into the next round.",
    ),
    reason=Text(
        "Kế hoạch nêu đích danh các dịch vụ cần khảo sát.",
        "The plan names the services to be surveyed.",
    ),
    wrong="""
        as_of: 30/06/2022
        round Quý I | day 25/03/2022 | service Chứng thực
    """,
    right="""
        as_of: 30/06/2022
        round Quý I | day 25/03/2022 | service Chứng thực
        round Quý I | day 25/03/2022 | service Xác nhận
    """,
)
def service_not_surveyed(rows: Sequence[Row], plan: Any, as_of: date) -> Told:
    """Kế hoạch dân vận chính quyền của xã, mục II.2 (khảo sát mức độ hài lòng)."""
    if _unreadable(rows):
        return
    for quarter in _quarters(plan.year, as_of):
        surveyed = {row["service"].code for row in _rounds(rows, quarter) if "service" in row.values}
        # A quarter without any survey is told as such.
        for target in _asked_each_quarter(plan, quarter) if surveyed else ():
            wanted = frozenset().union(*(one.values for one in target.conditions if one.column == "service"))
            if wanted and not wanted & surveyed:
                yield None, "service", {"quarter": quarter.name, "service": _labels(wanted)}


def _labels(codes: frozenset[str]) -> tuple[Text, ...]:
    return tuple(option.label for option in SURVEYED if option.code in codes)


@sheet_rule(
    "KS05",
    SURVEYS,
    DATA,
    WARNING,
    message=Text(
        "Đợt “{round}”, dịch vụ {service} đã có ở dòng {other}.",
        "Round “{round}”, service {service} stands in row {other} already.",
    ),
    remedy=Text(
        "Đề nghị gộp thành một dòng, hoặc đặt tên đợt khác nhau.",
        "Please make one row of the two, or give the rounds different names.",
    ),
    reason=Text("Phiếu của một đợt bị tính hai lần.", "Papers of one round would be counted twice."),
    wrong="""
        round Quý I | day 25/03/2022 | service Chứng thực
        round Quý I | day 25/03/2022 | service Chứng thực
    """,
    right="""
        round Quý I | day 25/03/2022 | service Chứng thực
        round Quý I | day 25/03/2022 | service Xác nhận
    """,
)
def survey_written_twice(rows: Sequence[Row]) -> Told:
    """Hướng dẫn ghi sổ Khảo sát hài lòng."""
    first: dict[tuple[str, str], Row] = {}
    for row in having(rows, "round", "service"):
        held = first.setdefault((fold(row["round"]), row["service"].code), row)
        if held is not row:
            yield row, "service", {"round": row["round"], "service": row["service"], "other": str(held.number)}
