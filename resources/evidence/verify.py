"""Checks the evidence that Reviewer packed: python verify.py [FOLDER or FILE.zip]

Every byte of every file, every quote against its text, every text and original against its
SHA-256, and the chain of the journal. Needs Python 3.8 or newer and nothing else, and no network.
Exit code 0 if all is as it was packed, 1 if anything is not.
"""

import hashlib
import json
import os
import sys
import zipfile
from html.parser import HTMLParser

MANIFEST = "manifest.sha256"
GENESIS = "0" * 64
NOT_ON_A_PAGE = dict.fromkeys(  # characters that no web page can hold, and what stands for them
    (*range(9), 11, *range(14, 32), *range(127, 160), *range(0xFDD0, 0xFDF0),
     *(plane + last for plane in range(0, 0x110000, 0x10000) for last in (0xFFFE, 0xFFFF))),
    "\ufffd",
)  # fmt: skip
SEAL = 64  # letters at the end of the ZIP: the SHA-256 of all before them


class Broken(Exception):
    """Something is not as it was packed."""


class Quotes(HTMLParser):
    """Collects each quote of the report with its place and the text that it is of."""

    def __init__(self):
        super().__init__()
        self.found = []
        self.open = None

    def handle_starttag(self, tag, attributes):
        known = dict(attributes)
        if tag == "mark" and "data-start" in known:
            self.open = [known, ""]

    def handle_data(self, data):
        if self.open:
            self.open[1] += data

    def handle_endtag(self, tag):
        if tag == "mark" and self.open:
            self.found.append(self.open)
            self.open = None


def sha256(data):
    return hashlib.sha256(data).hexdigest()


def require(sound, sentence):
    if not sound:
        raise Broken(sentence)


def check_manifest(read):
    """Every file by its hash; the last line is the hash of the lines before it."""
    lines = read(MANIFEST).splitlines(keepends=True)
    require(len(lines) > 1, "%s is too short." % MANIFEST)
    own = sha256(b"".join(lines[:-1]))
    require(lines[-1] == own.encode() + b"\n", "%s was changed." % MANIFEST)
    names = []
    for line in lines[:-1]:
        digest, _, name = line.decode().rstrip("\n").partition("  ")
        require(name and len(digest) == SEAL, "%s was changed." % MANIFEST)
        require(sha256(read(name)) == digest, "%s was changed." % name)
        names.append(name)
    return names, own


def check_sources(read, review):
    """Originals and texts by the hashes that the sources give them; returns the texts."""
    texts = {}
    for edition in review["editions"]:
        original, text = read(edition["original"]), read(edition["text"])
        name = edition["file_name"]
        require(
            sha256(original) == edition["original_sha256"], "The original of %s differs." % name
        )
        require(sha256(text) == edition["text_sha256"], "The text of %s differs." % name)
        texts[edition["text_sha256"]] = text.decode("utf-8")
        require(len(texts[edition["text_sha256"]]) == edition["length"],
                "The text of %s has another length." % name)  # fmt: skip
    return texts


def check_quote(texts, digest, start, end, exact):
    require(digest in texts, "A quote is of a text that is not here: %s." % digest)
    require(0 <= start < end and texts[digest][start:end] == exact,
            "The quote at %d to %d of %s is not in its text: %s" % (start, end, digest, exact[:80]))  # fmt: skip


def check_quotes(read, texts):
    """Those of the annotations, then those of the report; returns how many."""
    count = 0
    for line in read("annotations.jsonl").decode("utf-8").split("\n"):
        if line:
            item = json.loads(line)
            check_quote(texts, item["text_sha256"], item["start"], item["end"], item["exact"])
            count += 1
    page = Quotes()
    page.feed(read("report.html").decode("utf-8"))
    page.close()
    shown = {digest: text.translate(NOT_ON_A_PAGE) for digest, text in texts.items()}
    for known, exact in page.found:
        start, end = int(known["data-start"]), int(known["data-end"])
        check_quote(shown, known["data-text-sha256"], start, end, exact)
    return count, len(page.found)


def check_journal(read, review):
    """Each entry's hash is over the entry before and all of its own; returns how many."""
    previous, count = GENESIS, 0
    for line in read("journal.jsonl").decode("utf-8").split("\n"):
        if not line:
            continue
        entry = json.loads(line)
        count += 1
        body = [entry[key] for key in ("previous_hash", "seq", "kind", "label", "reviewer", "at",
                                       "of", "rows")]  # fmt: skip
        packed = json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
        require(entry["seq"] == count, "The journal lacks entry %d." % count)
        require(entry["previous_hash"] == previous, "The chain breaks at entry %d." % count)
        require(entry["hash"] == sha256(packed), "Entry %d of the journal was changed." % count)
        previous = entry["hash"]
    require(count == review["journal_entries"], "The journal has another number of entries.")
    require(not count or previous == review["journal_hash"], "The journal ends in another state.")
    return count


def check_seal(path):
    """The ZIP itself, byte by byte: its comment is the hash of all that stands before it."""
    with open(path, "rb") as file:
        data = file.read()
    require(sha256(data[:-SEAL]).encode() == data[-SEAL:], "The ZIP file itself was changed.")


def check(place):
    """One line for each thing that holds; Broken says what does not."""
    if os.path.isdir(place):

        def read(name):
            with open(os.path.join(place, *name.split("/")), "rb") as file:
                return file.read()
    else:
        check_seal(place)
        read = zipfile.ZipFile(place).read
    names, own = check_manifest(read)
    yield "%d files are as they were packed." % len(names)
    review = json.loads(read("review.json").decode("utf-8"))
    texts = check_sources(read, review)
    yield "%d editions have the originals and texts that they should." % len(review["editions"])
    yield "%d annotations and %d quotes of the report stand where they say." % check_quotes(
        read, texts
    )
    yield "%d entries of the journal are chained, each to the one before." % check_journal(
        read, review
    )
    yield "To be sure that it is the same evidence, compare this with its sender: %s" % own


def main(arguments):
    place = arguments[0] if arguments else os.path.dirname(os.path.abspath(__file__))
    try:
        for line in check(place):
            print(line)
    except (Broken, OSError, KeyError, ValueError, TypeError, zipfile.BadZipFile) as error:
        print("NOT AS IT WAS PACKED: %s" % error)
        return 1
    print("All is as it was packed.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
