"""News items on the work with the people, and what the loudspeakers of the villages read out."""

from danvan_xlsx.registers.news import measures, rules, sheet

__all__ = ["BROADCASTS", "NEWS", "measures", "rules"]

PLACE = 47

# In the order of a workbook: sorted imports would turn it round.
NEWS, BROADCASTS = sheet.NEWS, sheet.BROADCASTS
