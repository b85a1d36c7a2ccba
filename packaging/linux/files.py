"""The files that a Linux desktop wants beside the program, filled from what pyproject.toml says."""

import shutil
from pathlib import Path
from string import Template
from xml.sax.saxutils import escape

from shared.metadata import ROOT, App, Release

HERE = Path(__file__).resolve().parent
ICONS = ROOT / "resources" / "icons"


def write(app: App, tree: Path, icons: Path) -> None:
    """Lays them out below `tree` as below /usr. `icons` holds app-SIZE.png."""
    share = tree / "share"
    _put(share / "applications" / f"{app.id}.desktop", _filled("app.desktop.in", _words(app)))
    _put(share / "metainfo" / f"{app.id}.metainfo.xml", _filled("app.metainfo.xml.in", _xml(app)))
    _put(share / "mime" / "packages" / f"{app.id}.xml", _filled("archive-type.xml.in", _xml(app)))
    _put(share / "doc" / app.command / "copyright", _copyright(app))
    hicolor = share / "icons" / "hicolor"
    for picture in sorted(icons.glob("app-*.png")):
        size = picture.stem.removeprefix("app-")
        _copy(picture, hicolor / f"{size}x{size}" / "apps" / f"{app.id}.png")
    _copy(ICONS / "app.svg", hicolor / "scalable" / "apps" / f"{app.id}.svg")
    _copy(HERE / "symbolic.svg", hicolor / "symbolic" / "apps" / f"{app.id}-symbolic.svg")


def _words(app: App) -> dict[str, str]:
    return {
        "id": app.id, "command": app.command, "name": app.name, "generic_name": app.generic_name,
        "summary": app.summary, "keywords": ";".join(app.keywords), "archive_type": app.archive_type,
    }  # fmt: skip


def _xml(app: App) -> dict[str, str]:
    plain = {
        **_words(app), "licence": app.licence, "developer": app.developer, "archive_name": app.archive_name,
        "archive_suffix": app.archive_suffix, "developer_id": app.id.rpartition(".")[0],
    }  # fmt: skip
    return {
        **{name: escape(value) for name, value in plain.items()},
        "description": "\n".join(f"    <p>{escape(each)}</p>" for each in app.description),
        "keywords": "\n".join(f"    <keyword>{escape(each)}</keyword>" for each in app.keywords),
        "releases": "\n".join(map(_release, app.releases)),
    }


def _release(release: Release) -> str:
    when = f' date="{release.day}"' if release.day else ' date="1970-01-01" type="snapshot"'
    items = "\n".join(f"          <li>{escape(item)}</li>" for item in release.items)
    return (
        f'    <release version="{release.version}"{when}>\n      <description>\n        <ul>\n{items}\n'
        "        </ul>\n      </description>\n    </release>"
    )


def _copyright(app: App) -> str:
    return f"""Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: {app.name}

Files: *
Copyright: {app.developer}
License: {app.licence.replace(" AND ", " and ")}
"""


def _filled(name: str, words: dict[str, str]) -> str:
    return Template((HERE / name).read_text(encoding="utf-8")).substitute(words)


def _put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)
