"""What the programs that read graphs have in common: what they found, as JSON.

    {"directed": true, "nodes": [[ID, {NAME: VALUE}]...], "edges": [[SOURCE, TARGET, {NAME: VALUE}]...]}

IDs are texts of the reader's own. Every file is read in turn; one that is refused becomes
{"refused": REASON}. Only the standard library is used here, since each reader has a Python of its own.
"""

import json
import sys


def scalar(value):
    """A value in Python's own types: libraries have numbers of their own."""
    if isinstance(value, (bool, int, float, str)):
        return value
    return value.item() if hasattr(value, "item") else str(value)


def run(read, arguments):
    """Reads each file and writes what was found beside it; returns the exit status."""
    if not arguments or len(arguments) % 2:
        print(sys.modules["__main__"].__doc__, file=sys.stderr)
        return 2
    for path, output in zip(arguments[::2], arguments[1::2]):
        try:
            found = read(path)
        except Exception as error:  # every library raises types of its own
            found = {"refused": f"{type(error).__name__}: {error}"}
        with open(output, "w", encoding="utf-8") as file:
            json.dump(found, file)
    return 0
