"""Words of likelihood and confidence, held against ICD 203 (Analytic Standards, 2015, section D.6).

The directive gives seven bands, each with two terms and a range of probability, and asks that
likelihood and confidence are not mixed in one sentence. What is found here is advice: people write
for people, and a rationale may have good reason for other words.
"""

import re
from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Band:
    """``low`` to ``high`` percent, and the two terms that the directive gives for it."""

    low: int
    high: int
    terms: tuple[str, str]

    def __str__(self) -> str:
        return f"{self.terms[0]} or {self.terms[1]}: {self.low} to {self.high} %"


ALMOST_NO, VERY_UNLIKELY, UNLIKELY, EVEN, LIKELY, VERY_LIKELY, ALMOST_CERTAIN = BANDS = (
    Band(1, 5, ("almost no chance", "remote")),
    Band(5, 20, ("very unlikely", "highly improbable")),
    Band(20, 45, ("unlikely", "improbable")),
    Band(45, 55, ("roughly even chance", "roughly even odds")),
    Band(55, 80, ("likely", "probable")),
    Band(80, 95, ("very likely", "highly probable")),
    Band(95, 99, ("almost certain", "nearly certain")),
)


class Concern(StrEnum):
    """Why a passage is pointed at."""

    OUTSIDE = "outside"  # a word of likelihood that is in no band
    MIXED = "mixed"  # likelihood and confidence in one sentence


@dataclass(frozen=True, slots=True)
class Advice:
    """``text[start:end]`` is what it is about; ``sentence`` tells the person what to think of."""

    start: int
    end: int
    concern: Concern
    sentence: str


_STANDARD = re.compile(
    r"""\b(?:
        almost\ no\ chance|(?:a\ )?remote(?:\ (?:chance|possibility))?|
        (?:very|highly)\ (?:unlikely|improbable|likely|probable|probably)|
        unlikely|improbabl[ey]|roughly\ even\ (?:chance|odds)|
        likely|probabl[ey]|(?:almost|nearly)\ certain(?:ly)?
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)

# Words outside the bands → the bands that come nearest, to choose from.
_OUTSIDE: tuple[tuple[str, tuple[Band, ...]], ...] = (
    (r"(?:extremely|exceedingly|highly|overwhelmingly) likely", (VERY_LIKELY, ALMOST_CERTAIN)),
    (r"(?:extremely|exceedingly|highly) unlikely", (VERY_UNLIKELY, ALMOST_NO)),
    (r"(?:very|highly) probably", (VERY_LIKELY,)),
    (r"(?:quite|fairly|rather|somewhat|reasonably) (?:likely|probable)", (LIKELY,)),
    (r"(?:quite|fairly|rather|somewhat) (?:unlikely|improbable)", (UNLIKELY,)),
    (r"more likely than not|in all likelihood|in all probability|odds-on", (LIKELY, VERY_LIKELY)),
    (r"(?:as )?likely as not|fifty-fifty|50[-/]50|toss-up", (EVEN,)),
    (r"(?:good|fair|decent|strong|real|serious|distinct) (?:chance|possibility)", (EVEN, LIKELY)),
    (r"(?:small|slight|slim|low|outside) (?:chance|possibility)", (ALMOST_NO, VERY_UNLIKELY)),
    (r"cannot (?:be ruled|rule) out|can(?:no|')t be excluded", (ALMOST_NO, VERY_UNLIKELY)),
    (r"conceivabl[ey]", (ALMOST_NO, VERY_UNLIKELY)),
    (r"might|may|could", BANDS[1:5]),
    (r"possibl[ey]|possibility|perhaps|maybe|potentially|plausibl[ey]", BANDS[1:5]),
    (r"presumably|apparently|seemingly|supposedly", (LIKELY,)),
    (r"doubtful|dubious", (UNLIKELY, VERY_UNLIKELY)),
    (r"certainly|undoubtedly|definitely|inevitabl[ey]", (ALMOST_CERTAIN,)),
    (r"no doubt|without (?:a )?doubt", (ALMOST_CERTAIN,)),
)  # fmt: skip
_WORDS = re.compile("|".join(f"(?P<w{n}>{words})" for n, (words, _) in enumerate(_OUTSIDE)))
_WHOLE = re.compile(rf"(?<![\w-])(?:{_WORDS.pattern})(?![\w-])", re.IGNORECASE)
_CONFIDENCE = re.compile(
    r"\b(?:(?:high|moderate|low|medium)(?: to (?:high|moderate|low))? confidence|confident(?:ly)?"
    r"|with confidence|confidence level)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[^.!?\n]*(?:[.!?](?!\s|$)[^.!?\n]*)*[.!?\n]?")


def advise(text: str) -> tuple[Advice, ...]:
    """What a rationale or summary could say by the directive's words, in the order of the text."""
    found = [*_outside(text), *_mixed(text)]
    return tuple(sorted(found, key=lambda advice: (advice.start, advice.end)))


def band_of(words: str) -> Band | None:
    """The band that a term stands for, as the directive uses it; None for any other words."""
    term = " ".join(words.casefold().split()).replace("probably", "probable")
    term = term.replace("improbably", "improbable").replace("certainly", "certain")
    return next((band for band in BANDS if term in band.terms), None)


def _outside(text: str) -> list[Advice]:
    advice = []
    fine = {
        place
        for found in _STANDARD.finditer(text)
        if band_of(found[0])
        for place in range(found.start(), found.end())
    }
    for found in _WHOLE.finditer(text):
        if found.start() in fine or _is_date(text, found):
            continue
        number = int((found.lastgroup or "w0")[1:])
        bands = "; ".join(str(band) for band in _OUTSIDE[number][1])
        sentence = f"“{found[0]}” is in none of the bands of ICD 203. Nearest: {bands}."
        advice.append(Advice(found.start(), found.end(), Concern.OUTSIDE, sentence))
    return advice


def _is_date(text: str, found: re.Match[str]) -> bool:
    """The month of May is no likelihood."""
    return found[0] == "May" and bool(re.search(r"\w[\w,]* $", text[: found.start()]))


def _mixed(text: str) -> list[Advice]:
    advice = []
    for sentence in _SENTENCE.finditer(text):
        confidence = _CONFIDENCE.search(sentence[0])
        likelihood = _STANDARD.search(sentence[0]) or _WHOLE.search(sentence[0])
        if not confidence or not likelihood:
            continue
        start = sentence.start() + len(sentence[0]) - len(sentence[0].lstrip())
        band = band_of(likelihood[0])
        figures = f" ({band.low} to {band.high} %)" if band else ""
        told = (
            f"“{likelihood[0]}”{figures} says how likely it is, “{confidence[0]}” how well it is"
            " founded. ICD 203 asks for the two in sentences of their own."
        )
        end = sentence.start() + len(sentence[0].rstrip())
        advice.append(Advice(start, end, Concern.MIXED, told))
    return advice
