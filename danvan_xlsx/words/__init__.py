"""The vocabulary: what a text, a cell, a sheet, a rule, a limit of the law *is*. Pure: no files, no clock."""
