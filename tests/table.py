"""Rows of words as a table for the terminal."""

from collections.abc import Iterable


def show(rows: Iterable[tuple[str, ...]]) -> None:
    """One table, its columns as wide as they need."""
    table = list(rows)
    columns = max(map(len, table))
    widths = [max(len(row[column]) for row in table if column < len(row)) for column in range(columns)]
    for row in table:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=False)).rstrip())
    print()
