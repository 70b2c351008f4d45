"""VitaminC (Schuster et al. 2021), pairs with figures: does the evidence refute the claim?

Rules alone, in two halves that share no page: by the last bit of the SHA-256 of the page's name.
The rules were tuned on the first half only. The file's first 110 lines were looked at before it
was halved, so that a third line leaves out every page that they are of. The data is the real test
set's pairs of claims and revised sentences; it is measured with and never shipped (CC BY-SA 3.0).
"""

import json
import re
from collections.abc import Iterator
from hashlib import sha256
from typing import NamedTuple

from rows import Row, absent, shared

from reviewer.analysis.verify import refutes

BAR = 0.82
SCALE = "a prototype's rules 0.79"
_LOOKED_AT = 110
_WHAT = "VitaminC pairs with figures: accuracy"
_TIGHT_BEFORE = re.compile(r" ([,.;:%)\]?!])")
_TIGHT_BEHIND = re.compile(r"([($£€\[]) ")


class Pair(NamedTuple):
    """A claim, the evidence, whether the one refutes the other, and the page that both are of."""

    claim: str
    evidence: str
    refuted: bool
    page: str

    @property
    def is_held_out(self) -> bool:
        return sha256(self.page.encode()).digest()[-1] % 2 == 1


def rows(*, smoke: bool = False) -> list[Row]:
    """One line a part; the bar is for pages that no rule was made on."""
    if (pairs := _pairs()) is None:
        return absent(_WHAT)
    seen = {pair.page for pair in pairs[:_LOOKED_AT]}
    held = [pair for pair in pairs if pair.is_held_out]
    halves = {
        "pages tuned on": [pair for pair in pairs if not pair.is_held_out],
        "pages held out": held,
        "pages held out and never seen": [pair for pair in held if pair.page not in seen],
    }
    return [_row(name, half[:20] if smoke else half) for name, half in halves.items()]


def misses() -> Iterator[str]:
    """The pairs of the first half that were judged otherwise; the second stays unread."""
    for pair in _pairs() or ():
        verdict = refutes(pair.claim, pair.evidence)
        if not pair.is_held_out and verdict.refuted != pair.refuted:
            wanted = "refuted" if pair.refuted else "supported"
            yield f"- {wanted}: {pair.claim} | {pair.evidence[:300]} | {verdict.reason}"


def _row(name: str, pairs: list[Pair]) -> Row:
    right = sum(refutes(pair.claim, pair.evidence).refuted == pair.refuted for pair in pairs)
    share = right / len(pairs)
    held = "held out" in name
    return Row(
        f"{_WHAT}, {name}",
        f"{share:.3f}",
        f"≥ {BAR:.2f}" if held else "",
        share >= BAR if held else None,
        f"{right} of {len(pairs)}; {SCALE}",
    )


def _pairs() -> list[Pair] | None:
    path = shared("bench", "quantities", "vitaminc_numeric.jsonl")
    if path is None:
        return None
    lines = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    return [
        Pair(_plain(x["claim"]), _plain(x["evidence"]), x["label"] == "REFUTES", x["page"])
        for x in lines
    ]


def _plain(text: str) -> str:
    """As a text is written: the data puts blanks around every sign."""
    text = _TIGHT_BEHIND.sub(r"\1", _TIGHT_BEFORE.sub(r"\1", text))
    for sign, plain in (("`` ", "“"), (" ''", "”"), (" 's", "'s"), ("& apos ;", "'")):
        text = text.replace(sign, plain)
    return text
