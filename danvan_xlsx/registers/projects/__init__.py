"""Investment projects on the commune's land and who watches over them; land recovered for projects."""

from danvan_xlsx.registers.projects import land_rules, measures, project_rules, sheet

PLACE = 50

#: In the order in which they stand in a workbook, which the alphabet of imports would turn round.
PROJECTS = sheet.PROJECTS
LAND = sheet.LAND

__all__ = ["LAND", "PLACE", "PROJECTS", "land_rules", "measures", "project_rules", "sheet"]
