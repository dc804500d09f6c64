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

from counselor_app.domain.figures.wording import number
from counselor_app.errors import UserError, system_words
from counselor_app.language import _, ngettext

SHORTEST, LONGEST = 6, 12
NAME = "kiosk-pin.json"
FREE_TRIES = 3
_LONGEST_RECORD = 1000
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
        raise UserError(
            _("A PIN has {least} to {most} digits and nothing else.",
              least=number(SHORTEST), most=number(LONGEST))
        )  # fmt: skip
    steps = {int(b) - int(a) for a, b in pairwise(pin)}
    if steps in ({0}, {1}, {-1}):
        raise UserError(_("That PIN is the first one that anybody tries; choose another."))
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


def record_path(config: Path, folder: Path) -> Path:
    """Where wrong PINs are counted: beside the machine's settings, where `set_pin` put the record
    (or can put it), so that another data folder gives no new tries; else in ``folder``."""
    beside = config.with_name(NAME)
    return beside if beside.exists() or os.access(config.parent, os.W_OK) else folder / NAME


def begin_record(config: Path) -> None:
    """Put an empty record beside the settings, for the kiosk's account to count in.

    That account can write it and not remove it where only administrators write the folder.

    Raises:
        OSError: when it cannot be written.
    """
    path = config.with_name(NAME)
    path.write_text(json.dumps({"wrong": 0}), encoding="utf-8")
    path.chmod(0o666)


class Attempts:
    """Wrong PINs, counted in memory and on the disk, so that a restart does not give new tries.

    Three tries are free; each wrong one after them doubles the wait, from half a minute to an
    hour. A try counts as wrong before it is looked at, so that pulling the plug saves nothing.
    The wait is measured by a ``clock`` that nobody can set (seconds of this machine's running),
    and begins anew with the program. A record that is missing or cannot be read counts as three
    wrong tries, and what this program has counted holds whatever becomes of the record.
    """

    def __init__(self, path: Path, clock: Callable[[], float]) -> None:
        self._path, self._clock = path, clock
        self._wrong, self._since = self._read(), clock()

    def wait(self) -> float:
        """Seconds until the next try; 0 when one may be made."""
        return max(wait_after(self._count()) - (self._clock() - self._since), 0.0)

    def try_pin(self, pin: str, hashed: str) -> bool:
        """Whether the PIN is right; a right one clears the count.

        Raises:
            UserError: when the wait is not over, or the try cannot be noted.
        """
        if left := self.wait():
            raise UserError(_("Wait {time}, then try again.", time=seconds_words(left)))
        self._write(self._count() + 1)
        if not fits(pin, hashed):
            return False
        self._write(0)
        return True

    def _count(self) -> int:
        return max(self._wrong, self._read())

    def _read(self) -> int:
        """Wrong tries by the record; what cannot be read counts as many."""
        try:
            with self._path.open("rb") as file:
                wrong = json.loads(file.read(_LONGEST_RECORD))["wrong"]
            if type(wrong) is int and wrong >= 0:
                return wrong
        except (OSError, ValueError, TypeError, KeyError, RecursionError):
            pass
        return FREE_TRIES

    def _write(self, wrong: int) -> None:
        unfinished = self._path.with_name(f"{NAME}.{os.getpid()}")
        content = json.dumps({"wrong": wrong})
        try:
            try:
                self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                unfinished.write_text(content)
                unfinished.replace(self._path)
            except OSError:
                # In a folder that only administrators write, the record itself can be written.
                with self._path.open("r+", encoding="utf-8") as file:
                    file.write(content)
                    file.truncate()
        except OSError as error:
            raise UserError(
                _("The try could not be noted ({error}), so it does not count. Make {file} writable"
                  " for this account: set the PIN again.",
                  error=system_words(error), file=str(self._path))
            ) from None  # fmt: skip
        finally:
            with suppress(OSError):
                unfinished.unlink()
        self._wrong, self._since = wrong, self._clock()


def wait_after(wrong: int) -> float:
    """Seconds to wait after so many wrong PINs in a row."""
    if wrong < FREE_TRIES:
        return 0.0
    return float(min(_FIRST_WAIT * 2.0 ** min(wrong - FREE_TRIES, 10), _LONGEST_WAIT))


def seconds_words(seconds: float) -> str:
    """ "45 seconds", "8 minutes"."""
    whole = max(int(seconds + 0.999), 1)
    if whole < 120:
        return ngettext("{n} second", "{n} seconds", whole, n=number(whole))
    minutes = -(-whole // 60)
    return ngettext("{n} minute", "{n} minutes", minutes, n=number(minutes))


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
