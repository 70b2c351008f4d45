"""Puts the program together: the terminal's commands, or the window."""

import sys

from reviewer.cli import main

if __name__ == "__main__":
    sys.exit(main())
