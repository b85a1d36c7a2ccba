"""The project's own source checks catch what they are there for, and look at files at all."""

import ast
from pathlib import Path

import pytest

import sizes
import source
import tree


def said(code: str) -> list[str]:
    """What the source check says of a module."""
    return list(source.in_module("m.py", ast.parse(code), code))


@pytest.mark.parametrize(
    "code",
    [
        "self.tr(f'{count} moments')",
        "self.tr('%n moments' % count)",
        "self.tr('{} moments'.format(count))",
        "QCoreApplication.translate('Log', f'{count} moments')",
        "raise NotImplemented" + "Error",
        "x = 1  # TO" + "DO: later",
    ],
)
def test_the_source_check_catches(code: str) -> None:
    assert len(said(code)) == 1


@pytest.mark.parametrize(
    "code",
    [
        "self.tr('%n moment(s)', '', count)",
        "self.tr('Gaps are fine.')",
        "text.translate(CURLY | DASHES)",
        "print(f'{x}')",
    ],
)
def test_the_source_check_lets_pass(code: str) -> None:
    assert said(code) == []


def test_addresses_are_caught() -> None:
    registry = "https://files.pytho" + "nhosted.org/packages"
    assert list(source.addresses("lock.txt", f"--index-url {registry}"))
    assert list(source.addresses("notes.md", "see /ho" + "me/somebody/diary"))
    assert not list(source.addresses("notes.md", "see ~/diary and https://example.org/home/page"))


def test_long_modules_and_functions_are_caught() -> None:
    long = "def f():\n" + "    x = 1\n" * sizes.LINES_A_MODULE
    assert len(list(sizes.too_long("m.py", ast.parse(long), long))) == 2
    short = "def f():\n" + "    x = 1\n" * (sizes.LINES_A_FUNCTION - 1)
    assert not list(sizes.too_long("m.py", ast.parse(short), short))


def test_the_checks_see_files_and_fail_where_there_are_none(tmp_path: Path) -> None:
    assert len(list(tree.python_files(tree.ROOT))) > 20
    assert len(list(tree.text_files(tree.ROOT))) > 20
    assert sizes.main(tmp_path) == 1
    assert source.main(tmp_path) == 1
