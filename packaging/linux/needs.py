"""What a bundle needs of the system, read from its libraries, and the packages that bring it."""

import re
import subprocess
from collections.abc import Iterable
from pathlib import Path

from bundle.contents import files_of
from qt_libraries import ON_SCREEN, WITHOUT_SCREEN

PACKAGES = {
    **WITHOUT_SCREEN,
    **ON_SCREEN,
    # Debian 13 and Ubuntu 24.04 gave these another name when times grew to 64 bits
    "libglib-2.0.so.0": "libglib2.0-0t64 | libglib2.0-0",
    "libcups.so.2": "libcups2t64 | libcups2",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libbrotlidec.so.1": "libbrotli1",
    "libdrm.so.2": "libdrm2",
    "libexpat.so.1": "libexpat1",
    "libffi.so.8": "libffi8",
    "libfreetype.so.6": "libfreetype6",
    "libgcc_s.so.1": "libgcc-s1",
    "libgthread-2.0.so.0": "libglib2.0-0t64 | libglib2.0-0",
    "libstdc++.so.6": "libstdc++6",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb.so.1": "libxcb1",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
}
"""Library -> Debian package."""
C_LIBRARY = {
    "libc.so.6",
    "libm.so.6",
    "libpthread.so.0",
    "libdl.so.2",
    "librt.so.1",
    "libresolv.so.2",
    "libutil.so.1",
}
LOADER = re.compile(r"ld-linux.*|linux-vdso.*")
NEEDED = re.compile(r"^\s+NEEDED\s+(\S+)$", re.MULTILINE)
GLIBC = re.compile(rb"GLIBC_2\.(\d+)\b")


def system_libraries(bundle: Path) -> list[str]:
    """The names of libraries that something in the bundle needs and the bundle doesn't hold."""
    there = {path.name for path in files_of(bundle)}
    return sorted(
        name
        for name in asked(bundle)
        if name not in there and name not in C_LIBRARY and not LOADER.fullmatch(name)
    )


def asked(bundle: Path) -> set[str]:
    """Every library that is named by another as needed."""
    libraries = [str(path) for path in programs(bundle)]
    said = subprocess.run(["objdump", "-p", *libraries], capture_output=True, text=True, check=True).stdout
    return set(NEEDED.findall(said))


def programs(bundle: Path) -> list[Path]:
    """Programs and libraries of the bundle."""
    return [
        path for path in files_of(bundle) if not path.is_symlink() and path.read_bytes()[:4] == b"\x7fELF"
    ]


def c_library(bundle: Path) -> str:
    """The oldest C library that everything in the bundle runs with, as 2.36."""
    found = [int(each) for path in programs(bundle) for each in GLIBC.findall(path.read_bytes())]
    return f"2.{max(found)}"


def debian(libraries: Iterable[str], c_version: str) -> list[str]:
    """What a .deb depends on. Raises ValueError for a library whose package isn't known."""
    unknown = [name for name in libraries if name not in PACKAGES]
    if unknown:
        raise ValueError(f"packaging/linux/needs.py doesn't name the package of: {', '.join(unknown)}")
    return [f"libc6 (>= {c_version})", *sorted({PACKAGES[name] for name in libraries})]


def rpm(libraries: Iterable[str], c_version: str) -> list[str]:
    """What an .rpm depends on: there, libraries are asked for by their own names on every distribution."""
    return [f"libc.so.6(GLIBC_{c_version})(64bit)", *(f"{name}()(64bit)" for name in sorted(libraries))]
