"""What comes back from the units, and what goes back to them."""
