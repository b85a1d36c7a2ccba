"""The content check: what would be wrong, unkind or unsafe in resources/content, found before it ships."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from bonddiary.content.care_rules import CARE_RULES
from bonddiary.content.entry_rules import ENTRY_RULES
from bonddiary.content.evidence import uses
from bonddiary.content.label_rules import labels_of
from bonddiary.content.phrase_rules import PHRASE_RULES, phrase_words_of
from bonddiary.content.problems import Problem
from bonddiary.content.reading import Content, languages, read_content, with_language
from bonddiary.content.report_rules import REPORT_RULES, report_lists_of
from bonddiary.content.schema import GENERAL, TABLES, files
from bonddiary.content.word_rules import words_of

ALL = tuple(TABLES)
WORD_RULES = (words_of, labels_of, phrase_words_of, report_lists_of)
"""What every language is held to."""
OLDEST = timedelta(days=180)
"""How long ago safety content may have been looked up when a release is made."""
BESIDE = ("LICENSE", "README.md")
"""Files about the content that hold none of it."""
RENEWED = ("sign", "country", "contact", "service")
"""What can become wrong while nobody changes it: numbers, routes, services, what a health service advises."""


def check_content(root: Path, release_on: date | None = None) -> list[Problem]:
    """Every mistake in the content folder `root`, its language overlays included, in file order.

    With a day to release on, also what was looked up too long before it. An empty list means that the content may ship.
    """
    content = read_content(root, ALL)
    if any(not problem.key for problem in content.problems):
        return content.problems  # a whole file is unread: what refers into it would all seem wrong
    problems = [*content.problems, *_rules(content)]
    for language in languages(root)[1:]:
        overlaid = with_language(content, root, language)
        new = [one for rule in WORD_RULES for one in rule(overlaid) if one not in problems]
        problems += overlaid.problems
        problems += [replace(one, file=f"lang/{language}/{one.file}") for one in new]
    problems += _stray_files(root)
    if release_on is not None:
        problems += _out_of_date(content, release_on)
    return sorted(dict.fromkeys(problems), key=lambda one: (one.file.startswith("lang/"), one.file))


def _rules(content: Content) -> Iterator[Problem]:
    for rule in (*ENTRY_RULES, *CARE_RULES, *PHRASE_RULES, *REPORT_RULES, _about, _dead_sources, *WORD_RULES):
        yield from rule(content)


def _about(content: Content) -> Iterator[Problem]:
    if not content.of("about"):
        yield content.problem("about", "about", "", "one [about] with what the program is for")


def _dead_sources(content: Content) -> Iterator[Problem]:
    """The About page lists what the content rests on: a publication that nothing names is taken out."""
    named = uses(content.entries)
    for key in content.of("source"):
        if not named[key] and key != GENERAL:
            yield content.problem("source", key, "", "an entry that names this source, or its removal")


def _out_of_date(content: Content, today: date) -> Iterator[Problem]:
    for table in RENEWED:
        for key, row in content.of(table).items():
            checked = row.get("checked")
            if type(checked) is date and not today - OLDEST <= checked <= today:
                expected = (
                    f"a date within {OLDEST.days} days before {today}, but found {checked}: look it up again"
                )
                yield content.problem(table, key, "checked", expected)


def _stray_files(root: Path) -> Iterator[Problem]:
    """A file that nothing reads would seem to be content, whatever its name ends in."""
    known = files(ALL)
    expected = f"one of the files {', '.join(known)}"
    for path in sorted(path for path in root.rglob("*") if path.is_file() and path.name[0] != "."):
        name = path.relative_to(root).as_posix()
        _, _, within = (
            name.removeprefix("lang/").partition("/") if name.startswith("lang/") else ("", "", name)
        )
        if within not in known and name not in BESIDE:
            yield Problem(name, "", "", expected)
