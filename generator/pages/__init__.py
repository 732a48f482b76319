"""Handbook -> {path: text}: fills templates, reads no content and writes nothing."""

from generator.pages.site import render_sheets, render_site

__all__ = ["render_sheets", "render_site"]
