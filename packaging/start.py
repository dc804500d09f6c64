"""What the packaged program starts with."""

import sys

from counselor_app.cli import main

sys.exit(main())
