"""The content check: what would be wrong, unkind or unsafe in resources/content, found before it ships."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from bonddiary.content.entry_rules import ENTRY_RULES
from bonddiary.content.problems import Problem
from bonddiary.content.reading import Content, languages, read_content, with_language
from bonddiary.content.schema import TABLES, files
from bonddiary.content.word_rules import words_of

ALL = tuple(TABLES)


def check_content(root: Path) -> list[Problem]:
    """Every mistake in the content folder `root`, its language overlays included, in file order.

    An empty list means that the content may ship.
    """
    content = read_content(root, ALL)
    if any(not problem.key for problem in content.problems):
        return content.problems  # a whole file is unread: what refers into it would all seem wrong
    problems = [*content.problems, *_rules(content)]
    for language in languages(root)[1:]:
        overlaid = with_language(content, root, language)
        new = [one for one in words_of(overlaid) if one not in problems]
        problems += overlaid.problems
        problems += [replace(one, file=f"lang/{language}/{one.file}") for one in new]
    problems += _stray_files(root)
    return sorted(dict.fromkeys(problems), key=lambda one: (one.file.startswith("lang/"), one.file))


def _rules(content: Content) -> Iterator[Problem]:
    for rule in (*ENTRY_RULES, words_of):
        yield from rule(content)


def _stray_files(root: Path) -> Iterator[Problem]:
    known = files(ALL)
    for folder in (root, *(root / "lang" / language for language in languages(root)[1:])):
        for path in sorted(folder.rglob("*.toml")):
            name = path.relative_to(folder).as_posix()
            if name not in known and not name.startswith("lang/"):
                expected = f"one of the files {', '.join(known)}"
                yield Problem(path.relative_to(root).as_posix(), "", "", expected)
