"""What PyInstaller puts into the two programs for Windows: names, icon, version.

Two, because Windows ties a console to the program itself: one opens the window and never a console beside it, the other is for
commands, and its words appear where they were typed. Both share every other file of the bundle.
"""

from pathlib import Path

from shared.drawn import read
from shared.metadata import App

ICON_SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)
"""Those Windows asks for at 100 to 250 %: the title bar, the task bar, the desktop."""
LANGUAGE, LETTERS = 0x0809, 1200
"""British English, in Unicode."""


def window_program(app: App) -> str:
    """The file that the Start menu opens, without its ending. Windows takes no two names that differ in capitals alone."""
    return app.name


def executables(app: App, icons: Path, work: Path) -> list[dict[str, object]]:
    """Options of PyInstaller's EXE for each program. `icons` holds app-SIZE.png; what is made goes into `work`."""
    work.mkdir(parents=True, exist_ok=True)
    icon = write_icon(icons, work / "app.ico")
    told = []
    for name, console in ((window_program(app), False), (app.command, True)):
        version = work / f"{name}.version.txt"
        version.write_text(version_resource(app, f"{name}.exe"), encoding="utf-8")
        told.append({"name": name, "console": console, "icon": str(icon), "version": str(version)})
    return told


def write_icon(icons: Path, target: Path) -> Path:
    """One .ico of all sizes, each drawn on its own and none shrunk from another."""
    drawn = read(icons, ICON_SIZES)
    largest = drawn[-1]
    largest.save(
        target,
        sizes=[(size, size) for size in ICON_SIZES],
        append_images=drawn[:-1],
        bitmap_format="bmp",  # the installer's own icon has to be one
    )
    return target


def four_parts(version: str) -> tuple[int, int, int, int]:
    """A version as Windows counts it. Raises ValueError for anything but three numbers."""
    major, minor, patch = map(int, version.split("."))
    return major, minor, patch, 0


def version_resource(app: App, file_name: str) -> str:
    """The text that PyInstaller reads the version resource from."""
    number = four_parts(app.version)
    words = {
        "CompanyName": app.developer,
        "FileDescription": app.name,
        "FileVersion": app.version,
        "InternalName": Path(file_name).stem,
        "LegalCopyright": f"© {app.developer}, {app.licence}",
        "OriginalFilename": file_name,
        "ProductName": app.name,
        "ProductVersion": app.version,
    }
    strings = ",\n".join(f"      StringStruct({key!r}, {value!r})" for key, value in words.items())
    return f"""VSVersionInfo(
  ffi=FixedFileInfo(
    filevers={number}, prodvers={number}, mask=0x3F, flags=0x0, OS=0x40004, fileType=0x1, subtype=0x0, date=(0, 0)
  ),
  kids=[
    StringFileInfo([StringTable('{LANGUAGE:04X}{LETTERS:04X}', [
{strings}
    ])]),
    VarFileInfo([VarStruct('Translation', [{LANGUAGE}, {LETTERS}])]),
  ],
)
"""
