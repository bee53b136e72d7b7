"""Kiểm tra, giám sát: who was looked at, what was found, by when it is to be put right and when it was."""

from danvan_xlsx.registers.inspections import measures, oversight, rules
from danvan_xlsx.registers.inspections.sheet import INSPECTIONS, KINDS, SUBJECTS

__all__ = ["INSPECTIONS", "KINDS", "SUBJECTS", "measures", "oversight", "rules"]

PLACE = 36
