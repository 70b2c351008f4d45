"""Full-text search over sources, texts, annotations, notes and rationales (SQLite FTS5).

One table ``passage`` holds what is searched, a block of text a row, and two indexes read it: words
(unicode61, with accents folded) and trigrams for what stands inside a word. ``refresh`` keeps all
three in step with what a transaction changed, so that undo, redo and bulk work need no thought of
search. There are no triggers: a project may come from someone else, and one with code in it is
refused.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, func, select, text

from reviewer.domain.changes import RowChange
from reviewer.domain.matching import words_of
from reviewer.domain.structure import structure_from_json
from reviewer.storage.tables import (
    AnnotationRow,
    ClaimRow,
    ContentRow,
    EditionRow,
    PassageRow,
    RelationRow,
    SourceRow,
)

_CHUNK = 400  # owners in one query
INDEXES = ("passage_words", "passage_trigrams")

_CREATE = (
    """
    CREATE VIRTUAL TABLE passage_words USING fts5(
        text, content='passage', content_rowid='id', tokenize="unicode61 remove_diacritics 2"
    )
    """,
    """
    CREATE VIRTUAL TABLE passage_trigrams USING fts5(
        text, content='passage', content_rowid='id', tokenize='trigram'
    )
    """,
)

# Written out, because each action runs them: SQLAlchemy would build and compile them every time.
_ENTER = (
    """
    INSERT INTO passage (id, kind, owner_id, start, "end", text)
    VALUES (:id, :kind, :owner_id, :start, :end, :text)
    """,
    *(f"INSERT INTO {index} (rowid, text) VALUES (:id, :text)" for index in INDEXES),  # noqa: S608 - our own names
)
_LEAVE_INDEX = tuple(
    f"INSERT INTO {index} ({index}, rowid, text) VALUES ('delete', ?, ?)"  # noqa: S608 - our own names
    for index in INDEXES
)


def create(connection: Connection) -> None:
    """Make the indexes on ``passage``."""
    for statement in _CREATE:
        connection.exec_driver_sql(statement)


def refresh(connection: Connection, changes: Iterable[RowChange]) -> None:
    """Bring ``passage`` in step with the rows that a transaction touched."""
    touched: dict[str, set[str]] = {}
    for change in changes:
        touched.setdefault(change.table, set()).add(change.key)
    annotations = touched.get("annotation", set()) | touched.get("claim", set())
    owners = annotations | touched.get("relation", set())
    owners |= touched.get("source", set()) | touched.get("edition", set())
    if not owners:
        return
    _forget(connection, sorted(owners))
    _add(
        connection,
        [
            *_source_rows(connection, sorted(touched.get("source", ()))),
            *_text_rows(connection, sorted(touched.get("edition", ()))),
            *_annotation_rows(connection, sorted(annotations)),
            *_relation_rows(connection, sorted(touched.get("relation", ()))),
        ],
    )


def rebuild(connection: Connection) -> None:
    """Make the index afresh from the project; for one that is not in step, whatever the cause."""
    connection.execute(PassageRow.__table__.delete())  # type: ignore[attr-defined]
    for index in INDEXES:
        connection.exec_driver_sql(f"INSERT INTO {index}({index}) VALUES ('rebuild')")  # noqa: S608 - our own names
    for rows in _expected(connection):
        _add(connection, list(rows))


def in_step(connection: Connection) -> bool:
    """Whether each passage is what the project says, and none is left over. Takes no lock."""
    owners = 0
    for rows in _expected(connection):
        wanted = Counter(map(_told, rows))
        keys = list({row[1] for row in wanted})
        owners += len(keys)
        present: Counter[tuple[Any, ...]] = Counter()
        for chunk in _chunks(keys):
            query = select(PassageRow.__table__).where(PassageRow.owner_id.in_(chunk))
            present.update(_told(row) for row in connection.execute(query).mappings())
        if wanted != present:
            return False
    return owners == connection.execute(select(func.count(PassageRow.owner_id.distinct()))).scalar()


def _told(row: Any) -> tuple[Any, ...]:
    return row["kind"], row["owner_id"], row["start"], row["end"], row["text"]


def _expected(connection: Connection) -> Iterator[Iterable[dict[str, Any]]]:
    """What belongs into ``passage``, some owners at a time; each owner in one group."""
    for column, rows_of in (
        (SourceRow.id, _source_rows),
        (EditionRow.id, _text_rows),
        (AnnotationRow.id, _annotation_rows),
        (RelationRow.id, _relation_rows),
    ):
        keys = [row[0] for row in connection.execute(select(column))]
        size = 1 if column is EditionRow.id else _CHUNK  # one text at a time
        for at in range(0, len(keys), size):
            yield rows_of(connection, keys[at : at + size])


def _forget(connection: Connection, owners: Sequence[str]) -> None:
    for chunk in _chunks(owners):
        query = f"SELECT id, text FROM passage WHERE owner_id IN ({_places(chunk)})"  # noqa: S608 - question marks alone
        old = [tuple(row) for row in connection.exec_driver_sql(query, tuple(chunk))]
        if not old:
            continue
        for statement in _LEAVE_INDEX:
            connection.exec_driver_sql(statement, old)
        connection.exec_driver_sql("DELETE FROM passage WHERE id = ?", [(row[0],) for row in old])


def _add(connection: Connection, rows: list[dict[str, Any]]) -> None:
    if not rows:
        return
    last = connection.exec_driver_sql("SELECT max(id) FROM passage").scalar() or 0
    for number, row in enumerate(rows, start=last + 1):
        row["id"] = number
    for statement in _ENTER:
        connection.exec_driver_sql(statement, rows)


def _row(kind: str, owner: str, body: str, start: int = 0, end: int = 0) -> dict[str, Any]:
    return {"kind": kind, "owner_id": owner, "start": start, "end": end, "text": body}


def _places(keys: Sequence[str]) -> str:
    return ",".join("?" * len(keys))


def _chunks(keys: Sequence[str]) -> Iterable[Sequence[str]]:
    return (keys[at : at + _CHUNK] for at in range(0, len(keys), _CHUNK))


def _source_rows(connection: Connection, keys: Sequence[str]) -> Iterable[dict[str, Any]]:
    for chunk in _chunks(keys):
        query = select(SourceRow.id, SourceRow.title, SourceRow.publisher, SourceRow.author).where(
            SourceRow.id.in_(chunk)
        )
        for row in connection.execute(query):
            words = (row.title, row.publisher, row.author)
            yield _row("source", row.id, " · ".join(w for w in words if w))


def _text_rows(connection: Connection, keys: Sequence[str]) -> Iterable[dict[str, Any]]:
    for key in keys:
        row = connection.execute(select(EditionRow.__table__).where(EditionRow.id == key)).first()
        if row is None:
            continue
        body = content(connection, row.text_sha256).decode()
        blocks, _ = structure_from_json(content(connection, row.structure_sha256).decode())
        for block in blocks:
            yield _row("text", key, body[block.start : block.end], block.start, block.end)


def content(connection: Connection, sha256: str) -> bytes:
    """Stored bytes by their hash."""
    query = select(ContentRow.data).where(ContentRow.sha256 == sha256)
    return connection.execute(query).scalar_one()


_ANNOTATIONS = (
    select(
        AnnotationRow.id, AnnotationRow.start, AnnotationRow.end, AnnotationRow.exact,
        AnnotationRow.note, ClaimRow.subject, ClaimRow.measure, ClaimRow.speaker,
    )
    .outerjoin(ClaimRow, ClaimRow.annotation_id == AnnotationRow.id)
    .where(AnnotationRow.id.in_(bindparam("keys", expanding=True)))
)  # fmt: skip


def _annotation_rows(connection: Connection, keys: Sequence[str]) -> Iterable[dict[str, Any]]:
    for chunk in _chunks(keys):
        for row in connection.execute(_ANNOTATIONS, {"keys": chunk}):
            words = (row.exact, row.subject, row.measure, row.speaker)
            body = " · ".join(w for w in words if w)
            yield _row("annotation", row.id, body, row.start, row.end)
            if row.note:
                yield _row("note", row.id, row.note, row.start, row.end)


def _relation_rows(connection: Connection, keys: Sequence[str]) -> Iterable[dict[str, Any]]:
    for chunk in _chunks(keys):
        query = select(RelationRow.id, RelationRow.rationale, RelationRow.would_settle).where(
            RelationRow.id.in_(chunk)
        )
        for row in connection.execute(query):
            body = "\n".join(w for w in (row.rationale, row.would_settle) if w)
            if body:
                yield _row("rationale", row.id, body)


_SHORTEST_INSIDE = 3  # a trigram has three characters

_HIDDEN = """
    gone(id) AS (SELECT id FROM source WHERE trashed_at IS NOT NULL),
    gone_texts(id) AS (SELECT id FROM edition WHERE source_id IN gone),
    gone_marks(id) AS (SELECT id FROM annotation WHERE edition_id IN gone_texts),
    hidden(id) AS (
        SELECT id FROM gone UNION ALL SELECT id FROM gone_texts UNION ALL SELECT id FROM gone_marks
        UNION ALL SELECT relation_id FROM relation_member WHERE annotation_id IN gone_marks
    )
"""
_PASSAGE = 'passage.id, kind, owner_id, start, "end", passage.text'
_MATCH = f"""
    WITH {_HIDDEN}
    SELECT {_PASSAGE} FROM {{index}} JOIN passage ON passage.id = {{index}}.rowid
    WHERE {{index}} MATCH :query AND owner_id NOT IN hidden
    ORDER BY {{index}}.rank, owner_id, start LIMIT :limit
"""  # noqa: S608 - our own names
_SCAN = f"""
    WITH {_HIDDEN}
    SELECT {_PASSAGE} FROM passage
    WHERE instr(passage.text, :query) AND owner_id NOT IN hidden LIMIT :limit
"""  # noqa: S608 - our own names


def find(connection: Connection, query: str, limit: int = 60) -> list[Any]:
    """Rows of ``passage`` outside the trash that match, best first: words, then insides.

    All words must be there, in any order; the last may be unfinished. What is typed is never read
    as a query language.
    """
    found: dict[int, Any] = {}

    def take(statement: str, looked_for: str) -> None:
        if len(found) < limit:
            values = {"query": looked_for, "limit": limit}
            for row in connection.execute(text(statement), values):
                found.setdefault(row.id, row)

    if words := words_of(query):
        take(_MATCH.format(index="passage_words"), " ".join(f'"{word}"' for word in words) + "*")
    inside = query.replace("\0", "").strip()
    if len(inside) >= _SHORTEST_INSIDE:
        take(_MATCH.format(index="passage_trigrams"), '"' + inside.replace('"', '""') + '"')
    elif inside and not inside.isascii():  # a word of Chinese, an emoji: no index has them
        take(_SCAN, inside)
    return list(found.values())[:limit]
