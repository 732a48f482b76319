"""Named arrays and a few plain values in one compressed run of bytes."""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping

import numpy as np

VERSION = 3
ALIGNED = 4  # bytes every array begins at a multiple of, so that a browser reads it in place
KINDS = {"u1": np.uint8, "i1": np.int8, "u2": np.uint16, "i2": np.int16, "f4": np.float32}


def pack(meta: Mapping[str, object], arrays: Mapping[str, np.ndarray]) -> bytes:
    """Return `meta` and `arrays` as FORMAT.md says; KeyError for an array of another kind than KINDS."""
    names = {np.dtype(kind): name for name, kind in KINDS.items()}
    table, body = {}, bytearray()
    for name, array in arrays.items():
        body += bytes(-len(body) % ALIGNED)
        table[name] = [names[array.dtype], len(body), array.size]
        body += np.ascontiguousarray(array).astype(array.dtype.newbyteorder("<")).tobytes()
    head = json.dumps({"version": VERSION, **meta, "arrays": table}, separators=(",", ":")).encode()
    head += b" " * (-len(head) % ALIGNED)
    raw = len(head).to_bytes(4, "little") + head + bytes(body)
    return gzip.compress(raw, 9, mtime=0)


def halves(values: np.ndarray) -> np.ndarray:
    """Return whole numbers as bytes: all low ones, then all high ones, the sign in the last bit.

    OverflowError for numbers that do not fit into 16 bits.
    """
    wide = values.astype(np.int64).ravel()
    folded = np.where(wide < 0, -2 * wide - 1, 2 * wide)
    if folded.max(initial=0) > np.iinfo(np.uint16).max:
        raise OverflowError(f"{int(wide[folded.argmax()])} does not fit into 16 bits")
    folded = folded.astype(np.uint16)
    return np.concatenate([folded & 255, folded >> 8]).astype(np.uint8)
