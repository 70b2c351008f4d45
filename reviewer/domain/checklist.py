"""The order in which a pair is judged, by the engine and by the form that a person fills in."""

from dataclasses import dataclass, fields

from reviewer.domain.vocabulary import Answer, Verdict


@dataclass(frozen=True, slots=True)
class Checklist:
    """One answer a question, in the order of asking; None where it was not yet answered."""

    subject: Answer | None = None
    measure: Answer | None = None
    period: Answer | None = None
    unit: Answer | None = None
    attribution: Answer | None = None


QUESTIONS = {
    "subject": "Same subject and event?",
    "measure": "Same measure and scope?",
    "period": "Same period?",
    "unit": "Same unit, currency and rounding?",
    "attribution": "Same attribution and modality?",
}
"""Field of the checklist → its question."""

_VERDICT_OF_NO = {
    "subject": Verdict.SCOPE,
    "measure": Verdict.SCOPE,
    "period": Verdict.UPDATE,
    "unit": Verdict.UNIT,
    "attribution": Verdict.MISATTRIBUTION,
}


def suggested_verdict(checklist: Checklist) -> Verdict | None:
    """What the answers point at: the first *no* decides; five times *yes* is a contradiction.

    None while a question before the first *no* is open or unclear: the order matters, for a
    difference of period says nothing about two different subjects.
    """
    for field in fields(checklist):
        answer = getattr(checklist, field.name)
        if answer is Answer.NO:
            return _VERDICT_OF_NO[field.name]
        if answer is not Answer.YES:
            return None
    return Verdict.GENUINE
