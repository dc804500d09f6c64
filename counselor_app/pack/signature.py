"""A finished pack carried from one computer to another: a zip signed with an ed25519 key.

The zip holds ``pack.sqlite``, ``manifest.json`` (size and SHA-256 of the pack, its schema, the
program's version, the day) and ``manifest.sig``, 64 bytes over the manifest. Nothing of the pack
is read before the signature is found to be of a key that the user trusts.
"""

from __future__ import annotations

import base64
import binascii
import json
import os
import time
import zipfile
import zlib
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from counselor_app import __version__
from counselor_app.errors import UserError, not_written, system_words
from counselor_app.language import _, pgettext
from counselor_app.pack.draft import CancelledError
from counselor_app.pack.work import Cancelled, Progress, Steps
from counselor_app.store.reference import schema_version
from counselor_app.targets import write_target

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

FORMAT = 1
PACK, MANIFEST, SIGNATURE = "pack.sqlite", "manifest.json", "manifest.sig"

_CONTEXT = b"counselor data pack\n"
_MOST_MANIFEST = 10_000
_MOST_PACK = 1 << 30
_CHUNK = 1 << 20
_EPOCH = (1980, 1, 1, 0, 0, 0)
_BROKEN = (
    zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, KeyError, ValueError, TypeError
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a container says of its pack; ``made_on`` is ISO, ``key`` the maker's public key.

    ``serial`` rises with each export: the seconds since 1970 when it was made, 0 in containers
    of before.
    """

    format: int
    schema_version: str
    program: str
    made_on: str
    bytes: int
    sha256: str
    key: str
    serial: int = 0


def make_key(path: Path) -> str:
    """Write a new private key to a file that only its owner may read; returns the public key.

    Raises:
        UserError: when the file is there already or cannot be written.
    """
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    key = Ed25519PrivateKey.generate()
    text = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(text)
    except FileExistsError:
        raise UserError(_(
            "{file} is there already and is not replaced, for it may be the key that others trust."
            " Name another file.", file=str(path)
        )) from None  # fmt: skip
    except OSError as error:
        raise UserError(_(
            "{file} cannot be written: {reason}.",
            file=str(path), reason=system_words(error),
        )) from None  # fmt: skip
    return _text(key.public_key().public_bytes_raw())


def checked_key(text: str) -> str:
    """A public key as it is kept in the settings.

    Raises:
        UserError: when the text is no public key.
    """
    try:
        raw = base64.b64decode(text.strip(), validate=True)
    except (binascii.Error, ValueError):
        raw = b""
    if len(raw) != 32:
        raise UserError(_(
            "{text} is not a public key; it is the one line of 44 letters and signs that sign-key"
            " printed.", text=f"{text[:60]!r}"
        ))  # fmt: skip
    return _text(raw)


def export_pack(
    pack: Path,
    target: Path,
    key_file: Path,
    *,
    today: date,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> Manifest:
    """Write a pack as a signed container.

    Raises:
        UserError: when the key cannot be used, or ``target`` is there or cannot be written.
        CancelledError: when the user stopped it; nothing is left.
    """
    key = _private(key_file)
    if target.exists():
        raise UserError(_(
            "{file} is there already and is not replaced; name another file.", file=str(target)
        ))  # fmt: skip
    size = pack.stat().st_size
    steps = Steps(2 * size, progress, cancelled)
    hashed = sha256()
    target = write_target(target)
    scratch = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        with zipfile.ZipFile(scratch, "x", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
            member = zipfile.ZipInfo(PACK, _EPOCH)
            member.compress_type = zipfile.ZIP_DEFLATED
            with pack.open("rb") as source, archive.open(member, "w") as packed:
                while chunk := source.read(_CHUNK):
                    steps.tell(pgettext("step", "packing"), 2 * len(chunk))
                    hashed.update(chunk)
                    packed.write(chunk)
            public = _text(key.public_key().public_bytes_raw())
            manifest = Manifest(
                FORMAT, schema_version(), __version__, today.isoformat(), size, hashed.hexdigest(),
                public, int(time.time()),
            )  # fmt: skip
            text = json.dumps(asdict(manifest), indent=1).encode()
            archive.writestr(zipfile.ZipInfo(MANIFEST, _EPOCH), text)
            archive.writestr(zipfile.ZipInfo(SIGNATURE, _EPOCH), key.sign(_CONTEXT + text))
        with scratch.open("rb+") as file:
            os.fsync(file.fileno())
        scratch.replace(target)
    except OSError as error:
        raise UserError(_(
            "{file} cannot be written. {why} Then try again.",
            file=str(target), why=not_written(target.parent, error),
        )) from None  # fmt: skip
    finally:
        with suppress(OSError):
            scratch.unlink()
    steps.finish()
    return manifest


def is_container(path: Path) -> bool:
    """Whether a file looks like a carried pack, whole or not."""
    try:
        with zipfile.ZipFile(path) as archive:
            return {PACK, MANIFEST} <= set(archive.namelist())
    except (*_BROKEN, OSError):
        return False


def unpack(
    container: Path,
    target: Path,
    trusted_keys: Iterable[str],
    *,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> Manifest:
    """Write the pack out of a container whose signature is good to ``target``.

    Raises:
        UserError: when the container is unsigned, signed by nobody the user trusts, changed,
            damaged or made for another version, or ``target`` cannot be written. Nothing is
            left at ``target`` then.
        CancelledError: when the user stopped it; nothing is left.
    """
    try:
        with zipfile.ZipFile(container) as archive:
            if any(one.compress_type not in (0, 8) for one in archive.infolist()):
                raise ValueError(_("packed in a way that is not used here"))
            manifest = _verified(archive, frozenset(trusted_keys), container.name)
            _copy(archive, manifest, target, Steps(manifest.bytes, progress, cancelled))
    except _BROKEN as error:
        _drop(target)
        raise UserError(_(
            "{file} is not a whole data pack ({why}); nothing was installed. Copy it again from"
            " where it was made.", file=container.name, why=_why(error)
        )) from None  # fmt: skip
    except OSError as error:
        _drop(target)
        raise UserError(_(
            "{file} cannot be unpacked ({reason}); nothing was installed. Check that the stick is"
            " in and that there is space, and try again.",
            file=container.name, reason=system_words(error),
        )) from None  # fmt: skip
    except (UserError, CancelledError):
        _drop(target)
        raise
    return manifest


def _verified(archive: zipfile.ZipFile, keys: frozenset[str], name: str) -> Manifest:
    """The manifest, once its signature is found to be of one of ``keys``."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    if SIGNATURE not in archive.namelist():
        raise UserError(_(
            "{file} is not signed, so nobody can tell who made it; nothing was installed. Ask for"
            " the file that export-pack wrote.", file=name
        ))  # fmt: skip
    text = _short(archive, MANIFEST)
    signature = _short(archive, SIGNATURE)
    if not keys:
        raise UserError(_(
            "{file} comes from elsewhere and no key is trusted on this computer yet; nothing was"
            " installed. Ask whoever made it, by phone or in person, for their public key, then:"
            " counselor-app data trust-key KEY", file=name
        ))  # fmt: skip
    for key in sorted(keys):
        try:
            Ed25519PublicKey.from_public_bytes(base64.b64decode(key)).verify(
                signature, _CONTEXT + text
            )
        except (InvalidSignature, ValueError):
            continue
        return _manifest(text, name)
    raise UserError(_(
        "{file} is not signed with a key that is trusted on this computer, or it was changed after"
        " it was signed; nothing was installed. Ask whoever made it for the file again, and for"
        " their public key.", file=name
    ))  # fmt: skip


def _manifest(text: bytes, name: str) -> Manifest:
    found = Manifest(**json.loads(text))
    if found.format != FORMAT or found.schema_version != schema_version():
        raise UserError(_(
            "{file} was made with Counselor {program} for another version of the program (its data"
            " is of version {version}, this program reads {own}); nothing was installed. Bring"
            " both programs to the same version.",
            file=name, program=found.program, version=found.schema_version, own=schema_version(),
        ))  # fmt: skip
    if not 0 < found.bytes <= _MOST_PACK:
        raise ValueError(_("its size cannot be right"))
    if not (isinstance(found.serial, int) and 0 <= found.serial < 1 << 53):
        raise ValueError(_("its number cannot be right"))
    date.fromisoformat(found.made_on)
    return found


def _copy(archive: zipfile.ZipFile, manifest: Manifest, target: Path, steps: Steps) -> None:
    """The pack, never more of it than the manifest names, compared with its digest."""
    hashed, left = sha256(), manifest.bytes
    with archive.open(PACK) as packed, target.open("xb") as file:
        while chunk := packed.read(_CHUNK):
            steps.tell(pgettext("step", "unpacking"), len(chunk))
            left -= len(chunk)
            if left < 0:
                break
            hashed.update(chunk)
            file.write(chunk)
        file.flush()
        os.fsync(file.fileno())
    if left or hashed.hexdigest() != manifest.sha256:
        raise ValueError(_("its contents are not what was signed"))


def _short(archive: zipfile.ZipFile, name: str) -> bytes:
    if archive.getinfo(name).file_size > _MOST_MANIFEST:
        raise ValueError(_("{file} is too long", file=name))
    with archive.open(name) as file:
        return file.read(_MOST_MANIFEST + 1)


def _private(path: Path) -> Ed25519PrivateKey:
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric import ed25519

    try:
        key = serialization.load_pem_private_key(path.read_bytes(), None)
    except OSError as error:
        raise UserError(_(
            "{file}: the key cannot be read ({reason}).",
            file=str(path), reason=system_words(error),
        )) from None  # fmt: skip
    except (ValueError, TypeError):
        key = None
    if not isinstance(key, ed25519.Ed25519PrivateKey):
        raise UserError(_("{file} is not a key that sign-key made.", file=path.name))
    return key


def _text(key: bytes) -> str:
    return base64.b64encode(key).decode()


def _why(error: Exception) -> str:
    """A library's words where they say something to a reader."""
    if isinstance(error, (KeyError, TypeError)):
        return _("a part of it is missing")
    return (str(error) and str(error.args[0])) or _("it ends too early")


def _drop(path: Path) -> None:
    with suppress(OSError):
        path.unlink()
