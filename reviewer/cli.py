"""The same services from a terminal. What is imported is what the command needs, and no more."""

import argparse
import gc
import io
import json
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from reviewer import __version__
from reviewer.domain.errors import ReviewerError
from reviewer.system import has_screen, require_libraries

if TYPE_CHECKING:
    from reviewer.domain.options import ReportOptions
    from reviewer.exchange.formats import Format

FAILURE, WRONG_USE = 1, 2


class _Parser(argparse.ArgumentParser):
    """One sentence on standard error for wrong use, and where to read more."""

    def error(self, message: str) -> NoReturn:
        self.exit(WRONG_USE, f"reviewer: {message}. See {self.prog} --help.\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code: 0, 1 for failure, 2 for wrong use."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a terminal may know fewer letters than a title
            stream.reconfigure(errors="backslashreplace")
    try:
        parsed = _parse(given)
        run: Callable[[argparse.Namespace], int] = parsed.run
        return run(parsed)
    except ReviewerError as error:
        print(f"reviewer: {error}", file=sys.stderr)
        return FAILURE
    except BrokenPipeError:  # the reader of our output, e.g. head, has had enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130
    except SystemExit as leaving:  # argparse says goodbye this way
        return leaving.code if isinstance(leaving.code, int) else WRONG_USE


def _parse(given: list[str]) -> argparse.Namespace:
    if given and given[0] in _COMMANDS:
        return _commands().parse_args(given)
    if given and not given[0].startswith("-") and not _names_a_file(given[0]):
        _commands().error(f"“{given[0]}” is neither a command nor a project")
    parser = _Parser(
        prog="reviewer",
        description="Read sources, tag claims, settle contradictions, report.",
        epilog=_overview(),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("project", nargs="?", type=Path, metavar="PROJECT",
                        help="the project to open; without it, the one opened last")  # fmt: skip
    parser.add_argument("--version", action="version", version=f"Reviewer {__version__}")
    parser.add_argument("--self-test", action="store_const", dest="run", const=_self_test,
                        default=_window, help="try everything, off screen if there is no screen;"
                        " a line a step")  # fmt: skip
    return parser.parse_args(given)


def _names_a_file(word: str) -> bool:
    return word.endswith(".review") or os.sep in word or Path(word).exists()


def _overview() -> str:
    lines = [f"  {usage:<46}{told}" for usage, told in (c[:2] for c in _COMMANDS.values())]
    return "\n".join(["commands:", *lines, "", "example:  reviewer My.review"])


def _commands() -> argparse.ArgumentParser:
    parser = _Parser(prog="reviewer")
    kinds = parser.add_subparsers(required=True)
    for name, (_usage, told, example, build, run) in _COMMANDS.items():
        one = kinds.add_parser(name, help=told, description=f"{told[0].upper()}{told[1:]}.",
                               epilog=f"example:  {example}",
                               formatter_class=argparse.RawDescriptionHelpFormatter)  # fmt: skip
        build(one)
        one.set_defaults(run=run)
    return parser


def _reviewer_name() -> str:
    """Who is written into the journal: REVIEWER_NAME, else the login name."""
    from getpass import getuser  # noqa: PLC0415 - each command imports what it needs

    try:
        return os.environ.get("REVIEWER_NAME", "").strip() or getuser()
    except (OSError, KeyError):
        return "Reviewer"


def _window(parsed: argparse.Namespace) -> int:
    gc.disable()  # nothing is garbage while modules load; ``Filler`` switches it on again
    require_libraries(for_window=True)
    from reviewer.ui.app import run  # noqa: PLC0415 - Qt only where there is a window

    return run(parsed.project)


def _tour(parsed: argparse.Namespace) -> int:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    require_libraries(for_window=False)
    from reviewer.ui.tour import take_tour  # noqa: PLC0415 - Qt only where there is a window

    for line in take_tour(parsed.folder):
        print(line)
    return 0


def _self_test(_parsed: argparse.Namespace) -> int:
    if not has_screen():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    require_libraries(for_window=has_screen())
    from reviewer.ui.selftest import run_self_test  # noqa: PLC0415 - Qt only where it is used

    return run_self_test()


def _new(parsed: argparse.Namespace) -> int:
    from reviewer.services.projects import new_project  # noqa: PLC0415

    new_project(parsed.project, _reviewer_name()).close()
    print(f"Made {parsed.project}.")
    return 0


def _import(parsed: argparse.Namespace) -> int:
    from reviewer.services.importing import import_files, read_files  # noqa: PLC0415
    from reviewer.services.projects import open_project  # noqa: PLC0415

    with open_project(parsed.project, _reviewer_name()) as project:
        done = import_files(project, list(read_files(parsed.files)))
    for name in done.taken:
        print(f"{name}: imported")
    for refusal in done.refused:
        print(f"{refusal.path.name}: {refusal.reason}", file=sys.stderr)
    return FAILURE if done.refused else 0


def _export(parsed: argparse.Namespace) -> int:
    from reviewer.services.projects import open_project  # noqa: PLC0415
    from reviewer.services.reporting import export, finished  # noqa: PLC0415

    with open_project(parsed.project, _reviewer_name(), read_only=True) as project:
        form = _format(parsed.format, parsed.templates)
        steps = export(project, parsed.output, form, _options(parsed))
        for path in finished(steps):
            print(f"Wrote {path}.")
    return 0


def _format(name: str, templates: Path | None) -> "Format":
    if templates is not None:
        if name != "html":
            raise ReviewerError("Templates are for --format html alone.")
        from dataclasses import replace  # noqa: PLC0415 - only with templates

        from reviewer.exchange.html import write_html_by  # noqa: PLC0415

        return replace(_format(name, None), write=write_html_by(templates))
    if name == "pdf":
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        require_libraries(for_window=False)
        from reviewer.ui.pdf import PDF  # noqa: PLC0415 - Qt only where it prints

        return PDF
    from reviewer.exchange.formats import FORMATS  # noqa: PLC0415

    return FORMATS[name]


def _options(parsed: argparse.Namespace) -> "ReportOptions":
    from reviewer.domain.options import (  # noqa: PLC0415
        USUAL,
        Only,
        Order,
        ReportOptions,
        parse_only,
    )
    from reviewer.domain.vocabulary import Status  # noqa: PLC0415

    return ReportOptions(
        title=parsed.title,
        author=parsed.author,
        summary=parsed.summary,
        marking=parsed.marking,
        statuses=tuple(map(Status, parsed.status)) if parsed.status else USUAL.statuses,
        context=parsed.context,
        order=Order(parsed.order),
        appendix=parsed.appendix,
        only=Only() if parsed.only is None else parse_only(parsed.only),
        language=parsed.language,
    )


def _check(parsed: argparse.Namespace) -> int:
    from reviewer.services.projects import check_project, open_project  # noqa: PLC0415

    with open_project(parsed.project, _reviewer_name(), read_only=True) as project:
        wrong = check_project(project)
    for sentence in wrong:
        print(sentence)
    if not wrong:
        print(
            f"{parsed.project.name}: the file, every quote and the journal are as they should be."
        )
    return FAILURE if wrong else 0


def _log(parsed: argparse.Namespace) -> int:
    from reviewer.services.history import entries  # noqa: PLC0415
    from reviewer.services.projects import open_project  # noqa: PLC0415

    with open_project(parsed.project, _reviewer_name(), read_only=True) as project:
        for entry in entries(project):
            if parsed.json:
                told = {
                    "seq": entry.seq, "kind": str(entry.kind), "label": entry.label,
                    "reviewer": entry.reviewer, "at": entry.at.isoformat(), "of": entry.of,
                    "rows": [[c.table, c.key, c.before, c.after] for c in entry.rows],
                    "previous_hash": entry.previous_hash, "hash": entry.hash,
                }  # fmt: skip
                print(json.dumps(told, ensure_ascii=not _writes_utf8()))
            else:
                undone = {"undo": "undo: ", "redo": "redo: "}.get(str(entry.kind), "")
                at = f"{entry.at:%Y-%m-%d %H:%M:%S}"
                print(f"{entry.seq:>6}  {at}  {entry.reviewer}  {undone}{entry.label}")
    return 0


def _quantities(parsed: argparse.Namespace) -> int:
    from reviewer.cli_suggest import quantities  # noqa: PLC0415 - each command what it needs

    return quantities(parsed)


def _suggest(parsed: argparse.Namespace) -> int:
    from reviewer.cli_suggest import suggest  # noqa: PLC0415 - each command what it needs

    return suggest(parsed)


def _writes_utf8() -> bool:
    return (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"


def _takes_project(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("project", type=Path, metavar="PROJECT", help="the project's file")


def _takes_files(parser: argparse.ArgumentParser) -> None:
    _takes_project(parser)
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="text or Markdown")


def _takes_output(parser: argparse.ArgumentParser) -> None:
    from reviewer.domain.options import CONTEXT, Order  # noqa: PLC0415
    from reviewer.domain.vocabulary import Status  # noqa: PLC0415
    from reviewer.exchange.formats import FORMATS  # noqa: PLC0415

    _takes_project(parser)
    add = parser.add_argument
    # fmt: off
    add("--format", choices=sorted([*FORMATS, "pdf"]), required=True, help="of the report")
    add("--output", type=Path, required=True, metavar="FILE",
        help="where to write it; an earlier file is replaced when the new one is whole")
    add("--only", metavar="WHAT",
        help="a part of the project: contradictions, claims, tag=NAME or source=NAME")
    add("--title", default="", metavar="WORDS", help="instead of the project's own")
    add("--author", default="", metavar="NAME", help="of the report")
    add("--summary", default="", metavar="WORDS", help="your own words at the head")
    add("--marking", default="", metavar="WORDS", help="at head and foot, e.g. OFFICIAL")
    add("--status", action="append", choices=[str(status) for status in Status],
        help="of the relations to report; may be given more than once")
    add("--context", type=int, default=CONTEXT, metavar="N",
        help=f"characters of text on either side of a quote (usually {CONTEXT})")
    add("--order", choices=[str(order) for order in Order], default=str(Order.TEXT),
        help="of the annotations")
    add("--appendix", action="store_true", help="with the full text of each source")
    add("--templates", type=Path, metavar="FOLDER",
        help="a folder with a report.html of your own (Jinja2) for --format html")
    add("--language", default="en", metavar="en", help="of the report")
    # fmt: on


def _takes_json(parser: argparse.ArgumentParser) -> None:
    _takes_project(parser)
    parser.add_argument("--json", action="store_true", help="one JSON object a line, with all rows")


def _takes_texts(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="text or Markdown")
    parser.add_argument("--json", action="store_true", help="one JSON object a line")


def _takes_texts_or_project(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE",
                        help="text or Markdown, or one project")  # fmt: skip
    parser.add_argument("--json", action="store_true", help="one JSON object a line")


def _takes_folder(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="for pictures and report")


# name → usage, what it does, an example, its arguments, what runs
_COMMANDS: dict[
    str,
    tuple[
        str,
        str,
        str,
        Callable[[argparse.ArgumentParser], None],
        Callable[[argparse.Namespace], int],
    ],
] = {
    "new": ("new PROJECT", "make an empty project",
            "reviewer new Aid.review", _takes_project, _new),
    "import": ("import PROJECT FILE…", "bring in text or Markdown files, a line a file",
               "reviewer import Aid.review report.md notes.txt", _takes_files, _import),
    "export": ("export PROJECT --format FORMAT --output FILE", "write the report",
               "reviewer export Aid.review --format html --output aid.html",
               _takes_output, _export),
    "check": ("check PROJECT", "check the file, every quote and the journal",
              "reviewer check Aid.review", _takes_project, _check),
    "log": ("log PROJECT [--json]", "tell what was done, by whom and when",
            "reviewer log Aid.review --json", _takes_json, _log),
    "quantities": ("quantities FILE… [--json]", "list what texts say how much, how many and when",
                   "reviewer quantities report.md --json", _takes_texts, _quantities),
    "suggest": ("suggest PROJECT|FILE… [--json]", "tell where sources seem to disagree, best first",
                "reviewer suggest Aid.review --json", _takes_texts_or_project, _suggest),
    "tour": ("tour FOLDER", "the whole loop off screen, with pictures and a report",
             "reviewer tour build/tour", _takes_folder, _tour),
}  # fmt: skip
