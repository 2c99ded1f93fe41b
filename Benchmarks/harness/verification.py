"""Judges what a program wrote, before it is measured."""

import os
import subprocess
import sys

from measurement import Failure, measure

STATEMENTS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "statements.py")
BLOCK = 1 << 20


def count_lines(path):
    """The number of line ends in a file."""
    with open(path, "rb") as file:
        return sum(block.count(b"\n") for block in iter(lambda: file.read(BLOCK), b""))


def fingerprint(path):
    """What statements.py tells of a file; in a process of its own, whose memory is not ours."""
    result = subprocess.run(
        [sys.executable, STATEMENTS, path], capture_output=True, text=True, check=True)
    return result.stdout.strip()


class Verification:
    """Compares outputs with the benchmark graph itself, by `count_lines` or by `fingerprint`."""

    def __init__(self, folder, datasets, scale, judge):
        self.folder = folder
        self.datasets = datasets
        self.scale = scale
        self.judge = judge
        self.expected = {}

    def verify(self, conversion, name, command):
        """Runs a command, and fails if it does not give the statements of its input."""
        os.makedirs(self.folder, exist_ok=True)
        output = os.path.join(self.folder, "output." + conversion.target)
        measure(command, output)
        wanted = self._of_input("nq" if conversion.source in ("nq", "trig") else "nt")
        lines = self._as_lines(output)
        found = self.judge(lines)
        for path in {output, lines}:
            os.remove(path)
        if found != wanted:
            raise Failure(f"{conversion.name} by {name}: {found} instead of {wanted}")

    def _of_input(self, ending):
        if ending not in self.expected:
            self.expected[ending] = self.judge(self.datasets.path(self.scale, ending))
        return self.expected[ending]

    def _as_lines(self, path):
        """The file itself, or for Turtle what serdi reads in it."""
        if not path.endswith(".ttl"):
            return path
        lines = path + ".nt"
        measure(["serdi", "-b", "-i", "turtle", "-o", "ntriples", path], lines)
        return lines
