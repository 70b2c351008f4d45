"""Words made comparable for filters: no case, no accents, no runs of spaces."""

import unicodedata


def fold(text: str) -> str:
    """ "Māori  Affairs" → "maori affairs"."""
    if not text.isascii():
        parts = unicodedata.normalize("NFKD", text)
        text = "".join(c for c in parts if not unicodedata.combining(c))
    return " ".join(text.casefold().split())
