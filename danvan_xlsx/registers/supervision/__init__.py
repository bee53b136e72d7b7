"""The people's inspectorate and the boards of community investment supervision: who they are and what they reported."""

from danvan_xlsx.registers.supervision import board_rules, inspectorate_rules, measures, sheet

PLACE = 51

#: In the order in which they stand in a workbook, which the alphabet of imports would turn round.
INSPECTORATE = sheet.INSPECTORATE
BOARDS = sheet.BOARDS

__all__ = ["BOARDS", "INSPECTORATE", "PLACE", "board_rules", "inspectorate_rules", "measures", "sheet"]
