"""Two people change one value: what each of them changed is kept, unless it is the same field."""

from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from reviewer.domain.errors import ConflictError

Value = TypeVar("Value")


def rebase(seen: Value, new: Value, current: Value | None, what: str) -> Value:
    """``new``, which was made from ``seen``, as a change of ``current``.

    Field by field: what ``new`` leaves as ``seen`` stays as it is now; what ``new`` changes is
    taken, provided that nobody else changed it meanwhile to something else. Otherwise
    ConflictError, with ``theirs`` for the fields in question; ``what`` names the thing.
    """
    if current is None:
        raise ConflictError(f"{what} was removed in another window. Undo brings it back.")
    taken: dict[str, Any] = {}
    theirs: dict[str, object] = {}
    assert is_dataclass(seen)
    for field in fields(seen):
        was, wanted, now = (getattr(v, field.name) for v in (seen, new, current))
        if wanted in (was, now):
            continue
        if now == was:
            taken[field.name] = wanted
        else:
            theirs[field.name] = now
    if theirs:
        names = ", ".join(name.replace("_", " ") for name in theirs)
        raise ConflictError(f"{what} was changed in another window ({names}).", theirs)
    return replace(current, **taken)  # type: ignore[type-var]
