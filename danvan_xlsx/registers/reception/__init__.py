"""Sổ tiếp công dân: every visit of citizens, who received them and what came of it."""

from danvan_xlsx.registers.reception import measures, petition_rules, schedule_rules, visit_rules
from danvan_xlsx.registers.reception.sheet import RECEPTION

PLACE = 10

__all__ = ["PLACE", "RECEPTION", "measures", "petition_rules", "schedule_rules", "visit_rules"]
