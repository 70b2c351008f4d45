"""Reviewer: read sources, tag claims, settle contradictions, report."""

from importlib.metadata import version

__version__ = version("reviewer")
