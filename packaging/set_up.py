"""The set-up of README.md: the environment .venv, the pinned packages, the program, its data.

Every pinned package is checked against its hash and comes as a wheel, so that nothing is built
from source with tools that nobody checked. Whatever python3 is, it can read this file.
"""

import os
import subprocess
import sys

NEEDED = (3, 11)
HERE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
VENV = os.path.join(HERE, ".venv")
PYTHON = os.path.join(VENV, "Scripts" if os.name == "nt" else "bin", "python")
# Isolated, or it would be the checkout's: what is installed builds the data for itself.
PREPARE = [PYTHON, "-I", "-c", "from counselor_app.pack import shipped; shipped.make_ready()"]


def main(arguments):
    """Set up for use, or with --tests for testing; the exit status."""
    if sys.version_info[:2] < NEEDED:
        return say(
            "Counselor needs Python 3.11 or newer; this is Python "
            + ".".join(map(str, sys.version_info[:3]))
            + ". Run the same line with a newer one, such as python3.12 in place of python3."
        )
    if arguments not in ([], ["--tests"]):
        return say("set_up.py takes --tests or nothing.")
    wanted = "requirements-dev.txt" if arguments else "requirements.txt"
    pinned = os.path.join(HERE, "packaging", wanted)
    pip = [PYTHON, "-m", "pip", "install", "-q", "--disable-pip-version-check"]
    program = ["-e", HERE] if arguments else [HERE]
    for step in (
        [sys.executable, "-m", "venv", VENV] + cleared(),
        pip + ["--require-hashes", "--only-binary", ":all:", "-r", pinned],
        pip + ["--no-deps", "--no-build-isolation"] + program,
    ):
        status = subprocess.call(step)
        if status:
            return status
    if not arguments:  # for tests the code changes under the data, which its name would not tell
        say("Preparing the occupation data; this takes about half a minute.")
        if subprocess.call(PREPARE, stderr=subprocess.DEVNULL):
            say("That did not work. The program prepares the data when it is first started.")
    return 0


def cleared():
    """What has an environment made with another Python begin anew: it cannot hold two."""
    kept = os.path.join(VENV, "pyvenv.cfg")
    if not os.path.exists(kept):
        return []
    with open(kept) as file:
        lines = [line.replace(" ", "").strip() for line in file]
    number = ".".join(map(str, sys.version_info[:2])) + "."
    own = ("version=" + number, "version_info=" + number)
    return [] if any(line.startswith(own) for line in lines) else ["--clear"]


def say(words):
    """One line on stderr; the exit status."""
    sys.stderr.write(words + "\n")
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
