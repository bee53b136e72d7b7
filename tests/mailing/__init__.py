"""The letter of a report as the clerk sends it."""
