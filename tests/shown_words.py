"""Write what a frame may be said to show, with every limit, into POSING.md: part of `make words`."""

from generator.model.showing import CONDITIONS
from tests.guide import fill

BEGIN, END = "<!-- conditions: made by `make words` -->", "<!-- end of conditions -->"
UNITS = {"degrees": "°", "cm": " cm", "percent": " %"}
BOUNDS = {"over": "more than", "under": "at most"}


def table() -> str:
    """Return one row for every condition."""
    rows = (
        f"| `{name}` | {shown.says} {BOUNDS[shown.bound]} {shown.limit:g}{UNITS[shown.unit]}"
        f"{' (left, right or both)' if shown.paired else ''} |"
        for name, shown in CONDITIONS.items()
    )
    return "\n".join(["| you write | it is so when |", "| --- | --- |", *rows])


def main() -> None:
    """Write the table between its marks."""
    fill(BEGIN, END, table())


if __name__ == "__main__":
    main()
