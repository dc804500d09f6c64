"""What the packaged program starts with."""

import multiprocessing
import sys
from types import ModuleType

from counselor_app.cli import main

# pyqtgraph imports Qt's OpenGL, 10 MB of it, though nothing here is drawn with it.
for name, parts in (("QtOpenGL", {}), ("QtOpenGLWidgets", {"QOpenGLWidget": object})):
    sys.modules[f"PySide6.{name}"] = stands_in = ModuleType(name)
    vars(stands_in).update(parts)
multiprocessing.freeze_support()  # where a workbook is first read in a process of its own
if len(sys.argv) == 2 and sys.argv[1].endswith(".client"):
    sys.argv.insert(1, "--take-in")  # a file dropped on the starter
sys.exit(main())
