"""The fields of one record: which of them were edited, and what each edit makes of the record."""

from collections.abc import Callable, Mapping
from typing import Generic, TypeVar

from reviewer.domain.errors import ReviewerError
from reviewer.ui.views.field_slot import Draft, FieldSlot

Record = TypeVar("Record")


class FieldSet(Generic[Record]):
    """Ties slots to a record.

    ``values`` gives each field's text; ``change`` gives the record with one field changed, or
    raises ReviewerError; ``edited`` is called with the record that was seen and the new one.
    """

    def __init__(
        self,
        values: Callable[[Record], Mapping[str, str]],
        change: Callable[[Record, str, str], Record],
        edited: Callable[[Record, Record], None],
    ) -> None:
        self._values = values
        self._change = change
        self._edited = edited
        self._key = ""
        self._record: Record | None = None
        self._drafts: dict[str, dict[str, Draft]] = {}
        self.slots: dict[str, FieldSlot] = {}

    @property
    def record(self) -> Record | None:
        """The record as it was last shown."""
        return self._record

    def add(self, name: str, slot: FieldSlot) -> FieldSlot:
        self.slots[name] = slot
        slot.committed.connect(lambda: self.commit(name))
        return slot

    def show(self, key: str, record: Record | None) -> None:
        """Shows a record; the same key again is a change of it, which keeps what is being typed.

        What could not be stored when its record was left comes back with the record.
        """
        if key == self._key and record is not None and self._record is not None:
            self._record = record
            for name, text in self._values(record).items():
                self.slots[name].receive(text)
            return
        self._stash()
        self._key, self._record = key, record
        if record is None:
            return
        drafts = self._drafts.pop(key, {})
        for name, text in self._values(record).items():
            if name in drafts:
                self.slots[name].restore(drafts[name], text)
            else:
                self.slots[name].load(text)

    def commit(self, name: str) -> None:
        """Hands on the field's text if it was edited, can be read, and nobody else changed it."""
        slot, record = self.slots[name], self._record
        if record is None or not slot.is_modified or slot.theirs is not None:
            return
        try:
            new = self._change(record, name, slot.text)
        except ReviewerError as error:
            slot.show_error(str(error))
            return
        slot.show_error("")
        text = self._values(new)[name]
        if new == record:
            slot.load(text)
            return
        slot.expect(text)
        self._edited(record, new)

    def flush(self) -> None:
        """Commits whatever was typed."""
        for name in self.slots:
            self.commit(name)

    def unsaved(self) -> tuple[str, ...]:
        """Names of the fields that show what is not stored."""
        if self._record is None:
            return ()
        return tuple(name for name, slot in self.slots.items() if slot.is_modified)

    def _stash(self) -> None:
        names = self.unsaved()
        drafts = {name: draft for name in names if (draft := self.slots[name].draft)}
        if drafts:
            self._drafts[self._key] = drafts
