"""The whole site as one archive whose pages open from a disk, without a server."""

import re
from pathlib import Path
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from generator.offline.listing import VERSION, WORKER

FOLDER_LINK: Final = re.compile(r'(\s(?:href|action)=")((?!\w+:|//)[^"#?]*/|\.{1,2})((?:[?#][^"]*)?")')
"""A link to a folder, which a server answers with the page inside, and a disk with a list of files."""
EPOCH: Final = (2020, 1, 1, 0, 0, 0)
"""One date for every file, so that the same site makes the same archive."""
README: Final = "README.txt"
"""How pages open from a disk, in the handbook's words; a build writes it beside the site."""


def with_whole_links(page: str) -> str:
    """A page whose links to folders name the page inside."""

    def whole(found: re.Match[str]) -> str:
        start, folder, rest = found.groups()
        return f"{start}{folder.removesuffix('/')}/index.html{rest}"

    return FOLDER_LINK.sub(whole, page)


def write_archive(site: Path, archive: Path) -> int:
    """Write the archive of a built site and return its bytes; OSError where no README.txt is beside it."""
    archive.parent.mkdir(parents=True, exist_ok=True)
    with ZipFile(archive, "w", ZIP_DEFLATED) as out:
        _put(out, README, (site.parent / README).read_bytes())
        for file in sorted(site.rglob("*")):
            path = file.relative_to(site).as_posix()
            if not file.is_file() or path in (WORKER, VERSION) or path.endswith(".map"):
                continue
            data = file.read_bytes()
            _put(out, path, with_whole_links(data.decode()).encode() if path.endswith(".html") else data)
    return archive.stat().st_size


def _put(out: ZipFile, path: str, data: bytes) -> None:
    entry = ZipInfo(path, EPOCH)
    entry.compress_type = ZIP_DEFLATED
    out.writestr(entry, data)
