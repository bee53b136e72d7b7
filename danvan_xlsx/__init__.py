"""Công tác dân vận chính quyền: a commune's workbooks held against its yearly plan.

The way of a cell: a file is opened (`excel.reader`) into grids; a column is found by its code (`check.place`); a cell
becomes a value or a finding (`check.read`, `words.kinds`); rules ask their questions and measures count
(`check.judge`, `registers`); tasks get their status (`plan.status`); the answer goes back into the staff's own file
(`excel.patcher`) and into the summary (`report.summary`, `excel.drawer`).
"""

__version__ = "0.1.0"
