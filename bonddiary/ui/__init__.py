"""Everything Qt."""

import builtins

_python_import = builtins.__import__
import PySide6.QtCore  # noqa: E402, F401  # loaded here first, because of what it does to imports

# Qt for Python puts a wrapper round `import` that reads the source of every module loaded after it, looking for
# `from __feature__ import`. Nothing here uses that, and reading all of SQLAlchemy's source costs time and memory.
builtins.__import__ = _python_import
