"""Widgets: each takes values and emits signals, and knows neither storage nor services."""
