"""Counselor: career counseling on the desktop, with no network."""

__version__ = "0.3.0"
