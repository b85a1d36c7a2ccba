"""The .deb and the .rpm, laid out once and packed by nfpm: the same bytes for the same checkout."""

import json
import os
import platform
import shutil
import subprocess
import sys
import textwrap
from datetime import UTC, datetime
from pathlib import Path

from bundle.freeze import settle
from linux import files, needs
from shared import icons
from shared.metadata import App

RELEASE = "1"
ARCHITECTURES = {"x86_64": ("amd64", "x86_64"), "aarch64": ("arm64", "aarch64")}
ZSH = {"deb": "vendor-completions", "rpm": "site-functions"}


def lay_out(app: App, bundle: Path, tree: Path, epoch: int) -> None:
    """Everything below `tree` as it is below / once it is installed."""
    shutil.rmtree(tree, ignore_errors=True)
    usr = tree / "usr"
    home = usr / "lib" / app.command
    home.parent.mkdir(parents=True)
    shutil.copytree(bundle, home, symlinks=True, copy_function=_linked)
    (usr / "bin").mkdir()
    (usr / "bin" / app.command).symlink_to(f"../lib/{app.command}/{app.command}")
    drawn = tree.with_name("icons")
    icons.draw(icons.LINUX_SIZES, drawn)
    files.write(app, usr, drawn, epoch)
    settle(tree, home / app.command, epoch)


def pack(app: App, bundle: Path, tree: Path, folder: Path, epoch: int) -> list[Path]:
    """Both packages, written into `folder`."""
    libraries, c_version = needs.system_libraries(bundle), needs.c_library(bundle)
    depends = {"deb": needs.debian(libraries, c_version), "rpm": needs.rpm(libraries, c_version)}
    debian, other = ARCHITECTURES[platform.machine()]
    names = {
        "deb": f"{app.command}_{app.version}-{RELEASE}_{debian}.deb",
        "rpm": f"{app.command}-{app.version}-{RELEASE}.{other}.rpm",
    }
    made = []
    for kind, name in names.items():
        told = tree.with_name(f"nfpm-{kind}.yaml")
        told.write_text(json.dumps(_told(app, tree, kind, depends[kind], epoch), indent=1))  # JSON is YAML
        command = [str(Path(sys.executable).with_name("nfpm")), "package", "--config", str(told)]
        env = {**os.environ, "SOURCE_DATE_EPOCH": str(epoch)}
        target = folder / name
        subprocess.run(
            [*command, "--packager", kind, "--target", str(target)],
            check=True,
            env=env,
            stdout=subprocess.DEVNULL,
        )
        made.append(target)
    return made


def _told(app: App, tree: Path, kind: str, depends: list[str], epoch: int) -> dict[str, object]:
    """What nfpm is told of one package."""
    text = "\n\n".join(textwrap.fill(each, 76) for each in app.description)
    return {
        "name": app.command,
        "arch": ARCHITECTURES[platform.machine()][0],
        "platform": "linux",
        "version": app.version,
        "version_schema": "none",
        "release": RELEASE,
        "section": "misc",
        "priority": "optional",
        "maintainer": files.maintainer(app),
        "vendor": app.developer,
        "license": app.licence,
        "description": text if kind == "rpm" else f"{app.summary}\n{text}",
        "mtime": datetime.fromtimestamp(epoch, UTC).isoformat(),
        "depends": depends,
        "contents": contents(tree, kind),
        "deb": {"compression": "gzip"},
        "rpm": {
            "compression": "zstd",
            "buildhost": "localhost",
            "summary": app.summary,
            "group": "Applications/Productivity",
        },
    }


def contents(tree: Path, kind: str) -> list[dict[str, object]]:
    """Every file of a package. Folders of the program are its own; those of the system are left to the system."""
    found: list[dict[str, object]] = []
    for path in sorted(tree.rglob("*")):
        name = path.relative_to(tree).as_posix()
        if _belongs_to_other(name, kind):
            continue
        place = f"/{name}".replace("/zsh/vendor-completions/", f"/zsh/{ZSH[kind]}/")
        if path.is_symlink():
            found.append({"src": str(path.readlink()), "dst": place, "type": "symlink"})
        elif path.is_file():
            mode = 0o755 if os.access(path, os.X_OK) else 0o644
            found.append({"src": str(path), "dst": place, "file_info": {"mode": mode}})
        elif name.startswith(("usr/lib/", "usr/share/doc/")) and name.count("/") > 1:
            found.append({"dst": place, "type": "dir", "file_info": {"mode": 0o755}})
    return found


def _belongs_to_other(name: str, kind: str) -> bool:
    """Debian's own papers aren't for an .rpm."""
    return kind == "rpm" and (name.endswith("changelog.Debian.gz") or name.startswith("usr/share/lintian"))


def _linked(source: str, target: str) -> str:
    """The bundle isn't copied a second time on the disk."""
    os.link(source, target, follow_symlinks=False)
    return target
