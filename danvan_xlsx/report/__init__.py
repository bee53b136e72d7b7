"""What is told: rows and pages of each output, from the result of a check. Pure."""
