"""What the packaged program starts with."""

import multiprocessing
import sys

from counselor_app.cli import main

multiprocessing.freeze_support()  # where a workbook is first read in a process of its own
if len(sys.argv) == 2 and sys.argv[1].endswith(".client"):
    sys.argv.insert(1, "--take-in")  # a file dropped on the starter
sys.exit(main())
