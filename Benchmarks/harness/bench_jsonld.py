#!/usr/bin/env python3
"""Measures JSON-LD and the canonical form beside PyLD, oxigraph and pyoxigraph. Standard library only.

A part of `make bench-rdf`. The inputs are the benchmark graph as `simpul convert` writes it: JSON-LD
expanded, and compacted with the context of the pack. Exit status: 0 measured, 1 a program failed or
wrote something wrong, 2 unusable arguments.
"""

import json
import os
import statistics
import sys

import program
import report
from conversions import Oxigraph, Simpul
from datasets import Datasets
from measurement import Failure, measure, measure_in_turn, memory_floor
from program import note
from verification import count_lines

HARNESS = os.path.dirname(os.path.abspath(__file__))


class Benchmark:
    """Everything that is measured with some options."""

    def __init__(self, options):
        self.options = options
        self.datasets = Datasets(os.path.join(options.folder, "data"), options.generator)
        self.lines = self.datasets.path(options.scale, "nt")

    def text(self, form):
        """The graph as JSON-LD in a form; made if it is missing or older than the program."""
        path = os.path.join(self.options.folder, "data", f"sc-{self.options.scale}.{form}.jsonld")
        command = [
            self.options.simpul, "convert", self.lines, "--to", "jsonld", "--jsonld-form", form,
            "--ontology", self.options.pack, "-o", path]
        if not os.path.exists(path) or os.path.getmtime(path) < os.path.getmtime(self.options.simpul):
            measure(command)
        return path

    def measured(self, commands, wanted):
        """Verifies the number of statements that each command writes, then measures all in turn."""
        output = os.path.join(self.options.folder, "measured")
        for name, command in commands.items():
            note(f"verifying {name}: {command[0]}")
            measure(command, output)
            found = count_lines(output)
            os.remove(output)
            if found != wanted:
                raise Failure(f"{name} writes {found} statements instead of {wanted}")
        return measure_in_turn(commands, self.options.runs)

    def reading(self, form):
        """One row: JSON-LD of a form to N-Quads."""
        path = self.text(form)
        commands = {
            "simpul": [self.options.simpul, "convert", path, "--to", "nquads"],
            "oxigraph": [
                self.options.oxigraph, "convert", "--from-file", path, "--from-format", "jsonld",
                "--to-format", "nq"],
            "PyLD": [self.options.python, os.path.join(HARNESS, "peer_pyld.py"), path],
        }
        samples = self.measured(commands, count_lines(self.lines))
        ours = samples["simpul"]
        size = os.path.getsize(path)
        return [
            f"{form}, {size / 1e6:.0f} MB", report.seconds(ours.processor),
            report.seconds(samples["oxigraph"].processor),
            report.ratio(samples["oxigraph"].processor, ours.processor),
            report.seconds(samples["PyLD"].processor),
            report.ratio(samples["PyLD"].processor, ours.processor),
            f"{report.memory(ours.memory, memory_floor())}, {ours.memory / size:.1f} × the text"]

    def canonicalizing(self):
        """Three rows of RDFC-1.0: whole processes, the naming of blank nodes alone, and with lines."""
        times = os.path.join(self.options.folder, "times")
        commands = {
            "simpul": [self.options.simpul, "canonicalize", self.lines],
            "pyoxigraph": [self.options.python, os.path.join(HARNESS, "peer_rdfc.py"), self.lines, times],
        }
        samples = self.measured(commands, count_lines(self.lines))
        ours, peers = [], []
        for _ in range(self.options.runs):
            measure([self.options.canonical, self.lines, "--runs", "1"], times)
            with open(times, encoding="utf-8") as file:
                answer = json.load(file)
                ours.append((answer["naming"], answer["lines"]))
            measure(commands["pyoxigraph"])
            with open(times, encoding="utf-8") as file:
                peers.append(tuple(float(line) for line in file))
        os.remove(times)
        rows = [("whole processes, from N-Triples", samples["simpul"].processor, samples["pyoxigraph"].processor)]
        works = ("naming the blank nodes of statements in memory", "that, and the lines in order")
        for place, work in enumerate(works):
            rows.append((work, *(statistics.median(run[place] for run in side) for side in (ours, peers))))
        return [[work, report.seconds(own), report.seconds(peer), report.ratio(peer, own)] for work, own, peer in rows]

    def run(self):
        """The whole report."""
        facts = program.facts(
            f"Programs: {Simpul(self.options.simpul).version()}, {Oxigraph(self.options.oxigraph).version()}, "
            "PyLD and pyoxigraph as Benchmarks/requirements.txt names them",
            f"{self.options.runs} runs of each command, in turn; written to `/dev/null`")
        reading = [self.reading(form) for form in ("expanded", "compacted")]
        return "\n\n".join([
            facts,
            f"JSON-LD to N-Quads, {self.options.scale} triples, processor time of whole processes; aim: 2 × oxigraph, "
            "10 × PyLD:",
            report.table(["text", "simpul, s", "oxigraph, s", "ratio", "PyLD, s", "ratio", "peak memory of simpul"],
                         reading),
            "RDFC-1.0 of the same graph, processor time; aim: 5 ×:",
            report.table(["work", "simpul, s", "pyoxigraph, s", "ratio"], self.canonicalizing())])


def arguments():
    parser = program.parser("Measures JSON-LD and RDFC-1.0 beside other programs.")
    parser.add_argument("--oxigraph", required=True, help="the program oxigraph")
    parser.add_argument("--python", required=True, help="a Python with PyLD and pyoxigraph")
    parser.add_argument("--generator", required=True, help="the program bench-data")
    parser.add_argument("--canonical", required=True, help="the program bench-canonical")
    parser.add_argument("--pack", required=True, help="the folder with context.jsonld")
    parser.add_argument("--scale", default="100k", help="triples (default 100k)")
    return program.parsed(parser)


def main():
    options = arguments()
    return program.main("bench-jsonld", options, lambda: Benchmark(options).run())


if __name__ == "__main__":
    sys.exit(main())
