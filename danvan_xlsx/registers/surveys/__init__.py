"""Surveys of satisfaction with the commune's services: papers given out, returned, valid, and their five answers."""

from danvan_xlsx.registers.surveys import measures, rules
from danvan_xlsx.registers.surveys.sheet import SURVEYS

PLACE = 43

__all__ = ["PLACE", "SURVEYS", "measures", "rules"]
