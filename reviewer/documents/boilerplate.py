"""Which blocks of a page are not its text: share bars, teasers, tags, the box about the author.

Everything here would rather miss a sidebar than dim a sentence that a reviewer should read: a
list of teasers must give itself away by dates, cut sentences or doubled titles, and no rule
reaches across running text.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from reviewer.documents.lines import ends_sentence, is_body, is_date_line, is_name, is_truncated

_SHORT = 120  # characters of a teaser's title
_LINE = 60  # characters of a prompt or of a sidebar's heading
_BIO = 800  # characters of the box about the author
_BIO_BLOCKS = 3
_TEASERS = 2  # blocks below a heading; one proves little
_TITLES = 40
_TEASER_HEADING = re.compile(
    r"(?:recent|latest|related|recommended|popular|similar|featured|more) "
    r"(?:posts?|publications?|articles?|stories|content|coverage|reading|links|reads|items)"
    r"|(?:related|recommended|popular|similar|more) (?:news|documents)"
    r"|recommended(?: for you| reading)?|more (?:from|on|in) .{1,40}|most (?:read|popular|viewed)"
    r"|you (?:may|might) (?:also )?(?:like|be interested in)|read (?:more|next|also)|keep reading"
    r"|also read|trending(?: now)?|what to read next|up next",
    re.IGNORECASE,
)
_PROMPT = re.compile(
    r"(?:keep|continue) reading|read (?:more|next|also|the full (?:story|article))"
    r"|(?:story|article) continues below(?: advertisement)?|advertise?ment|scroll to continue"
    r"|share this(?: article| post| page| story)?|print this page|back to top"
    r"|(?:sign up for|subscribe to) (?:our|the) newsletter|view all (?:publications|posts|articles)"
    r"|view in full here",
    re.IGNORECASE,
)
_SHARE = re.compile(
    r"whatsapp|facebook|twitter|pinterest|reddit|linkedin|telegram|tumblr|messenger|viber|flipboard"
    r"|mastodon|bluesky|threads|gmail|e-?mail|print|share|tweet|copy link|[\s|·•]+",
    re.IGNORECASE,
)
_SHARE_VERBS = frozenset({"share", "tweet", "copy link", "print"})
_SHARE_NAMES = 3
_TAGS = re.compile(r"(?:tags?|tagged|filed under|categor(?:y|ies)):\s*\S.{0,200}", re.IGNORECASE)
_LABEL = re.compile(
    r"(?:type|category|topics?|by|author|published|posted):? .{1,60}", re.IGNORECASE
)
_DISCLAIMER = re.compile(
    r"/?public release\b|does not (?:take|hold) institutional positions"
    r"|edited for (?:clarity|style|length)|expressed herein are",
    re.IGNORECASE,
)
_FULL_TEXT = re.compile(
    r"(?:view|read|see) (?:it |this |the )?(?:in full|full \w+|original(?: \w+)?) here\.?\Z",
    re.IGNORECASE,
)


def boilerplate(texts: Sequence[str]) -> frozenset[int]:
    """Indices of those ``texts`` (a document's blocks in order) that are not its own text."""
    end = _teasers(texts)
    found = set(range(end, len(texts)))
    found.update(i for i in range(end) if is_prompt(texts[i]) or is_share_bar(texts[i]))
    found.update(_tags_and_author(texts, end))
    if end and _is_republication_note(texts[end - 1]):
        found.add(end - 1)
    return frozenset(found)


def is_teaser_heading(text: str) -> bool:
    """Whether it heads a list of other texts, like "Recent Posts"."""
    return len(text) <= _LINE and bool(_TEASER_HEADING.fullmatch(text.strip(" :…>»→")))


def is_prompt(text: str) -> bool:
    """Whether it is one of the lines with which a page talks to its visitor."""
    return len(text) <= _LINE and bool(_PROMPT.fullmatch(text.strip(" .:…>»→[]()")))


def is_share_bar(text: str) -> bool:
    """Whether it is nothing but names of networks run together, doubled, or with a share verb."""
    if len(text) > 5 * _LINE:
        return False
    names, at = [], 0
    while at < len(text):
        found = _SHARE.match(text, at)
        if not found:
            return False
        names.append(found[0].lower().strip(" \t\n|·•"))
        at = found.end()
    joined = any(one and other for one, other in pairwise(names))
    names = [name for name in names if name]
    return len(names) >= _SHARE_NAMES and (joined or not _SHARE_VERBS.isdisjoint(names))


def _teasers(texts: Sequence[str]) -> int:
    """Where the closing list of teasers begins, its heading within; else ``len(texts)``.

    One pass from the end, so that a thousand "Read more" cost no more than one: running text in
    two blocks on end stops it, for no teaser has that. Each further heading needs signs of its
    own, lest a "Keep reading" in the text take what follows it for a teaser.
    """
    start = len(texts)
    bodies = signs = 0
    body_below = False
    for index in range(len(texts) - 1, -1, -1):
        text = texts[index]
        if is_teaser_heading(text):
            below = start - index - 1
            titles = bodies == 0 and _are_titles(texts, index + 1, start)
            if below >= _TEASERS and (signs >= max(1, bodies) or titles):
                start, bodies, signs = index, 0, 0
            body_below = False
            continue
        body = is_body(text)
        if body and body_below:
            break
        bodies += body
        signs += not body and _is_sign(texts, index)
        body_below = body
    return start


def _are_titles(texts: Sequence[str], start: int, end: int) -> bool:
    """Whether all of a list's blocks are mere titles; a list beyond 40 needs other signs."""
    return end - start <= _TITLES and not any(
        len(text) > _SHORT or ends_sentence(text) for text in texts[start:end]
    )


def _is_sign(texts: Sequence[str], index: int) -> bool:
    text = texts[index]
    doubled = bool(text) and index > 0 and texts[index - 1] == text
    label = len(text) <= _LINE and bool(_LABEL.fullmatch(text))
    return doubled or label or is_date_line(text) or is_truncated(text)


def _tags_and_author(texts: Sequence[str], end: int) -> range:
    """The tags that close a text, with the name and the box about the author that may follow."""
    for index in range(end - 1, max(end // 2, end - 2 - _BIO_BLOCKS), -1):
        if _TAGS.fullmatch(texts[index]) and not ends_sentence(texts[index]):
            after = texts[index + 1 : end]
            about = bool(after) and is_name(after[0]) and all(len(t) <= _BIO for t in after)
            return range(index, end if about else index + 1)
    return range(0)


def _is_republication_note(text: str) -> bool:
    return bool(_DISCLAIMER.search(text[:1000]) and _FULL_TEXT.search(text[-80:]))
