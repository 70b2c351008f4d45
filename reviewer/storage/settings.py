"""How a project was last used: values under names, kept with the project but not in its journal."""

import json
from typing import Any

from sqlalchemy import select

from reviewer.storage.project import Project
from reviewer.storage.tables import SettingRow

_TABLE: Any = SettingRow.__table__


def read(project: Project, name: str) -> Any:
    """What was kept under a name (any JSON value), or None; what is not JSON counts as nothing."""
    kept = project.execute(select(_TABLE.c.value).where(_TABLE.c.name == name)).scalar()
    try:
        return json.loads(kept) if kept is not None else None
    except (TypeError, ValueError):  # written by another program
        return None


def keep(project: Project, name: str, value: Any) -> None:
    """Put a JSON value in the place of what was kept; no entry in the journal, nothing to undo."""
    text = json.dumps(value, ensure_ascii=False)
    with project.transaction("") as tx:
        tx.execute(_TABLE.delete().where(_TABLE.c.name == name))
        tx.execute(_TABLE.insert(), [{"name": name, "value": text}])
