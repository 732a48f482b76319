"""Rows of text as a table on the screen."""

from collections.abc import Iterable

Row = tuple[str, ...]


def show(title: str, rows: Iterable[Row]) -> None:
    """Print one table below its title, its columns as wide as they need; the first row is the head."""
    table = list(rows)
    columns = max(map(len, table))
    widths = [max(len(row[column]) for row in table if column < len(row)) for column in range(columns)]
    print(f"# {title}", flush=True)
    for row in table:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=False)).rstrip())
    print(flush=True)
