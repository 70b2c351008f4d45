# ruff: noqa: RUF001 - the marks that texts really use look like others
"""What a line or paragraph looks like, judged by its own words alone."""

import re

BODY_LENGTH = 80  # characters from which a block that ends a sentence is running text
_TAIL = 12  # characters: enough for closing quotes and brackets
_ENDS_SENTENCE = re.compile(r"[.!?。！？]['\"’”»)\]]*\Z")
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DATE_LINE = re.compile(
    r"(?:(?:published|posted|updated|date)(?: on)?:? )?(?:\w+day,? )?"
    rf"(?:{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}|\d{{1,2}}(?:st|nd|rd|th)? {_MONTH},? \d{{4}}"
    r"|\d{4}-\d\d-\d\d)(?:,? (?:at )?\d{1,2}[:.]\d\d.{0,12})?",
    re.IGNORECASE,
)
_AUTHOR = re.compile(
    r"(?:by|words by|written by|author:)\s+(?P<name>[^\W\d_].{1,78})", re.IGNORECASE
)
_THE_PUBLISHER = re.compile(r"The(?: [A-Z][\w'’&.-]*){1,4}")
_SMALL_WORD = 4  # letters; shorter words stay small in titles


def is_truncated(text: str) -> bool:
    """Whether it breaks off with an ellipsis, as teasers do."""
    return text.endswith(("…", "...", "[…]", "[...]"))


def ends_sentence(text: str) -> bool:
    """Whether it ends as a sentence does, closing quotes and brackets allowed."""
    return bool(_ENDS_SENTENCE.search(text[-_TAIL:])) and not is_truncated(text)


def is_body(text: str) -> bool:
    """Whether it is running text: long enough, and a whole sentence."""
    return len(text) >= BODY_LENGTH and ends_sentence(text)


def is_date_line(text: str) -> bool:
    """Whether it is a date and nothing else."""
    return len(text) <= BODY_LENGTH and bool(_DATE_LINE.fullmatch(text))


def author_of(text: str) -> str:
    """The name in a line such as "By Jane Doe", else empty."""
    found = _AUTHOR.fullmatch(text)
    name = found["name"].strip() if found else ""
    return name if name[:1].isupper() and not ends_sentence(name) else ""


def publisher_of(text: str) -> str:
    """The line itself if it is a name such as "The White House", else empty."""
    return text if _THE_PUBLISHER.fullmatch(text) else ""


def is_title_case(text: str) -> bool:
    """Whether it starts with a capital (or in a script that has none) and keeps to capitals."""
    words = [word for word in text.split() if any(c.isalpha() for c in word)]
    if not words or not any(word[0].isupper() or not word.isascii() for word in words):
        return False
    first = next(c for c in words[0] if c.isalpha())
    long_words = [word for word in words if len(word) >= _SMALL_WORD]
    small = sum(next(c for c in word if c.isalpha()).islower() for word in long_words)
    return not first.islower() and small * 4 <= len(long_words)


def is_name(text: str) -> bool:
    """Whether it could be a person's name: two to four words in capitals, no digit, no stop."""
    words = text.split()
    return (
        2 <= len(words) <= 4  # noqa: PLR2004 - the rule is the docstring
        and len(text) <= BODY_LENGTH // 2
        and all(
            word[0].isupper() or word in {"de", "da", "von", "van", "bin", "al"} for word in words
        )
        and not any(c.isdigit() or c in ":,;!?" for c in text)
    )
