"""stub"""

from pathlib import Path

from shared.metadata import App


def check(app: App, deb: Path, picture: Path | None) -> list[str]:
    return []
