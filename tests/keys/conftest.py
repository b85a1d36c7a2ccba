"""A family with a plain diary, and one with a locked one."""

from pathlib import Path

import pytest

from tests.keys.made import Family, family


@pytest.fixture
def plain(tmp_path: Path) -> Family:
    """No passphrase is set."""
    return family(tmp_path / "data")


@pytest.fixture
def locked(plain: Family) -> Family:
    """Sam's passphrase is set."""
    plain.lock()
    return plain
