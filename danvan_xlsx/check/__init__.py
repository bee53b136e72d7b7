"""Grids + plan + day → findings, measured figures, statuses. Pure. Its own faults are entered with it."""

from danvan_xlsx.check import faults as faults
