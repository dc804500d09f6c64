"""What the system is asked to keep of this program's memory: nothing."""

from __future__ import annotations

import sys
from contextlib import suppress

_PR_SET_DUMPABLE = 4


def keep_out_of_dumps() -> None:
    """Write no memory to the disk on a crash, and let no other program of the user look into it.

    POSIX: no core file. Linux also: no debugger, no reading of ``/proc/PID/mem`` but by root.
    Elsewhere the system offers a program nothing of the kind.
    """
    if sys.platform == "win32":
        return
    import resource

    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        import ctypes

        with suppress(OSError, AttributeError):
            ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
