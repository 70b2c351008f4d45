"""What README shows is what the program takes."""

import argparse
import re
import shlex
from pathlib import Path

import pytest

from reviewer.cli import _COMMANDS, _commands, _parse

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")


def code_lines() -> list[str]:
    """The lines of indented and of fenced code blocks."""
    fenced = re.findall(r"^```[a-z]*\n(.*?)^```", README, re.MULTILINE | re.DOTALL)
    indented = re.findall(r"^ {4}(\S.*)$", README, re.MULTILINE)
    return [line for block in fenced for line in block.splitlines()] + indented


def usages() -> list[str]:
    """``reviewer …`` as it is shown, without what is said of it behind it."""
    return [
        re.split(r" {2,}", line)[0]
        for line in code_lines()
        if line.startswith(("reviewer ", "uv run reviewer"))
    ]


def filled(usage: str) -> list[str]:
    """A usage as someone would type it: brackets away, names for what stands for a name."""
    words = usage.removeprefix("uv run ").replace("[", "").replace("]", "").replace("…", "")
    names = {"PROJECT": "My.review", "FILE": "notes.txt", "FOLDER": "build/tour"}
    return [names.get(word, word) for word in shlex.split(words)][1:]


@pytest.mark.parametrize("usage", usages())
def test_each_line_of_the_terminal_parses(usage: str) -> None:
    given = filled(usage)
    if given == ["--version"]:
        with pytest.raises(SystemExit) as leaving:
            _parse(given)
        assert leaving.value.code == 0
        return
    parsed = _parse(given)
    assert isinstance(parsed, argparse.Namespace)
    assert callable(parsed.run)


def test_readme_shows_every_command() -> None:
    shown = {words[0] for usage in usages() if (words := filled(usage))}
    assert set(_COMMANDS) | {"--version"} <= shown
    assert _commands()


def test_every_make_target_that_is_told_of_is_there() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    targets = set(re.findall(r"\bmake ([a-z]+)\b", "\n".join(code_lines())))
    assert targets >= {"run", "test"}
    for target in targets | set(re.findall(r"`make ([a-z]+)`", README)):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target


def test_every_file_that_is_linked_to_is_there() -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", README)
    assert links
    missing = [link for link in links if not (ROOT / link).exists()]
    assert missing == []
