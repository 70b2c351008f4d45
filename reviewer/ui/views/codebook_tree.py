"""The codebook at the left of the window: the reviewer's own tags as a tree."""

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from reviewer.domain.records import Tag
from reviewer.ui.metrics import em
from reviewer.ui.models import codebook_moves as moves
from reviewer.ui.models.codebook import CodebookModel
from reviewer.ui.views.ask_bar import AskBar
from reviewer.ui.views.empty_state import EmptyState
from reviewer.ui.views.name_bar import NameBar
from reviewer.ui.views.section_header import SectionHeader
from reviewer.ui.views.tag_menus import colour_menu, key_menu, merge_menu
from reviewer.ui.views.tag_tree import TagTree

Move = Callable[[Mapping[str, Tag], str], moves.Place | None]


def consequences(annotations: int, only_tag: int, children: int) -> str:
    """What deleting a tag does, in a sentence.

    ``annotations`` carry the tag, ``only_tag`` of them have no other, ``children`` are below it.
    """
    parts = []
    if annotations:
        lose = "1 annotation loses" if annotations == 1 else f"{annotations} annotations lose"
        parts.append(f"{lose} this tag")
    if only_tag and annotations == 1:
        parts.append("it has no other tag and stays as an untagged annotation")
    elif only_tag == 1:
        parts.append("1 of them has no other tag and stays as an untagged annotation")
    elif only_tag:
        parts.append(f"{only_tag} of them have no other tag and stay as untagged annotations")
    if children:
        parts.append(
            "its child tag moves up" if children == 1 else f"its {children} child tags move up"
        )
    return "; ".join(parts) + "." if parts else "No annotation has this tag."


class CodebookTree(QWidget):
    """Gives what is wished as signals; ``set_tags`` shows what became of it.

    ``tag_added`` name and parent id or None; ``tag_changed`` the tag as seen and as wished;
    ``tag_moved`` id, parent id or None, position among the new siblings without the tag itself;
    ``tag_merged`` id and the id it goes into; ``delete_requested`` asks for the consequences, to
    be shown by ``ask_delete``, whose yes is ``tag_deleted``; ``tag_chosen`` on Enter.
    """

    tag_added = Signal(str, object)
    tag_changed = Signal(object, object)
    tag_moved = Signal(str, object, int)
    tag_merged = Signal(str, str)
    delete_requested = Signal(str)
    tag_deleted = Signal(str)
    tag_chosen = Signal(str)
    next_requested = Signal(str, int)  # an annotation with the tag: the next (1), the last (-1)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Codebook")
        self._model = CodebookModel(self)
        self._header = SectionHeader("Codebook", "New tag", "Add a tag (Ins)")
        self._tree = TagTree(self._model, self)
        self._none = EmptyState("No tags yet. Press Ins to add one.", "Add a tag")
        self._none.button.setToolTip("Add a tag (Ins)")
        self._pages = QStackedWidget()
        self._pages.addWidget(self._tree)
        self._pages.addWidget(self._none)
        self._name = NameBar()
        self._ask = AskBar("Delete the tag", "Keep it")
        self._parent_of_new: str | None = None
        self._added = False
        self._doomed = ""
        self._late: tuple[tuple[Tag, ...], dict[str, int]] | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self._header, self._pages, self._name, self._ask):
            column.addWidget(part, 1 if part is self._pages else 0)
        self._tree.setIndentation(em(self, 1))
        self._wire()
        self._make_actions()
        self.set_tags((), {})

    def set_tags(self, tags: Iterable[Tag], counts: Mapping[str, int]) -> None:
        """All tags, and by id on how many annotations each is.

        What is open and current stays; while a name is typed in place the tree waits for it.
        """
        tags = tuple(tags)
        if self._tree.is_editing:
            self._late = (tags, dict(counts))
            return
        before = set(self._model.tags)
        self._model.set_tags(tags, counts)
        self._header.set_count(str(len(tags)) if tags else "")
        self._pages.setCurrentWidget(self._tree if tags else self._none)
        self.setFocusProxy(self._tree if tags else self._none.button)
        fresh = [tag.id for tag in tags if tag.id not in before]
        if self._added and len(fresh) == 1:
            self._tree.select_id(fresh[0])
        self._added = False
        if self._doomed and self._doomed not in self._model.tags:
            self._ask.hide()
            self._doomed = ""

    def select(self, tag_id: str) -> None:
        """Makes a tag current, without a signal."""
        self._tree.select_id(tag_id)

    @property
    def current(self) -> Tag | None:
        """The tag that the keys act on."""
        return self._model.tag_at(self._tree.currentIndex())

    def ask_delete(self, tag: Tag, what_happens: str) -> None:
        """Says what deleting would do, and asks; see ``consequences`` for the sentence."""
        self._doomed = tag.id
        self._name.hide()
        self._ask.ask(f"Delete “{tag.name}”? {what_happens}")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._tree.setIndentation(em(self, 1))

    def _wire(self) -> None:
        self._model.rename_wished.connect(self.tag_changed)
        self._model.move_wished.connect(self.tag_moved)
        self._tree.customContextMenuRequested.connect(self._menu_at)
        self._tree.doubleClicked.connect(lambda _: self._choose())
        self._tree.itemDelegate().closeEditor.connect(self._catch_up)
        self._header.button.clicked.connect(lambda: self._ask_name(None))
        self._none.button.clicked.connect(lambda: self._ask_name(None))
        self._name.named.connect(self._add)
        self._name.declined.connect(self.setFocus)
        self._ask.accepted.connect(self._delete)
        self._ask.declined.connect(self._keep)

    def _make_actions(self) -> None:
        def action(text: str, does: Callable[[], object], *keys: str) -> QAction:
            made = QAction(text, self)
            made.setShortcuts([QKeySequence(key) for key in keys])
            made.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            made.triggered.connect(does)
            self._tree.addAction(made)
            return made

        self._choosing = action("Apply to the selection", self._choose, "Return", "Enter")
        self._adding = (
            action("New tag beside it", lambda: self._ask_name(self._beside()), "Ins"),
            action("New tag below it", self._ask_child, "Shift+Ins"),
        )
        for adding in self._adding:  # also where there is no tag yet, so no tree to have the focus
            adding.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            self._tree.removeAction(adding)
            self.addAction(adding)
        self._renaming = action("Rename", self._rename, "F2")
        self._moving = (
            action("Move up", lambda: self._move(moves.up), "Alt+Up"),
            action("Move down", lambda: self._move(moves.down), "Alt+Down"),
            action("Move out", lambda: self._move(moves.outwards), "Alt+Left"),
            action("Move in", lambda: self._move(moves.inwards), "Alt+Right"),
        )
        self._deleting = action("Delete…", self._ask_consequences, "Del")

    def _menu_at(self, point: QPoint) -> None:
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self._tree.viewport().mapToGlobal(point))

    def menu(self) -> QMenu:
        """The menu of the current tag, as the context menu and its key show it."""
        menu, tag = QMenu(self), self.current
        if tag is None:
            menu.addAction("New tag", lambda: self._ask_name(None))
            return menu
        tags = self._model.tags
        menu.addAction(self._choosing)
        go = self.next_requested.emit
        menu.addAction("Next with this tag\tF7", lambda: go(tag.id, 1))
        menu.addAction("Previous with this tag\tShift+F7", lambda: go(tag.id, -1))
        menu.addSeparator()
        menu.addActions(list(self._adding))
        menu.addAction(self._renaming)
        menu.addMenu(colour_menu(tag, lambda new: self.tag_changed.emit(tag, new), menu))
        menu.addMenu(key_menu(tag, tags, lambda new: self.tag_changed.emit(tag, new), menu))
        menu.addSeparator()
        menu.addActions(list(self._moving))
        menu.addMenu(merge_menu(tag, tags, lambda into: self.tag_merged.emit(tag.id, into), menu))
        menu.addSeparator()
        menu.addAction(self._deleting)
        return menu

    def _choose(self) -> None:
        if self.current:
            self.tag_chosen.emit(self.current.id)

    def _rename(self) -> None:
        if self.current:
            self._tree.edit(self._tree.currentIndex())

    def _beside(self) -> str | None:
        return self.current.parent_id if self.current else None

    def _ask_child(self) -> None:
        self._ask_name(self.current.id if self.current else None)

    def _ask_name(self, parent_id: str | None) -> None:
        self._parent_of_new = parent_id
        self._ask.hide()
        parent = self._model.tags.get(parent_id or "")
        self._name.ask(
            f"Name of the new tag below “{parent.name}”" if parent else "Name of the new tag"
        )

    def _add(self, name: str) -> None:
        self._added = True
        parent_id = self._parent_of_new if self._parent_of_new in self._model.tags else None
        self.tag_added.emit(name, parent_id)
        self.setFocus()

    def _move(self, how: Move) -> None:
        tag = self.current
        place = how(self._model.tags, tag.id) if tag else None
        if tag and place:
            self.tag_moved.emit(tag.id, place.parent_id, place.position)

    def _ask_consequences(self) -> None:
        if self.current:
            self.delete_requested.emit(self.current.id)

    def _delete(self) -> None:
        doomed, self._doomed = self._doomed, ""
        self.tag_deleted.emit(doomed)
        self._tree.setFocus()

    def _keep(self) -> None:
        self._doomed = ""
        self._tree.setFocus()

    def _catch_up(self) -> None:
        if self._late is not None:
            late, self._late = self._late, None
            self._model.set_tags(*late)
