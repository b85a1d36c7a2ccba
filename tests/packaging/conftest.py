"""What the tests of every target share."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from macos import program as macos
from shared import icons
from shared.metadata import App, load
from windows import program as windows


@pytest.fixture(scope="session")
def app() -> App:
    """The program as pyproject.toml tells of it."""
    return load()


@pytest.fixture(scope="session")
def drawn(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the icon in every size that a target asks for."""
    folder = tmp_path_factory.mktemp("icons")
    icons.draw({*icons.LINUX_SIZES, *windows.ICON_SIZES, *macos.ICON_SIZES}, folder)
    return folder
