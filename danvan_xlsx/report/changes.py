"""What changed between two runs, from their result objects: tasks done or late, cells mended or new, files come in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from danvan_xlsx.check.faults.folder import UNIT_WITHOUT_A_FILE
from danvan_xlsx.report.standing import DONE_CODES, LATE_CODES


@dataclass(frozen=True)
class Changes:
    """What is otherwise than in the run before, whose day `since` was (ISO). Tasks by code, in the plan's order.

    mended, new: findings that went and came, by unit code ("" for the plan and the folder). received: files of units
    that had none before; gone: files of units of which none is counted now, be it gone or one of two.
    """

    since: str
    newly_done: tuple[str, ...] = ()
    newly_late: tuple[str, ...] = ()
    reopened: tuple[str, ...] = ()
    mended: Mapping[str, int] = field(default_factory=dict)
    new: Mapping[str, int] = field(default_factory=dict)
    received: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return any((self.newly_done, self.newly_late, self.reopened, self.mended, self.new, self.received, self.gone))


def comparable(previous: Mapping[str, Any] | None, version: int, commune: str, year: int) -> Mapping[str, Any] | None:
    """The previous result object, or None where it is of another commune, year or version of the contract."""
    if previous is None:
        return None
    same = (previous.get("version"), previous.get("commune"), previous.get("year")) == (version, commune, year)
    return previous if same else None


def changes(previous: Mapping[str, Any], current: Mapping[str, Any]) -> Changes:
    """What is otherwise in `current`; both are result objects of one commune, year and version."""
    before = {task["code"]: task["status"] for task in previous["tasks"]}
    now = {task["code"]: task["status"] for task in current["tasks"]}
    old, new = _findings(previous), _findings(current)
    had, has = _counted(previous), _counted(current)
    return Changes(
        since=previous["as_of"],
        newly_done=_entered(now, before, DONE_CODES),
        newly_late=_entered(now, before, LATE_CODES),
        # Done before and neither done nor late now: rows went, or the figures fell.
        reopened=tuple(
            code
            for code, status in now.items()
            if before.get(code) in DONE_CODES and status not in DONE_CODES | LATE_CODES
        ),
        # Nobody knows what became of the cells of a file that is not there.
        mended=_by_unit(key for key in (old - new).elements() if key[0] in has or key[0] not in had),
        new=_by_unit((new - old).elements()),
        received=tuple(file for unit, file in has.items() if unit not in had),
        gone=tuple(file for unit, file in had.items() if unit not in has),
    )


def _entered(now: Mapping[str, str], before: Mapping[str, str], group: frozenset[str]) -> tuple[str, ...]:
    return tuple(code for code, status in now.items() if status in group and before.get(code) not in group)


_Key = tuple[str, str, str, str, str]


def _findings(answer: Mapping[str, Any]) -> Counter[_Key]:
    """Each finding by what stays the same when rows above it come or go, or the file gets another name.

    That is its unit, code, sheet, column and what stands in the cell.
    """
    units = {one["file"]: one["unit"] or "" for one in answer["files"]}
    return Counter(
        (
            units.get(one["file"] or "", ""),
            one["code"],
            one["sheet"] or "",
            (one["cell"] or "").rstrip("0123456789"),
            one["value"] or "",
        )
        for one in answer["findings"]
        # A missing workbook is told as a file.
        if one["accepted"] is None and one["code"] != UNIT_WITHOUT_A_FILE
    )


def _by_unit(keys: Iterable[_Key]) -> dict[str, int]:
    return dict(Counter(unit for unit, *_ in keys))


def _counted(answer: Mapping[str, Any]) -> dict[str, str]:
    """Unit → its file, of the units whose figures were counted."""
    return {one["unit"]: one["file"] for one in answer["files"] if one["unit"] and one["state"] in _COUNTED}


#: A file left alone was read, and only not written into.
_COUNTED = ("checked", "left_alone")
