"""Poses to pictures: knows bodies, poses and drawing; nothing of exercises, pages or other files."""
