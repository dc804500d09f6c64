"""The window: widgets hold no SQL and no arithmetic on data."""
