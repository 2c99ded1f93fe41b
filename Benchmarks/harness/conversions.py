"""What is measured: the conversions, and the programs that do them."""

import subprocess
from typing import NamedTuple


class Conversion(NamedTuple):
    """A conversion, and how many times as fast as a peer it should be."""

    name: str
    # Endings of the files.
    source: str
    target: str
    peer: str
    aim: float


CONVERSIONS = (
    Conversion("N-Triples → N-Triples", "nt", "nt", "serdi", 6),
    Conversion("N-Quads → N-Quads", "nq", "nq", "serdi", 5),
    Conversion("Turtle → N-Triples", "ttl", "nt", "serdi", 2.5),
    Conversion("TriG → N-Quads", "trig", "nq", "serdi", 2.5),
    Conversion("N-Triples → Turtle", "nt", "ttl", "serdi", 3),
    Conversion("RDF/XML → N-Triples", "rdf", "nt", "oxigraph", 2),
)

# The names of the formats that simpul, serdi and rapper share.
FORMATS = {"nt": "ntriples", "nq": "nquads", "ttl": "turtle", "trig": "trig", "rdf": "rdfxml"}


def first_line(*command):
    """The first line that a command prints."""
    result = subprocess.run(command, capture_output=True, text=True, check=True)
    return result.stdout.splitlines()[0]


class Simpul:
    """`simpul convert`; Turtle is written as a stream."""

    name = "simpul"
    modes = ((),)

    def __init__(self, program):
        self.program = program
        options = subprocess.run(
            [program, "convert", "--help"], capture_output=True, text=True, check=True)
        self.has_jobs = "--jobs" in options.stdout

    def does(self, conversion):
        return True

    def command(self, conversion, source, flags=(), jobs=1):
        command = [
            self.program, "convert", source, "--from", FORMATS[conversion.source],
            "--to", FORMATS[conversion.target], *flags]
        if conversion.target == "ttl":
            command.append("--stream")
        if self.has_jobs:
            command += ["--jobs", str(jobs)]
        return command

    def version(self):
        return "simpul " + first_line(self.program, "--version")


class Serdi:
    """serdi, of the library Serd; with -b it writes in blocks."""

    name = "serdi"
    modes = ((), ("-b",))

    def does(self, conversion):
        return conversion.source != "rdf"

    def command(self, conversion, source, flags):
        return [
            "serdi", *flags, "-i", FORMATS[conversion.source], "-o", FORMATS[conversion.target],
            source]

    def version(self):
        return " ".join(first_line("serdi", "-v").split()[:2])


class Oxigraph:
    """`oxigraph convert`; with --lenient it leaves out most of the validation."""

    name = "oxigraph"
    modes = ((), ("--lenient",))

    def __init__(self, program):
        self.program = program

    def does(self, conversion):
        return True

    def command(self, conversion, source, flags):
        return [
            self.program, "convert", *flags, "--from-file", source,
            "--from-format", conversion.source, "--to-format", conversion.target]

    def version(self):
        return first_line(self.program, "--version")


class Rapper:
    """rapper, of the library Raptor, which knows TriG only without the word GRAPH."""

    name = "rapper"
    modes = ((),)

    def does(self, conversion):
        return conversion.source != "trig"

    def command(self, conversion, source, flags):
        return [
            "rapper", "-q", *flags, "-i", FORMATS[conversion.source],
            "-o", FORMATS[conversion.target], source]

    def version(self):
        return "rapper " + first_line("rapper", "--version")
