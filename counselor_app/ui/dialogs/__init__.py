"""Windows over the window: printing, sources, places, keys."""
