"""What a session leaves behind, and what it asked of the system. One file, so that one process runs the session once."""

import os
import re
import sys
from pathlib import Path

import pytest

from bonddiary.ui.timers.seen import Seen
from tests.builders import NOW
from tests.privacy.conftest import Ran, may_record
from tests.privacy.looking import files_below, holders

_OPENED = re.compile(r'open(?:at)?\((?:\w+, )?"(?P<path>[^"]*)", (?P<how>[A-Z_|]+).*\) = \d+')
_WRITING = ("O_WRONLY", "O_RDWR", "O_CREAT", "O_TMPFILE")


class TestNothingLeftLying:
    """What was written of a baby can be read in the diary, its copies, and the files that were chosen: nowhere else."""

    @pytest.mark.parametrize("which", ["name", "note", "half"])
    def test_in_the_home_folder(self, ran: Ran, which: str) -> None:
        files = files_below(ran.home, ran.temporary)
        assert len(files) > 6
        found = holders(getattr(ran, which), files)
        assert ran.data / "diary.db" in found, "the search looked in the wrong place"
        allowed = {ran.data / "diary.db", *(ran.data / "backups").glob("*.db")}
        assert set(found) <= allowed

    def test_in_what_was_chosen_it_is(self, ran: Ran) -> None:
        """The session did what it was meant to: an archive holds everything, a page the name."""
        names = {each.name for each in holders(ran.name, files_below(ran.chosen))}
        assert {"diary.jsonl", "again.jsonl", "report.html"} <= names
        notes = {each.name for each in holders(ran.note, files_below(ran.chosen))}
        assert notes == {"diary.jsonl", "again.jsonl"}
        assert holders(ran.half, files_below(ran.chosen)) == []

    def test_on_the_terminal(self, ran: Ran) -> None:
        assert "Saved" in ran.said
        assert "RuntimeError" in ran.said
        for word in (ran.name, ran.note, ran.half):
            assert word not in ran.said

    def test_in_the_log_of_what_went_wrong(self, ran: Ran) -> None:
        """The report of a crash is there, local and readable, and says where."""
        text = (ran.state / "bonddiary.log").read_text()
        assert text.count("unexpected RuntimeError at session.py:") == 2
        for word in (ran.name, ran.note, ran.half, str(ran.chosen)):
            assert word not in text

    def test_no_folder_that_a_family_opened_is_remembered(self, ran: Ran) -> None:
        assert (
            holders(
                str(ran.chosen), [each for each in files_below(ran.home) if each.suffix in {".conf", ".xbel"}]
            )
            == []
        )
        assert list(ran.home.rglob("recently-used.xbel")) == []


@pytest.fixture(params=["ran", "ran_closed"])
def left(request: pytest.FixtureRequest) -> Ran:
    """The session under each mask."""
    made = request.getfixturevalue(request.param)
    assert isinstance(made, Ran)
    return made


@pytest.mark.skipif(sys.platform == "win32", reason="the user's profile folder keeps them there")
class TestModes:
    """Every file and folder is its user's alone, whatever mask the program was started with."""

    def test_no_file_or_folder_is_open_to_others(self, left: Ran) -> None:
        modes = left.modes()
        expected = {path: "0o700" if (left.root / path).is_dir() else "0o600" for path in modes}
        assert modes == expected

    def test_all_kinds_were_there(self, left: Ran) -> None:
        made = set(left.modes())
        data, state = "home/.local/share/bonddiary", "home/.local/state/bonddiary"
        for path in (
            data, f"{data}/diary.db", f"{data}/diary.db-journal", f"{data}/backups", f"{data}/backups/diary-000001.db",
            f"{data}/backups/diary-000001.json", state, f"{state}/bonddiary.log", f"{data}/show-window",
            f"{state}/matplotlib", "home/.config/bonddiary/settings.json",
            "chosen/diary.jsonl", "chosen/chart.png", "chosen/chart.svg",
        ):  # fmt: skip
            assert path in made, path

    def test_the_time_a_timer_was_seen(self, tmp_path: Path) -> None:
        before = os.umask(0)
        try:
            Seen(tmp_path / "timer-seen").write(NOW)
        finally:
            os.umask(before)
        assert (tmp_path / "timer-seen").stat().st_mode & 0o777 == 0o600


@pytest.mark.skipif(
    not may_record(), reason="strace isn't installed, or forbidden (Debian: apt-get install strace)"
)
class TestSystemCalls:
    """What the whole program asked of the system, its compiled parts too."""

    def test_no_socket_of_the_internet_is_ever_made(self, ran: Ran) -> None:
        calls = ran.calls()
        assert len(calls) > 1000, "nothing was recorded"
        assert [call for call in calls if "AF_INET" in call] == []

    def test_every_socket_is_one_of_this_computer(self, ran: Ran) -> None:
        made = [call for call in ran.calls() if re.search(r"\bsocket(?:pair)?\(", call)]
        assert [call for call in made if "AF_UNIX" not in call] == []

    def test_the_record_would_show_one(self, ran: Ran) -> None:
        """A planted attempt stands in a record made the same way."""
        before = set(ran.root.glob("calls.*"))
        code = ran.run("tests.privacy.attempt")
        (record,) = set(ran.root.glob("calls.*")) - before
        text = record.read_text()
        record.unlink()
        assert code == 0
        assert "AF_INET" in text

    def test_files_are_written_in_the_familys_folders_alone(self, ran: Ran) -> None:
        calls = [found for call in ran.calls() if (found := _OPENED.search(call))]
        written = {each["path"] for each in calls if any(how in each["how"] for how in _WRITING)}
        assert any(path.endswith("diary.db") for path in written), "nothing was recorded"
        allowed = (str(ran.home), str(ran.chosen), str(ran.temporary), "/dev/null", "/proc/self/")
        assert sorted(path for path in written if not path.startswith(allowed)) == []
