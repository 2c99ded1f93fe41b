#!/usr/bin/env python3
"""Measures queries of a snapshot with changes beside it. Standard library only.

    make bench-changes                                 a million triples
    make bench-changes BENCH="--scale 100k --runs 9"   options of this program
    make bench-changes BENCH="--write"                 renew the document

The same graph is asked twice: once as a snapshot, and once as a snapshot of which one statement in two
hundred is missing and as many are there that should not be, with an update beside it that puts this
right. So both hold the same statements, and every answer is compared with what the benchmark kit (--kit)
expects. Exit status: 0 measured, 1 a program failed or answered wrongly, 2 unusable arguments.
"""

import os
import statistics
import sys

import program
import report
from bench_sparql import Kit, Simpul, by_name, query_name, run
from measurement import measure, measure_in_turn
from program import note

# What a query may take with changes beside the snapshot, as a multiple of what it takes without.
MOST = 1.3
# Of so many statements one is put in and one taken away.
PART = 200


def parted(source, before, request):
    """Writes the graph as it was before the update, and the update; returns how many it changes."""
    put, taken, count = [], [], 0
    with open(source, encoding="utf-8") as lines, open(before, "w", encoding="utf-8") as file:
        for number, line in enumerate(lines):
            # The label of a blank node in a request means a new one.
            if "_:" not in line:
                count += 1
                if count % PART == PART // 4:
                    put.append(line)
                    continue
                if count % PART == 3 * PART // 4:
                    subject, predicate, rest = line.split(" ", 2)
                    changed = (
                        f'{subject} {predicate} "changed {number}" .\n' if rest.startswith('"')
                        else f"<http://changed.example/{number}> {predicate} {rest}")
                    taken.append(changed)
                    file.write(changed)
            file.write(line)
    with open(request, "w", encoding="utf-8") as file:
        file.write(f"DELETE DATA {{\n{''.join(taken)}}} ;\nINSERT DATA {{\n{''.join(put)}}}\n")
    return len(put) + len(taken)


class Benchmark:
    def __init__(self, options):
        self.options = options
        self.kit = Kit(options.kit, os.path.join(options.folder, "data"))
        self.simpul = Simpul(options.simpul)

    def path(self, name):
        return os.path.join(self.options.folder, f"changes-{self.options.scale}{name}")

    def prepare(self):
        """Makes both snapshots; returns what the update changes and what it costs."""
        source, before, request = (
            self.kit.triples(self.options.scale), self.path("-before.nt"), self.path(".ru"))
        note("making the snapshots")
        count = parted(source, before, request)
        self.without, self.beside = self.path("-without.simpul"), self.path("-beside.simpul")
        changes = self.beside + ".delta"
        run([self.simpul.program, "convert", source, "-o", self.without])
        run([self.simpul.program, "convert", before, "-o", self.beside])
        updated = measure([
            self.simpul.program, "update", request, "--data", self.beside, "-o", self.beside])
        size, whole = os.path.getsize(changes), os.path.getsize(self.beside)
        for data in (self.without, self.beside):
            note(f"verifying every answer of {os.path.basename(data)}")
            self.simpul.verify(self.kit, self.options.scale, data)
        return [
            f"The update changes {count:,} statements; it takes {report.seconds(updated.processor)} "
            f"seconds of processor time as a whole process, and writes {size / 1e6:.2f} MB beside a "
            f"snapshot of {whole / 1e6:.0f} MB."]

    def warm(self):
        """The median of some runs of both, by query."""
        found = {}
        for turn in range(3):
            note(f"measuring warm queries, turn {turn + 1} of 3")
            for data in (self.without, self.beside):
                timings = self.simpul.timings(data, self.kit.queries, self.options.runs)
                for name, one in by_name(timings).items():
                    found.setdefault(name, {}).setdefault(data, []).append(
                        one["processorMilliseconds"])
        return {
            name: [statistics.median(times[data]) for data in (self.without, self.beside)]
            for name, times in found.items()}

    def processes(self):
        """The median of whole processes of both, by query."""
        found = {}
        for path in self.kit.queries:
            name = query_name(path)
            note(f"measuring whole processes of {name}")
            samples = measure_in_turn(
                {data: self.simpul.command(data, path) for data in (self.without, self.beside)},
                self.options.runs)
            found[name] = [
                samples[data].processor * 1000 for data in (self.without, self.beside)]
        return found

    def run(self):
        facts = program.facts(
            f"{self.options.runs} runs of each query, {self.options.scale} triples, processor time")
        parts = self.prepare()
        warm, whole = self.warm(), self.processes()
        rows = []
        for name in sorted(warm):
            rows.append([
                name[:3], f"{warm[name][0]:.3f}", f"{warm[name][1]:.3f}",
                f"{warm[name][1] / warm[name][0]:.2f}", f"{whole[name][0]:.1f}",
                f"{whole[name][1]:.1f}", f"{whole[name][1] / whole[name][0]:.2f}"])
        parts.append(report.table(
            ["query", "warm, ms", "with changes", "ratio", "whole process, ms", "with changes",
             "ratio"], rows))
        for kind, times in (("warm", warm), ("as whole processes", whole)):
            ratios = {name[:3]: other / one for name, (one, other) in times.items()}
            above = sorted(name for name, ratio in ratios.items() if ratio > MOST)
            parts.append(
                f"Queries {kind}: the geometric mean of the ratios is "
                f"{statistics.geometric_mean(ratios.values()):.2f}, the largest "
                f"{max(ratios.values()):.2f}; "
                + (f"above {MOST}: {', '.join(above)}." if above else f"none is above {MOST}."))
        compacted = measure([self.simpul.program, "compact", self.beside])
        parts.append(
            f"`simpul compact` takes {report.seconds(compacted.processor)} seconds of processor time.")
        return "\n\n".join([facts, *parts])


def arguments():
    parser = program.parser("Measures queries of a snapshot with changes beside it.", runs=7)
    parser.add_argument("--kit", required=True, help="folder of the benchmark kit")
    parser.add_argument("--scale", default="1M", help="triples (default 1M)")
    return program.parsed(parser)


def main():
    options = arguments()
    return program.main("bench-changes", options, lambda: Benchmark(options).run())


if __name__ == "__main__":
    sys.exit(main())
