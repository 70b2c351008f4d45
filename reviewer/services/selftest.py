"""What a project must be able to do wherever the program was put, tried on projects of its own."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from reviewer.build import damaged_parts, parts
from reviewer.domain.errors import ReviewerError
from reviewer.domain.vocabulary import Dimension, RelationKind
from reviewer.exchange.formats import Format
from reviewer.exchange.read_back import words_in
from reviewer.services import annotating, codebook, history, importing, projects, reading, relating
from reviewer.services.projects import Project
from reviewer.services.reporting import export, finished
from reviewer.services.sample import make_sample
from reviewer.services.searching import find
from reviewer.services.words import counted
from reviewer.storage.oldest import make_oldest

Step = tuple[str, Callable[[], str]]
"""What is tried, and a function that tells what came of it or raises."""

NAME = "Self-test"
# "krakow" is found by whole words with accents folded, "raków" by what stands inside a word.
LETTER = "Café owners in Kraków pledged 40 million euros.\n\nThe city counted 30 million euros.\n"
SIDES = ("40 million euros", "30 million euros")
VALUES = ("40,000,000", "30,000,000")  # a graph names claims by what was read from them
TAG = "Amount"


def expect(held: bool, otherwise: str) -> None:
    """Raise ReviewerError with ``otherwise`` unless it held."""
    if not held:
        raise ReviewerError(otherwise)


def told(error: BaseException) -> str:
    """What went wrong, with what was behind it: a sentence for people may not name the part."""
    cause = f" ({told(error.__cause__)})" if error.__cause__ else ""
    return f"{type(error).__name__}: {error}{cause}"


def project_steps(folder: Path, formats: Iterable[Format]) -> Iterator[Step]:
    """The steps in their order; most share one project in ``folder``, written in all formats."""
    path, sample = folder / "own.review", folder / "sample.review"

    def with_project(step: Callable[[Project], str]) -> Callable[[], str]:
        def run() -> str:
            with projects.open_project(path, NAME) as project:
                return step(project)

        return run

    yield "find every part of the build", _find_parts
    yield "migrate an old project", lambda: _migrate(folder / "old.review")
    yield "make a project", lambda: _make(path)
    yield "make the sample project", lambda: _make_sample(sample)
    yield "import a text", with_project(lambda project: _import(project, folder / "letter.txt"))
    yield "search for words", with_project(lambda project: _search(project, "krakow"))
    yield "search inside words", with_project(lambda project: _search(project, "raków"))
    yield "tag", with_project(_tag)
    yield "relate", with_project(_relate)
    yield "undo and redo", with_project(_undo)
    for form in formats:
        yield (
            f"export {form.id} and read it back",
            with_project(lambda project, form=form: _export(project, form, folder)),  # type: ignore[misc]
        )
    yield "check the project", with_project(_check)


def _find_parts() -> str:
    listed = parts()
    damaged = list(damaged_parts(listed))
    expect(not damaged, "; ".join(damaged))
    return counted(len(listed), "file") if listed else "nothing is listed: this is no build"


def _migrate(path: Path) -> str:
    make_oldest(path, NAME, NAME)
    try:
        with projects.open_project(path, NAME) as project:
            expect(projects.project_title(project) == NAME, "the title did not come along")
            wrong = projects.check_project(project)
        expect(not wrong, " ".join(wrong))
        expect(len(projects.backups_of(path)) == 1, "no backup was made before")
    finally:
        for _, backup in projects.backups_of(path):  # they lie in the person's own data folder
            backup.unlink()
            backup.parent.rmdir()
    return f"schema {projects.SCHEMA}"


def _make(path: Path) -> str:
    with projects.new_project(path, NAME) as project:
        return projects.project_title(project)


def _make_sample(path: Path) -> str:
    with make_sample(path, NAME) as project:
        found = len(reading.source_ids(project))
        expect(found > 0 and bool(reading.relations(project)), "the sample is empty")
    return counted(found, "source")


def _import(project: Project, letter: Path) -> str:
    letter.write_text(LETTER, "utf-8")
    done = importing.import_files(project, list(importing.read_files([letter])))
    expect(not done.refused, " ".join(refusal.reason for refusal in done.refused))
    (edition,) = reading.editions(project)
    expect(reading.document(project, edition.id).text == LETTER, "the text came in altered")
    return counted(edition.length, "character")


def _search(project: Project, query: str) -> str:
    places = [LETTER[hit.start : hit.end] for hit in find(project, query) if hit.edition_id]
    expect(bool(places), f"“{query}” was not found")
    return f"“{query}”: {counted(len(places), 'place')}"


def _tag(project: Project) -> str:
    codebook.add_tag(project, TAG)
    (tag,) = [tag for tag in reading.tags(project) if tag.name == TAG]
    (edition,) = reading.editions(project)
    for words in SIDES:
        start = LETTER.index(words)
        annotating.tag_passage(project, edition.id, start, start + len(words), tag.id)
    marked = reading.annotations_in(project, edition.id)
    expect(tuple(a.target.exact for a in marked) == SIDES, "the passages are not as they were")
    return counted(len(marked), "annotation")


def _relate(project: Project) -> str:
    (edition,) = reading.editions(project)
    members = [a.id for a in reading.annotations_in(project, edition.id)]
    relating.relate(project, RelationKind.CONTRADICTS, Dimension.NUMERIC, members)
    expect(len(reading.relations(project)) == 1, "the relation is not there")
    return RelationKind.CONTRADICTS.label


def _undo(project: Project) -> str:
    label = history.next_undo(project)
    history.undo(project)
    expect(not reading.relations(project), "undo took nothing back")
    history.redo(project)
    expect(len(reading.relations(project)) == 1, "redo brought nothing back")
    return label


def _export(project: Project, form: Format, folder: Path) -> str:
    # A format of several files is packed into one where the name asks for that.
    target = folder / f"{form.id}{'.zip' if form.files else form.suffix}"
    finished(export(project, target, form))
    words = words_in(target)
    for side, value in zip(SIDES, VALUES, strict=True):
        expect(side in words or value in words, f"{target.name} lacks “{side}”")
    return counted(target.stat().st_size, "byte")


def _check(project: Project) -> str:
    wrong = projects.check_project(project)
    expect(not wrong, " ".join(wrong))
    return "file, quotes and journal are sound"
