"""The hook sees every change of a row; what fails leaves nothing; what is altered is found."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from making import annotation_of, index_of, rows_of
from sqlalchemy import bindparam, exc, insert, select, update

from reviewer.domain.changes import RowChange
from reviewer.domain.errors import StorageError
from reviewer.domain.ids import new_id
from reviewer.services import annotating
from reviewer.services.projects import check_project
from reviewer.storage import journal
from reviewer.storage.check import check
from reviewer.storage.project import Project
from reviewer.storage.tables import JOURNALLED, key_of


def first_row(project: Project, name: str) -> dict[str, object]:
    return dict(project.execute(select(JOURNALLED[name])).mappings().first())


def another(project: Project, name: str) -> dict[str, object]:
    """A new row of a table, like its first."""
    row = first_row(project, name)
    if name == "claim":
        taken = rows_of(project)["claim"]
        row["annotation_id"] = next(a for a in rows_of(project)["annotation"] if a not in taken)
    elif name == "annotation_tag":
        pairs = rows_of(project)["annotation_tag"]
        tags = rows_of(project)["tag"]
        row["tag_id"] = next(t for t in tags if f"{row['annotation_id']}|{t}" not in pairs)
    elif name == "relation_member":
        pairs = rows_of(project)["relation_member"]
        marks = rows_of(project)["annotation"]
        row["annotation_id"] = next(a for a in marks if f"{row['relation_id']}|{a}" not in pairs)
    else:
        row["id"] = new_id()
    return row


def text_column(name: str) -> str:
    """A column of the table that may hold any words."""
    return {
        "annotation_tag": "position",
        "relation_member": "position",
        "claim": "subject",
        "edition": "file_name",
        "tag": "name",
        "annotation": "note",
        "relation": "rationale",
        "term": "word",
        "suggestion_decision": "why",
    }.get(name, "title")


@pytest.mark.parametrize("name", JOURNALLED)
def test_insert_update_and_delete_are_recorded_with_exact_images(
    project: Project, name: str
) -> None:
    table, row, column = JOURNALLED[name], another(project, name), text_column(name)
    key = key_of(table, row)
    parts = [table.c[c.name] == row[c.name] for c in table.primary_key]
    with project.transaction("Insert") as tx:
        tx.execute(table.insert(), [row])
    assert tx.changes.rows == (RowChange(name, key, None, row),)
    assert rows_of(project)[name][key] == row
    changed = {**row, column: 7 if column == "position" else "other words"}
    with project.transaction("Update") as tx:
        tx.execute(table.update().where(*parts).values({column: changed[column]}))
    assert tx.changes.rows == (RowChange(name, key, row, changed),)
    with project.transaction("Delete") as tx:
        tx.execute(table.delete().where(*parts))
    assert tx.changes.rows == (RowChange(name, key, changed, None),)
    stored = [journal.read_changes(project.connection, s.seq) for s in project.history.undoable]
    assert stored[-1] == tx.changes.rows
    assert not list(check(project))


def test_an_insert_by_values_is_recorded(project: Project) -> None:
    row = another(project, "tag")
    with project.transaction("Insert") as tx:
        tx.execute(JOURNALLED["tag"].insert().values(row))
    assert tx.changes.rows == (RowChange("tag", row["id"], None, row),)


def test_many_rows_inserted_at_once_are_each_recorded(project: Project) -> None:
    rows = [another(project, "tag") for _ in range(1000)]
    with project.transaction("Insert") as tx:
        tx.execute(JOURNALLED["tag"].insert(), rows)
    assert tx.changes.rows == tuple(RowChange("tag", r["id"], None, r) for r in rows)


def test_one_statement_that_changes_many_rows_records_each(project: Project) -> None:
    table = JOURNALLED["annotation"]
    before = rows_of(project)["annotation"]
    with project.transaction("Update") as tx:
        tx.execute(table.update().where(table.c.start > 0).values(note="all of them"))
    assert {c.key: c.after for c in tx.changes.rows} == {
        key: {**row, "note": "all of them"} for key, row in before.items()
    }
    assert {c.key: c.before for c in tx.changes.rows} == before


def test_an_update_run_with_many_parameter_sets_records_each(project: Project) -> None:
    table = JOURNALLED["tag"]
    before = rows_of(project)["tag"]
    statement = (
        table.update().where(table.c.id == bindparam("which")).values(name=bindparam("word"))
    )
    with project.transaction("Update") as tx:
        tx.execute(statement, [{"which": key, "word": f"tag {key}"} for key in before])
    assert {c.key: c.before for c in tx.changes.rows} == before
    assert {c.key: c.after["name"] for c in tx.changes.rows} == {k: f"tag {k}" for k in before}


def test_a_row_touched_twice_is_recorded_once_from_first_to_last(project: Project) -> None:
    table, row = JOURNALLED["tag"], another(project, "tag")
    with project.transaction("Twice") as tx:
        tx.execute(table.insert(), [row])
        tx.execute(table.update().where(table.c.id == row["id"]).values(name="second"))
    assert tx.changes.rows == (RowChange("tag", row["id"], None, {**row, "name": "second"}),)


def test_what_changes_nothing_in_the_end_leaves_no_entry(project: Project) -> None:
    table, row = JOURNALLED["tag"], another(project, "tag")
    last = journal.last_entry(project.connection)
    with project.transaction("There and back") as tx:
        tx.execute(table.insert(), [row])
        tx.execute(table.delete().where(table.c.id == row["id"]))
    assert not tx.changes
    assert journal.last_entry(project.connection) == last


@pytest.mark.parametrize("verb", ["insert", "update", "delete"])
def test_a_write_outside_a_transaction_is_refused(project: Project, verb: str) -> None:
    table, before = JOURNALLED["tag"], rows_of(project)
    with pytest.raises(AssertionError, match="outside a transaction"):
        project.execute(getattr(table, verb)())
    assert rows_of(project) == before


def test_a_row_that_is_not_told_in_full_is_refused(project: Project) -> None:
    table, before = JOURNALLED["tag"], rows_of(project)
    rows = [another(project, "tag"), another(project, "tag")]
    with pytest.raises(AssertionError, match="told in full"), project.transaction("x") as tx:
        tx.execute(insert(table).values(rows))
    assert rows_of(project) == before


def test_a_changed_key_is_refused(project: Project) -> None:
    table, before = JOURNALLED["tag"], rows_of(project)
    with pytest.raises(AssertionError, match="key"), project.transaction("x") as tx:
        tx.execute(update(table).where(table.c.name == "date").values(id="other"))
    assert rows_of(project) == before


class Stop(Exception):  # noqa: N818 - it is no error
    """Breaks off a transaction."""


def _break_off(project: Project, row: dict[str, object]) -> None:
    with project.transaction("x") as tx:
        tx.execute(JOURNALLED["annotation"].insert(), [row])
        raise Stop


def test_a_transaction_that_breaks_off_leaves_nothing(project: Project) -> None:
    rows, index, last = rows_of(project), index_of(project), journal.last_entry(project.connection)
    row = another(project, "annotation")
    with pytest.raises(Stop):
        _break_off(project, row)
    assert rows_of(project) == rows
    assert index_of(project) == index
    assert journal.last_entry(project.connection) == last
    assert not list(check(project))
    mark = annotation_of(project, "May 2023")
    assert annotating.edit_note(project, mark.id, "", "It goes on.")


def test_a_reference_to_nothing_breaks_the_whole_transaction(project: Project) -> None:
    rows, last = rows_of(project), journal.last_entry(project.connection)
    row = {**another(project, "annotation"), "edition_id": "nowhere"}
    with pytest.raises(exc.IntegrityError), project.transaction("x") as tx:
        tx.execute(JOURNALLED["annotation"].insert(), [row])
    assert rows_of(project) == rows
    assert journal.last_entry(project.connection) == last
    mark = annotation_of(project, "May 2023")
    assert annotating.edit_note(project, mark.id, "", "It goes on.")


def test_a_statement_that_failed_leaves_no_image_behind(project: Project) -> None:
    tag = first_row(project, "tag")
    with pytest.raises(exc.IntegrityError), project.transaction("x") as tx:
        tx.execute(JOURNALLED["tag"].insert(), [tag])
    assert not project._hook._held
    row = another(project, "tag")
    with project.transaction("Insert") as tx:
        tx.execute(JOURNALLED["tag"].insert(), [row])
    assert tx.changes.rows == (RowChange("tag", row["id"], None, row),)


def columns() -> list[tuple[str, str]]:
    names = ["kind", "label", "reviewer", "at", "of", "rows", "previous_hash", "hash", "seq"]
    return [("journal", name) for name in names] + [
        (name, column.name) for name, table in JOURNALLED.items() for column in table.columns
    ]


def alter(path: Path, table: str, column: str) -> None:
    """Change one byte of one value, as a person with a hex editor would."""
    with closing(sqlite3.connect(path)) as raw, raw:
        found = raw.execute(f'SELECT rowid, "{column}" FROM "{table}" ORDER BY rowid').fetchall()
        row, value = next(((r, v) for r, v in found[1:] if v not in (None, "")), found[0])
        if isinstance(value, int):
            new: object = value + 1_000_000
        elif value:
            at = len(value) // 2
            new = value[:at] + ("~" if value[at] != "~" else "!") + value[at + 1 :]
        else:
            new = "~"
        raw.execute(f'UPDATE "{table}" SET "{column}" = ? WHERE rowid = ?', (new, row))


@pytest.mark.parametrize(("table", "column"), columns())
def test_any_altered_value_is_found(path: Path, table: str, column: str) -> None:
    with Project.open(path, reviewer="Ada") as project:
        assert not check_project(project)
    alter(path, table, column)
    with Project.open(path, reviewer="Ada") as project:
        assert check_project(project)


def test_an_altered_text_and_an_altered_index_are_found(path: Path) -> None:
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("UPDATE passage SET text = 'other' WHERE kind = 'note'")
    with Project.open(path, reviewer="Ada") as project:
        assert check_project(project) == [
            "The search index is not in step with the project. It can be made afresh."
        ]
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("UPDATE content SET data = CAST(data || x'21' AS BLOB)")
    with Project.open(path, reviewer="Ada") as project:
        found = check_project(project)
    assert "The text of “aid.txt” is not as it was stored." in found


def test_a_missing_entry_is_found(path: Path) -> None:
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("DELETE FROM journal WHERE seq = 3")
    with Project.open(path, reviewer="Ada") as project:
        assert "The journal lacks entry 3." in check_project(project)


def test_an_altered_entry_is_not_undone_from(path: Path) -> None:
    with closing(sqlite3.connect(path)) as raw, raw:
        last = raw.execute("SELECT max(seq) FROM journal").fetchone()[0]
        raw.execute("UPDATE journal SET rows = replace(rows, 'open', 'held') WHERE seq = ?", [last])
    with Project.open(path, reviewer="Ada") as project:
        before = rows_of(project)
        assert project.history.undoable[-1].seq == last
        with pytest.raises(StorageError, match=f"Entry {last} of the journal"):
            project.undo()
        assert rows_of(project) == before


def test_an_entry_of_unknown_kind_is_a_barrier_to_undo(path: Path) -> None:
    with closing(sqlite3.connect(path)) as raw, raw:
        last = raw.execute("SELECT max(seq) FROM journal").fetchone()[0]
        raw.execute("UPDATE journal SET kind = 'undone' WHERE seq = ?", [last - 1])
    with Project.open(path, reviewer="Ada") as project:
        assert [step.seq for step in project.history.undoable] == [last]


def test_entries_tell_who_did_what(project: Project) -> None:
    mark = annotation_of(project, "May 2023")
    project.reviewer = "Béla"
    annotating.edit_note(project, mark.id, "", "From the record.")
    entry = list(journal.read_entries(project.connection))[-1]
    assert entry.reviewer == "Béla"
    assert entry.label == "Edit the note on “May 2023”"
    assert journal.reviewers(project.connection) == ("Ada", "Béla")
