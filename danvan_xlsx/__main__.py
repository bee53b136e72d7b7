"""`python -m danvan_xlsx` is `danvan`."""

from danvan_xlsx.cli import main

main()
