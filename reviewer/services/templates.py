"""The folder of the person's own templates."""

import shutil
from pathlib import Path

from reviewer.assets import asset
from reviewer.domain.errors import ExchangeError
from reviewer.exchange.templates import NAME


def has_template(folder: Path) -> bool:
    """Whether a template of the person's own takes the place of the shipped one."""
    return (folder / NAME).is_file()


def write_shipped(folder: Path) -> Path:
    """Put the shipped template into the folder, as a start; one that is there stays."""
    target = folder / NAME
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with asset("resources", "templates", NAME).open("rb") as source, target.open("xb") as copy:
            shutil.copyfileobj(source, copy)
    except FileExistsError as error:
        raise ExchangeError(f"“{NAME}” is there already; nothing was changed.") from error
    except OSError as error:
        raise ExchangeError(f"“{target}” cannot be written: {error.strerror}.") from error
    return target
