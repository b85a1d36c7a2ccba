"""`bonddiary ask`: a question from a terminal."""

from pathlib import Path

from bonddiary.domain.visit import Question
from tests.builders import open_at
from tests.cli.conftest import Run


def test_a_question_is_kept_and_can_be_undone(run: Run, data: Path) -> None:
    assert run("ask", "Is", "this usual?").out == "Saved. It is in the list of questions.\n"
    diary = open_at(data / "diary.db")
    assert [question.text for question in diary.all(Question)] == ["Is this usual?"]
    diary.close()
    assert run("undo").out == "Undone: add a question\n"


def test_one_without_words_is_refused(run: Run) -> None:
    run("ask", " ").refused("Type a question first")
