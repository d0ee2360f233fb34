"""`python -m drafter` does what the command `drafter` does."""

import sys

from drafter.cli import main

sys.exit(main())
