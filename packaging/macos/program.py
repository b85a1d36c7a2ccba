"""What PyInstaller puts into the app for macOS: its name, icon, property list and what its sandbox lets it do."""

from pathlib import Path
from typing import Any

from shared.drawn import read
from shared.metadata import App

HERE = Path(__file__).resolve().parent
ENTITLEMENTS = HERE / "entitlements.plist"
DISK_IMAGE_SCRIPT = HERE / "make-dmg.sh"
ICON_SIZES = (16, 32, 64, 128, 256, 512, 1024)
OLDEST = "13.0"
"""The oldest macOS that Qt in the lock has a wheel for."""
CATEGORY = "public.app-category.lifestyle"
"""Not the medical one: it is a notebook."""


def bundle_options(app: App, icons: Path, work: Path) -> dict[str, object]:
    """Options of PyInstaller's BUNDLE. `icons` holds app-SIZE.png; what is made goes into `work`."""
    work.mkdir(parents=True, exist_ok=True)
    return {
        "name": f"{app.name}.app",
        "icon": str(write_icon(icons, work / "app.icns")),
        "bundle_identifier": app.id,
        "version": app.version,
        "info_plist": info_plist(app),
    }


def write_icon(icons: Path, target: Path) -> Path:
    """One .icns of all sizes, each drawn on its own."""
    drawn = read(icons, ICON_SIZES)
    drawn[-1].save(target, append_images=drawn[:-1])
    return target


def info_plist(app: App) -> dict[str, Any]:
    """What Finder and the system are told."""
    archive = f"{app.id}.archive"
    return {
        "CFBundleName": app.name,
        "CFBundleDisplayName": app.name,
        "CFBundleIdentifier": app.id,
        "CFBundleShortVersionString": app.version,
        "CFBundleVersion": app.version,
        "CFBundleDevelopmentRegion": "en-GB",
        "LSApplicationCategoryType": CATEGORY,
        "LSMinimumSystemVersion": OLDEST,
        "NSHighResolutionCapable": True,
        "NSRequiresAquaSystemAppearance": False,  # the dark look of the system is followed
        "NSPrincipalClass": "NSApplication",
        "NSHumanReadableCopyright": f"© {app.developer}, {app.licence}",
        "CFBundleDocumentTypes": [
            {
                "CFBundleTypeName": app.archive_name,
                "CFBundleTypeRole": "Viewer",
                "LSItemContentTypes": [archive],
                "LSHandlerRank": "Alternate",  # other programs keep the files of this ending that are theirs
            }
        ],
        "UTExportedTypeDeclarations": [
            {
                "UTTypeIdentifier": archive,
                "UTTypeDescription": app.archive_name,
                "UTTypeConformsTo": ["public.text"],
                "UTTypeTagSpecification": {
                    # the system looks at the last ending alone; the whole one is for systems that don't
                    "public.filename-extension": [app.archive_suffix, app.archive_suffix.rpartition(".")[2]],
                    "public.mime-type": [app.archive_type],
                },
            }
        ],
    }
