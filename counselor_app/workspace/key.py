"""From a passphrase to the key of a clients' file, as SQLCipher 4 derives it.

The key is derived here, once, because backups have the salt of their file and so the same key:
each is opened without another wait of a sixth of a second, and no passphrase is kept.
"""

from __future__ import annotations

import hmac
import os
import unicodedata
from dataclasses import dataclass, field
from hashlib import pbkdf2_hmac
from pathlib import Path

from counselor_app.errors import UserError

SHORTEST = 8
"""Characters that a new passphrase needs."""

PAGE = 4096
_SALT = 16
_ROUNDS = 256_000
_RESERVED = 80  # of each page: 16 bytes of IV, 64 of HMAC-SHA512


@dataclass(frozen=True, slots=True)
class Key:
    """A derived key and the salt it belongs to; neither is ever printed."""

    secret: bytes = field(repr=False)
    salt: bytes = field(repr=False)

    @property
    def spec(self) -> str:
        """As SQLCipher takes a raw key with its salt."""
        return f"x'{self.secret.hex()}{self.salt.hex()}'"

    def same(self, other: Key) -> bool:
        """Whether both open the same files; takes as long for any answer."""
        return hmac.compare_digest(self.secret + self.salt, other.secret + other.salt)


def derive(passphrase: str, salt: bytes) -> Key:
    """The key for a file with this salt (PBKDF2-HMAC-SHA512, 256,000 rounds: about 0.15 s).

    A passphrase is the same however its accents were typed (NFC).
    """
    typed = unicodedata.normalize("NFC", passphrase).encode()
    return Key(pbkdf2_hmac("sha512", typed, salt, _ROUNDS, 32), salt)


def new_key(passphrase: str) -> Key:
    """A key with a salt of its own, for a new file.

    Raises:
        UserError: when the passphrase is too short.
    """
    if len(passphrase.strip()) < SHORTEST:
        raise UserError(
            f"A passphrase needs {SHORTEST} characters or more; three or four words that do not"
            " belong together are good. Nobody can recover it."
        )
    return derive(passphrase, os.urandom(_SALT))


def salt_of(path: Path) -> bytes:
    """The salt at the head of a file.

    Raises:
        UserError: when the file is missing, cannot be read, or is no encrypted file at all.
    """
    try:
        with path.open("rb") as file:
            salt = file.read(_SALT)
    except OSError as error:
        raise UserError(f"{path} cannot be read: {error.strerror or error}.") from None
    if salt == b"SQLite format 3\0":
        raise UserError(f"{path.name} is a database without a passphrase, not a clients’ file.")
    return salt


def opens_a_page(path: Path, key: Key) -> bool:
    """Whether any page carries this key's seal: then the key is right and the rest is damage."""
    return any(seals(path, key))


def seals(path: Path, key: Key) -> list[bool]:
    """Of each whole page, whether it carries this key's own seal; empty where none can be read.

    SQLCipher says the same of a wrong passphrase, of a damaged first page and of a missing end;
    its page seals (HMAC-SHA512 over content, IV and page number) tell them apart.
    """
    seal = pbkdf2_hmac("sha512", key.secret, bytes(b ^ 0x3A for b in key.salt), 2, 32)
    found: list[bool] = []
    try:
        with path.open("rb") as file:
            while len(page := file.read(PAGE)) == PAGE:
                body = page[0 if found else _SALT : PAGE - _RESERVED + 16]
                number = (len(found) + 1).to_bytes(4, "little")
                signed = hmac.new(seal, body + number, "sha512").digest()
                found.append(hmac.compare_digest(signed, page[PAGE - 64 :]))
    except OSError:
        return []
    return found
