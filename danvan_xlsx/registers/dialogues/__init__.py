"""Dialogues of the commune with its people, enterprises and organisations, and what became of the opinions raised."""

from danvan_xlsx.registers.dialogues import measures, rules
from danvan_xlsx.registers.dialogues.sheet import DIALOGUES

PLACE = 46

__all__ = ["DIALOGUES", "PLACE", "measures", "rules"]
