"""Front matter: YAML between ``---`` lines at the head of a text, about the text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml

from reviewer.documents.decode import canonical

_FENCED = re.compile(r"---[ \t]*\n(.*?\n)?(?:---|\.\.\.)[ \t]*(?=\n|\Z)", re.DOTALL)
_SIZE_LIMIT = 20_000  # characters: real front matter has some hundred
_DEPTH_LIMIT = 8
_NAMES = {
    "title": ("headline",),
    "author": ("authors", "byline", "creator"),
    "publisher": ("site", "site_name", "sitename", "publication"),
    "address": ("url", "link", "permalink", "canonical", "canonical_url"),
    "date": ("published", "pubdate", "publish_date", "publication_date", "date_published"),
}


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """``text[:end]`` is the fenced head, both fences within; 0 and no fields if there is none."""

    end: int = 0
    fields: dict[str, str] = field(default_factory=dict)


def split(text: str) -> FrontMatter:
    """The front matter of canonical ``text``.

    Keys are lower case, values strings as they stand in the file (a date is not reformatted, "no"
    stays "no"); lists are joined with commas. What is not a well-formed mapping, or uses aliases,
    which can grow without bound, is no front matter but text.
    """
    found = _FENCED.match(text[:_SIZE_LIMIT])
    if not found or not found[1] or text[found.end() : found.end() + 1].strip("\n"):
        return FrontMatter()
    try:
        _require_plain(found[1])
        # BaseLoader makes nothing but strings, lists and mappings: safer still than SafeLoader.
        value = yaml.load(found[1], yaml.BaseLoader)  # noqa: S506 - see above
    except (yaml.YAMLError, ValueError, OverflowError):  # the last two: escapes beyond Unicode
        return FrontMatter()
    if not isinstance(value, dict) or not value:
        return FrontMatter()
    return FrontMatter(found.end(), _named(value))


def _require_plain(source: str) -> None:
    depth = 0
    for event in yaml.parse(source, yaml.BaseLoader):
        if isinstance(event, yaml.AliasEvent):
            raise yaml.YAMLError("front matter with aliases")
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > _DEPTH_LIMIT:
            raise yaml.YAMLError("front matter nested too deeply")


def _named(value: dict[object, object]) -> dict[str, str]:
    fields = {
        canonical(_flat(key)).strip().lower(): canonical(_flat(part)).strip()
        for key, part in value.items()
    }
    for name, others in _NAMES.items():
        known = next((other for other in others if fields.get(other)), None)
        if known and not fields.get(name):
            fields[name] = fields.pop(known)
    return fields


def _flat(value: object) -> str:
    if isinstance(value, dict):
        # Authors often come as mappings, of which the name is what is wanted.
        return _flat(value["name"]) if "name" in value else "; ".join(_pairs(value))
    if isinstance(value, list | tuple):
        return ", ".join(_flat(part) for part in value)
    return str(value)


def _pairs(value: dict[object, object]) -> Iterator[str]:
    return (f"{_flat(key)}: {_flat(part)}" for key, part in value.items())
