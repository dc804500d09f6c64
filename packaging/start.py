"""What the packaged program starts with."""

import multiprocessing
import sys

from counselor_app.cli import main

multiprocessing.freeze_support()  # where a workbook is first read in a process of its own
sys.exit(main())
