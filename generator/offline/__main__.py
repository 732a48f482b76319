"""`python -m generator.offline`: list the built site's files for a reader's copy; `--zip` packs them."""

import argparse
import sys
from pathlib import Path

from generator.offline.archive import write_archive
from generator.offline.listing import write_listing

WRONG_CALL = 2


def main(arguments: list[str] | None = None) -> int:
    """Work on build/site and return the exit code: 0 done, 2 no site or a disk that refuses."""
    parser = argparse.ArgumentParser(
        prog="python -m generator.offline", description="Make the site work offline."
    )
    parser.add_argument(
        "--out", type=Path, default=Path("."), metavar="DIR", help="the site stands below DIR"
    )
    parser.add_argument("--zip", action="store_true", help="write build/site.zip as well")
    options = parser.parse_args(arguments)
    site = options.out / "build" / "site"
    if not (site / "index.html").exists():
        print("there is no site in build/site; run `make site` first", file=sys.stderr)
        return WRONG_CALL
    try:
        version, files, size = write_listing(site)
        print(f"version {version}: {files} files, {size / 1e6:.1f} MB for a reader's copy")
        if options.zip:
            archive = site.with_suffix(".zip")
            print(f"{archive}: {write_archive(site, archive) / 1e6:.1f} MB")
    except OSError as error:
        print(f"the disk refuses: {error}", file=sys.stderr)
        return WRONG_CALL
    return 0


if __name__ == "__main__":
    sys.exit(main())
