#!/usr/bin/env python3
"""Runs the commands that the READMEs and the page on lineage show and compares what they print with what is shown.

    check_tour.py PROGRAM [--write]

A fenced block of shell right under a line `<!-- tour -->` is run; with `<!-- tour status=N -->` it
must end with that status instead of 0. A fenced block of text that follows it, with nothing between
but empty lines, is what it must print. The blocks of one file run one after another in a temporary
folder with copies of Examples, ontology and exports, with PROGRAM's folder and this Python's first
on the path. With --write the shown outputs are replaced by the real ones. Exit status: 0 all as
shown (or written), 1 something differs or fails, 2 unusable arguments.
"""

import difflib
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
FILES = ("README.md", "README.id.md", "docs/lineage.md")
COPIED = ("Examples", "ontology", "exports")
STEP = re.compile(
    r"^<!-- tour(?: status=(?P<status>\d+))? -->\n```sh\n(?P<command>.*?)^```\n"
    r"(?P<between>\n*)(?:^```text\n(?P<shown>.*?)^```\n)?",
    re.MULTILINE | re.DOTALL)


class Tour:
    """The steps of one file, run in a folder of their own."""

    def __init__(self, folder, program):
        self.folder = folder
        for name in COPIED:
            shutil.copytree(ROOT / name, folder / name)
        places = [str(program.parent), str(pathlib.Path(sys.executable).parent), os.environ["PATH"]]
        self.environment = {
            **{k: v for k, v in os.environ.items() if not k.startswith("SIMPUL_")},
            "SIMPUL_CACHE": "off",
            "PATH": os.pathsep.join(places), "LC_ALL": "C.UTF-8", "PYTHONIOENCODING": "utf-8"}
        self.problems = []
        self.steps = 0

    def run(self, command):
        return subprocess.run(
            ["sh", "-e", "-c", command], cwd=self.folder, env=self.environment, text=True,
            encoding="utf-8", stdout=subprocess.PIPE, stderr=subprocess.STDOUT)

    def step(self, match):
        """Runs a step; gives its text with the real output in it."""
        self.steps += 1
        command, shown = match["command"], match["shown"]
        done = self.run(command)
        expected = int(match["status"] or 0)
        if done.returncode != expected:
            self.problems.append(
                f"status {done.returncode} instead of {expected} of:\n{command}{done.stdout}")
        if shown is None:
            return match[0]
        if done.stdout != shown:
            difference = "".join(difflib.unified_diff(
                shown.splitlines(True), done.stdout.splitlines(True), "shown", "printed"))
            self.problems.append(f"output differs of:\n{command}{difference}")
        start, end = match.start("shown") - match.start(), match.end("shown") - match.start()
        return match[0][:start] + done.stdout + match[0][end:]


def main():
    arguments = [a for a in sys.argv[1:] if a != "--write"]
    if len(arguments) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    program = pathlib.Path(arguments[0]).resolve()
    writes = "--write" in sys.argv[1:]
    status = 0
    for name in FILES:
        path = ROOT / name
        text = path.read_text(encoding="utf-8")
        with tempfile.TemporaryDirectory() as folder:
            tour = Tour(pathlib.Path(folder), program)
            renewed = STEP.sub(tour.step, text)
        if tour.steps != text.count("<!-- tour") or not tour.steps:
            print(f"FAULT {name}: {text.count('<!-- tour')} steps marked, {tour.steps} understood")
            status = 1
        failed = [p for p in tour.problems if not writes or p.startswith("status")]
        for problem in failed:
            print(f"FAULT {name}: {problem}")
            status = 1
        if writes and not failed and renewed != text:
            path.write_text(renewed, encoding="utf-8")
        print(f"{name}: {tour.steps} steps, {len(failed)} faults" + (", written" if writes else ""))
    return status


if __name__ == "__main__":
    sys.exit(main())
