"""One start, in a process of its own, run by ``start.py``: ``empty()`` or ``reviewer()``.

Each loads Qt by itself and in its own time, as it would without being watched.
"""


def empty() -> None:
    """An empty QMainWindow."""
    from PySide6.QtWidgets import QApplication, QMainWindow  # noqa: PLC0415 - see above
    from start_watch import Painted, leave, note  # noqa: PLC0415

    app = QApplication([])
    window = QMainWindow()
    window.resize(1360, 860)

    def painted() -> None:
        note("painted")
        leave()

    window.watch = Painted(window, painted)
    window.show()
    app.exec()


def reviewer() -> None:
    """The program as it is started from a terminal, on the project that was open last."""
    from reviewer import cli  # noqa: PLC0415 - the empty window must not pay for it

    look = cli.require_libraries

    def then_watch(**wanted: bool) -> None:
        look(**wanted)
        import start_watch  # noqa: PLC0415 - loads Qt, where the program would load it now

        start_watch.watch_reviewer()

    cli.require_libraries = then_watch
    cli.main([])
