"""Pictures to share as PNG files: made by resvg, kept below build/ until their drawing changes.

Two thirds of what a picture costs is resvg's own PNG writer, which has no setting. So pictures are drawn only
on the way to a site that others see; any build offers those that were drawn before and are still true.
"""

from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path

from generator.disk import write_whole
from generator.figure import DrawnFigure
from generator.handbook import Handbook
from generator.pages.share import share_svgs

KEY_LENGTH = 16
"""Hex digits of a picture's key."""
PNG_END = b"IEND\xaeB`\x82"
"""The last chunk of every PNG file (ISO/IEC 15948, 11.2.5): its name and its checksum."""


def share_pictures(
    handbook: Handbook, figures: Mapping[str, DrawnFigure], folder: Path, draw: bool = False
) -> dict[str, Path]:
    """The PNG of every drawn exercise that lies in `folder`, by its path below the project's root.

    With `draw`, those that are missing are drawn first.
    """
    return dict(_pictures(share_svgs(handbook, figures), folder, draw))


def _pictures(svgs: Mapping[str, str], folder: Path, draw: bool) -> Iterator[tuple[str, Path]]:
    kept = {file.name for file in folder.glob("*.png") if _is_whole(file)}
    for slug, svg in svgs.items():
        file = folder / f"{slug}.{sha256(svg.encode()).hexdigest()[:KEY_LENGTH]}.png"
        if draw and file.name not in kept:
            _draw(svg, slug, file)
        if draw or file.name in kept:
            yield f"docs/share/{slug}.png", file


def _draw(svg: str, slug: str, file: Path) -> None:
    """Keep the picture of one SVG; older ones of the same name go."""
    import resvg_py

    file.parent.mkdir(parents=True, exist_ok=True)
    for old in file.parent.glob(f"{slug}.*.png"):
        old.unlink(missing_ok=True)
    write_whole(file, bytes(resvg_py.svg_to_bytes(svg_string=svg, skip_system_fonts=True)))


def _is_whole(file: Path) -> bool:
    """Whether a PNG file has its end; one that was cut off has not."""
    with file.open("rb") as opened:
        opened.seek(max(0, file.stat().st_size - len(PNG_END)))
        return opened.read() == PNG_END
