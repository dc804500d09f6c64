"""A Debian package of what PyInstaller built: python packaging/build_deb.py dist/counselor [FOLDER]

Writes counselor_VERSION_ARCHITECTURE.deb into FOLDER (dist), with a list of the parts and their
licenses beside it. Wants Debian's dpkg-dev and binutils, and packaging/requirements-package.txt.
"""

from __future__ import annotations

import gzip
import os
import shutil
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from hashlib import md5
from pathlib import Path

import shtab
from argparse_manpage.manpage import Manpage
from example_settings import NAME, example
from sbom import bill

from counselor_app import __version__
from counselor_app.cli import whole_parser

TOP = Path(__file__).resolve().parent.parent
LINUX = TOP / "packaging" / "linux"
ID = "app.counselor.Counselor"
CONTROL = """Package: counselor
Version: {version}
Architecture: {architecture}
Maintainer: Counselor contributors <counselor@localhost>
Installed-Size: {size}
Depends: {depends}
Suggests: cups-client, orca, cage | xinit
Section: education
Priority: optional
Description: career counseling on the desktop, with no network
 Look an occupation up and have its profile, skills, pay, interests and outlook
 side by side, set it beside a client's interests, and print a report. Every
 figure carries its source, date and sample. Clients are kept in an encrypted
 file, or not at all.
"""
STANZA = "Source: counselor\n\nPackage: counselor\nArchitecture: any\n"
"""What dpkg-shlibdeps wants to read of a package."""


def main(built: Path, out: Path) -> Path:
    """The package of the folder ``built``, in ``out``."""
    architecture = _said("dpkg", "--print-architecture")
    moment = int(_said("git", "-C", str(TOP), "log", "-1", "--format=%ct"))
    with tempfile.TemporaryDirectory() as scratch:
        root = Path(scratch, "root")
        program = root / "usr/lib/counselor"
        _lay_program(built, program)
        _lay_desktop(root, datetime.fromtimestamp(moment, UTC).date().isoformat())
        _lay_kiosk(root)
        _lay_documents(root, out)
        control = root / "DEBIAN" / "control"
        control.parent.mkdir()
        depends = _depends(program)
        files = [path for path in sorted(root.rglob("*")) if path.is_file()]
        size = sum(path.lstat().st_size for path in files) // 1024
        for path in (root, *root.rglob("*")):
            if not path.is_symlink():
                runs = path.is_dir() or path in (
                    program / "counselor-app",
                    program / "kiosk-session",
                )
                path.chmod(0o755 if runs else 0o644)
        _write(root / "DEBIAN" / "md5sums", "".join(
            f"{md5(path.read_bytes()).hexdigest()}  {path.relative_to(root)}\n"
            for path in files if not path.is_symlink()
        ))  # fmt: skip
        _write(control, CONTROL.format(
            version=__version__, architecture=architecture, size=size, depends=depends
        ))  # fmt: skip
        package = out / f"counselor_{__version__}_{architecture}.deb"
        subprocess.run(
            ["dpkg-deb", "--root-owner-group", "-Zxz", "--build", str(root), str(package)],
            env={**os.environ, "SOURCE_DATE_EPOCH": str(moment)}, check=True,
        )  # fmt: skip
    print(f"{package}: {package.stat().st_size / 1e6:.0f} MB, {size / 1000:.0f} MB installed")
    print(f"needs {depends}")
    return package


def _lay_program(built: Path, program: Path) -> None:
    """The folder without symbols, one starter for both names, and both on the path."""
    shutil.copytree(built, program, symlinks=True)
    # patchelf has been over numpy's own libraries: they do not survive strip.
    libraries = [
        str(path) for path in program.rglob("*.so*")
        if path.is_file() and not path.is_symlink() and path.parent.name != "numpy.libs"
    ]  # fmt: skip
    subprocess.run(["strip", "--strip-unneeded", *libraries], check=True)
    (program / "counselor").unlink()  # the two differ on Windows alone
    (program / NAME).unlink()  # it is among the documents
    paths = program.parent.parent / "bin"
    paths.mkdir()
    for name in ("counselor", "counselor-app"):
        (paths / name).symlink_to("../lib/counselor/counselor-app")


def _lay_desktop(root: Path, day: str) -> None:
    """Menu entry, icons, what kind of file is whose, and the description for software centers."""
    share = root / "usr/share"
    _copy(LINUX / f"{ID}.desktop", share / "applications")
    _copy(LINUX / "counselor.xml", share / "mime/packages")
    icons = TOP / "resources" / "icons"
    for path in icons.glob("counselor-*.png"):
        side = path.stem.partition("-")[2]
        _copy(path, share / f"icons/hicolor/{side}x{side}/apps", f"{ID}.png")
    _copy(icons / "counselor.svg", share / "icons/hicolor/scalable/apps", f"{ID}.svg")
    words = (LINUX / f"{ID}.metainfo.xml").read_text(encoding="utf-8")
    _write(
        share / f"metainfo/{ID}.metainfo.xml",
        words.replace("@VERSION@", __version__).replace("@DATE@", day),
    )


def _lay_kiosk(root: Path) -> None:
    """The kiosk's session, switched on by nobody but the administrator."""
    kiosk = TOP / "packaging" / "kiosk"
    _copy(kiosk / "kiosk-session", root / "usr/lib/counselor")
    _copy(kiosk / "counselor-kiosk.service", root / "usr/lib/systemd/system")
    for name in ("README.md", "kiosk.toml", "counselor-kiosk.conf"):
        _copy(kiosk / name, root / "usr/share/doc/counselor/kiosk")
    (root / "etc/counselor").mkdir(parents=True)


def _lay_documents(root: Path, out: Path) -> None:
    """Man page, completion, licenses, what changed, what it is made of."""
    share = root / "usr/share"
    parser = whole_parser()
    _write(share / "bash-completion/completions/counselor-app", shtab.complete(parser, "bash"))
    _write(share / "zsh/vendor-completions/_counselor-app", shtab.complete(parser, "zsh"))
    page = str(Manpage(parser)).replace("Generated Python Manual", "Counselor")
    manual = share / "man/man1/counselor-app.1.gz"
    manual.parent.mkdir(parents=True)
    manual.write_bytes(gzip.compress(page.encode(), mtime=0))
    (manual.parent / "counselor.1.gz").symlink_to(manual.name)
    documents = share / "doc/counselor"
    terms = [(TOP / name).read_text(encoding="utf-8") for name in ("LICENSE", "NOTICE")]
    _write(documents / "copyright", "\n\n".join(terms))
    changes = (TOP / "CHANGELOG.md").read_bytes()
    (documents / "changelog.gz").write_bytes(gzip.compress(changes, mtime=0))
    _copy(TOP / "packaging" / "README.md", documents)
    _write(documents / "examples/counselor.toml", example())
    (out / "counselor.cdx.json").write_text(bill(), encoding="utf-8")
    _copy(out / "counselor.cdx.json", documents)


def _depends(program: Path) -> str:
    """The packages whose libraries the program is linked to.

    Only glibc and libstdc++ say in a library which version it needs; for the others dpkg-shlibdeps
    names the version of this machine, which an older system would be refused for.
    """
    linked = [path for path in program.rglob("*.so*") if path.is_file() and not path.is_symlink()]
    folders = sorted({str(path.parent) for path in linked})
    with tempfile.TemporaryDirectory() as scratch:
        _write(Path(scratch, "debian/control"), STANZA)
        said = _said(
            "dpkg-shlibdeps", "-O", "--ignore-missing-info", *(f"-l{one}" for one in folders),
            *(f"-e{path}" for path in (program / "counselor-app", *linked)), folder=Path(scratch),
        )  # fmt: skip
    needed = said.partition("shlibs:Depends=")[2].split(", ")
    exact = ("libc6 ", "libstdc++6 ")
    names = [one if one.startswith(exact) else one.partition(" ")[0] for one in needed]
    return ", ".join(name for name in names if name != "libsqlite3-0")  # that one comes along


def _copy(path: Path, folder: Path, name: str = "") -> None:
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(path, folder / (name or path.name))


def _write(path: Path, words: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(words, encoding="utf-8")


def _said(*command: str, folder: Path | None = None) -> str:
    done = subprocess.run(command, cwd=folder, stdout=subprocess.PIPE, text=True, check=True)
    return done.stdout.strip()


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve(), Path(*sys.argv[2:3] or ["dist"]).resolve())
