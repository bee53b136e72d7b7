"""Emulation: models of *Dân vận khéo* with what people gave to them, and whom the commune proposed for praise."""

from danvan_xlsx.registers.emulation import measures, rules, sheet

__all__ = ["AWARDS", "MODELS", "measures", "rules"]

PLACE = 48

# In the order of a workbook: sorted imports would turn it round.
MODELS, AWARDS = sheet.MODELS, sheet.AWARDS
