"""The command line: finds the command, and turns every error into one plain sentence and an exit code."""

import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from bonddiary import __version__
from bonddiary.bootstrap import lock_window, paths_for, run_made_up, run_quick_add, run_window
from bonddiary.cli.codes import BAD_USAGE, DONE, REFUSED, BadUsage
from bonddiary.cli.terminal import forget_output, say_problem, tolerate_odd_letters
from bonddiary.domain.errors import DiaryError
from bonddiary.system.clock import Clock, system_clock
from bonddiary.system.no_network import refuse_network, untold
from bonddiary.system.paths import Paths
from bonddiary.system.private_process import be_private

QUICK_ADD, LOCK, OPEN, LOOK_AROUND = "quick-add", "lock", "open", "look-around"
SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def main(argv: Sequence[str] | None = None, clock: Clock | None = None) -> int:
    """Does what the arguments say. Exit codes: 0 done, 1 nothing to do or refused, 2 bad usage."""
    be_private()
    refuse_network()
    tolerate_odd_letters()
    try:
        given = _given(sys.argv[1:] if argv is None else argv)
    except SystemExit as stop:  # argparse has said what is to be said
        return DONE if stop.code in (None, DONE) else BAD_USAGE
    try:
        paths = paths_for(given.data_dir)
        code = _checked(given, paths, clock)
        _log_refused(paths)
        return code
    except KeyboardInterrupt:
        say_problem("Stopped.")
        return REFUSED
    except Exception as error:  # noqa: BLE001  # before there is a log: a folder that can't be told
        say_problem(f"Bond Diary can’t start ({type(error).__name__}). Give a folder with --data-dir.")
        return REFUSED


def _checked(given: Namespace, paths: Paths, clock: Clock | None) -> int:
    try:
        code = _run(given, paths, clock)
        sys.stdout.flush()
    except DiaryError as error:
        say_problem(str(error))
        return BAD_USAGE if isinstance(error, BadUsage) else REFUSED
    except BrokenPipeError:
        forget_output()
        return DONE
    except Exception as error:  # noqa: BLE001  # whatever it is, a parent gets a sentence and the log the rest
        _log(error, paths)
        say_problem(
            f"Something happened that Bond Diary didn’t expect ({type(error).__name__}). "
            f"What was saved before is still there. {paths.log} says where it happened."
        )
        _forget_unwritable()
        return REFUSED
    return code


def _forget_unwritable() -> None:
    """What can't be written to the output is let be: at the end Python would try again, and complain in its own words."""
    try:
        sys.stdout.flush()
    except OSError:
        forget_output()


def _run(given: Namespace, paths: Paths, clock: Clock | None) -> int:
    if given.command in (None, OPEN):
        files = tuple(given.files)
        return _open_window(paths, partial(run_window, files=files) if files else run_window)
    if given.command == QUICK_ADD:
        return _open_window(paths, run_quick_add)
    if given.command == LOOK_AROUND:
        return _open_window(paths, run_made_up)
    if given.command == LOCK:
        return _lock_window(paths)
    from bonddiary.cli.command import Call
    from bonddiary.cli.commands import COMMANDS
    from bonddiary.cli.secrets import Secrets

    command = next(each for each in COMMANDS if each.name == given.command)
    return command.run(Call(paths, clock or system_clock(), Secrets(given.passphrase_fd)), given)


def _lock_window(paths: Paths) -> int:
    if lock_window(paths):
        return DONE
    say_problem("No window of Bond Diary is open.")
    return REFUSED


def _open_window(paths: Paths, run: Callable[[Paths], int]) -> int:
    if sys.platform.startswith("linux") and not any(os.environ.get(name) for name in SCREENS):
        from bonddiary.cli.commands import COMMANDS

        names = ", ".join(command.name for command in COMMANDS)
        say_problem(f"There is no screen to open a window on. These commands work without one: {names}.")
        return REFUSED
    try:
        return run(paths)
    except ImportError as error:
        _log(error, paths)
        say_problem(f"The window can’t be opened: Qt lacks something on this computer ({error}).")
        return REFUSED


def _log(error: Exception, paths: Paths) -> None:
    from bonddiary.system.log import log_crash, start_log

    start_log(paths.log)
    log_crash(type(error), error, error.__traceback__)


def _log_refused(paths: Paths) -> None:
    """Commands keep no log: it begins where something asked for the internet."""
    if told := untold():
        from bonddiary.system.log import logger, start_log

        start_log(paths.log)
        for line in told:
            logger.warning("network: %s", line)


def _given(argv: Sequence[str]) -> Namespace:
    match list(argv):
        case []:
            return Namespace(data_dir=None, command=None, files=[])
        case ["--data-dir", name] if name.strip() and not name.startswith("-"):
            return Namespace(data_dir=Path(name), command=None, files=[])
        case ["quick-add"]:
            return Namespace(data_dir=None, command=QUICK_ADD)
    from bonddiary.cli.parser import with_files

    given = _parser().parse_args(with_files(argv, _names()))
    given.files = getattr(given, "files", [])
    return given


def _names() -> tuple[str, ...]:
    """Every command's name: a word that is one is never taken for a file."""
    from bonddiary.cli.commands import COMMANDS

    return (*(command.name for command in COMMANDS), QUICK_ADD, LOCK, OPEN, LOOK_AROUND)


def _parser() -> ArgumentParser:
    """What reads everything but a plain start of the window, which it would only hold up."""
    from bonddiary.cli.commands import COMMANDS
    from bonddiary.cli.parser import Parser, folder

    parser = Parser(
        prog="bonddiary",
        allow_abbrev=False,
        description="Bond Diary: what your baby shows you, what you try, what happens next. "
        "Without a command it opens its window; with FILE, it says there what is in a file of another app’s, "
        "or in an archive.",
        usage="%(prog)s [OPTION …] [COMMAND … | FILE …]",
    )
    parser.add_argument("--version", action="version", version=f"bonddiary {__version__}")
    parser.add_argument("--data-dir", type=folder, metavar="DIR", help="keep everything in this folder")
    parser.add_argument(
        "--passphrase-fd",
        type=int,
        metavar="N",
        help="read the passphrase of a locked diary from this open file",
    )
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands", prog="bonddiary")
    for command in COMMANDS:
        added = commands.add_parser(
            command.name, help=command.help, description=command.help, allow_abbrev=False
        )
        command.add_arguments(added)
    quick = "open a small window to note one moment; give this command a shortcut of your desktop’s"
    commands.add_parser(QUICK_ADD, help=quick, description=quick, allow_abbrev=False)
    lock = "lock the window that is open"
    commands.add_parser(LOCK, help=lock, description=lock, allow_abbrev=False)
    look = "open a made-up diary to look around in; nothing in it is kept"
    commands.add_parser(LOOK_AROUND, help=look, description=look, allow_abbrev=False)
    opened = commands.add_parser(
        OPEN, help="open the window, as without a command, also on files", allow_abbrev=False
    )
    opened.add_argument("files", nargs="*", type=Path, metavar="FILE", help="what is in it is said first")
    return parser
