"""From official releases to one reference pack: read, build, verify."""
