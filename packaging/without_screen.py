"""Where there is no screen: the main job by commands. A made-up diary, a moment logged, two charts, a tip."""

import os
import shlex
import shutil
import sys

import environment

DEMO = environment.DEV / "demo"  # made afresh each time; never anybody's diary
OPENS_WINDOW = ("open",)

STEPS = (
    "demo",
    "log --cue rooting --ago 10m --tried r-feed-responsive --then out-settled --in 5m",
    "chart two-weeks --output two-weeks.png",
    "chart tried --output tried.png",
    "tips rooting",
)


def applies(arguments: list[str]) -> bool:
    """Whether these arguments of bonddiary open its window, and there is no screen to open it on."""
    return not has_screen() and opens_window(arguments)


def has_screen() -> bool:
    """Whether Qt has been told of a screen, or brings its own (Windows, macOS)."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def opens_window(arguments: list[str]) -> bool:
    """Whether nothing but a place for the diary is asked for, so that the window opens."""
    rest = list(arguments)
    while rest and rest[0].startswith("--data-dir"):
        del rest[: 1 if "=" in rest[0] else 2]
    return not rest or rest[0] in OPENS_WINDOW


def show() -> int:
    """Run the steps, each shown as it would be typed. Returns the first exit code that is not 0."""
    folder = DEMO.relative_to(environment.ROOT)
    print(f"There is no screen here, so Bond Diary shows its main job without one, in {folder}/:", flush=True)
    shutil.rmtree(DEMO, ignore_errors=True)
    DEMO.mkdir(parents=True)
    os.chdir(DEMO)
    for step in STEPS:
        print(f"\n$ bonddiary --data-dir . {step}", flush=True)
        code = environment.call(["bonddiary", "--data-dir", ".", *shlex.split(step)])
        if code != 0:
            return code
    print(f"\nThe diary and its pictures are in {folder}/.")
    return 0
