"""Values and calculations of the field: no Qt, no SQL."""
