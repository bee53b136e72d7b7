"""What the commune accepts (sheet NgoaiLe) or only tries (setting trial_rules) becomes a note, and is never silent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from danvan_xlsx.plan.plan import Exempted, Plan
from danvan_xlsx.words.finding import Finding, Severity
from danvan_xlsx.words.rules import found
from danvan_xlsx.words.text import fold


def accept(
    findings: Sequence[Finding], plan: Plan, units: dict[str, str], known: frozenset[str], as_of: date
) -> list[Finding]:
    """Findings after the exceptions, and what is wrong with these: an unknown code, expired, met by nothing.

    units: file → unit code.
    """
    kept = [replace(one, severity=Severity.NOTE) if one.code in plan.trial_rules else one for one in findings]
    for one in plan.exempted:
        if one.code not in known:
            kept.append(found("KH29", one.row.place("code"), raw=one.code))
            continue
        met = [place for place, finding in enumerate(kept) if _meets(one, finding, units)]
        if one.until is not None and one.until < as_of:
            kept.append(found("KH30", one.row.place("until"), code=one.code, raw=one.until))
        elif not met:
            kept.append(found("KH31", one.row.place("code"), code=one.code))
        else:
            for place in met:
                kept[place] = replace(kept[place], severity=Severity.NOTE, accepted=f"{one.reason} ({one.decided_by})")
    return kept


def _meets(one: Exempted, finding: Finding, units: dict[str, str]) -> bool:
    place = finding.place
    if finding.code != one.code:
        return False
    if one.unit and units.get(place.file) != one.unit:
        return False
    if one.sheet and fold(one.sheet) != fold(place.sheet or ""):
        return False
    wanted = one.cell.upper().replace(" ", "")
    return not wanted or wanted in (place.cell, str(place.row))
