"""The PIN that leaves the kiosk: kept as a hash, guessed slowly."""

from __future__ import annotations

import hashlib
import hmac
import json
import os
from collections.abc import Callable
from contextlib import suppress
from itertools import pairwise
from pathlib import Path

from counselor_app.domain.wording import plural
from counselor_app.errors import UserError

SHORTEST, LONGEST = 6, 12
NAME = "kiosk-pin.json"
FREE_TRIES = 3
_FIRST_WAIT, _LONGEST_WAIT = 30.0, 3600.0
# 2**15 blocks of 8 KB: 32 MB and about a tenth of a second a try.
_COST, _BLOCK, _LANES = 2**15, 8, 1
_MEMORY = 2 * 128 * _COST * _BLOCK


def hash_pin(pin: str) -> str:
    """The PIN as it is kept in the settings: "scrypt$32768$8$1$SALT$HASH", hexadecimal.

    Raises:
        UserError: when it is not 6 to 12 digits, or is one that everybody tries.
    """
    if not (pin.isascii() and pin.isdigit() and SHORTEST <= len(pin) <= LONGEST):
        raise UserError(f"A PIN has {SHORTEST} to {LONGEST} digits and nothing else.")
    steps = {int(b) - int(a) for a, b in pairwise(pin)}
    if steps in ({0}, {1}, {-1}):
        raise UserError("That PIN is the first one that anybody tries; choose another.")
    salt = os.urandom(16)
    return _written(_derived(pin, salt, _COST, _BLOCK, _LANES), salt)


def is_pin_hash(text: str) -> bool:
    """Whether ``text`` is what `hash_pin` gives."""
    return _parts(text) is not None


def fits(pin: str, hashed: str) -> bool:
    """Whether the PIN is the one behind the hash, compared in constant time."""
    found = _parts(hashed)
    if found is None:
        return False
    cost, block, lanes, salt, kept = found
    return hmac.compare_digest(_derived(pin, salt, cost, block, lanes), kept)


class Attempts:
    """Wrong PINs, counted on the disk, so that a restart does not give new tries.

    Three tries are free; each wrong one after them doubles the wait, from half a minute to an
    hour. A try counts as wrong before it is looked at, so that pulling the plug saves nothing.
    ``clock`` gives seconds since 1970.
    """

    def __init__(self, folder: Path, clock: Callable[[], float]) -> None:
        self._path, self._clock = folder / NAME, clock

    def wait(self) -> float:
        """Seconds until the next try; 0 when one may be made."""
        wrong, since = self._read()
        longest = wait_after(wrong)
        passed = self._clock() - since
        # A clock set back must not lengthen the wait, nor a missing record shorten it.
        return longest if passed < 0 else max(longest - passed, 0.0)

    def try_pin(self, pin: str, hashed: str) -> bool:
        """Whether the PIN is right; a right one clears the count.

        Raises:
            UserError: when the wait is not over, or the try cannot be noted.
        """
        if left := self.wait():
            raise UserError(f"Wait {seconds_words(left)}, then try again.")
        wrong, _ = self._read()
        self._write(wrong + 1)
        if not fits(pin, hashed):
            return False
        self._write(0)
        return True

    def _read(self) -> tuple[int, float]:
        """Wrong tries, and when the last one was; a record that cannot be read counts as many."""
        try:
            found = json.loads(self._path.read_text(encoding="utf-8"))
            return max(int(found["wrong"]), 0), float(found["since"])
        except FileNotFoundError:
            return 0, 0.0
        except (OSError, ValueError, TypeError, KeyError):
            with suppress(UserError):
                self._write(FREE_TRIES)
            return FREE_TRIES, self._clock()

    def _write(self, wrong: int) -> None:
        unfinished = self._path.with_name(f"{NAME}.{os.getpid()}")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            unfinished.write_text(json.dumps({"wrong": wrong, "since": self._clock()}))
            unfinished.replace(self._path)
        except OSError as error:
            with suppress(OSError):
                unfinished.unlink()
            raise UserError(
                f"The try could not be noted ({error.strerror or error}), so it does not count."
                " Make the program's data folder writable for this account."
            ) from None


def wait_after(wrong: int) -> float:
    """Seconds to wait after so many wrong PINs in a row."""
    if wrong < FREE_TRIES:
        return 0.0
    return float(min(_FIRST_WAIT * 2.0 ** min(wrong - FREE_TRIES, 10), _LONGEST_WAIT))


def seconds_words(seconds: float) -> str:
    """ "45 seconds", "8 minutes"."""
    whole = max(int(seconds + 0.999), 1)
    if whole < 120:
        return plural(whole, "second")
    return f"{-(-whole // 60)} minutes"


def _derived(pin: str, salt: bytes, cost: int, block: int, lanes: int) -> bytes:
    return hashlib.scrypt(
        pin.encode(), salt=salt, n=cost, r=block, p=lanes, maxmem=_MEMORY, dklen=32
    )


def _written(key: bytes, salt: bytes) -> str:
    return f"scrypt${_COST}${_BLOCK}${_LANES}${salt.hex()}${key.hex()}"


def _parts(text: str) -> tuple[int, int, int, bytes, bytes] | None:
    try:
        name, cost, block, lanes, salt, key = text.split("$")
        found = int(cost), int(block), int(lanes), bytes.fromhex(salt), bytes.fromhex(key)
    except ValueError:
        return None
    # No other cost than our own: a smaller one would be weaker, a larger one could not be met.
    ours = name == "scrypt" and found[:3] == (_COST, _BLOCK, _LANES)
    return found if ours and len(found[3]) == 16 and len(found[4]) == 32 else None
