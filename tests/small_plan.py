"""A plan of four units and five tasks, in code: what forms and pages are tried on without a plan workbook."""

from __future__ import annotations

from datetime import date
from typing import Any

from danvan_xlsx.plan.plan import Indicator, Period, Plan, Setting, Task, Unit, Village
from danvan_xlsx.plan.sheets import TASKS_SHEET
from danvan_xlsx.plan.terms import (
    AT_LEAST,
    BODY,
    BY_LAW,
    BY_PLAN,
    CONTINUOUS,
    OFFICE,
    ONCE,
    PROPOSAL,
    QUARTER,
    VILLAGE,
    YEAR,
)
from danvan_xlsx.words.kinds import Option
from danvan_xlsx.words.layout import Placed, Row
from danvan_xlsx.words.text import Text

PLAN_DAY = date(2022, 1, 5)
_ROW = Row(Placed(TASKS_SHEET, "ke-hoach.xlsx", "NhiemVu", "", {}), 7, {})


def _unit(code: str, name: str, registers: tuple[str, ...], typed_in: str | None = None, kind: Option = OFFICE) -> Unit:
    return Unit(code, name, kind, "Công chức", "", registers, typed_in, None, None)


def _task(code: str, title: str, typed_by: str, **more: Any) -> Task:
    fields: dict[str, Any] = {
        "lead": typed_by,
        "lead_basis": BY_PLAN,
        "partners": "",
        "frequency": ONCE,
        "starts": None,
        "deadline": None,
        "deadline_basis": None,
        "product": "",
        "target": "",
        "target_basis": None,
        "evidence": (),
        "overlaps": (),
        "followed": False,
        "nothing_allowed": False,
        "row": _ROW,
    }
    return Task(code=code, section=code.rpartition(".")[0], title=title, typed_by=typed_by, **{**fields, **more})


_SESSIONS = Indicator(
    "II.2.9", "Kỳ tiếp", "chair_sessions_held", None, (), QUARTER, AT_LEAST, 12, "kỳ", BY_LAW, _ROW
)  # fmt: skip

_TASKS = (
    _task(
        "II.1.1",
        "Học tập, quán triệt NQ 25-NQ/TW, KL 43-KL/TW, KL 114-KL/TW về công tác dân vận",
        "VP",
        deadline=date(2022, 6, 30),
        deadline_basis=PROPOSAL,
        target="≥ 1 hội nghị; ≥ 95% CBCC dự",
        target_basis=PROPOSAL,
    ),
    _task("II.1.4", "Mỗi cán bộ, công chức tuyên truyền, vận động nhân dân", "VP", lead="CT", frequency=CONTINUOUS),
    _task(
        "II.2.9",
        "Chủ tịch trực tiếp tiếp công dân",
        "VP",
        lead="CT",
        frequency=QUARTER,
        target="≥ 12 kỳ/quý",
        target_basis=BY_LAW,
        indicators=(_SESSIONS,),
    ),
    _task("II.3.2", "Hội nghị thôn", "TP", frequency=YEAR, deadline=date(2022, 11, 30), deadline_basis=PROPOSAL),
    _task("III.1.6", "Báo cáo kết quả công tác dân vận", "VP", deadline_basis=BY_PLAN),
)

_PERIODS = (
    Period(
        "6T", "Báo cáo 6 tháng", date(2022, 1, 1), date(2022, 5, 20), date(2022, 5, 30), strict=True, task="III.1.6"
    ),
    Period(
        "TTR-6T", "Báo cáo thanh tra", date(2021, 12, 15), date(2022, 6, 14), date(2022, 6, 20), strict=False, task=None
    ),
)

_VILLAGES = (Village("T01", "Minh Bình", 214, 889, 18, 20), Village("T02", "Minh Thành", 190, 801, 9, 11))


def _options(*pairs: tuple[str, str]) -> tuple[Option, ...]:
    return tuple(Option(code, Text(word, word)) for code, word in pairs)


def small_plan(**changes: Any) -> Plan:
    """The plan; `changes` are fields of it set otherwise."""
    units = (
        _unit("VP", "Văn phòng – Thống kê", ("reception", "opinions")),
        _unit("CT", "Chủ tịch UBND", ("schedule",), "VP"),
        _unit("TP", "Tư pháp – Hộ tịch", ("publicity",)),
        _unit("THON", "Các thôn", ("votes", "contributions"), "TP", VILLAGE),
        _unit("GS", "Ban Giám sát đầu tư của cộng đồng", ("boards",), "TP", BODY),
    )
    fields: dict[str, Any] = {
        "commune": "minh-son",
        "commune_name": "Minh Sơn",
        "year": 2022,
        "settings": (Setting("adopted", "II.3.2", None, None, "", "45/KH-UBND"),),
        "units": {unit.code: unit for unit in units},
        "villages": {village.code: village for village in _VILLAGES},
        "tasks": {task.code: task for task in _TASKS},
        "periods": {period.code: period for period in _PERIODS},
        "lists": {
            "villages": _options(*((village.code, village.name) for village in _VILLAGES)),
            "fields": _options(("land", "Đất đai"), ("policy", "Chính sách xã hội")),
            "units": _options(*((unit.code, unit.name) for unit in units)),
        },
    }
    return Plan(**{**fields, **changes})
