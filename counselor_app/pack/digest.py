"""A pack's own digest: what it is and where in the file it stands."""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import Path

NO_DIGEST = b"sha256:" + b"0" * 64

_DIGEST = re.compile(rb"sha256:[0-9a-f]{64}")
_CHUNK = 1 << 20


def file_digest(path: Path) -> tuple[bytes, int | None]:
    """``sha256:...`` of a file with its own digest taken as zeros, and where that stands.

    The place is None when the file holds no digest or more than one.
    """
    places = []
    hashed = sha256()
    with path.open("rb") as file:
        held, start = b"", 0
        while True:
            chunk = file.read(_CHUNK)
            held += chunk
            for match in _DIGEST.finditer(held):
                places.append(start + match.start())
                held = held[: match.start()] + NO_DIGEST + held[match.end() :]
            keep = 0 if not chunk else min(len(held), len(NO_DIGEST) - 1)
            hashed.update(held[: len(held) - keep])
            start += len(held) - keep
            held = held[len(held) - keep :]
            if not chunk:
                break
    places = sorted(set(places))
    return b"sha256:" + hashed.hexdigest().encode(), places[0] if len(places) == 1 else None
