"""Every fault that reading finds, from the folder down to one cell: importing this package enters them all."""

from danvan_xlsx.check.faults import (
    cells,
    days,
    files,
    folder,
    notes,
    numbers,
    origin,
    privacy,
    reported,
    rows,
    sheets,
    writing,
)

__all__ = [
    "cells",
    "days",
    "files",
    "folder",
    "notes",
    "numbers",
    "origin",
    "privacy",
    "reported",
    "rows",
    "sheets",
    "writing",
]
