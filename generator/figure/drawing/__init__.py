"""Pixels to lines.

What the camera sees goes in; outlines, creases, shade, face and painted muscles come out as SVG.
"""
