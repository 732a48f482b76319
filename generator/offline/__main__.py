"""`python -m generator.offline`: lean scripts, closed pages, a reader's copy; `--zip` packs the site."""

import argparse
import sys
from pathlib import Path

from generator.offline.archive import write_archive
from generator.offline.closed import close_pages
from generator.offline.icons import write_icons
from generator.offline.lean import join, make_lean
from generator.offline.listing import write_listing

WRONG_CALL = 2


def main(arguments: list[str] | None = None) -> int:
    """Work on a built site and return the exit code: 0 done, 2 no site, or one that cannot be finished."""
    parser = argparse.ArgumentParser(prog="python -m generator.offline")
    parser.add_argument("site", type=Path, nargs="?", default=Path("build/site"), help="the built site")
    parser.add_argument("--zip", action="store_true", help="pack it beside itself as well")
    options = parser.parse_args(arguments)
    site: Path = options.site
    if not (site / "index.html").exists():
        print(f"there is no site in {site}; run `make site` first", file=sys.stderr)
        return WRONG_CALL
    try:
        join(site)
        before, after = make_lean(site)
        print(f"scripts: {after / 1e3:.0f} kB, written as {before / 1e3:.0f} kB")
        print(f"{close_pages(site)} pages that load nothing from elsewhere")
        write_icons(site)
        version, files, size = write_listing(site)
        print(f"version {version}: {files} files, {size / 1e6:.1f} MB for a reader's copy")
        if options.zip:
            archive = site.with_suffix(".zip")
            print(f"{archive}: {write_archive(site, archive) / 1e6:.1f} MB")
    except (OSError, ValueError) as error:
        print(f"the site cannot be finished: {error}", file=sys.stderr)
        return WRONG_CALL
    return 0


if __name__ == "__main__":
    sys.exit(main())
