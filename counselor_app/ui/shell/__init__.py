"""The window itself: its parts, its keys, its commands; no feature."""
