"""A folder of workbooks: which is the plan, whose is each file, locks, runs, backups, undo."""
