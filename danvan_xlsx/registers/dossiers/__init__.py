"""Dossiers of administrative procedures: by month, by field for a report, and those that came late."""

from danvan_xlsx.registers.dossiers import field_rules, late_rules, listed_rules, measures, month_rules, share_rules
from danvan_xlsx.registers.dossiers.sheet import DOSSIERS, FIELDS, LATE_DOSSIERS

PLACE = 41

__all__ = [
    "DOSSIERS",
    "FIELDS",
    "LATE_DOSSIERS",
    "PLACE",
    "field_rules",
    "late_rules",
    "listed_rules",
    "measures",
    "month_rules",
    "share_rules",
]
