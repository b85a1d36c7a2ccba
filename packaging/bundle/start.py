"""Where the frozen program begins."""

import os
import sys

for name in ("stdout", "stderr"):
    if getattr(sys, name) is None:  # a Windows program without a console has none
        setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115  # as long as it runs

from bonddiary.cli.main import main  # noqa: E402  # loading it may already say something

if __name__ == "__main__":
    sys.exit(main())
