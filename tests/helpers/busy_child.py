"""Works on a project until it is killed: a line on standard output for each action that is done.

``busy_child.py PROJECT`` adds tags; with ``new`` it makes the project first, and then waits.
"""

import sys
from pathlib import Path

from reviewer.services import codebook
from reviewer.services.projects import new_project, open_project


def say(line: str) -> None:
    """At once, for whoever waits for it."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


path = Path(sys.argv[1])
if "new" in sys.argv:
    project = new_project(path, "Child")
    say("made")
    sys.stdin.read()
project = open_project(path, "Child")
for number in range(1_000_000):
    codebook.add_tag(project, f"tag {number}")
    say(str(number))
