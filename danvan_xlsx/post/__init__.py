"""The edges to people outside the workbooks: texts from templates."""
