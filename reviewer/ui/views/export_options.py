"""The options of an export, one below the other."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QCheckBox, QSpinBox, QVBoxLayout, QWidget

from reviewer.domain.options import CONTEXT_LIMIT, LANGUAGES, Order, ReportOptions
from reviewer.ui.metrics import grid
from reviewer.ui.views.advice_line import AdviceLine
from reviewer.ui.views.choice import Choice
from reviewer.ui.views.columns import Columns
from reviewer.ui.views.field import Field
from reviewer.ui.views.format_choice import FormatChoice
from reviewer.ui.views.gathered_text import GatheredText
from reviewer.ui.views.scope_choice import ScopeChoice
from reviewer.ui.views.status_checks import StatusChecks
from reviewer.ui.views.text_field import TextField

_ORDERS = (("By text", Order.TEXT), ("By time", Order.TIME), ("By topic", Order.TOPIC))
_LANGUAGES = {"en": "English"}


class ExportOptions(QWidget):
    """``changed`` with every option that a person changes, ``format_chosen`` with the format."""

    changed = Signal()
    format_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = FormatChoice()
        self.only = ScopeChoice()
        self.statuses = StatusChecks()
        self.title = TextField("Title")
        self.author = TextField("Author", "Left out")
        self.marking = TextField("Marking", "None")
        self.summary = GatheredText("Summary", 3)
        self.advice = AdviceLine()
        self.order: Choice[Order] = Choice("Order of the annotations", _ORDERS)
        self.context = QSpinBox(minimum=0, maximum=CONTEXT_LIMIT, singleStep=20)
        self.context.setSuffix(" characters")
        self.context.setAccessibleName("Text around each quote")
        self.appendix = QCheckBox("Full texts of the sources at the end")
        self.language: Choice[str] = Choice(
            "Language", [(_LANGUAGES[code], code) for code in LANGUAGES]
        )
        self.own_template = QCheckBox("With my own template")
        self._name_tips()
        self._lay_out()
        self._wire()

    @property
    def options(self) -> ReportOptions:
        """What the fields say."""
        return ReportOptions(
            title=self.title.value().strip(),
            author=self.author.value().strip(),
            marking=self.marking.value().strip(),
            statuses=self.statuses.value,
            context=self.context.value(),
            order=self.order.value,
            appendix=self.appendix.isChecked(),
            only=self.only.value,
            language=self.language.value,
            summary=self.summary.text.strip(),
        )

    def set_options(self, options: ReportOptions) -> None:
        """Other options, without a signal."""
        was_blocked = self.blockSignals(True)
        self.title.set_value(options.title)
        self.author.set_value(options.author)
        self.marking.set_value(options.marking)
        self.summary.set_text(options.summary)
        self.statuses.set_value(options.statuses)
        self.context.setValue(options.context)
        self.order.set_value(options.order)
        self.appendix.setChecked(options.appendix)
        self.only.set_value(options.only)
        self.language.set_value(options.language)
        self.blockSignals(was_blocked)
        self.advice.follow(options.summary)
        self.advice.look()

    def set_project(self, title: str, tags: Sequence[str], sources: Sequence[str]) -> None:
        """What the project offers: its title, paths of tags, titles of sources."""
        self.title.setPlaceholderText(title)
        self.only.set_names(tags, sources)

    def offer_template(self, offered: bool) -> None:
        """Whether the person has a template for the format that is chosen."""
        self.own_template.setVisible(offered)

    def _name_tips(self) -> None:
        self.title.setToolTip("Instead of the project's own")
        self.author.setToolTip("Whose report this is")
        self.marking.setToolTip("At head and foot of each page, for example OFFICIAL")
        self.summary.setToolTip("Your own words, at the head; a blank line parts paragraphs")
        self.context.setToolTip("How much of the text is shown before and after each quote")
        self.order.setToolTip(
            "Of the annotations: as each text reads, as they were made, or by topic"
        )
        self.appendix.setToolTip("So that each quote can be read where it stands")
        self.own_template.setToolTip("report.html in the folder that Settings shows")
        self.own_template.setChecked(True)
        self.own_template.hide()

    def _lay_out(self) -> None:
        shape = Columns(9, 2, 4)
        shape.set_widgets([Field("Order", self.order), Field("Around each quote", self.context)])
        names = Columns(9, 2, 4)
        names.set_widgets([Field("Author", self.author), Field("Marking", self.marking)])
        summary = QWidget()
        beside = QVBoxLayout(summary)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(self.summary)
        beside.addWidget(self.advice)
        summary.setFocusProxy(self.summary)
        self._column = QVBoxLayout(self)
        for part in (
            Field("Format", self.form), self.own_template, Field("Contents", self.only),
            Field("Relations that are", self.statuses), Field("Title", self.title), names,
            Field("Summary", summary), shape, self.appendix, Field("Language", self.language),
        ):  # fmt: skip
            self._column.addWidget(part)
        self._column.addStretch(1)
        self._space()

    def _wire(self) -> None:
        self.form.chosen.connect(self.format_chosen)
        for signal in (
            self.form.chosen, self.only.chosen, self.statuses.changed, self.title.changed,
            self.author.changed, self.marking.changed, self.order.chosen,
            self.context.valueChanged, self.appendix.toggled, self.language.chosen,
            self.own_template.toggled, self.summary.textChanged,
        ):  # fmt: skip
            signal.connect(self.changed)
        self.summary.textChanged.connect(lambda: self.advice.follow(self.summary.text))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._space()

    def _space(self) -> None:
        step = grid(self)
        self._column.setContentsMargins(4 * step, 4 * step, 4 * step, 4 * step)
        self._column.setSpacing(3 * step)
        self.context.lineEdit().setTextMargins(step, 0, 0, 0)
