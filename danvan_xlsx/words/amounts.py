"""How the law's figures are said: amounts by their unit (`30 ngày`, `trên 50%`), cases by their name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import isnan
from typing import NamedTuple

from danvan_xlsx.words.text import Text, number

_NOT_FOUND = Text("chưa tìm thấy con số", "no figure was found")


def amount_label(amount: float, unit: str, allowed: Sequence[int] = (), share: str = "") -> Text:
    """The amount with its unit; `allowed` are the figures of a “one of these”, `share` a fraction written as `2/3`.

    NaN reads as “not found”, unless the unit says it all (*thường xuyên*). Raises KeyError for an unknown unit.
    """
    wording = _UNITS[unit]
    if amount == 0:
        wording = _UNITS.get(f"không {unit}", wording)
    if isnan(amount) and needs_figure(unit):
        return _NOT_FOUND
    english = wording.many if wording.many and (allowed or amount != 1) else wording.en
    if allowed:
        vi, en = (join.join(str(one) for one in allowed) for join in (" hoặc ", " or "))
    else:
        vi, en = (share or number(amount, lang) for lang in ("vi", "en"))
    return Text(wording.vi.replace("{n}", vi), english.replace("{n}", en))


def needs_figure(unit: str) -> bool:
    """Whether the unit says nothing without a figure: *ngày* does not, *thường xuyên* and *danh mục* do."""
    return "{n}" in _UNITS[unit].vi


class _Unit(NamedTuple):
    """How an amount `{n}` of a unit is worded; `many` is the English of several, where it differs."""

    vi: str
    en: str
    many: str = ""


#: Every unit of law.toml; `không …` words an amount of 0.
_UNITS: Mapping[str, _Unit] = {
    "ngày": _Unit("{n} ngày", "{n} day", "{n} days"),
    "ngày làm việc": _Unit("{n} ngày làm việc", "{n} working day", "{n} working days"),
    "ngày (làm việc?)": _Unit("{n} ngày", "{n} day", "{n} days"),
    "tháng": _Unit("{n} tháng", "{n} month", "{n} months"),
    "năm": _Unit("{n} năm", "{n} year", "{n} years"),
    "ngày trong tháng": _Unit("ngày {n} của tháng", "day {n} of the month"),
    "kỳ/tuần": _Unit("{n} kỳ mỗi tuần", "{n} session a week", "{n} sessions a week"),
    "kỳ/tháng": _Unit("{n} kỳ mỗi tháng", "{n} session a month", "{n} sessions a month"),
    "lần": _Unit("{n} lần", "{n} time", "{n} times"),
    "lần/năm": _Unit("{n} lần mỗi năm", "{n} time a year", "{n} times a year"),
    "lần/quý": _Unit("{n} lần mỗi quý", "{n} time a quarter", "{n} times a quarter"),
    "người": _Unit("{n} người", "{n} person", "{n} people"),
    "người (một trong)": _Unit("{n} người", "{n} person", "{n} people"),
    "người/thôn": _Unit("{n} người mỗi thôn", "{n} person per village", "{n} people per village"),
    "hộ": _Unit("{n} hộ", "{n} household", "{n} households"),
    "hộ (trên)": _Unit("trên {n} hộ", "more than {n} household", "more than {n} households"),
    "hộ (từ)": _Unit("từ {n} hộ trở lên", "{n} household or more", "{n} households or more"),
    "% (phải trên)": _Unit("trên {n}%", "more than {n}%"),
    "phần (từ)": _Unit("từ {n} trở lên", "at least {n}"),
    "% tổng số hộ": _Unit("{n}% tổng số hộ", "{n}% of all households"),
    "% tổng số cử tri": _Unit("{n}% tổng số cử tri", "{n}% of all voters"),
    "% thời gian ngày làm việc": _Unit("{n}% thời gian ngày làm việc", "{n}% of the working day"),
    "khoản": _Unit("khoản {n}", "clause {n}"),
    "nội dung": _Unit("{n} nội dung", "{n} subject", "{n} subjects"),
    "tiêu chí": _Unit("{n} tiêu chí", "{n} criterion", "{n} criteria"),
    "trường hợp": _Unit("{n} trường hợp", "{n} case", "{n} cases"),
    "văn bản": _Unit("{n} văn bản", "{n} document", "{n} documents"),
    "bản": _Unit("{n} bản", "{n} copy", "{n} copies"),
    "số": _Unit("số {n}", "number {n}"),
    "có": _Unit("có", "yes"),
    "không có": _Unit("không", "no"),
    "thụ lý": _Unit("thụ lý", "accepted"),
    "không thụ lý": _Unit("không thụ lý", "not accepted"),
    "thường xuyên": _Unit("thường xuyên", "at all times"),
    "danh mục": _Unit("theo danh mục", "as listed"),
    "đồng/ngày/người": _Unit("{n} đồng mỗi người mỗi ngày", "{n} đồng per person and day"),
    "đồng/ban/năm": _Unit("{n} đồng mỗi ban mỗi năm", "{n} đồng per board and year"),
}


_CASES: Mapping[str, Text] = {
    "normal": Text("thông thường", "plain"),
    "complex": Text("vụ việc phức tạp", "complex"),
    "very_complex": Text("vụ việc đặc biệt phức tạp", "especially complex"),
    "remote": Text("vùng sâu, vùng xa", "remote area"),
    "remote_complex": Text("vùng sâu, vùng xa, vụ việc phức tạp", "remote area, complex"),
    "first": Text("lần đầu", "first"),
    "second": Text("lần hai", "second"),
    "min": Text("ít nhất", "at least"),
    "max": Text("nhiều nhất", "at most"),
}


def case_label(name: str) -> Text:
    """A case of law.toml in words; those that the sources themselves name stand as they are."""
    return _CASES.get(name) or Text(name, name)
