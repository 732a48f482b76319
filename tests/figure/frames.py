"""Posing for tests: the book's base poses and short ways to a solved frame."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import yaml

from generator.figure.body.body import load_body
from generator.figure.body.sites import sites_of
from generator.figure.checks.posecheck import check_frames, check_pose
from generator.figure.checks.silence import told
from generator.figure.posing.pose import Posed, pose_frames
from generator.model.pose import BasePose, FigureSpec

POSES = Path(__file__).parents[2] / "content" / "poses.yml"
ALT = "A person in a pose that is tested."


@lru_cache(maxsize=1)
def base_poses() -> dict[str, BasePose]:
    """Return the base poses of the book."""
    data = yaml.load(POSES.read_text(encoding="utf-8"), yaml.BaseLoader)
    return {name: BasePose.model_validate(pose) for name, pose in data.items()}


def figure_spec(base: str, body: str = "woman", **frames: dict[str, Any]) -> FigureSpec:
    """Return a figure's words, with a text for every frame that has none."""
    all_ = {letter: {"alt": ALT, **frame} for letter, frame in frames.items()}
    return FigureSpec.model_validate({"base": base, "body": body, "frames": all_})


def solved(base: str, body: str = "woman", **frames: dict[str, Any]) -> dict[str, Posed]:
    """Return the solved frames of a figure by letter."""
    spec = figure_spec(base, body, **frames)
    return {frame.letter: frame for frame in pose_frames(spec, base_poses(), load_body(body))}


def found(spec: FigureSpec, letter: str) -> dict[str, str]:
    """Return what the checks find in one frame of a figure, by check."""
    frames = pose_frames(spec, base_poses(), load_body(spec.body))
    return {
        each.check: each.message
        for each in told(check_frames(spec, frames), spec.silence)
        if each.frame == letter
    }


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
        f"{finding.check}: {finding.message}" for finding in check_pose(frame) if finding.severity == "error"
    ]
