#!/usr/bin/env python3
"""Measures `simpul convert` beside serdi, oxigraph and rapper. Standard library only.

    make bench-rdf                                  everything, at a million triples
    make bench-rdf BENCH="--scale 100k --runs 9"    options of this program
    make bench-rdf BENCH="--check --write"          verify every statement, renew the document

docs/performance.md says what is measured and how. Exit status: 0 measured, 1 a program failed or
wrote something wrong, 2 unusable arguments.
"""

import os
import sys

import program
import report
from conversions import CONVERSIONS, Oxigraph, Rapper, Serdi, Simpul
from datasets import Datasets
from measurement import measure, measure_in_turn, memory_floor
from program import note
from verification import Verification, count_lines, fingerprint


def mode_name(name, flags):
    return " ".join([name, *flags])


class Comparison:
    """One conversion by every program in every mode."""

    def __init__(self, conversion, size, samples):
        self.conversion = conversion
        # Bytes of the input.
        self.size = size
        # By program and flags.
        self.samples = samples

    def fastest(self, name):
        """Flags and sample of a program's fastest mode; None if it does not do the conversion."""
        modes = [(flags, sample) for (one, flags), sample in self.samples.items() if one == name]
        return min(modes, key=lambda mode: mode[1].processor, default=None)

    def summary_row(self):
        ours = self.fastest("simpul")[1].processor
        row = [self.conversion.name, report.seconds(ours), f"{self.size / 1e6 / ours:.0f}"]
        for name in ("serdi", "oxigraph", "rapper"):
            row += self._peer_cells(name, ours)
        return row + [f"{self.conversion.aim:g} × {self.conversion.peer}"]

    def _peer_cells(self, name, ours):
        fastest = self.fastest(name)
        if fastest is None:
            return ["–", "–"]
        flags, sample = fastest
        time = report.seconds(sample.processor)
        return [" ".join([time, *flags]), report.ratio(sample.processor, ours)]

    def detail_rows(self, floor):
        for (name, flags), sample in self.samples.items():
            least, most = sample.processor_range
            yield [
                self.conversion.name, mode_name(name, flags), report.seconds(sample.processor),
                f"{report.seconds(least)}–{report.seconds(most)}", report.seconds(sample.wall),
                report.memory(sample.memory, floor)]


class Benchmark:
    """Everything that is measured with some options."""

    def __init__(self, options):
        self.options = options
        self.simpul = Simpul(options.simpul)
        self.programs = [self.simpul, Serdi(), Oxigraph(options.oxigraph), Rapper()]
        self.datasets = Datasets(os.path.join(options.folder, "data"), options.generator)
        self.outputs = os.path.join(options.folder, "outputs")
        self.verification = Verification(
            self.outputs, self.datasets, options.scale,
            fingerprint if options.check else count_lines)
        self.conversions = [one for one in CONVERSIONS if chosen(one, options.only)]

    def output(self):
        """Where measured programs write."""
        if self.options.output == "null":
            return os.devnull
        os.makedirs(self.outputs, exist_ok=True)
        return os.path.join(self.outputs, "measured")

    def compare(self, conversion):
        """Verifies every program once, then measures all of them in turn."""
        source = self.datasets.path(self.options.scale, conversion.source)
        commands = {
            (program.name, flags): program.command(conversion, source, flags)
            for program in self.programs if program.does(conversion) for flags in program.modes}
        for (name, flags), command in commands.items():
            note(f"{conversion.name}: verifying {mode_name(name, flags)}")
            self.verification.verify(conversion, name, command)
        note(f"{conversion.name}: measuring")
        samples = measure_in_turn(commands, self.options.runs, self.output())
        return Comparison(conversion, os.path.getsize(source), samples)

    def comparisons(self):
        results = [self.compare(conversion) for conversion in self.conversions]
        head = [
            "conversion", "simpul, s", "MB/s", "serdi, s", "ratio", "oxigraph, s", "ratio",
            "rapper, s", "ratio", "aim"]
        details = ["conversion", "program", "processor, s", "range", "wall, s", "peak memory"]
        floor = memory_floor()
        return [
            f"Processor time, one thread, {self.options.scale} triples, peers in their faster mode:",
            report.table(head, [result.summary_row() for result in results]),
            "Everything measured:",
            report.table(details, [row for one in results for row in one.detail_rows(floor)]),
        ]

    def threads(self):
        """One thread against two, on the inputs that are split at line ends."""
        if not self.simpul.has_jobs:
            return ["Threads: this build of simpul has no option `--jobs`."]
        rows = [self._thread_row(one) for one in self.conversions if one.source in ("nt", "nq")]
        if not rows:
            return []
        head = ["conversion", "1 thread, s", "2 threads, s", "ratio", "processor time, s"]
        return ["Wall time of simpul with one and two threads:", report.table(head, rows)]

    def _thread_row(self, conversion):
        note(f"{conversion.name}: measuring threads")
        source = self.datasets.path(self.options.scale, conversion.source)
        commands = {
            jobs: self.simpul.command(conversion, source, jobs=jobs) for jobs in (1, 2)}
        self.verification.verify(conversion, "simpul --jobs 2", commands[2])
        samples = measure_in_turn(commands, self.options.runs, self.output())
        one, two = samples[1], samples[2]
        return [
            conversion.name, report.seconds(one.wall), report.seconds(two.wall),
            report.ratio(one.wall, two.wall),
            f"{report.seconds(one.processor)}, {report.seconds(two.processor)}"]

    def memory(self):
        """Peak memory at several sizes; it must not grow with them."""
        scales = self.options.memory_scales
        if not scales:
            return []
        floor = memory_floor()
        rows = [
            [conversion.name, *(self._peak(conversion, scale, floor) for scale in scales)]
            for conversion in self.conversions]
        return [
            "Peak memory of simpul, one thread:",
            report.table(["conversion", *(f"{scale} triples" for scale in scales)], rows)]

    def _peak(self, conversion, scale, floor):
        note(f"{conversion.name}: measuring memory at {scale}")
        source = self.datasets.path(scale, conversion.source)
        return report.memory(measure(self.simpul.command(conversion, source)).memory, floor)

    def run(self):
        """The whole report."""
        facts = program.facts(
            f"Programs: {', '.join(one.version() for one in self.programs)}",
            f"{self.options.runs} runs of each command, in turn; written to "
            + ("`/dev/null`" if self.options.output == "null" else "a file"))
        return "\n\n".join([facts, *self.comparisons(), *self.threads(), *self.memory()])


def chosen(conversion, only):
    """True if a conversion is among those named like nt-ttl, or none is named."""
    return not only or f"{conversion.source}-{conversion.target}" in only


def arguments():
    names = [f"{one.source}-{one.target}" for one in CONVERSIONS]
    parser = program.parser("Measures simpul convert beside other programs.")
    parser.add_argument("--oxigraph", required=True, help="the program oxigraph")
    parser.add_argument("--generator", required=True, help="the program bench-data")
    parser.add_argument("--scale", default="1M", help="triples of the comparison (default 1M)")
    parser.add_argument(
        "--only", action="append", choices=names, help="a conversion; can be given again")
    parser.add_argument(
        "--output", choices=["null", "file"], default="null",
        help="where measured programs write: /dev/null (default) or a file")
    parser.add_argument(
        "--memory-scales", type=lambda text: [one for one in text.split(",") if one],
        default=["1M", "5M"], help="sizes for peak memory (default 1M,5M; empty: none)")
    parser.add_argument(
        "--check", action="store_true", help="compare every statement and not the lines' number")
    return program.parsed(parser)


def main():
    options = arguments()
    return program.main("bench-rdf", options, lambda: Benchmark(options).run())


if __name__ == "__main__":
    sys.exit(main())
