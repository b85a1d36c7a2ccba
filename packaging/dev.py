#!/usr/bin/env python3
"""Everything a developer types. The first start sets itself up inside .dev/, later ones do no set-up work.

python3 packaging/dev.py run [arguments of bonddiary]    start Bond Diary
python3 packaging/dev.py test [arguments of pytest]      run the tests (with --no-network: where there is none)
python3 packaging/dev.py check                           style, types, contracts, sizes, content
python3 packaging/dev.py bench [arguments]               measure against floors taken in the same run
python3 packaging/dev.py crash [arguments of pytest]     every kill, power cut and disk error (half an hour)
python3 packaging/dev.py pictures                        draw the README's pictures from the demo diary
python3 packaging/dev.py supply [FOLDER]                 locks, licences, known holes; a list of the libraries in FOLDER
python3 packaging/dev.py bundle [FOLDER] [--twice]       make the program's folder, .deb and .rpm in dist/, and try them
python3 packaging/dev.py wheel [FOLDER]                  make wheel and source archive, and try them
python3 packaging/dev.py installer [FOLDER]              make the Windows installer (or macOS's disk image) of a bundle
python3 packaging/dev.py flatpak [FOLDER]                fill a folder that flatpak-builder builds from
python3 packaging/dev.py release [FOLDER]                look at all that a release ships, with every tool that is here
python3 packaging/dev.py lock [--upgrade]                choose the versions of libraries anew
"""

import os
import shutil
import subprocess
import sys

if sys.version_info < (3, 11):
    # This file parses on Python 3.6, so that the sentence can be said. The rest of the project needs 3.11.
    sys.exit("Bond Diary needs Python 3.11 or newer; this is Python {}.{}.".format(*sys.version_info))

import environment

CHECKS = (
    ("style", ["ruff", "check", "."]),
    ("layout of the code", ["ruff", "format", "--check", "."]),
    ("types", ["mypy"]),
    ("import contracts", ["lint-imports", "--no-logo", "--cache-dir", ".dev/cache/import-linter"]),
    ("submodule contracts", ["python", "packaging/checks/imports.py"]),
    ("sizes", ["python", "packaging/checks/sizes.py"]),
    ("source", ["python", "packaging/checks/source.py"]),
    ("words", ["python", "packaging/checks/words.py"]),
    ("dependencies", ["deptry", "bonddiary"]),
    ("unused code", ["vulture"]),
    ("content", ["python", "-m", "bonddiary", "check-content"]),
)

OFFLINE = "--no-network"
SIDE_BY_SIDE = ["-n", "auto", "--maxprocesses", "8", "--dist", "loadfile"]
WHOLE = {"-q", "-qq", "-v", "-x"}  # arguments that choose no tests


def run(arguments: list[str]) -> int:
    """Start Bond Diary; where its window has no screen to open on, show the main job without one."""
    environment.ensure("run")
    import without_screen

    if without_screen.applies(arguments):
        return without_screen.show()
    return become(["python", "-m", "bonddiary", *arguments])


def test(arguments: list[str]) -> int:
    """Run the tests (no screen needed): all of them on all processors, chosen ones in one process."""
    environment.ensure("dev")
    os.chdir(environment.ROOT)
    chosen = [each for each in arguments if each != OFFLINE]
    shared = SIDE_BY_SIDE if WHOLE.issuperset(chosen) else []
    command = ["python", "-m", "pytest", *shared, *chosen]
    return without_network(command) if OFFLINE in arguments else become(command)


def without_network(command: list[str]) -> int:
    """Run a command of the environment in a place without any network (Linux: `unshare`)."""
    unshare = shutil.which("unshare")
    if unshare is None:
        raise environment.SetupError(f"{OFFLINE} needs unshare, which comes with Linux (util-linux).")
    who = [] if os.geteuid() == 0 else ["--map-current-user"]  # not as root: the tests of permissions mean it
    program = [unshare, "--net", *who, str(environment.program(command[0])), *command[1:]]
    return subprocess.call(program, env=environment.variables())


def check(arguments: list[str]) -> int:
    """Run every check, even after one has failed, and say at the end which did."""
    environment.ensure("dev")
    os.chdir(environment.ROOT)
    broken = []
    for name, command in CHECKS:
        print(f"\n== {name}: {' '.join(command)}", flush=True)
        if environment.call(command) != 0:
            broken.append(name)
    print("\nAll checks passed." if not broken else f"\nBroken: {', '.join(broken)}.")
    return 1 if broken else 0


def bench(arguments: list[str]) -> int:
    """Measure (see tests/benchmarks)."""
    environment.ensure("dev")
    os.chdir(environment.ROOT)
    return become(["python", "-m", "tests.benchmarks", *arguments])


def crash(arguments: list[str]) -> int:
    """Try every kill, power cut and disk error, not the part of them that `test` tries (see tests/crash/README.md)."""
    environment.ensure("dev")
    os.chdir(environment.ROOT)
    os.environ["BONDDIARY_CRASH"] = "whole"
    return become(["python", "-m", "pytest", "-q", *(arguments or ["tests/crash"])])


def pictures(arguments: list[str]) -> int:
    """Draw the README’s and the guide’s pictures."""
    environment.ensure("run")
    os.chdir(environment.ROOT)
    return become(["python", "packaging/pictures.py", *arguments])


def lock(arguments: list[str]) -> int:
    """Write packaging/lock/*.txt anew: exact versions and hashes for every platform, and no addresses."""
    import locking

    locking.write(arguments)
    return 0


def supply(arguments: list[str]) -> int:
    """Look at what is shipped: hashes, licences, known holes; with a folder, write the list of it there."""
    environment.ensure("dev")
    return become(["python", str(environment.ROOT / "packaging" / "supply.py"), *arguments])


def bundle(arguments: list[str]) -> int:
    """Make the bundle and its packages, and try them where there is no Python (see packaging/bundle/build.py)."""
    from bundle import workshop

    python = workshop.ensure()
    return subprocess.call([python, workshop.BUILD, *arguments], env=workshop.variables())


def wheel(arguments: list[str]) -> int:
    """Make the wheel and the source archive, and use the wheel away from the checkout."""
    return packaged("python_wheel.py", arguments)


def installer(arguments: list[str]) -> int:
    """Make the installer for Windows, or on macOS the disk image, of the bundle that `bundle` made."""
    return packaged("targets.py", ["installer", *arguments])


def flatpak(arguments: list[str]) -> int:
    """Fill a folder with all that flatpak-builder takes, so that it asks no network."""
    return packaged("targets.py", ["flatpak", *arguments])


def release(arguments: list[str]) -> int:
    """Look at what a release ships; say of each thing whether it is fine, and of what couldn't be looked at why."""
    return packaged("release.py", arguments)


def packaged(script: str, arguments: list[str]) -> int:
    """Run a script of packaging/ where the developer stands."""
    environment.ensure("dev")
    return become(["python", str(environment.ROOT / "packaging" / script), *arguments])


def become(command: list[str]) -> int:
    """Turn this process into `command` of the environment. (Windows: run it and return its exit code.)"""
    if os.name != "nt":  # exec would return at once there, and the console would not wait
        program = str(environment.program(command[0]))
        os.execve(program, [program, *command[1:]], environment.variables())  # noqa: S606
    return environment.call(command)


COMMANDS = {
    f.__name__: f
    for f in (
        run,
        test,
        check,
        bench,
        crash,
        pictures,
        supply,
        bundle,
        wheel,
        installer,
        flatpak,
        release,
        lock,
    )
}


def main(arguments: list[str]) -> int:
    """Returns the exit code: 0 done, 1 something failed, 2 not a command."""
    command = COMMANDS.get(arguments[0]) if arguments else None
    if command is None:
        print(__doc__)
        return 0 if arguments in (["-h"], ["--help"], ["help"]) else 2
    try:
        return command(arguments[1:])
    except environment.SetupError as problem:
        print(problem, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
