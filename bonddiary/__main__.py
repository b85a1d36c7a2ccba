"""`python -m bonddiary` is the same program as the `bonddiary` command."""

import sys

from bonddiary.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
