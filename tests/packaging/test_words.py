"""The wording lint sees every text that the program can show, and each of its rules catches."""

import ast
from pathlib import Path

import pytest

import tree
import words


def seen(code: str) -> list[str]:
    """The texts that the check sees in a module."""
    return [said for _line, said in words.shown(ast.parse(code))]


def problems(code: str) -> list[str]:
    """What the check says of a module."""
    return [problem for said in seen(code) for problem in words.wrong(said)]


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("self.tr('You should log more')", "“should” judges"),
        ("self.tr('Worst day')", "“Worst” judges"),
        ("self.tr('missed')", "“missed” judges"),
        ("raise InvalidEntry('This diary is not normal.')", "“normal” judges"),
        ("raise InvalidEntry(f'“{name}” must be a time.')", "“must” judges"),
        ("parser.add_argument('--x', help='analyse the entries')", "“analyse” judges"),
        ("say(f'{count} missed')", "“missed” judges"),
        ("WORDS = ('Bond Diary can detect illness.',)", "“detect” judges"),
        ("ActionRow('&File', '&Monitor', 'x')", "“Monitor” judges"),
        ('label = "The baby\'s name"', "instead of '"),
        ("label = 'Wait...'", "instead of ..."),
        ("label = 'One - two'", "instead of  - "),
        ("label = 'One -- two'", "instead of --"),
        ("ActionRow('&File', 'Bring In a &file…', 'x')", "“In” has a capital"),
        ("button(self.tr('Get Help'))", "“Help” has a capital"),
        ("Heading(self.tr('Keyboard &Shortcuts'))", "“Shortcuts” has a capital"),
        ("label = 'A word for mum'", "“mum” alone"),
        ("label = 'Mothers often ask'", "“Mothers” alone"),
        ("label = 'Dad’s turn'", "“Dad” alone"),
        ("label = 'What parents try'", "not “parents” alone"),
    ],
)
def test_a_mistake_is_caught(code: str, told: str) -> None:
    found = problems(code)
    assert len(found) == 1, found
    assert told in found[0]


@pytest.mark.parametrize(
    "code",
    [
        "self.tr('Kept on this computer only.')",
        "self.tr('Saved. Control Z to undo.')",
        "self.tr('&Get help')",
        "self.tr('%n moment(s)', '', count)",
        "label = 'Undo in the Edit menu. Timeline shows every entry, Patterns what was logged.'",
        "label = 'Give its folder with --data-dir.'",
        "label = 'Mothers, fathers and other carers'",
        "label = 'The diaries of 10 mothers'",
        "label = 'For parents or carers'",
        "label = 'If you are well, I’m well'",
        "html = f'<p style=\"margin:0\">{text} and more</p>'",
    ],
)
def test_what_is_right_passes(code: str) -> None:
    assert seen(code)
    assert problems(code) == []


@pytest.mark.parametrize(
    "code",
    [
        'def f():\n    """You should not see a docstring."""',
        'class C:\n    x = 1\n    """Neither one of a field: it must not count."""',
        "def f(x: 'Callable[[Must, Fail], Good]') -> 'Best | None': ...",
        "PATTERN = re.compile('should (?:must|fail) not')",
        "key = 'score'",
        "do('SELECT score FROM goal')",
    ],
)
def test_what_nobody_reads_is_left_out(code: str) -> None:
    assert seen(code) == []


def test_texts_that_are_put_together_are_seen_once() -> None:
    assert seen("say(f'{count} cues of {total}')") == ["{} cues of {}"]


def test_all_of_the_program_is_seen() -> None:
    by_part: dict[str, int] = {}
    for path, module, _text in tree.python_files(tree.ROOT, ["bonddiary"]):
        part = path.split("/")[1]
        by_part[part] = by_part.get(part, 0) + len(list(words.shown(module)))
    assert sum(by_part.values()) >= words.LEAST
    for part, least in {
        "ui": 300,
        "cli": 60,
        "analysis": 40,
        "charts": 10,
        "domain": 30,
        "exchange": 40,
    }.items():
        assert by_part[part] >= least, part
    assert words.main() == 0


def test_every_exception_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    modules = list(tree.python_files(tree.ROOT, ["bonddiary"]))
    assert set(words.NOT_WORDS) <= {path for path, _module, _text in modules}
    texts = [
        said
        for path, module, _text in modules
        if path not in words.NOT_WORDS
        for _line, said in words.shown(module)
    ]
    for phrase in words.ALLOWED:
        assert any(phrase in said for said in texts), phrase
    every = words.NAMES
    for name in every:
        monkeypatch.setattr(words, "NAMES", tuple(other for other in every if other != name))
        assert any(list(words.wrong(said)) for said in texts), name


def test_a_check_that_sees_little_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tree, "ROOT", tmp_path)
    assert words.main() == 1
    (tmp_path / "bonddiary").mkdir()
    (tmp_path / "bonddiary" / "one.py").write_text("label = 'A few words'\n", encoding="utf-8")
    assert words.main() == 1
