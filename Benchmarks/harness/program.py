"""What the programs that measure have in common: options, messages, exit status."""

import argparse
import sys

import report
from measurement import Failure


def note(text):
    """Tells a person what is going on."""
    print(text, file=sys.stderr, flush=True)


def parser(description, runs=5):
    """The options that all have."""
    options = argparse.ArgumentParser(description=description)
    options.add_argument("--simpul", required=True, help="the program simpul")
    options.add_argument("--folder", required=True, help="folder for data and outputs")
    options.add_argument(
        "--runs", type=int, default=runs, help=f"runs of each command (default {runs})")
    options.add_argument("--write", action="store_true", help="renew docs/performance.md")
    return options


def parsed(options):
    """The options as given; ends the program where they cannot be used."""
    given = options.parse_args()
    if given.runs < 1:
        options.error("--runs must be at least 1")
    if given.write and getattr(given, "only", None):
        options.error("--write needs everything and excludes --only")
    return given


def facts(*lines):
    """What a report begins with."""
    return "\n".join(
        f"- {line}" for line in (f"Machine: {report.machine()}", f"Commit: {report.commit()}", *lines))


def main(target, options, measured):
    """Prints what `measured` returns, and renews it in the document if that is wanted.

    Returns the exit status: 0 measured, 1 a program failed or did something wrong.
    """
    try:
        text = measured()
    except Failure as failure:
        note(f"{target}: {failure}")
        return 1
    print(text)
    if options.write:
        report.renew_file(text, target)
    return 0
