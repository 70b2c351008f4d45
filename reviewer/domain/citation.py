"""How a passage is cited: which source says it, of when, and where in its text."""

import html
import json

from reviewer.domain.records import Source

MEDIA_TYPE = "application/x-reviewer-citation"


def cite(source: Source, start: int, end: int) -> str:
    """Author, title, publisher, date, address and place, as far as they are known, on one line."""
    known = (source.author, source.title, source.publisher, source.published, source.address)
    parts = [" ".join(part.split()) for part in known]
    told = ". ".join(part.rstrip(".") for part in parts if part)
    return f"{told}. Characters {start} to {end}."


def citation_html(source: Source, quote: str, start: int, end: int) -> str:
    """The passage as a quotation with its citation below, for a word processor."""
    words = html.escape(quote, quote=False).replace("\n", "<br>")
    told = html.escape(cite(source, start, end), quote=False)
    return f"<blockquote><p>{words}</p></blockquote><p>— {told}</p>"


def citation_json(source: Source, quote: str, start: int, end: int) -> bytes:
    """The same as data: UTF-8 JSON; ``start`` and ``end`` are code points of the source's text."""
    return json.dumps(
        {
            "quote": quote, "start": start, "end": end, "source": source.id,
            "title": source.title, "publisher": source.publisher, "author": source.author,
            "published": source.published, "address": source.address,
            "citation": cite(source, start, end),
        },
        ensure_ascii=False,
    ).encode()  # fmt: skip
