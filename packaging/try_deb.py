"""Install the package in a clean Debian, use it as a user would, remove it.

    python packaging/try_deb.py dist/counselor_VERSION_amd64.deb [--base FOLDER] [--pictures FOLDER]

As root, with debootstrap, xvfb, xdotool and strace. FOLDER is a root that debootstrap made, to use
a copy of; without one it is made. Prints what was checked; the first thing that is wrong ends it.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from counselor_app.workspace.clients import save_client
from counselor_app.workspace.handover import export_client
from counselor_app.workspace.opening import create_workspace

TOOLS = ("debootstrap", "Xvfb", "xdotool", "strace", "unshare")
SUITE = "bookworm"
DISPLAY = ":77"
USER, HOME = "ana", Path("home/ana")
OWN, TOLD = "three plain words", "told by phone"
OF_APT = re.compile(r"/?(var/(lib/(dpkg|apt)|cache|log)|home/ana|etc/(passwd|group|.?shadow)-?)\b")
PATIENCE = 120.0
"""Seconds."""
_ENTER = """
mount -t proc proc "$0/proc" && mount --bind /dev "$0/dev" && mkdir -p "$0/tmp/.X11-unix" &&
mount --bind /tmp/.X11-unix "$0/tmp/.X11-unix" &&
as=$1 && shift && exec chroot --userspec="$as" "$0" "$@"
"""
_AT_HOME = (
    "env", "-i", f"HOME=/{HOME}", "LANG=C.UTF-8", "PATH=/usr/bin:/bin", f"DISPLAY={DISPLAY}",
    "sh", "-c", 'cd && exec "$@"',
)  # fmt: skip
"""Not by su, which has sockets of its own."""
_DOUBLE_CLICK = """
gio open "$1" && sleep 5
while grep -qs counselor /proc/[0-9]*/comm; do sleep 1; done
"""
"""As file managers do it: the program goes on when what started it has ended."""


class Root:
    """A Debian of its own; what is mounted in it goes with the command that needed it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def command(self, *words: str, user: str = "root") -> list[str]:
        """What runs ``words`` inside; a user has no network at all."""
        alone = ["unshare", "--mount", "--pid", "--fork", "--kill-child"]
        if user != "root":
            words = (*_AT_HOME, "sh", *words)
            alone.append("--net")
        return [*alone, "sh", "-c", _ENTER, str(self.folder), user, *words]

    def run(self, *words: str, user: str = "root", typed: str | None = None) -> str:
        """What a command prints; ends all where it fails."""
        environment = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "DEBIAN_FRONTEND": "noninteractive"}
        done = subprocess.run(
            self.command(*words, user=user), env=environment, input=typed, text=True,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False,
        )  # fmt: skip
        if done.returncode:
            raise SystemExit(f"{words}: exit {done.returncode}\n{done.stdout}")
        return done.stdout

    def files(self) -> set[str]:
        """Every path, but for what dpkg and apt note for themselves."""
        found = (str(path.relative_to(self.folder)) for path in self.folder.rglob("*"))
        return {path for path in found if not OF_APT.match(path)}


def main(package: Path, base: Path | None, pictures: Path | None) -> None:
    """Install, use, remove."""
    with tempfile.TemporaryDirectory() as scratch, _screen():
        root = _root(Path(scratch, "root"), base)
        root.run("useradd", "--create-home", "--shell", "/bin/sh", USER)
        root.run("apt-get", "update")
        # A desktop has these; they say which program opens what.
        root.run("apt-get", "install", "-y", "--no-install-recommends",
                 "shared-mime-info", "desktop-file-utils", "libglib2.0-bin")  # fmt: skip
        _install(root, package)
        root.run("apt-get", "purge", "-y", "counselor")
        before = root.files()
        _install(root, package)
        check("installed files are those of the package", root.run("dpkg", "--verify", "counselor"))
        _commands(root)
        _window(root, pictures)
        _hand_over(root, Path(scratch), pictures)
        root.run("apt-get", "purge", "-y", "counselor")
        check("nothing is left but what apt notes", sorted(root.files() - before))
        left = sorted(path.name for path in (root.folder / HOME).rglob("*") if path.is_file())
        print(f"the user keeps: {', '.join(left)}")


def check(said: str, wrong: object) -> None:
    """Say what was checked, or end with what is wrong."""
    if wrong:
        raise SystemExit(f"not so: {said}: {wrong}")
    print(said)


def _root(folder: Path, base: Path | None) -> Root:
    if base is None:
        subprocess.run(["debootstrap", "--variant=minbase", SUITE, str(folder)], check=True,
                       stdout=subprocess.DEVNULL)  # fmt: skip
    else:
        subprocess.run(["cp", "-a", str(base), str(folder)], check=True)
    for name in (
        "apt/sources.list",
        "apt/sources.list.d",
        "apt/apt.conf.d",
        "resolv.conf",
        "hosts",
    ):
        here, there = Path("/etc", name), folder / "etc" / name
        if here.is_dir():
            shutil.copytree(here, there, dirs_exist_ok=True)
        elif here.is_file():
            shutil.copyfile(here, there)
    return Root(folder)


def _install(root: Root, package: Path) -> None:
    shutil.copyfile(package, root.folder / "tmp" / package.name)
    root.run("apt-get", "install", "-y", "--no-install-recommends", f"/tmp/{package.name}")
    (root.folder / "tmp" / package.name).unlink()


def _commands(root: Root) -> None:
    """The command line, and what the desktop and the shell were told."""
    started = time.monotonic()
    said = root.run("counselor-app", "report", "43-4051", "-o", "report.pdf", user=USER)
    print(f"first report: {time.monotonic() - started:.1f} s")
    made = (root.folder / HOME / "report.pdf").read_bytes()
    check("the report is a PDF", "" if made.startswith(b"%PDF-") else said)
    data = [path.name for path in (root.folder / HOME).rglob("*.sqlite")]
    check("no user keeps a copy of the data", data)
    completed = root.run("bash", "-c", ". /usr/share/bash-completion/completions/counselor-app;"
                         " complete -p counselor-app")  # fmt: skip
    check("the shell completes commands", "" if "counselor" in completed else completed)
    manual = root.folder / "usr/share/man/man1/counselor-app.1.gz"
    formatted = subprocess.run(["man", "-l", str(manual)], capture_output=True, text=True)
    check("the manual reads", "" if "workspace" in formatted.stdout else formatted.stderr)
    entry = root.folder / "usr/share/applications/app.counselor.Counselor.desktop"
    described = root.folder / "usr/share/metainfo/app.counselor.Counselor.metainfo.xml"
    _valid("desktop-file-validate", str(entry))
    _valid("appstreamcli", "validate", "--no-net", str(described))


def _valid(*command: str) -> None:
    if shutil.which(command[0]) is None:
        print(f"{command[0]}: not here, not asked")
        return
    done = subprocess.run(command, capture_output=True, text=True)
    check(f"{command[0]} finds no fault", done.returncode and done.stdout)


def _window(root: Root, pictures: Path | None) -> None:
    """A window on an occupation, and a report, traced: what sockets do they open?"""
    log = root.folder / "tmp" / "calls"
    with _started(root, "counselor", "--open", "43-4051", trace=log):
        window = _window_named("Customer Service Representatives")
        time.sleep(2)
        _picture(pictures, "occupation")
        _keys(window, "key", "ctrl+3")
        time.sleep(5)
        _picture(pictures, "pay")
        root.run("counselor", "--open", "29-1141", user=USER)
        window = _window_named("Registered Nurses")
        print("a second start brings the window forward, with what it was asked for")
        _keys(window, "key", "ctrl+q")
    traced = root.command("counselor-app", "report", "29-1141", "-o", "nurses.pdf", user=USER)
    subprocess.run(
        ["strace", "-f", "-A", "-e", "trace=socket", "-o", str(log), *traced], check=True
    )
    sockets = re.findall(r"socket\((\w+)", log.read_text(encoding="utf-8", errors="replace"))
    log.unlink()
    check(f"{len(sockets)} sockets, to this machine's own services (AF_UNIX)",
          set(sockets) - {"AF_UNIX"} or not sockets)  # fmt: skip


def _hand_over(root: Root, scratch: Path, pictures: Path | None) -> None:
    """Another counselor's file, opened as by a double click, is taken in."""
    other = create_workspace(scratch / "clients.counselor", OWN, clock=lambda: datetime.now(UTC))
    sent = root.folder / HOME / "RF-14.client"
    export_client(other, save_client(other, "RF-14"), sent, TOLD)
    other.shut()
    owner = int(root.run("id", "-u", USER))
    os.chown(sent, owner, owner)
    with _started(root, "sh", "-c", _DOUBLE_CLICK, "sh", sent.name):
        main = _window_named("Counselor")
        for title, typed in (("Keep clients", (OWN, OWN)), ("Take in a client", (TOLD,))):
            asked = _window_named(title)
            time.sleep(1)
            for place, words in enumerate(typed):
                if place:
                    _keys(asked, "key", "Tab")
                _keys(asked, "type", words)
            _picture(pictures, title.replace(" ", "-").lower())
            _keys(asked, "key", "Return")
        asked = _window_named("Take in RF-14")
        time.sleep(1)
        _picture(pictures, "take-in-rf-14")
        _keys(asked, "key", "Tab")  # from Cancel, which has the focus
        _keys(asked, "key", "Return")
        time.sleep(5)
        _picture(pictures, "clients")
        _keys(_window_named("Clients"), "key", "Escape")
        _keys(main, "key", "ctrl+q")
    said = root.run("counselor-app", "workspace", "check", user=USER, typed=f"{OWN}\n")
    check("the client that was handed over is kept", "" if "1 client" in said else said)


@contextmanager
def _started(root: Root, *words: str, trace: Path | None = None) -> Iterator[None]:
    """A program with a window, until it has ended by itself."""
    traced = ["strace", "-f", "-e", "trace=socket", "-o", str(trace)] if trace else []
    with tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as said:
        process = subprocess.Popen([*traced, *root.command(*words, user=USER)], stderr=said)
        try:
            yield
            process.wait(PATIENCE)
            check(f"{words[0]} ends when its window is closed", process.returncode)
            said.seek(0)
            check("and tells of no fault", re.findall(r"(?s)Traceback.*", said.read()))
        finally:
            process.terminate()


@contextmanager
def _screen() -> Iterator[None]:
    server = subprocess.Popen(["Xvfb", DISPLAY, "-screen", "0", "1440x900x24", "-nolisten", "tcp"],
                              stderr=subprocess.DEVNULL)  # fmt: skip
    os.environ["DISPLAY"] = DISPLAY
    try:
        _until(lambda: Path(f"/tmp/.X11-unix/X{DISPLAY[1:]}").exists(), "Xvfb")
        yield
    finally:
        server.terminate()
        server.wait()


def _window_named(title: str) -> str:
    """The window, once it is there."""
    found: list[str] = []

    def there() -> bool:
        said = subprocess.run(["xdotool", "search", "--onlyvisible", "--name", f"^{title}"],
                              capture_output=True, text=True)  # fmt: skip
        found[:] = said.stdout.split()
        return bool(found)

    _until(there, f"the window {title}")
    return found[-1]


def _keys(window: str, what: str, words: str) -> None:
    subprocess.run(["xdotool", "windowfocus", "--sync", window, what, words], check=True)
    time.sleep(0.5)


def _picture(folder: Path | None, name: str) -> None:
    if folder is not None:
        subprocess.run(["import", "-window", "root", str(folder / f"{name}.png")], check=True)


def _until(there: Callable[[], bool], what: str) -> None:
    end = time.monotonic() + PATIENCE
    while not there():
        if time.monotonic() > end:
            raise SystemExit(f"{what} does not come")
        time.sleep(0.3)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("package", type=Path)
    parser.add_argument("--base", type=Path)
    parser.add_argument("--pictures", type=Path)
    options = parser.parse_args()
    if missing := [tool for tool in TOOLS if shutil.which(tool) is None]:
        sys.exit(f"not here: {', '.join(missing)}")
    main(options.package.resolve(), options.base, options.pictures)
