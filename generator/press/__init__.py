"""Ready-made PDFs: every sheet and the whole handbook as a book, printed from HTML by a real browser.

Only `python -m generator.press` needs a browser. What `generator build` needs, the names of the PDFs that
are there and current, comes from `ready_pdfs` and reads files alone.
"""

from generator.press.prints import ready_pdfs

__all__ = ["ready_pdfs"]
