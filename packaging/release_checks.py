"""The checks of `dev.py release`. Each yields its outcomes; the order is from the words to what was built."""

import plistlib
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import yaml

import environment
import python_wheel
import supply
import targets
from bundle.places import Broken
from environment import LOCKS, ROOT
from flatpak import manifest
from linux import files
from macos import program as macos
from outcomes import Check, Given, Outcome, State, by_program, by_tool, said_by_manifest
from shared import icons
from shared.dates import epoch
from windows import installer
from windows import program as windows

SYSTEMS = {
    "Windows": "x86_64-pc-windows-msvc",
    "macOS on Apple's processors": "aarch64-apple-darwin",
    "Linux on x86_64": "x86_64-manylinux_2_34",
    "Linux on aarch64": "aarch64-manylinux_2_39",
}
"""What the lock is to hold a ready-made file for. macOS on Intel's is not among them: a library no longer comes for it."""
PYTHONS = ("3.11", "3.12", "3.13")
SCRIPTS = ("packaging/macos/make-dmg.sh", ".ci/run")


def versions(given: Given) -> Iterator[Outcome]:
    """One version everywhere, with a day."""
    newest = given.app.releases[0] if given.app.releases else None
    if newest is None or newest.version != given.app.version:
        told = newest.version if newest else "none"
        yield Outcome(
            "version", State.FAULT, f"the program is {given.app.version}, the changelog's newest is {told}"
        )
        return
    yield Outcome("version", State.FINE, f"{given.app.version} in the program and in CHANGELOG.md")
    if not newest.items:
        yield Outcome("changelog", State.FAULT, f"{newest.version} has no line")
    if not newest.day:
        yield Outcome(
            "day of the release", State.TO_DO, f"CHANGELOG.md says “not yet released” of {newest.version}"
        )


def content(given: Given) -> Iterator[Outcome]:
    """Words and tips, with the days they were looked up."""
    what, command = (
        "content (check-content --release)",
        ["python", "-m", "bonddiary", "check-content", "--release"],
    )
    outcome = by_program(what, command)
    if outcome.state is State.FAULT:
        yield outcome
        return
    yield replace(outcome, words=outcome.words.partition("\n")[0])
    waiting = re.findall(r"\d+ (\w+): \d+ verified, ([1-9]\d*) waiting", outcome.words)
    if waiting:
        told = ", ".join(f"{count} {kind}" for kind, count in waiting)
        yield Outcome("content that waits for a named person’s check", State.TO_DO, told)


def libraries(given: Given) -> Iterator[Outcome]:
    """Hashes, licences, known holes of what is shipped."""
    shipped = supply.shipped()
    unhashed, refused = supply.unhashed(), supply.not_allowed(shipped)
    yield Outcome("hashes of the locks", State.FAULT if unhashed else State.FINE, "; ".join(unhashed))
    yield Outcome(
        "licences of what is shipped",
        State.FAULT if refused else State.FINE,
        "; ".join(refused) or f"{len(shipped)} libraries",
    )
    holes = supply.audit()
    if holes.startswith("not checked"):
        yield Outcome("known holes", State.NOT_CHECKED, holes.removeprefix("not checked: "))
    else:
        yield Outcome("known holes", State.FAULT if holes else State.FINE, holes)


def systems(given: Given) -> Iterator[Outcome]:
    """Whether every library of the lock comes ready-made for each system. Asks the index that pip is set up for."""
    uv = environment.ensure_uv()
    for name, system in SYSTEMS.items():
        for python in PYTHONS:
            command: list[str | Path] = [
                uv, "pip", "install", "--dry-run", "--no-deps", "--only-binary=:all:", "--require-hashes",
                "--target", given.made / "nowhere", "--python", environment.ENV, "--python-platform", system,
                "--python-version", python, "-r", LOCKS / "run.txt",
            ]  # fmt: skip
            done = subprocess.run(
                command, env=environment.step_variables(), capture_output=True, text=True, check=False
            )
            what = f"libraries for {name}, Python {python}"
            if any(sign in done.stderr for sign in environment.NETWORK_SIGNS):
                yield Outcome(what, State.NOT_CHECKED, "no package index answers")
                return
            yield Outcome(
                what,
                State.FAULT if done.returncode else State.FINE,
                done.stderr.strip()[-600:] if done.returncode else "",
            )


def desktop(given: Given) -> Iterator[Outcome]:
    """Menu entry, what shops show, the type of archives; and that the changelog is in what shops show."""
    app = given.app
    drawn = given.made / "icons"
    icons.draw(icons.LINUX_SIZES, drawn)
    share = given.made / "share"
    files.desktop(app, share, drawn, epoch(app))
    metainfo = share / "metainfo" / f"{app.id}.metainfo.xml"
    yield by_tool("menu entry", ["desktop-file-validate", share / "applications" / f"{app.id}.desktop"])
    yield by_tool("metainfo", ["appstreamcli", "validate", "--no-net", metainfo])
    told = [each.get("version") for each in ET.parse(metainfo).iter("release")]  # noqa: S314  # our own file
    wanted = [each.version for each in app.releases]
    yield Outcome(
        "changelog in the metainfo",
        State.FINE if told == wanted else State.FAULT,
        "" if told == wanted else f"{told} for {wanted}",
    )


def packages(given: Given) -> Iterator[Outcome]:
    """The Linux packages, where they were built."""
    for ending, command in (
        ("deb", ["lintian", "--fail-on=error,warning", "--allow-root"]),
        ("rpm", ["rpm", "-qp", "--requires"]),
    ):
        found = sorted(given.folder.glob(f"*.{ending}"))
        for package in found:
            yield by_tool(package.name, [*command, package])
        if not found:
            yield Outcome(
                f".{ending}", State.NOT_CHECKED, f"{given.folder} holds none (dev.py bundle makes it)"
            )


def flatpak(given: Given) -> Iterator[Outcome]:
    """Its manifest, and all that a filled folder holds."""
    filled = given.folder / "flatpak"
    ready = filled / f"{given.app.id}.json"
    if ready.exists():
        yield said_by_manifest(ready)
        lacking = manifest.lacking(filled)
        yield Outcome("Flatpak sources", State.FAULT if lacking else State.FINE, ", ".join(lacking))
    else:
        yield said_by_manifest(manifest.write(given.app, "bonddiary.whl", given.made))
        yield Outcome(
            "Flatpak sources", State.NOT_CHECKED, f"{filled} isn't filled (dev.py flatpak fills it)"
        )
    yield Outcome(
        "Flatpak, built and started",
        State.NOT_CHECKED,
        "its runtime comes from a network: the workflow builds it",
    )


def windows_installer(given: Given) -> Iterator[Outcome]:
    """Compiles it: of the real bundle where there is one, else of one that stands in for it."""
    app, what = given.app, "Windows installer"
    if shutil.which("makensis") is None:
        yield Outcome(what, State.NOT_CHECKED, "makensis is not on this computer")
        return
    drawn = given.made / "icons"
    icons.draw(windows.ICON_SIZES, drawn)
    real = given.folder / app.command
    whole = (real / f"{windows.window_program(app)}.exe").exists()
    bundle = real if whole else stand_in(given)
    try:
        installer.build(app, bundle, drawn, given.made / targets.installer_name(app))
    except subprocess.CalledProcessError as problem:
        yield Outcome(what, State.FAULT, f"{problem.stdout}{problem.stderr}"[-2000:])
        return
    yield Outcome(what, State.FINE, "makensis" if whole else "makensis, of a stand-in for the bundle")
    if sys.platform != "win32":
        yield Outcome(
            "Windows programs, started", State.NOT_CHECKED, "this is not Windows: the workflow starts them"
        )


def stand_in(given: Given) -> Path:
    """A bundle for Windows with nothing in it."""
    bundle = given.made / "windows"
    (bundle / "_internal").mkdir(parents=True)
    for name in (
        f"{windows.window_program(given.app)}.exe",
        f"{given.app.command}.exe",
        "_internal/base.dll",
    ):
        (bundle / name).write_bytes(b"")
    return bundle


def mac(given: Given) -> Iterator[Outcome]:
    """Property list, sandbox, icon; the app itself on macOS alone."""
    plist = given.made / "Info.plist"
    plist.write_bytes(plistlib.dumps(macos.info_plist(given.app)))
    for path in (plist, macos.ENTITLEMENTS):
        plistlib.loads(path.read_bytes())
        yield Outcome(f"macOS {path.name}", State.FINE, "Python reads it")
        yield by_tool(f"macOS {path.name}, by macOS itself", ["plutil", "-lint", path])
    networked = [key for key in plistlib.loads(macos.ENTITLEMENTS.read_bytes()) if ".network." in key]
    yield Outcome(
        "macOS sandbox", State.FAULT if networked else State.FINE, ", ".join(networked) or "no network"
    )
    built = given.folder / f"{given.app.name}.app"
    if built.exists():
        yield by_tool("macOS app", ["codesign", "--verify", "--deep", "--strict", built])
    else:
        yield Outcome(
            "macOS app", State.NOT_CHECKED, f"{given.folder} holds none (dev.py bundle makes it on macOS)"
        )


def scripts(given: Given) -> Iterator[Outcome]:
    """Scripts of the shell, and workflows."""
    for name in SCRIPTS:
        yield by_tool(name, ["shellcheck", ROOT / name])
    flows = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
    for path in flows:
        yaml.safe_load(path.read_text(encoding="utf-8"))
        yield by_tool(f"workflow {path.name}", ["actionlint", path])
    if not flows:
        yield Outcome("workflows", State.FAULT, "there are none")


def wheel(given: Given) -> Iterator[Outcome]:
    """Wheel and source archive: made twice, installed, used."""
    try:
        made, archive = python_wheel.make(given.app, given.made / "dist")
        yield Outcome(
            f"{made.name}, {archive.name}",
            State.FINE,
            "the same bytes twice; the archive makes the same wheel",
        )
        told = python_wheel.attempt(given.app, made)
    except (python_wheel.Differs, Broken) as problem:
        yield Outcome("wheel", State.FAULT, str(problem))
    except environment.SetupError as problem:
        yield Outcome("wheel, installed", State.NOT_CHECKED, str(problem))
    else:
        yield Outcome("wheel, installed and used", State.FINE, "; ".join(line.strip() for line in told[1:]))


CHECKS: tuple[Check, ...] = (
    versions, content, libraries, systems, desktop, packages, flatpak, windows_installer, mac, scripts, wheel,
)  # fmt: skip
