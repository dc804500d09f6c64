"""Run the program: ``python -m counselor_app``."""

import sys

from counselor_app.cli import main

if __name__ == "__main__":
    sys.exit(main())
