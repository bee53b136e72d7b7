"""The edges to Excel files; each module touches one outside thing and holds no rule."""
