"""Widgets without a subject."""
