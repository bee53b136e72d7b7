"""Cán bộ, công chức: how many there are and how many registered, were reviewed and scored; no person's own grade."""

from danvan_xlsx.registers.staff import measures, rules
from danvan_xlsx.registers.staff.sheet import GROUPS, STAFF

__all__ = ["GROUPS", "STAFF", "measures", "rules"]

PLACE = 37
