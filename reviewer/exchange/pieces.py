"""Text that is written as it is made, with a look now and then at whether to go on."""

from collections.abc import Iterable, Iterator
from typing import BinaryIO


def write_pieces(
    pieces: Iterable[str], file: BinaryIO, every: int, total: int
) -> Iterator[tuple[int, int]]:
    """Write them as UTF-8; after so many at a time yields how far it is, never beyond ``total``."""
    held: list[str] = []
    for number, piece in enumerate(pieces, start=1):
        held.append(piece)
        if number % every == 0:
            file.write("".join(held).encode())
            held.clear()
            yield min(number, total), total
    file.write("".join(held).encode())
