"""Reading the reference pack: the only place, with ``pack``, that speaks SQL."""
