"""Rotations as matrices `(..., 3, 3)`, over any number of leading axes; angles in radians."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from .mesh import FloatArray

TINY = 1e-9


def unit(vectors: FloatArray) -> FloatArray:
    """Return `vectors` `(..., 3)` scaled to length 1; a zero vector stays zero."""
    length = np.sqrt(squared(vectors))[..., None]
    return np.asarray(vectors / np.maximum(length, TINY))


def squared(vectors: FloatArray) -> FloatArray:
    """Return the squared lengths of vectors `(..., 3)`, far quicker than a sum along so short an axis."""
    return np.asarray(vectors[..., 0] ** 2 + vectors[..., 1] ** 2 + vectors[..., 2] ** 2)


def cross(one: FloatArray, other: FloatArray) -> FloatArray:
    """Return the cross products `(..., 3)`, far quicker than NumPy's own for few vectors."""
    (a, b, c), (x, y, z) = np.moveaxis(one, -1, 0), np.moveaxis(other, -1, 0)
    return np.stack([b * z - c * y, c * x - a * z, a * y - b * x], axis=-1)


def cross_matrix(vectors: FloatArray) -> FloatArray:
    """Return the matrices `(..., 3, 3)` that take the cross product with `vectors` `(..., 3)`."""
    out = np.zeros((*vectors.shape, 3))
    for k, (row, column) in enumerate(((2, 1), (0, 2), (1, 0))):
        out[..., row, column] = vectors[..., k]
        out[..., column, row] = -vectors[..., k]
    return out


def exponential(vectors: FloatArray) -> FloatArray:
    """Return the rotation about each vector by its length (Rodrigues' formula), `(..., 3, 3)`."""
    angle = np.sqrt(squared(vectors))[..., None, None]
    safe = np.maximum(angle, 1e-7)
    cross = cross_matrix(vectors)
    first = np.where(angle > 1e-6, np.sin(safe) / safe, 1.0)
    second = np.where(angle > 1e-6, (1 - np.cos(safe)) / safe**2, 0.5)
    return np.asarray(np.eye(3) + first * cross + second * (cross @ cross))


@lru_cache(maxsize=512)
def spin(axes: bytes) -> FloatArray:
    """Return what the rotations about axes given as bytes are mixed of, `(..., 3, 9)`.

    Rodrigues' formula: the identity, the cross-product matrix for the sine and its square for 1 - cosine.
    """
    cross = cross_matrix(np.frombuffer(axes).reshape(-1, 3))
    parts = [np.broadcast_to(np.eye(3), cross.shape), cross, cross @ cross]
    return np.stack([part.reshape(-1, 9) for part in parts], axis=1)


def about(axis: FloatArray, angle: FloatArray | float) -> FloatArray:
    """Return the rotations by `angle` `(...)` about a fixed unit vector, or about one per last index."""
    turn = np.asarray(angle, dtype=float)
    mixed = spin(np.ascontiguousarray(axis, dtype=float).tobytes())
    shares = np.empty((*turn.shape, 1, 3))
    shares[..., 0, 0] = 1.0
    shares[..., 0, 1] = np.sin(turn)
    shares[..., 0, 2] = 1 - np.cos(turn)
    return np.asarray((shares @ (mixed if axis.ndim > 1 else mixed[0])).reshape(*turn.shape, 3, 3))


X, Y, Z = np.eye(3)


def frame(along: FloatArray, across: FloatArray) -> FloatArray:
    """Return the axes whose first is `along` and whose second lies towards `across`, as columns."""
    first = unit(along)
    second = unit(across - first * (first * across).sum(-1, keepdims=True))
    return np.stack([first, second, cross(first, second)], -1)


def between(one: FloatArray, other: FloatArray) -> FloatArray:
    """Return the smallest rotation that takes direction `one` to `other`, both `(3,)`."""
    a, b = unit(one), unit(other)
    axis = np.cross(a, b)
    size = float(np.linalg.norm(axis))
    if size < TINY:
        return np.eye(3) if a @ b > 0 else about(unit(np.cross(a, [0.3, 0.5, 0.8])), np.pi)
    return about(axis / size, np.arctan2(size, a @ b))


def twist(rotations: FloatArray, axis: FloatArray) -> FloatArray:
    """Return the angle `(...)` of each rotation about `axis` in its swing-twist split, in radians."""
    r = rotations
    vector = np.stack(
        [r[..., 2, 1] - r[..., 1, 2], r[..., 0, 2] - r[..., 2, 0], r[..., 1, 0] - r[..., 0, 1]], -1
    )
    trace = r[..., 0, 0] + r[..., 1, 1] + r[..., 2, 2]
    return np.asarray(2 * np.arctan2((vector * axis).sum(-1), 1 + trace + 1e-9))


def rotation_vector(rotation: FloatArray) -> FloatArray:
    """Return the vector `(3,)` whose exponential is `rotation`; angles below 180 degrees."""
    r = rotation
    vector = np.array([r[2, 1] - r[1, 2], r[0, 2] - r[2, 0], r[1, 0] - r[0, 1]]) / 2
    size = float(np.linalg.norm(vector))
    angle = np.arctan2(size, (np.trace(r) - 1) / 2)
    return vector * (angle / size if size > 1e-8 else 1.0)
