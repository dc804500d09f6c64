"""Figures: where a number comes from and how it is printed."""
