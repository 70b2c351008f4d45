"""What a reviewer does on the Read page beside its passages: with sources and with the codebook."""

from reviewer.services import codebook, sources
from reviewer.ui.passage_desk import PassageDesk
from reviewer.ui.passage_editing import PassageEditing
from reviewer.ui.session import Session
from reviewer.ui.views.codebook_tree import CodebookTree
from reviewer.ui.views.source_list import SourceList


class ReadEditing(PassageEditing):
    """Takes the signals of the left panes too."""

    def __init__(
        self, session: Session, desk: PassageDesk, listed: SourceList, tree: CodebookTree
    ) -> None:
        super().__init__(session, desk)
        listed.remove_requested.connect(lambda key: session.run(sources.remove_source, key))
        self._connect_codebook(tree)

    def _connect_codebook(self, tree: CodebookTree) -> None:
        run = self._session.run
        tree.tag_added.connect(lambda name, parent: run(codebook.add_tag, name, parent))
        tree.tag_changed.connect(lambda seen, new: run(codebook.change_tag, seen, new))
        tree.tag_moved.connect(lambda key, to, place: run(codebook.move_tag, key, to, place))
        tree.tag_merged.connect(lambda key, into: run(codebook.merge_tags, key, into))
        tree.tag_deleted.connect(lambda key: run(codebook.delete_tag, key))
        tree.delete_requested.connect(lambda key: self._ask_delete_tag(tree, key))
        tree.tag_chosen.connect(self.tag_selection)

    def _ask_delete_tag(self, tree: CodebookTree, tag_id: str) -> None:
        told = codebook.deletion_consequences(self._session.project, tag_id)
        tree.ask_delete(self._desk.tags[tag_id], told)
