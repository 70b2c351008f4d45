"""What each grade means, in the words that the window and the report show as help.

The scale is the Admiralty code (STANAG 2511): reliability of the source and credibility of the
claim are judged apart, and F and 6 mean that there is nothing to judge by, not that it is bad.
"""

from reviewer.domain.vocabulary import Credibility, Reliability

RELIABILITY_HELP = {
    Reliability.A: "No doubt about authenticity, competence or honesty; a history of being right.",
    Reliability.B: "Minor doubts; mostly right so far.",
    Reliability.C: "Some doubts; has been right before.",
    Reliability.D: "Serious doubts; has been right now and then.",
    Reliability.E: "Not authentic, competent or honest; has a history of being wrong.",
    Reliability.F: "No basis on which to judge the source: new, or unknown. Not a bad mark.",
}

CREDIBILITY_HELP = {
    Credibility.CONFIRMED: "Other independent sources say the same; logical; fits what is known.",
    Credibility.PROBABLE: "Not confirmed; logical; fits what is known.",
    Credibility.POSSIBLE: "Not confirmed; reasonably logical; agrees with some of what is known.",
    Credibility.DOUBTFUL: "Not confirmed; possible but not logical; nothing else on the subject.",
    Credibility.IMPROBABLE: "Not confirmed; not logical; other information contradicts it.",
    Credibility.UNJUDGED: "No basis on which to judge the claim. Not a bad mark.",
}
