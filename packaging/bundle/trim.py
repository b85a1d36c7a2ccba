"""What of the libraries' files a bundle holds: pure names, so that it can be tested without making one."""

from collections.abc import Iterable
from fnmatch import fnmatch

LEFT_OUT = (
    # Qt: screens that no family has, plugins for formats that the program doesn't read, languages of dialogs that it hasn't
    "PySide6/*translations/*",
    "PySide6/*plugins/egldeviceintegrations/*",
    "PySide6/*plugins/generic/*",
    "PySide6/*plugins/networkinformation/*",
    "PySide6/*plugins/tls/*",
    "PySide6/*plugins/xcbglintegrations/*",
    "PySide6/*plugins/wayland-graphics-integration-client/*",
    "PySide6/*plugins/wayland-shell-integration/*fullscreen*",
    "PySide6/*plugins/wayland-shell-integration/*ivi*",
    "PySide6/*plugins/wayland-shell-integration/*qt-shell*",
    "PySide6/*plugins/wayland-shell-integration/*wl-shell*",
    "PySide6/*plugins/platforms/*eglfs*",
    "PySide6/*plugins/platforms/*linuxfb*",
    "PySide6/*plugins/platforms/*minimal*",
    "PySide6/*plugins/platforms/*vnc*",
    "PySide6/*plugins/platforms/*vkkhr*",
    "PySide6/*plugins/platforms/*direct2d*",
    "PySide6/*plugins/platformthemes/*gtk*",  # loads all of GTK at each start
    "*Qt6Egl*",
    "*Qt6Network*",
    "*Qt6WlShell*",
    "*QtNetwork*",
    "matplotlib/mpl-data/sample_data/*",
    "matplotlib/mpl-data/plot_directive/*",
    "matplotlib/mpl-data/fonts/afm/*",
    "matplotlib/mpl-data/fonts/pdfcorefonts/*",
    "*.dist-info/*",  # their licences go to licences/
    "*/__pycache__/*",
)
PICTURE_FORMATS = ("qsvg",)
"""Plugins for pictures that are kept. PNG is Qt's own."""
UNSTRIPPED = ("numpy", "numpy.libs", "PIL", "pillow.libs", "PySide6", "shiboken6", "contourpy")
"""Folders whose libraries break when their symbols are taken out (they were patched after they were linked), or have none."""


def kept(name: str) -> bool:
    """Whether a file stays; `name` is its path in the bundle."""
    name = name.replace("\\", "/")
    if "/plugins/imageformats/" in name:
        return any(each in name for each in PICTURE_FORMATS)
    return not any(fnmatch(name, pattern) for pattern in LEFT_OUT)


def stripped(name: str) -> bool:
    """Whether what only a debugger reads is taken out of a library."""
    return ".so" in name and name.partition("/")[0] not in UNSTRIPPED


def of_the_system(name: str, source: str, ours: Iterable[str]) -> bool:
    """On Linux: whether a library is the system's. A package asks for it by name instead of bringing a copy that nobody mends.

    `ours`: the folders of the environment and of Python.
    """
    return not source.startswith(tuple(ours)) and not name.rpartition("/")[2].startswith("libpython")
