"""The same program with somebody watching its window: for the benchmarks, never in a package."""

from tests.benchmarks.programs.whole_window import main

main()
