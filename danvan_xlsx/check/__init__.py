"""Grids + plan + day → findings, measured figures, statuses. Pure."""
