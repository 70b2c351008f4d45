"""The user's own templates for the report as a web page, in a sandbox.

A template gets the report and the style, and nothing else: it reads no file but the templates of
its own folder, follows no link out of it, and reaches no attribute that begins with an underscore.
"""

from collections.abc import Callable
from pathlib import Path
from traceback import walk_tb

from jinja2 import (
    BaseLoader,
    Environment,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
)
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
            return path.read_text("utf-8"), str(path), lambda: False
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


def refused(error: Exception, folder: Path) -> ExchangeError:
    """What went wrong in a template of the folder, for the person who wrote it."""
    name, line = _place(error, folder)
    if isinstance(error, TemplateNotFound) and not line:
        return ExchangeError(f"“{folder}” holds no template that can be read as “{NAME}”.")
    return ExchangeError(
        f"The template does not work: “{name}”, line {line}: {_what(error).rstrip('.')}."
    )


def _what(error: Exception) -> str:
    if isinstance(error, TemplateNotFound):
        return f"there is no “{error.name}” beside it that can be read"
    told = error.message if isinstance(error, TemplateError) else ""
    return " ".join((told or f"{type(error).__name__}: {error}").split())


def _place(error: Exception, folder: Path) -> tuple[str, int]:
    """The template and the line that the error comes from; line 0 if it is in none of them."""
    if isinstance(error, TemplateSyntaxError):
        return error.name or NAME, error.lineno
    found = NAME, 0
    for frame, line in walk_tb(error.__traceback__):
        file = Path(frame.f_code.co_filename)
        if file.is_relative_to(folder.resolve()):
            found = file.name, line
    return found


FAULTS = (
    TemplateError, TypeError, ValueError, ArithmeticError, LookupError, AttributeError,
    RecursionError,
)  # fmt: skip
"""What a template's own mistakes raise while it is filled in."""
