"""What an annotation asserts, in comparable form."""

from dataclasses import dataclass

from reviewer.domain.quantity import Quantity
from reviewer.domain.vocabulary import Credibility


@dataclass(frozen=True, slots=True)
class Claim:
    """Subject, measure and value, when they held, who says so, and how credible that is."""

    subject: str = ""
    measure: str = ""
    quantity: Quantity | None = None
    as_of: str = ""  # ISO day, month, year, or an interval of them
    speaker: str = ""
    credibility: Credibility | None = None
    credibility_basis: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Topic:
    """What claims are compared under; equal without regard to case and spacing."""

    subject: str
    measure: str


def topic_of(claim: Claim) -> Topic | None:
    """The claim's topic, or None while it has neither subject nor measure."""
    topic = Topic(_fold(claim.subject), _fold(claim.measure))
    return topic if topic.subject or topic.measure else None


def _fold(words: str) -> str:
    return " ".join(words.split()).casefold()
