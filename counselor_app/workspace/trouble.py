"""What can be wrong with a clients' file, each with words for the counselor."""

from __future__ import annotations

from pathlib import Path

from counselor_app.errors import UserError
from counselor_app.language import _


class WrongPassphraseError(UserError):
    """The passphrase does not open the file; where that cannot be told from damage, it says so."""


class InUseError(UserError):
    """Another program has the clients' file open."""


class NewerFileError(UserError):
    """A newer version of the program wrote the file; it was left as it is."""


class DamagedFileError(UserError):
    """The file is damaged; it was left as it is.

    ``found`` says what is wrong, in words; ``backup`` is the newest backup that opens with the
    same passphrase, where one was looked for.
    """

    def __init__(self, path: Path, found: str, backup: Path | None = None) -> None:
        self.found = found
        self.backup = backup
        offer = (
            _("Restore the backup {backup}.", backup=backup.name)
            if backup
            else _("Restore a backup.")
        )
        super().__init__(
            _("{file} is damaged ({found}). It was left as it is. {offer}",
              file=path.name, found=found, offer=offer)
        )  # fmt: skip
