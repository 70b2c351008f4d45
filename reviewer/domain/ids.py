"""UUIDv7 (RFC 9562, section 5.7): ids that sort by time and never collide between two reviewers."""

import os
import time
import uuid

_last = 0


def new_id() -> str:
    """A fresh UUIDv7 as 36 lower-case characters, later ones greater within one process.

    48 bits of Unix milliseconds, then 12 bits of the millisecond's fraction as RFC 9562 section
    6.2, method 3 allows, then 62 random bits.
    """
    global _last  # noqa: PLW0603 - the order within a process is this module's one piece of state
    ticks = max(time.time_ns() * 4096 // 1_000_000, _last + 1)
    _last = ticks
    milliseconds, fraction = divmod(ticks, 4096)
    tail = int.from_bytes(os.urandom(8)) & (1 << 62) - 1
    return str(uuid.UUID(int=milliseconds << 80 | 0x7 << 76 | fraction << 64 | 0b10 << 62 | tail))
