"""The report of a period to the level above: its figures, its annexes, its words, and what stays in the office."""
