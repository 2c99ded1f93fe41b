"""Runs the program in a terminal and reads what a person would see there.

    check_terminal.py PROGRAM

The progress of a conversion is shown on a terminal, with its speed, and nowhere else.
"""

import os
import pty
import re
import subprocess
import sys
import tempfile

LINE = '<http://example.org/{0}> <http://example.org/p> "{0}" .\n'


def run_in_terminal(command):
    """What the command writes to its terminal, and its exit status."""
    primary, secondary = pty.openpty()
    process = subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=secondary
    )
    os.close(secondary)
    seen = b""
    while True:
        try:
            piece = os.read(primary, 4096)
        except OSError:  # how Linux ends a terminal
            break
        if not piece:
            break
        seen += piece
    os.close(primary)
    return seen.decode(), process.wait()


def faults_of(program):
    """What is wrong, a line each."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "a.nt")
        with open(path, "w", encoding="ascii") as file:
            file.writelines(LINE.format(number) for number in range(300_000))
        for language, unit in (("en", "MB/s"), ("id", "MB/detik")):
            command = [program, "convert", path, "--to", "nquads", "--lang", language]
            seen, status = run_in_terminal(command)
            if status != 0:
                yield f"exit status {status}: {seen}"
            last = seen.split("\r")[-1] if not seen.endswith("\r\n") else seen.split("\r")[-2]
            if not re.search(rf"300000 \S+, \d+\.\d MB, \d+\.\d {unit}", last):
                yield f"no final line with statements, size and speed: {last!r}"
        silent = subprocess.run(
            [program, "convert", path, "--to", "nquads"], capture_output=True, check=False
        )
        if silent.stderr:
            yield f"progress where nobody watches: {silent.stderr!r}"


def main():
    faults = list(faults_of(sys.argv[1]))
    for fault in faults:
        print(f"check_terminal: {fault}", file=sys.stderr)
    print(f"terminal: {len(faults)} faults")
    sys.exit(1 if faults else 0)


main()
