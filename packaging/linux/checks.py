"""What other people's tools say of the files and of the .deb, where they are here."""

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

from shared.metadata import App


def check(app: App, tree: Path, deb: Path, say: Callable[[str], None]) -> list[str]:
    """One sentence for each complaint; a tool that isn't here is said."""
    share = tree / "usr" / "share"
    commands = {
        "desktop-file-validate": [str(share / "applications" / f"{app.id}.desktop")],
        "appstreamcli": ["validate", "--no-net", str(share / "metainfo" / f"{app.id}.metainfo.xml")],
        "xmllint": ["--noout", str(share / "mime" / "packages" / f"{app.id}.xml")],
        "lintian": ["--fail-on", "error,warning", "--allow-root", str(deb)],
    }
    problems = []
    for tool, arguments in commands.items():
        if shutil.which(tool) is None:
            say(f"{tool}: not checked, it isn't here")
            continue
        done = subprocess.run([tool, *arguments], capture_output=True, text=True, check=False)
        said = (done.stdout + done.stderr).strip()
        found = done.returncode != 0 or bool(re.search(r"^[EW]: ", said, re.MULTILINE))
        say(f"{tool}: {'complains' if found else 'fine'}")
        if found:
            problems.append(f"{tool}: {said}")
    return problems
