"""Posing for tests: the book's base poses and short ways to a solved frame."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import yaml

from generator.figure.body import load_body
from generator.figure.pose import Posed, pose_frames
from generator.figure.sites import sites_of
from generator.model.pose import BasePose, FigureSpec

POSES = Path(__file__).parents[2] / "content" / "poses.yml"
ALT = "A person in a pose that is tested."


@lru_cache(maxsize=1)
def base_poses() -> dict[str, BasePose]:
    """Return the base poses of the book."""
    data = yaml.load(POSES.read_text(encoding="utf-8"), yaml.BaseLoader)
    return {name: BasePose.model_validate(pose) for name, pose in data.items()}


def solved(base: str, body: str = "woman", **frames: dict[str, Any]) -> dict[str, Posed]:
    """Return the solved frames of a figure by letter."""
    all_ = {letter: {"alt": ALT, **frame} for letter, frame in frames.items()}
    spec = FigureSpec.model_validate({"base": base, "body": body, "frames": all_})
    return {frame.letter: frame for frame in pose_frames(spec, base_poses(), load_body(body))}


def lowest(frame: Posed, part: str) -> float:
    """Return the height in metres of a part's lowest point."""
    sites = sites_of(frame.body).part(part)
    return float(min(frame.vertices[site.vertices, 1].min() for site in sites))


def joint(frame: Posed, name: str) -> np.ndarray:
    """Return a joint's place in a solved frame, `(3,)` m."""
    i = frame.body.joint(name)
    return np.asarray(frame.transforms[i] @ np.append(frame.body.head[i], 1))[:3]


def errors(frame: Posed) -> list[str]:
    """Return what stops a frame."""
    return [
        f"{finding.check}: {finding.message}" for finding in frame.findings if finding.severity == "error"
    ]
