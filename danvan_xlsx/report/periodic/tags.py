"""The narrative under the names by which a commune's Word template calls it (`templates/README.md` lists them)."""

from __future__ import annotations

from typing import Any

from danvan_xlsx.report.periodic.figures import Periodic
from danvan_xlsx.report.periodic.parts.outline import Narrative, Part
from danvan_xlsx.report.periodic.parts.phrases import clean, day_in_figures
from danvan_xlsx.report.wording import with_unit


def tags(report: Periodic, told: Narrative) -> dict[str, Any]:
    """Names without marks, so that they are typed alike on every keyboard."""
    head = told.head
    return {
        "ban_nhap": told.draft,
        "ten_co_quan": head.agency[0],
        "ten_xa": head.agency[1],
        "so_ky_hieu": head.number,
        "dia_danh_ngay": head.place_and_day,
        "ten_loai": head.kind,
        "trich_yeu": head.subject,
        "kinh_gui": list(head.addressed),
        "mo_dau": told.opening,
        "cac_phan": [_part(part) for part in told.parts],
        "chi_dao": _part(told.directing),
        "ket_qua": _part(told.results),
        "danh_gia": _part(told.assessment),
        "ky_toi": _part(told.ahead),
        "kien_nghi": _part(told.proposals),
        "ket_thuc": told.closing,
        "noi_nhan": list(head.copies),
        "quyen_ky": list(head.authority),
        "chuc_vu": head.title,
        "nguoi_ky": head.name,
        "so_lieu_tu": day_in_figures(report.period.since),
        "so_lieu_den": day_in_figures(report.period.until),
        "so_lieu": {one.code: _figure(one.actual, one.unit) for one in report.figures},
    }


def _part(part: Part) -> dict[str, Any]:
    return {
        "ten": part.heading,
        "cac_muc": [{"ten": one.heading, "cac_doan": list(one.lines)} for one in part.passages],
    }


def _figure(actual: float | None, unit: str) -> str:
    return "" if actual is None else with_unit(actual, clean(unit), digits=1)
