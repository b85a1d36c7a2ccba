"""The files that a Linux desktop wants beside the program, filled from what pyproject.toml says."""

import gzip
import shutil
import textwrap
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path
from string import Template
from xml.sax.saxutils import escape

from linux import commands
from shared.dates import day_of
from shared.metadata import ROOT, App, Release

HERE = Path(__file__).resolve().parent
ICONS = ROOT / "resources" / "icons"
MAINTAINER = "{developer} <noreply@{command}.invalid>"
"""Packages want an address; the project has none, and .invalid says so."""
COMPLETIONS = {
    "bash": "bash-completion/completions/{command}",
    "zsh": "zsh/vendor-completions/_{command}",  # Debian's folder; an .rpm has it in site-functions
    "fish": "fish/vendor_completions.d/{command}.fish",
}


def write(app: App, tree: Path, icons: Path, epoch: int) -> None:
    """Lays them out below `tree` as below /usr. `icons` holds app-SIZE.png."""
    share = tree / "share"
    desktop(app, share, icons, epoch)
    _put(share / "man" / "man1" / f"{app.command}.1.gz", _packed(commands.manual(app, day_of(epoch))))
    for shell, place in COMPLETIONS.items():
        _put(share / place.format(command=app.command), commands.completion(shell))
    papers = share / "doc" / app.command
    _put(papers / "copyright", copyright_of(app, day_of(epoch)[:4]))
    _put(papers / "changelog.gz", _packed((ROOT / "CHANGELOG.md").read_text(encoding="utf-8")))
    _put(papers / "changelog.Debian.gz", _packed(debian_changelog(app, epoch)))
    _put(
        share / "lintian" / "overrides" / app.command,
        _filled("lintian-overrides.in", {"package": app.command}),
    )


def desktop(app: App, share: Path, icons: Path, epoch: int) -> None:
    """Menu entry, what shops show, the type of its archives, icons: what any kind of package brings."""
    _put(share / "applications" / f"{app.id}.desktop", _filled("app.desktop.in", _words(app)))
    _put(
        share / "metainfo" / f"{app.id}.metainfo.xml",
        _filled("app.metainfo.xml.in", _xml(app, day_of(epoch))),
    )
    _put(
        share / "mime" / "packages" / f"{app.id}.xml",
        _filled("archive-type.xml.in", _xml(app, day_of(epoch))),
    )
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


def _xml(app: App, today: str) -> dict[str, str]:
    plain = {
        **_words(app), "licence": app.licence, "developer": app.developer, "archive_name": app.archive_name,
        "archive_suffix": app.archive_suffix, "developer_id": app.id.rpartition(".")[0].lower(),
    }  # fmt: skip
    return {
        **{name: escape(value) for name, value in plain.items()},
        "description": "\n".join(f"    <p>{escape(each)}</p>" for each in app.description),
        "keywords": "\n".join(f"    <keyword>{escape(each)}</keyword>" for each in app.keywords),
        "releases": "\n".join(_release(each, today) for each in app.releases),
    }


def _release(release: Release, today: str) -> str:
    when = f' date="{release.day}"' if release.day else f' date="{today}" type="development"'
    items = "\n".join(f"          <li>{escape(item)}</li>" for item in release.items)
    return (
        f'    <release version="{release.version}"{when}>\n      <description>\n        <ul>\n{items}\n'
        "        </ul>\n      </description>\n    </release>"
    )


def debian_changelog(app: App, epoch: int) -> str:
    """Each release as Debian's tools read it."""
    parts = []
    for release in app.releases:
        day = datetime.fromisoformat(f"{release.day or day_of(epoch)}T00:00:00").replace(tzinfo=UTC)
        lines = "\n".join(
            textwrap.fill(item, 78, initial_indent="  * ", subsequent_indent="    ") for item in release.items
        )
        parts.append(
            f"{app.command} ({release.version}-1) {'stable' if release.day else 'UNRELEASED'}; urgency=medium\n\n"
            f"{lines}\n\n -- {maintainer(app)}  {format_datetime(day)}\n"
        )
    return "\n".join(parts)


def maintainer(app: App) -> str:
    """Name and address."""
    return MAINTAINER.format(developer=app.developer, command=app.command)


def copyright_of(app: App, year: str) -> str:
    """Who made it, and under which licences."""
    words = {"name": app.name, "developer": app.developer, "command": app.command, "year": year}
    return _filled("copyright.in", words)


def _packed(text: str) -> bytes:
    return gzip.compress(text.encode(), 9, mtime=0)


def _filled(name: str, words: dict[str, str]) -> str:
    return Template((HERE / name).read_text(encoding="utf-8")).substitute(words)


def _put(path: Path, content: str | bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)
