"""Every command of the window as a row of data: menus, palette and the page of keys read it.

``id`` is the name of the method of ``Commands`` that carries it out. ``needs`` says what must be
there for it to be enabled. Importing this costs nothing but Qt: the first paint needs it.
"""

from dataclasses import dataclass
from enum import StrEnum


class Needs(StrEnum):
    """What a command acts on."""

    NOTHING = ""
    PROJECT = "project"
    SOURCE = "source"
    SELECTION = "selection"
    ANNOTATION = "annotation"
    RELATION = "relation"
    COMPARABLE = "comparable"  # an annotation or a relation
    PAIR = "pair"  # two documents side by side
    SUGGESTION = "suggestion"  # a relation or a claim that is suggested


@dataclass(frozen=True, slots=True)
class Command:
    """One command; ``keys`` are Qt's portable key sequences, the first of them shown."""

    id: str
    text: str
    menu: str
    keys: tuple[str, ...] = ()
    needs: Needs = Needs.NOTHING
    help: str = ""
    starts_group: bool = False


COMMANDS: tuple[Command, ...] = (
    Command("new_project", "New project…", "File", ("Ctrl+N",), help="An empty project file"),
    Command("open_project", "Open project…", "File", ("Ctrl+O",)),
    Command("open_sample", "Open the sample project", "File", help="Your own copy, to try things"),
    Command("import_files", "Import sources…", "File", ("Ctrl+I",), Needs.PROJECT,
            "Text and Markdown files; dropping them on the window does the same", True),
    Command("export_report", "Export…", "File", ("Ctrl+E",), Needs.PROJECT,
            "A report, tables, annotations or evidence, with a look at it before"),
    Command("export_again", "Export again", "File", ("Ctrl+Shift+E",), Needs.PROJECT,
            "With the options and to the place of last time"),
    Command("save_copy", "Save a copy as…", "File", ("Ctrl+Shift+S",), Needs.PROJECT,
            "The project itself is always saved"),
    Command("show_backups", "Backups…", "File", (), Needs.PROJECT, "", True),
    Command("show_trash", "Trash…", "File", (), Needs.PROJECT),
    Command("rename_project", "Rename the project…", "File", (), Needs.PROJECT,
            "The title of the window and the report; the file keeps its name"),
    Command("renew_search", "Make the search index again", "File", (), Needs.PROJECT,
            "If a check finds that it does not fit the texts"),
    Command("check_project", "Check the project", "File", (), Needs.PROJECT,
            "File, quotes and journal"),
    Command("show_settings", "Settings…", "File", ("Ctrl+,",), starts_group=True,
            help="Your name, theme and type"),
    Command("quit", "Quit", "File", ("Ctrl+Q",), starts_group=True),
    Command("undo", "Undo", "Edit", ("Ctrl+Z",), Needs.PROJECT),
    Command("redo", "Redo", "Edit", ("Ctrl+Shift+Z", "Ctrl+Y"), Needs.PROJECT),
    Command("find", "Find in the document", "Edit", ("Ctrl+F",), Needs.SOURCE,
            "Whatever the case and the accents", True),
    Command("find_next", "Find next", "Edit", ("F3",), Needs.SOURCE),
    Command("find_previous", "Find previous", "Edit", ("Shift+F3",), Needs.SOURCE),
    Command("search", "Search everything", "Edit", ("Ctrl+Shift+F",), Needs.PROJECT,
            "Sources, annotations, notes and rationales"),
    Command("tag_more", "Tag with…", "Annotate", ("Ctrl+T",), Needs.SELECTION,
            "Any tag of the codebook, or a new one; the keys 1 to 9 tag at once"),
    Command("note_passage", "Note on the passage", "Annotate", ("Ctrl+M",), Needs.SELECTION),
    Command("make_claim", "Make a claim", "Annotate", ("Ctrl+L",), Needs.ANNOTATION,
            "Reads subject, measure and value from the text", True),
    Command("relate", "Mark contradiction…", "Annotate", ("Ctrl+R",), Needs.ANNOTATION,
            "Or another relation; pick the other side, then the kind. R does it in a list"),
    Command("compare", "Compare side by side", "Annotate", ("Ctrl+Shift+C",), Needs.COMPARABLE,
            "Both passages of a relation beside each other; C does it in a list or a document"),
    Command("change_ends", "Change where it begins and ends", "Annotate", ("Ctrl+B",),
            Needs.ANNOTATION, "Arrow keys then move the end, with Shift the beginning", True),
    Command("end_later", "End a word later", "Annotate", ("Alt+Shift+Right",), Needs.ANNOTATION),
    Command("end_earlier", "End a word earlier", "Annotate", ("Alt+Shift+Left",),
            Needs.ANNOTATION),
    Command("begin_earlier", "Begin a word earlier", "Annotate", ("Alt+Shift+Up",),
            Needs.ANNOTATION),
    Command("begin_later", "Begin a word later", "Annotate", ("Alt+Shift+Down",),
            Needs.ANNOTATION),
    Command("delete_annotation", "Delete annotation", "Annotate", ("Ctrl+Backspace",),
            Needs.ANNOTATION, starts_group=True),
    Command("next_annotation", "Next annotation", "Annotate", ("F4",), Needs.SOURCE,
            starts_group=True),
    Command("previous_annotation", "Previous annotation", "Annotate", ("Shift+F4",), Needs.SOURCE),
    Command("next_with_tag", "Next with the same tag", "Annotate", ("F7",), Needs.SOURCE,
            "Or with the codebook's tag, through all sources"),
    Command("previous_with_tag", "Previous with the same tag", "Annotate", ("Shift+F7",),
            Needs.SOURCE),
    Command("go_back", "Back to where you were", "Annotate", ("Alt+Left",), Needs.PROJECT,
            "After a jump to another side or a search result"),
    Command("source_properties", "Grade and properties of the source…", "Annotate",
            ("Ctrl+G",), Needs.SOURCE, "Reliability A to F, title, publisher, date", True),
    Command("settle", "Settle", "Decide", ("Ctrl+Return",), Needs.RELATION,
            "With a verdict and a rationale"),
    Command("dismiss", "Not a contradiction, because…", "Decide", ("Ctrl+D",), Needs.RELATION),
    Command("reopen", "Reopen", "Decide", ("Ctrl+Shift+O",), Needs.RELATION),
    Command("remove_relation", "Remove relation", "Decide", (), Needs.RELATION),
    Command("next_relation", "Next in the list", "Decide", ("F5",), Needs.PROJECT,
            starts_group=True),
    Command("previous_relation", "Previous in the list", "Decide", ("Shift+F5",), Needs.PROJECT),
    Command("suggest_all", "Suggest for the whole project", "Suggest", ("Ctrl+Shift+R",),
            Needs.PROJECT, "Reads all sources in the background: what they claim, and where they"
            " disagree"),
    Command("show_suggestions", "Suggested relations", "Suggest", ("Ctrl+U",), Needs.PROJECT,
            "Best first, each with its reason", True),
    Command("show_suggested_claims", "Suggested claims", "Suggest", ("Ctrl+J",), Needs.PROJECT,
            "Of the open document, in the place of its annotations"),
    Command("mark_suggested_claims", "Show or hide suggested claims in documents", "Suggest",
            ("Ctrl+Shift+J",), Needs.PROJECT, "As dotted lines under the text"),
    Command("accept_suggestion", "Accept the suggestion", "Suggest", ("Ctrl+Shift+A",),
            Needs.SUGGESTION, "Makes its claims and its relation. A does it in a list", True),
    Command("edit_suggestion", "Accept and edit the suggestion", "Suggest",
            ("Ctrl+Shift+Return",),
            Needs.SUGGESTION, "E does it in a list"),
    Command("dismiss_suggestion", "Dismiss the suggestion", "Suggest", ("Ctrl+Shift+D",),
            Needs.SUGGESTION, "It is not made again. D does it in a list; W says why before"),
    Command("show_words", "Words that mean the same…", "Suggest", (), Needs.PROJECT,
            "Your own concepts and aliases for the reading of texts", True),
    Command("show_read", "Read", "View", ("Ctrl+1",), Needs.PROJECT),
    Command("show_contradictions", "Contradictions", "View", ("Ctrl+2",), Needs.PROJECT),
    Command("show_compare", "Compare", "View", ("Ctrl+3",), Needs.PROJECT,
            "Two documents side by side"),
    Command("show_overview", "Overview", "View", ("Ctrl+4",), Needs.PROJECT,
            "What each source says on each topic, and when"),
    Command("tie_scrolling", "Scroll together or apart", "View", ("Ctrl+Shift+T",), Needs.PAIR),
    Command("next_pane", "Next pane", "View", ("F6",), Needs.PROJECT, starts_group=True,
            help="Sources, codebook, document, annotations"),
    Command("previous_pane", "Previous pane", "View", ("Shift+F6",), Needs.PROJECT),
    Command("larger_text", "Larger text", "View", ("Ctrl++", "Ctrl+="), starts_group=True),
    Command("smaller_text", "Smaller text", "View", ("Ctrl+-",)),
    Command("usual_text", "Usual text size", "View", ("Ctrl+0",)),
    Command("larger_reading", "Larger document text", "View", ("Ctrl+Alt++", "Ctrl+Alt+="),
            starts_group=True, help="Documents alone; Ctrl and the wheel over one do it too"),
    Command("smaller_reading", "Smaller document text", "View", ("Ctrl+Alt+-",)),
    Command("looser_lines", "Lines further apart", "View", ("Ctrl+Alt+.",)),
    Command("tighter_lines", "Lines closer together", "View", ("Ctrl+Alt+,",)),
    Command("other_face", "Serif or sans", "View", ("Ctrl+Alt+F",),
            help="The face that documents are read in"),
    Command("theme_light", "Light theme", "View", starts_group=True),
    Command("theme_dark", "Dark theme", "View"),
    Command("theme_system", "Theme of the system", "View"),
    Command("show_palette", "All commands…", "Help", ("Ctrl+K",),
            help="Type a part of a command's name"),
    Command("show_keys", "Keys", "Help", ("F1",)),
    Command("show_about", "About Reviewer", "Help", starts_group=True),
)  # fmt: skip

ICONS = {
    "new_project": "file-plus",
    "open_project": "folder-open",
    "import_files": "import",
    "export_report": "file-down",
    "show_settings": "settings",
    "undo": "undo-2",
    "redo": "redo-2",
    "find": "search",
    "tag_more": "tag",
    "note_passage": "message-square-text",
    "relate": "arrow-left-right",
    "compare": "columns-2",
    "delete_annotation": "trash-2",
    "show_read": "book-open",
    "show_contradictions": "scale",
    "show_compare": "columns-2",
    "show_overview": "table-properties",
    "show_keys": "keyboard",
}
"""Commands that are looked for by their picture; the others have none, so that these stand out."""

DOCUMENT_KEYS: tuple[tuple[str, str], ...] = (
    ("1 … 9", "Tag the selection with the tag of that key"),
    ("N", "Note on the selection"),
    ("T", "More tags for the selection"),
    ("Enter", "Open the annotation at the caret"),
    ("R", "Mark a contradiction of the selected annotation, or pick it as the other side"),
    ("C", "Compare the selected annotation with the other side of its relation"),
    ("Alt+1 … Alt+9", "In Compare: show that side of a relation that has more than two"),
    ("Enter", "In Overview: go to the passage of a value, or into a topic's timeline"),
    ("Ctrl+Left, Ctrl+Right", "In Overview: the next value of the row, over gaps"),
    ("C", "In Overview: compare two selected values of a topic, or its contradiction"),
    ("Ctrl+C", "In Overview: copy the table, or the timeline as a picture"),
    ("Shift+arrows", "Select by character and line"),
    ("Ctrl+Shift+arrows", "Select by word and paragraph"),
    ("Esc", "Drop the selection"),
)
"""Keys that work while the document has the focus: what → does."""

MENUS = tuple(dict.fromkeys(command.menu for command in COMMANDS))


def command(command_id: str) -> Command:
    """The row with that id."""
    return next(row for row in COMMANDS if row.id == command_id)


def tip(command_id: str, words: str = "") -> str:
    """What hovering over a button tells: words, or else the command's own, with its first key."""
    row = command(command_id)
    told = words or row.help or row.text.rstrip("…")
    return f"{told} ({row.keys[0]})" if row.keys else told
