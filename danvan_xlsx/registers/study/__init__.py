"""Quán triệt, tập huấn: conferences on documents, new law texts put into use, training, the staff conference."""

from danvan_xlsx.registers.study import attendance, measures, rules
from danvan_xlsx.registers.study.sheet import AUDIENCES, GATHERINGS, KINDS, STUDIES

__all__ = ["AUDIENCES", "GATHERINGS", "KINDS", "STUDIES", "attendance", "measures", "rules"]

PLACE = 35
