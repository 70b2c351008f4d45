"""Run a program that dies when it asks the kernel for a socket of the internet.

    python without_sockets.py PROGRAM ARGUMENT…

A filter in the kernel (seccomp) ends it at once with SIGSYS, whatever language asked. Local
sockets stay: a screen is reached through one.
"""

import ctypes
import os
import platform
import struct
import sys

NO_NEW_PRIVILEGES, SET_SECCOMP, FILTER = 38, 22, 2
ALLOW, KILL = 0x7FFF0000, 0x80000000
LOAD, EQUAL, RETURN = 0x20, 0x15, 0x06
SYSCALL_AT, FIRST_ARGUMENT_AT = 0, 16
SOCKET = {"x86_64": 41, "aarch64": 198}
INTERNET = (2, 10)  # AF_INET, AF_INET6

PROGRAM = [
    (LOAD, 0, 0, SYSCALL_AT),
    (EQUAL, 0, 4, SOCKET.get(platform.machine(), -1) & 0xFFFFFFFF),
    (LOAD, 0, 0, FIRST_ARGUMENT_AT),
    (EQUAL, 1, 0, INTERNET[0]),
    (EQUAL, 0, 1, INTERNET[1]),
    (RETURN, 0, 0, KILL),
    (RETURN, 0, 0, ALLOW),
]


class _Filter(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("code", ctypes.c_char_p))


def refuse() -> None:
    """From here on, for this process and what it starts."""
    libc = ctypes.CDLL(None, use_errno=True)
    code = b"".join(struct.pack("HBBI", *step) for step in PROGRAM)
    given = _Filter(len(PROGRAM), code)
    zero = ctypes.c_ulong(0)
    for done in (
        libc.prctl(NO_NEW_PRIVILEGES, ctypes.c_ulong(1), zero, zero, zero),
        libc.prctl(SET_SECCOMP, ctypes.c_ulong(FILTER), ctypes.byref(given), zero, zero),
    ):
        if done:
            raise OSError(ctypes.get_errno(), "the kernel takes no filter")


if __name__ == "__main__":
    refuse()
    os.execv(sys.argv[1], sys.argv[1:])
