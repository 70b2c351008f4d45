"""What a happening is put down to: "lightning has been ruled out", "was started by lightning"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from reviewer.analysis.clauses import Words
from reviewer.analysis.cycles import Cause, state_words
from reviewer.analysis.events import Days, Sentence, days_near
from reviewer.analysis.harm import events_in

_RULED_OUT = re.compile(
    r"^ (?:[a-z]+ ){0,3}?(?:(?:has|have|had|was|were|is|are) (?:been )?(?:already |now |firmly )?"
    r"(?:ruled out|excluded|discounted|dismissed|eliminated)"
    r"|(?:was|were|is|are) not (?:the cause|to blame|responsible|involved|behind)"
    r"|(?:did not|didn['\u2019]t) (?:cause|start|spark|trigger))"
)
_RULING_OUT = re.compile(
    r"(?:\b(?:ruled|rules|ruling) out|\bexcluded|\bdismissed(?: suggestions of)?|\bdiscounted"
    r"|\bno (?:evidence|sign|signs|indication|indications|suggestion|trace|traces) of"
    r"|\bnot (?:caused|started|sparked|triggered) by|\bnot (?:due to|a result of|the work of)"
    r"|\bno) (?:an? |any |the |deliberate )?$"
)
_CAUSED_BY = re.compile(
    r"\b(?:caused|started|sparked|triggered|ignited|set off|brought down|provoked|prompted|begun"
    r"|began|due|owing|blamed|attributed|result|work|because|put down|downed|destroyed|lit)"
    r" (?:by|to|on|of|with|after) (?:an? |the |some )?(?:[a-z-]+ ){0,2}$"
)
_CAUSED = re.compile(
    r"^ (?:[a-z]+ )?(?:caused|started|sparked|triggered|ignited|brought down|was (?:the cause"
    r"|to blame|behind|responsible)|were (?:the cause|to blame|behind|responsible)|set off"
    r"|led to)\b"
)
_CAUSE_WAS = re.compile(r"\bcause (?:of [^.,;]{1,60} )?(?:was|is) (?:an? |the )?(?:[a-z]+ )?$")
_OPEN = re.compile(
    r"\b(?:whether|if|may|might|could|possibly|suspect\w*|fear\w*|probabl[ey]|apparently|alleged\w*"
    r"|investigat\w+|look\w* into|unclear|unknown|speculat\w+|theor(?:y|ies)|rumou?rs?|initially"
    r"|at first|not (?:been )?(?:ruled|excluded|discounted)|cannot|can't|yet to)\b"
)
_STRETCH = 120  # code points on either side


@dataclass(frozen=True, slots=True)
class CauseGiven:
    """``text[start:end]`` puts ``events`` down to a cause, or says that it was not that."""

    start: int
    end: int
    cause: Cause
    none: bool
    said: str
    events: Words
    words: Words
    context: Words
    days: Days | None


def causes_of(sentence: Sentence) -> Iterator[CauseGiven]:
    """The causes that a sentence gives or rules out, each once; what is open is neither."""
    whole = sentence.tokens.text
    text, seen = whole.lower().replace("\n", " "), set[str]()
    if len(text) != len(whole):
        return  # a few capitals are two letters in lower case, which would move the places
    for match in _words().finditer(text):
        cause = state_words().causes[match[0]]
        before = re.split(r"[;:]", text[max(0, match.start() - _STRETCH) : match.start()])[-1]
        behind = re.split(r"[,;:.]", text[match.end() : match.end() + _STRETCH])[0]
        denied = bool(_RULED_OUT.match(behind) or _RULING_OUT.search(before))
        given = _CAUSED_BY.search(before) or _CAUSED.match(behind) or _CAUSE_WAS.search(before)
        if cause.name in seen or not (denied or given) or _OPEN.search(before + " " + behind):
            continue
        seen.add(cause.name)
        first = before.rfind(",") + 1 + match.start() - len(before)
        end = match.end() + len(behind)
        first += len(whole[first:end]) - len(whole[first:end].lstrip())
        yield CauseGiven(
            sentence.start + first,
            sentence.start + end,
            cause,
            denied,
            " ".join(whole[first:end].split()),
            tuple(event for event in events_in(sentence.words) if event != match[0]),
            sentence.words,
            sentence.context,
            days_near(sentence, match.end()),
        )


def caused(given: CauseGiven, events: Words) -> CauseGiven:
    """The cause as that of what its text is about, where the sentence does not say of what."""
    return given if given.events else replace(given, events=events)


@cache
def _words() -> re.Pattern[str]:
    """Every word for a cause, the longest first."""
    words = "|".join(re.escape(word) for word in state_words().causes)
    return re.compile(rf"\b(?:{words})\b")
