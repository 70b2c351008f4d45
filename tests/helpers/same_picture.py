"""Whether two pictures look the same, though what is half transparent was rounded on its way."""

from PySide6.QtGui import QImage

_SHADES = 2  # of 255, which nobody sees


def is_same_picture(one: QImage, other: QImage) -> bool:
    """Each pixel's red, green and blue are no further apart than rounding can bring them."""
    if one == other:
        return True
    if one.size() != other.size() or one.format() != other.format():
        return False
    pairs = zip(bytes(one.constBits()), bytes(other.constBits()), strict=True)
    return all(abs(mine - theirs) <= _SHADES for mine, theirs in pairs if mine != theirs)
