"""Where the frozen program begins."""

import os
import sys
from multiprocessing import freeze_support

# PyInstaller points matplotlib at a new folder at every start, and its list of fonts would be made anew each time.
os.environ.pop("MPLCONFIGDIR", None)

from bonddiary.cli.main import main

if __name__ == "__main__":
    freeze_support()
    sys.exit(main())
