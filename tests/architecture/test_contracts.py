"""A contract that catches nothing is no contract: each is broken once, in a copy, and must say so."""

import ast
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
CONTRACTS = {
    contract["id"]: contract
    for contract in tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
}

# contract -> what is planted together: files below bonddiary/, each with a line that breaks it
PLANTS: dict[str, list[tuple[str, str]]] = {
    "layers": [
        ("domain/planted.py", "import bonddiary.system"),
        ("system/planted.py", "import bonddiary.analysis"),
        ("analysis/planted.py", "import bonddiary.content"),
        ("content/planted.py", "import bonddiary.store"),
        ("keys/planted.py", "import bonddiary.content"),
        ("store/planted.py", "import bonddiary.exchange"),
        ("exchange/planted.py", "import bonddiary.charts"),
        ("charts/planted.py", "import bonddiary.diary"),
        ("diary/planted.py", "import bonddiary.ui"),
        ("report/planted.py", "import bonddiary.diary"),
        ("ui/planted.py", "import bonddiary.bootstrap"),
        ("ui/planted_too.py", "import bonddiary.cli"),
    ],
    "qt": [
        (f"{package}/planted.py", "from PySide6.QtCore import QObject")
        for package in (
            "cli",
            "diary",
            "store",
            "exchange",
            "charts",
            "analysis",
            "content",
            "domain",
            "system",
            "keys",
        )
    ],
    "sql": [
        ("diary/planted.py", "import sqlalchemy.orm"),
        ("cli/planted.py", "from alembic import command"),
        ("exchange/planted.py", "def late() -> None:\n    import sqlcipher3"),
        ("keys/planted.py", "import sqlcipher3"),
    ],
    "one-sqlite": [
        ("store/planted.py", "import sqlite3"),
        ("system/planted.py", "from sqlite3 import connect"),
    ],
    "matplotlib": [
        ("ui/widgets/planted.py", "from matplotlib.figure import Figure"),
        ("analysis/planted.py", "import matplotlib"),
        ("cli/planted.py", "def late() -> None:\n    import matplotlib.figure"),
    ],
    "typst": [
        ("cli/planted.py", "import typst"),
        ("ui/planted.py", "from typst import Compiler"),
    ],
    "cryptography": [
        ("store/planted.py", "from cryptography.hazmat.primitives.hashes import SHA256"),
        ("cli/planted.py", "def late() -> None:\n    import cryptography"),
    ],
    "store-through-diary": [
        ("ui/planted.py", "import bonddiary.store"),
        ("cli/planted.py", "from bonddiary import store"),
        ("report/__init__.py", ""),
        ("report/planted.py", "from bonddiary.store import database"),
    ],
    "formats": [
        ("exchange/formats/planted_a.py", ""),
        ("exchange/formats/planted_b.py", "from bonddiary.exchange.formats import planted_a"),
    ],
    "chart-kinds": [
        ("charts/kinds/planted_a.py", ""),
        ("charts/kinds/planted_b.py", "import bonddiary.charts.kinds.planted_a"),
    ],
    "pages": [
        ("ui/pages/planted_a/__init__.py", ""),
        ("ui/pages/planted_b/__init__.py", ""),
        ("ui/pages/planted_b/page.py", "import bonddiary.ui.pages.planted_a"),
    ],
    "presenters": [
        ("ui/pages/planted_a/__init__.py", ""),
        ("ui/pages/planted_a/page.py", ""),
        ("ui/pages/planted_a/presenter.py", "import bonddiary.ui.pages.planted_a.page"),
        ("ui/widgets/planted.py", ""),
        ("ui/pages/planted_b/__init__.py", ""),
        ("ui/pages/planted_b/presenter.py", "import bonddiary.ui.widgets.planted"),
    ],
    "domain": [
        ("domain/planted_a.py", "import numpy"),
        ("domain/planted_b.py", "from platformdirs import user_data_path"),
    ],
    "pure-analysis": [
        ("analysis/planted_a.py", "import random"),
        ("analysis/planted_b.py", "from pathlib import Path"),
        ("analysis/planted_c.py", "import bonddiary.system"),
    ],
    "no-network": [
        ("system/planted.py", "import socket"),
        ("ui/planted.py", "from http.client import HTTPSConnection"),
        ("exchange/planted.py", "def late() -> None:\n    import ssl"),
        ("bootstrap.py", "import asyncio"),
    ],
}

# the same for the rules on submodules: rule -> one planted file
SUBMODULE_PLANTS = [
    ("pyplot", "charts/planted.py", "import matplotlib.pyplot as plt"),
    ("pyplot", "charts/kinds/planted.py", "from matplotlib import pyplot"),
    ("network-submodules", "ui/planted.py", "from PySide6.QtNetwork import QLocalServer"),
    ("network-submodules", "bootstrap.py", "from PySide6 import QtNetwork"),
    ("network-submodules", "system/planted.py", "def late() -> None:\n    from urllib import request"),
    ("presenter-widgets", "ui/pages/planted/presenter.py", "from PySide6.QtWidgets import QWidget"),
    ("presenter-widgets", "ui/pages/planted/presenter.py", "from PySide6 import QtGui"),
]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The package, the submodule check and the contracts in a folder of their own."""
    skip = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "bonddiary", tmp_path / "bonddiary", ignore=skip)
    shutil.copytree(ROOT / "packaging" / "checks", tmp_path / "packaging" / "checks", ignore=skip)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def plant(copy: Path, name: str, line: str) -> str:
    """Add a line to a file of the copied package, or make the file. Returns the module's name."""
    path = copy / "bonddiary" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a") as file:
        file.write(f"\n{line}\n")
    return f"bonddiary/{name}".removesuffix(".py").replace("/", ".")


def lint(copy: Path, *contracts: str) -> subprocess.CompletedProcess[str]:
    """Check some contracts in the copy."""
    start = "import sys; from importlinter.cli import lint_imports; "
    call = f"sys.exit(lint_imports(limit_to_contracts={contracts!r}, no_cache=True, no_logo=True))"
    return subprocess.run(
        [sys.executable, "-c", start + call], cwd=copy, capture_output=True, text=True, check=False
    )


def check_submodules(copy: Path) -> subprocess.CompletedProcess[str]:
    """Check the rules on submodules in the copy."""
    script = copy / "packaging" / "checks" / "imports.py"
    return subprocess.run([sys.executable, script], cwd=copy, capture_output=True, text=True, check=False)


def test_every_contract_has_a_violation_planted() -> None:
    rules = ast.parse((ROOT / "packaging" / "checks" / "imports.py").read_text())
    calls = [
        node for node in ast.walk(rules) if isinstance(node, ast.Call) and ast.unparse(node.func) == "Rule"
    ]
    assert CONTRACTS
    assert calls
    assert set(PLANTS) == set(CONTRACTS)
    assert {name for name, _, _ in SUBMODULE_PLANTS} == {ast.literal_eval(call.args[0]) for call in calls}


def test_every_contract_is_kept(copy: Path) -> None:
    result = lint(copy, *CONTRACTS)
    assert f"{len(CONTRACTS)} kept, 0 broken" in result.stdout, result.stdout + result.stderr
    assert result.returncode == 0


@pytest.mark.parametrize("contract", PLANTS)
def test_planted_violations_are_caught(copy: Path, contract: str) -> None:
    modules = {plant(copy, name, line): line for name, line in PLANTS[contract]}
    planted = [module for module, line in modules.items() if line]
    result = lint(copy, contract)
    assert "0 kept, 1 broken" in result.stdout, result.stdout + result.stderr
    assert result.returncode == 1
    assert planted
    assert [module for module in planted if f"{module} -> " not in result.stdout] == []


def test_a_package_without_a_layer_is_caught(copy: Path) -> None:
    plant(copy, "planted/__init__.py", "")
    result = lint(copy, "layers")
    assert "bonddiary.planted" in result.stdout
    assert result.returncode == 1


def test_the_rules_on_submodules_are_kept(copy: Path) -> None:
    result = check_submodules(copy)
    assert result.returncode == 0, result.stdout
    assert "modules: fine" in result.stdout


@pytest.mark.parametrize(("rule", "file", "line"), SUBMODULE_PLANTS)
def test_a_planted_submodule_is_caught(copy: Path, rule: str, file: str, line: str) -> None:
    plant(copy, file, line)
    result = check_submodules(copy)
    assert result.returncode == 1
    assert f"bonddiary/{file}" in result.stdout
    assert f"[{rule}]" in result.stdout
