"""Reviewer: read sources, tag claims, settle contradictions, report."""

# Stated here and read from here when a wheel is built: to ask the installed package for its version
# takes a tenth of the time to the first paint.
__version__ = "0.1.0"
