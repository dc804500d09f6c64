"""From a passphrase to the key of a clients' file, handed to SQLCipher 4 as a raw key.

The key is derived here, once, because backups have the salt of their file and so the same key:
each is opened without another wait, and no passphrase is kept. The salt at the head of a file
also says how: ``_MARK``, memory and passes of Argon2id, then 11 random bytes. Files of earlier
versions begin with 16 random bytes and have a key of PBKDF2; opening gives them one of Argon2id.
"""

from __future__ import annotations

import hmac
import os
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import pbkdf2_hmac
from itertools import count
from pathlib import Path

from counselor_app.domain.record.passphrase import too_common
from counselor_app.errors import UserError, system_words
from counselor_app.language import _

SHORTEST = 8
"""Characters that a new passphrase needs."""

TOO_COMMON = _(
    "That passphrase is one of the first that anybody tries, or a single word. Three or four words"
    " that do not belong together are good."
)

PAGE = 4096
_SALT = 16
_ROUNDS = 256_000  # of PBKDF2-HMAC-SHA512, as SQLCipher 4 has it
_MARK = b"CsA2"
_COST = (16, 3)
"""Memory as a power of two in KiB (64 MiB), and passes: about a third of a second on one core."""
_LEAST_MEMORY, _MOST_MEMORY = 8, 18  # as powers of two in KiB; the first is one in four bits
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
    """The key for a file with this salt, by the way that the salt names.

    A passphrase is the same however its accents were typed (NFC).

    Raises:
        UserError: when the salt asks for more memory than any file of this program's.
    """
    typed = unicodedata.normalize("NFC", passphrase).encode(errors="surrogatepass")
    if not salt.startswith(_MARK):
        return Key(pbkdf2_hmac("sha512", typed, salt, _ROUNDS, 32), salt)
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    memory, passes = _LEAST_MEMORY + (salt[4] >> 4), salt[4] & 15
    if memory > _MOST_MEMORY or not passes:
        raise UserError(
            _("The file was written by a newer version of Counselor. Install that one.")
        )
    argon = Argon2id(salt=salt, length=32, iterations=passes, lanes=1, memory_cost=2**memory)
    return Key(argon.derive(typed), salt)


def new_key(passphrase: str) -> Key:
    """A key with a salt of its own, for a new file.

    Raises:
        UserError: when the passphrase is too short, or one of those that are tried first.
    """
    if len(passphrase.strip()) < SHORTEST:
        raise UserError(
            _("A passphrase needs {shortest} characters or more; three or four words that do not"
              " belong together are good. Nobody can recover it.", shortest=SHORTEST)
        )  # fmt: skip
    if too_common(passphrase):
        raise UserError(TOO_COMMON)
    return derive(passphrase, fresh_salt())


def fresh_salt() -> bytes:
    """A salt for a new key of the present strength."""
    memory, passes = _COST
    cost = (memory - _LEAST_MEMORY) << 4 | passes
    return _MARK + bytes([cost]) + os.urandom(_SALT - len(_MARK) - 1)


def is_dated(key: Key) -> bool:
    """Whether a key was made as earlier versions made it, and can be guessed faster."""
    return not key.salt.startswith(_MARK)


def salt_of(path: Path) -> bytes:
    """The salt at the head of a file.

    Raises:
        UserError: when the file is missing, cannot be read, or is no encrypted file at all.
    """
    try:
        with path.open("rb") as file:
            salt = file.read(_SALT)
    except OSError as error:
        raise UserError(
            _("{file} cannot be read: {why}.",
              file=str(path), why=system_words(error))
        ) from None  # fmt: skip
    if salt == b"SQLite format 3\0":
        raise UserError(
            _("{file} is a database without a passphrase, not a clients’ file.", file=path.name)
        )
    return salt


def opens_a_page(path: Path, key: Key) -> bool:
    """Whether any page carries this key's seal: then the key is right and the rest is damage.

    A file is read no further than to that page.
    """
    with suppress(OSError):
        return any(_sealed_pages(path, key))
    return False


def seals(path: Path, key: Key) -> list[bool]:
    """Of each whole page, whether it carries this key's own seal; empty where none can be read.

    SQLCipher says the same of a wrong passphrase, of a damaged first page and of a missing end;
    its page seals (HMAC-SHA512 over content, IV and page number) tell them apart.
    """
    with suppress(OSError):
        return list(_sealed_pages(path, key))
    return []


def _sealed_pages(path: Path, key: Key) -> Iterator[bool]:
    sealed = seal_check(key)
    with path.open("rb") as file:
        for number in count(1):
            if len(page := file.read(PAGE)) < PAGE:
                return
            yield sealed(number, page)


def seal_check(key: Key) -> Callable[[int, bytes], bool]:
    """Whether a page of a number carries this key's seal, as a function."""
    secret = pbkdf2_hmac("sha512", key.secret, bytes(b ^ 0x3A for b in key.salt), 2, 32)

    def sealed(number: int, page: bytes) -> bool:
        body = page[_SALT if number == 1 else 0 : PAGE - _RESERVED + 16]
        signed = hmac.digest(secret, body + number.to_bytes(4, "little"), "sha512")
        return hmac.compare_digest(signed, page[PAGE - 64 :])

    return sealed
