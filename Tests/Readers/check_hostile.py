"""Converts hostile texts of 1 MB and holds the program to its bounds.

    check_hostile.py PROGRAM [CASE or FORMAT]...

Every case of hostile_texts.py is read strictly and leniently, and what can be read is also written
as pretty TriG and as RDF/XML. Whatever the text, the program ends by itself with exit status 0 or
65, with a message if it refuses, and its memory stays below 64 MB; where all statements have to be
held, it may take more for the million of them that 1 MB can say, and where the text is, as of JSON-LD,
for what 1 MB unpacks to. With SIMPUL_VERBOSE=1 every run is
told.
"""

import os
import resource
import subprocess
import sys
import tempfile

from hostile_texts import CASES, PACKED

LENGTH = 1 << 20
MOST_MEMORY = 64 << 20
MOST_HELD_MEMORY = 192 << 20
#: Formats of which the whole text is held: packed ones may have 64 MiB.
HOLDING = {"jsonld"}
MOST_HELD_TEXT = MOST_MEMORY + (64 << 20)
#: Processor time after which a run counts as hung; a run takes far less than a second.
MOST_SECONDS = 30


def limit():
    """Bounds of the program, set before it starts."""
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def run(command, messages):
    """Exit status, peak of memory in bytes and processor time in seconds of a run."""
    with open(messages, "wb") as errors:
        process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=errors,
            env=os.environ | {"SWIFT_BACKTRACE": "enable=no"}, preexec_fn=limit,
        )
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    unit = 1 if sys.platform == "darwin" else 1024
    return process.returncode, usage.ru_maxrss * unit, usage.ru_utime + usage.ru_stime


def faults_of(program, path, format, messages, is_packed):
    """What is wrong with the conversions of a text, a line each."""
    start = [program, "convert", path, "--from", format, "-o", "/dev/null"]
    runs = [("strict", ["--to", "nquads"]), ("lenient", ["--to", "nquads", "--lenient"])]
    pretty = [("pretty", ["--to", "trig", "--pretty"]), ("rdfxml", ["--to", "rdfxml"])]
    while runs:
        name, options = runs.pop(0)
        status, memory, seconds = run(start + options, messages)
        if os.environ.get("SIMPUL_VERBOSE"):
            print(f"{format}\t{os.path.basename(path)}\t{name}\t{status}\t{memory >> 20} MB\t{seconds:.2f} s")
        if name == "strict" and status == 0:
            runs += pretty
        if status not in (0, 65):
            yield f"{name}: ended with {status}"
        most = MOST_MEMORY if "nquads" in options else MOST_HELD_MEMORY
        if is_packed and format in HOLDING:
            most = max(most, MOST_HELD_TEXT)
        if memory > most:
            yield f"{name}: took {memory / (1 << 20):.0f} MB"
        if status == 65 and os.path.getsize(messages) == 0:
            yield f"{name}: refused without a word"


def main():
    program, *wanted = sys.argv[1:]
    cases = [(format, name, text) for format, all in CASES.items() for name, text in all.items()]
    cases += [(format, name, text) for format in CASES for name, text in PACKED.items()]
    cases = [case for case in cases if not wanted or set(case[:2]) & set(wanted)]
    faults = 0
    with tempfile.TemporaryDirectory() as folder:
        messages = os.path.join(folder, "messages")
        for format, name, text in cases:
            path = os.path.join(folder, name.replace(" ", "-"))
            with open(path, "wb") as file:
                file.write(text(LENGTH))
            for fault in faults_of(program, path, format, messages, name in PACKED):
                print(f"{format}: {name}: {fault}", file=sys.stderr)
                faults += 1
            os.remove(path)
    print(f"{len(cases)} hostile texts, {faults} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
