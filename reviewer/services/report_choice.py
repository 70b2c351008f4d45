"""How a project was exported last: format and options, kept with the project.

They are no finding, so they have no entry in the journal and nothing of them is undone. Where the
file went is a matter of this machine and is not kept here.
"""

import json
from dataclasses import dataclass

from reviewer.domain.errors import ExchangeError
from reviewer.domain.options import USUAL, ReportOptions, options_from_json, options_to_json
from reviewer.storage import settings
from reviewer.storage.project import Project

_NAME = "report"


@dataclass(frozen=True, slots=True)
class ReportChoice:
    """The id of a format, and the options of the report."""

    format_id: str = "html"
    options: ReportOptions = USUAL


def read_choice(project: Project) -> ReportChoice | None:
    """What was chosen last; None if nothing was, or if a newer program chose what is unknown."""
    kept = settings.read(project, _NAME)
    if not isinstance(kept, dict) or not isinstance(kept.get("format"), str):
        return None
    try:
        return ReportChoice(kept["format"], options_from_json(json.dumps(kept.get("options"))))
    except ExchangeError:
        return None


def keep_choice(project: Project, choice: ReportChoice) -> None:
    """Remember what was chosen, if it is news."""
    if choice != read_choice(project):
        options = json.loads(options_to_json(choice.options))
        settings.keep(project, _NAME, {"format": choice.format_id, "options": options})
