"""Văn bản ban hành: every plan, decision, report and letter that proves a task, typed once."""

from danvan_xlsx.registers.documents import citation_rules, measures, number_rules, report_rules, sheet

PLACE = 2

DOCUMENTS = sheet.DOCUMENTS

__all__ = ["DOCUMENTS", "PLACE", "citation_rules", "measures", "number_rules", "report_rules", "sheet"]
