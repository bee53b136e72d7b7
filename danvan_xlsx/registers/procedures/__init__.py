"""Administrative procedures: the list the commune keeps, what is posted of it and what is offered online."""

from danvan_xlsx.registers.procedures import measures, rules
from danvan_xlsx.registers.procedures.sheet import PROCEDURES

PLACE = 40

__all__ = ["PLACE", "PROCEDURES", "measures", "rules"]
