"""Second opinions: what a rule must find, worked out again by hand and without a line of the program."""
