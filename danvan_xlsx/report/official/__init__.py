"""What a level above prescribes: the inspection sector's forms and the grading, as definitions and what fills them."""
