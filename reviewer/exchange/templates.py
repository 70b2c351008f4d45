"""The user's own templates for the report as a web page, in a sandbox.

A template gets the report and the style, and nothing else: it reads no file but the templates of
its own folder, follows no link out of it, and reaches no attribute that begins with an underscore.
"""

from collections.abc import Callable
from pathlib import Path

from jinja2 import BaseLoader, Environment, StrictUndefined, TemplateError, TemplateNotFound
from jinja2.sandbox import ImmutableSandboxedEnvironment

from reviewer.domain.errors import ExchangeError

NAME = "report.html"
"""What a folder must hold to take the place of our own template."""

_LARGEST = 2_000_000  # bytes of one template


class _OneFolder(BaseLoader):
    """Loads from one folder, by names that stay in it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder.resolve()

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str, Callable[[], bool]]:
        del environment
        path = (self._folder / template).resolve()
        if not path.is_relative_to(self._folder) or not path.is_file():
            raise TemplateNotFound(template)
        if path.stat().st_size > _LARGEST:
            raise TemplateNotFound(template, f"“{template}” is too large for a template")
        try:
            return path.read_text("utf-8"), template, lambda: False
        except (OSError, UnicodeDecodeError) as error:
            raise TemplateNotFound(template, f"“{template}” cannot be read as text") from error


def sandboxed(folder: Path) -> Environment:
    """An environment that loads from the folder alone and escapes what it shows."""
    return ImmutableSandboxedEnvironment(
        loader=_OneFolder(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def refused(error: Exception) -> ExchangeError:
    """What went wrong in a template, for the person who wrote it."""
    line = getattr(error, "lineno", None)
    where = f" in line {line}" if line else ""
    what = str(error) if isinstance(error, TemplateError) else f"{type(error).__name__}: {error}"
    return ExchangeError(f"The template does not work{where}: {' '.join(what.split())}.")


FAULTS = (
    TemplateError, TypeError, ValueError, ArithmeticError, LookupError, AttributeError,
    RecursionError,
)  # fmt: skip
"""What a template's own mistakes raise while it is filled in."""
