"""The names of the ready PDFs, which lie in pdf/ below the site's root."""

from generator.alphabet import spelled
from generator.handbook import Handbook


def book_pdf(handbook: Handbook) -> str:
    """The name of the whole handbook as a book, made from the handbook's own name."""
    return f"{spelled(handbook.publisher.name) or 'handbook'}.pdf"


def sheet_pdf(slug: str, paper: str) -> str:
    """The name of a routine's sheet on one kind of paper."""
    return f"{slug}-{paper}.pdf"
