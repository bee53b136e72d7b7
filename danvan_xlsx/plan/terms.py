"""The closed lists of the plan: how often, on what basis, over which period, compared how, what sort of unit."""

from __future__ import annotations

from datetime import date

from danvan_xlsx.words.kinds import Option
from danvan_xlsx.words.text import Text

WEEK = Option("week", Text("Tuần", "Week"), ("Hằng tuần", "Hàng tuần"))
MONTH = Option("month", Text("Tháng", "Month"), ("Hằng tháng", "Hàng tháng"))
QUARTER = Option("quarter", Text("Quý", "Quarter"), ("Hằng quý", "Hàng quý"))
HALF = Option("half", Text("6 tháng", "Half-year"), ("Nửa năm", "6T", "Sáu tháng"))
YEAR = Option("year", Text("Năm", "Year"), ("Hằng năm", "Hàng năm", "Cả năm"))
ONCE = Option("once", Text("Một lần", "Once"), ("1 lần",))
ON_REQUEST = Option("on_request", Text("Đột xuất", "On request"), ("Khi có yêu cầu",))
CONTINUOUS = Option("continuous", Text("Thường xuyên", "Continuous"), ("Liên tục",))
FREQUENCIES = (WEEK, MONTH, QUARTER, HALF, YEAR, ONCE, ON_REQUEST, CONTINUOUS)

TO_DATE = Option("to_date", Text("Lũy kế", "To date"), ("Lũy kế từ đầu năm", "Từ đầu năm"))
#: Over which period an indicator is measured.
WINDOWS = (MONTH, QUARTER, HALF, YEAR, TO_DATE)

BY_PLAN = Option("plan", Text("kế hoạch", "plan"), ("theo kế hoạch",))
BY_LAW = Option("law", Text("luật", "law"), ("theo luật", "pháp luật"))
PROPOSAL = Option("proposal", Text("đề xuất", "proposal"), ("theo đề xuất",))
#: Who asked for it. Only the first two bind by themselves; a proposal binds when the commune has adopted it.
BASES = (BY_PLAN, BY_LAW, PROPOSAL)
BINDING = frozenset({BY_PLAN, BY_LAW})

AT_LEAST = Option("at_least", Text("≥", "≥"), (">=", "=>", "ít nhất", "tối thiểu", "từ"))
AT_MOST = Option("at_most", Text("≤", "≤"), ("<=", "=<", "nhiều nhất", "tối đa", "không quá"))
# A cell that holds "=" alone is taken by Excel for the start of a formula: the word stands in the list.
EQUALS = Option("equals", Text("bằng", "equal to"), ("=", "đúng"))
COMPARISONS = (AT_LEAST, AT_MOST, EQUALS)

OFFICE = Option("office", Text("Bộ phận, công chức của UBND", "Office of the People's Committee"), ("UBND",))
PARTY = Option("party", Text("Đảng", "Party"), ("Đảng ủy",))
FRONT = Option("front", Text("Mặt trận, đoàn thể", "Front and mass organisations"), ("Mặt trận", "Đoàn thể", "MTTQ"))
VILLAGE = Option("village", Text("Thôn", "Village"), ("Bản", "Tổ dân phố"))
BODY = Option("body", Text("Tổ chức tự quản, giám sát", "Body of self-rule or supervision"), ("Ban giám sát",))
UNIT_KINDS = (OFFICE, PARTY, FRONT, VILLAGE, BODY)

DAY_OFF = Option("off", Text("nghỉ", "day off"), ("nghỉ lễ", "nghỉ bù"))
DAY_WORKED = Option("worked", Text("làm bù", "worked in exchange"), ("đi làm bù",))
DAY_CHANGES = (DAY_OFF, DAY_WORKED)

#: By weekday number, Monday 0.
WEEKDAYS = (
    Option("monday", Text("Thứ Hai", "Monday"), ("Thứ 2",)),
    Option("tuesday", Text("Thứ Ba", "Tuesday"), ("Thứ 3",)),
    Option("wednesday", Text("Thứ Tư", "Wednesday"), ("Thứ 4",)),
    Option("thursday", Text("Thứ Năm", "Thursday"), ("Thứ 5",)),
    Option("friday", Text("Thứ Sáu", "Friday"), ("Thứ 6",)),
)

#: How a unit judges its own task in *Nhiệm vụ*: the codes that `status` reads, whoever declares the list.
DECLARED_NOT_BEGUN, DECLARED_UNDER_WAY, DECLARED_DONE = "not_begun", "under_way", "done"


def weekday(day: date) -> Text:
    """`thứ Sáu`: the name of a weekday inside a sentence."""
    return _WEEKDAY_NAMES[day.weekday()]


_WEEKDAY_NAMES = (
    Text("thứ Hai", "Monday"),
    Text("thứ Ba", "Tuesday"),
    Text("thứ Tư", "Wednesday"),
    Text("thứ Năm", "Thursday"),
    Text("thứ Sáu", "Friday"),
    Text("thứ Bảy", "Saturday"),
    Text("Chủ nhật", "Sunday"),
)
