"""What Bond Diary is made of: `dev.py supply [FOLDER]`.

Looks whether every lock pins each library with hashes, whether each licence is one that may be shipped, and asks pip-audit for
known holes where it is installed and reaches its source; where it doesn't, that is said, never passed over. With a folder, a
list of the libraries (CycloneDX) and of their licences is written there.
"""

import json
import re
import subprocess
import sys
from collections.abc import Collection
from dataclasses import dataclass
from importlib.metadata import Distribution, distributions
from pathlib import Path

import environment
from environment import LOCKS, ROOT

ALLOWED = (
    "MIT", "MIT-0", "MIT-CMU", "BSD", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0", "PSF-2.0", "Python-2.0", "MPL-2.0", "ISC",
    "Zlib", "0BSD", "HPND", "Unlicense", "CC0-1.0", "OFL-1.1", "LGPL-3.0-only",
)  # fmt: skip
"""Licences of libraries that may be shipped beside Apache-2.0 code."""
BY_NAME = {
    "pyside6-essentials": "LGPL-3.0-only",
    "shiboken6": "LGPL-3.0-only",
    "matplotlib": "PSF-2.0",
    "cycler": "BSD-3-Clause",
    "kiwisolver": "BSD-3-Clause",
    "sqlcipher3": "Zlib",
}
"""Where a library's own words for its licence are a sentence, or are missing: read by hand from its licence file."""
CLASSIFIERS = {
    "MIT License": "MIT",
    "BSD License": "BSD",
    "Apache Software License": "Apache-2.0",
    "Python Software Foundation License": "PSF-2.0",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "ISC License (ISCL)": "ISC",
    "Historical Permission Notice and Disclaimer (HPND)": "HPND",
}
PLAIN = {
    "apache 2.0": "Apache-2.0",
    "apache license 2.0": "Apache-2.0",
    "bsd": "BSD",
    "mit license": "MIT",
    "psf": "PSF-2.0",
}
"""Other ways to write the same."""
_PIN = re.compile(r"^([A-Za-z0-9][A-Za-z0-9._-]*)==([^\s;\\]+)", re.MULTILINE)


@dataclass(frozen=True)
class Library:
    """One that is shipped."""

    name: str
    version: str
    licence: str
    hashes: tuple[str, ...]
    """SHA-256 of its files, as the lock has them."""


def main(arguments: list[str]) -> int:
    """Returns 1 where a lock lacks a hash, a licence isn't allowed, a library is undeclared or unused, or a hole is known."""
    libraries = shipped()
    problems = [*unhashed(), *not_allowed(libraries)]
    for library in libraries:
        print(f"{library.name} {library.version}: {library.licence}")
    print(f"Licences: {len(libraries)} libraries, {len(not_allowed(libraries))} not allowed.")
    if environment.call(["deptry", "bonddiary"]) != 0:
        problems.append("a library is unused or undeclared (deptry)")
    known = audit()
    print(f"Known holes: {known or 'none found'}")
    if known and not known.startswith("not checked"):
        problems.append(known)
    if arguments:
        write(libraries, Path(arguments[0]))
    print("\n".join(problems) or "Locks, licences and libraries are as they may be.")
    return 1 if problems else 0


def pins(lock: Path) -> dict[str, tuple[str, tuple[str, ...]]]:
    """Of a lock: each library's version and hashes."""
    found = {}
    text = lock.read_text(encoding="utf-8")
    starts = [*_PIN.finditer(text)]
    for place, start in enumerate(starts):
        end = starts[place + 1].start() if place + 1 < len(starts) else len(text)
        hashes = tuple(re.findall(r"--hash=sha256:([0-9a-f]{64})", text[start.start() : end]))
        found[_plain(start[1])] = (start[2], hashes)
    return found


def unhashed(folder: Path = LOCKS) -> list[str]:
    """Lines of any lock that would let something else be installed."""
    return [
        f"{lock.name}: {name} has no hash"
        for lock in sorted(folder.glob("*.txt"))
        for name, (_, hashes) in pins(lock).items()
        if not hashes
    ]


def shipped() -> list[Library]:
    """The libraries of the lock of the program that are installed here; those for other systems aren't."""
    there = {_plain(each.metadata["Name"]): each for each in distributions(path=_places())}
    return [
        Library(name, version, licence(there[name]), hashes)
        for name, (version, hashes) in sorted(pins(LOCKS / "run.txt").items())
        if name in there
    ]


def licence(library: Distribution) -> str:
    """What a library says of its licence, as an SPDX name where that can be told."""
    told, name = library.metadata, _plain(library.metadata["Name"])
    if name in BY_NAME:
        return BY_NAME[name]
    if "License-Expression" in told:
        return str(told["License-Expression"])
    named = [
        line.rpartition(" :: ")[2]
        for line in told.get_all("Classifier") or ()
        if line.startswith("License ::")
    ]
    spdx = [CLASSIFIERS[each] for each in named if each in CLASSIFIERS]
    if spdx:
        return " AND ".join(dict.fromkeys(spdx))
    written = str(told["License"] if "License" in told else "").strip()  # noqa: SIM401  # it has no get()
    return PLAIN.get(written.casefold(), written.splitlines()[0] if written else "unknown")


def not_allowed(libraries: list[Library]) -> list[str]:
    """Libraries whose licence isn't on the list: of "A OR B" one is enough, of "A AND B" both have to be."""
    return [
        f"{each.name}: the licence “{each.licence}” isn't on the list"
        for each in libraries
        if not any(
            all(part.strip(" ()") in ALLOWED for part in way.split(" AND "))
            for way in each.licence.split(" OR ")
        )
    ]


def audit() -> str:
    """Known holes in what the lock names; blank for none; "not checked" and why where nobody could be asked."""
    program = environment.program("pip-audit")
    if not program.exists():
        return "not checked: pip-audit isn't installed here"
    options = ["--require-hashes", "--disable-pip", "--progress-spinner", "off", "--format", "json"]
    done = subprocess.run(
        [str(program), *options, "-r", str(LOCKS / "run.txt")],
        capture_output=True, text=True, check=False, env=environment.variables(), timeout=300,
    )  # fmt: skip
    return told_by_audit(done.stdout, pins(LOCKS / "run.txt"))


def told_by_audit(said: str, asked: Collection[str]) -> str:
    """What pip-audit's answer comes to. It ends well, too, where its source knew none of the libraries."""
    try:
        answers = json.loads(said)["dependencies"]
    except (ValueError, KeyError, TypeError):
        return "not checked: pip-audit doesn't reach its source"
    holes = [f"{each['name']}: {hole['id']}" for each in answers for hole in each.get("vulns", ())]
    if holes:
        return "known: " + ", ".join(holes)
    seen = {_plain(each["name"]) for each in answers if "skip_reason" not in each}
    left = sorted(set(asked) - seen)
    return f"not checked: its source said nothing of {', '.join(left)}" if left else ""


def write(libraries: list[Library], folder: Path) -> None:
    """Two files, the same bytes for the same lock: `bonddiary.cdx.json` and `licences.txt`."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "bonddiary.cdx.json").write_text(json.dumps(bill(libraries), indent=2) + "\n", encoding="utf-8")
    lines = [f"{each.name} {each.version}: {each.licence}" for each in libraries]
    (folder / "licences.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"Written: {folder / 'bonddiary.cdx.json'} and licences.txt")


def bill(libraries: list[Library]) -> dict[str, object]:
    """A CycloneDX 1.5 bill of materials: without a time or a number of its own, so that it can be compared."""
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {"component": {"type": "application", "name": "bonddiary", "version": _own_version()}},
        "components": [
            {
                "type": "library",
                "bom-ref": f"pkg:pypi/{each.name}@{each.version}",
                "name": each.name,
                "version": each.version,
                "purl": f"pkg:pypi/{each.name}@{each.version}",
                "licenses": [{"expression": each.licence}]
                if " " in each.licence
                else [{"license": {"name": each.licence}}],
                "properties": [{"name": "bonddiary:sha256", "value": each_hash} for each_hash in each.hashes],
            }
            for each in libraries
        ],
    }


def _own_version() -> str:
    found = re.search(
        r'__version__ = "([^"]+)"', (ROOT / "bonddiary" / "__init__.py").read_text(encoding="utf-8")
    )
    assert found is not None
    return found[1]


def _places() -> list[str]:
    return [
        str(each)
        for each in (
            *environment.ENV.glob("lib/python*/site-packages"),
            environment.ENV / "Lib" / "site-packages",
        )
    ]


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
