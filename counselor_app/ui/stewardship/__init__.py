"""New data and the sources of the data."""
