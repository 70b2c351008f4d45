"""The benchmarks run; what they measure is no business of a test."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent


def test_every_part_gives_its_figures():
    done = subprocess.run(
        [sys.executable, "benchmarks", "--smoke"],
        cwd=ROOT, capture_output=True, text=True, check=False, timeout=900,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    for told in ("start to first paint", "key to repaint", "edit a note", "add a tag", "scroll a page",
                 "annotation panel of 50: filter", "12 annotations in 4 sources: search"):  # fmt: skip
        assert told in done.stdout


def test_suggestions_say_where_their_data_is_absent(tmp_path):
    parts = ["quantities", "newsquant", "recognizers"]
    done = subprocess.run(
        [sys.executable, "benchmarks/suggestions", *parts, "--smoke", "--misses"],
        cwd=ROOT, capture_output=True, text=True, check=False, timeout=900,
        env=os.environ | {"REVIEWER_SHARED": str(tmp_path)},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("data is absent") == len(parts)
