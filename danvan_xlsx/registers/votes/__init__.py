"""What the people discuss and decide in their villages: votes, opinions, yearly conferences, contributions."""

from danvan_xlsx.registers.votes import contribution_rules, measures, meeting_rules, sheet, vote_rules

PLACE = 45

#: In the order in which they stand in a workbook, which the alphabet of imports would turn round.
VOTES = sheet.VOTES
CONTRIBUTIONS = sheet.CONTRIBUTIONS

__all__ = ["CONTRIBUTIONS", "PLACE", "VOTES", "contribution_rules", "measures", "meeting_rules", "sheet", "vote_rules"]
