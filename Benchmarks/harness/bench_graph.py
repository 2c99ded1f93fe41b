#!/usr/bin/env python3
"""Measures the writing of graphs beside igraph and networkx, and the way from RDF to GraphML.

    make bench-graph                                 everything, 200,000 nodes and 500,000 edges
    make bench-graph BENCH="--nodes 2000 --edges 5000"

docs/performance.md says what is measured and how. Exit status: 0 measured, 1 a program failed or
wrote something wrong, 2 unusable arguments.
"""

import json
import os
import pathlib
import random
import re
import statistics
import sys

import program
import report
from datasets import Datasets
from measurement import Failure, measure, measure_in_turn
from program import note

LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
INTEGER = "http://www.w3.org/2001/XMLSchema#integer"

# Reads the graph once, then measures the calls that write it; peers are those of the environment
# that runs this.
PEERS = r"""
import json, os, resource, sys
path, library, runs, kinds = sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4:]
def processor():
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime
if library == "networkx":
    import networkx
    graph = networkx.read_graphml(path, force_multigraph=True)
    size = graph.number_of_nodes(), graph.number_of_edges()
    writers = {"graphml": networkx.write_graphml_xml, "gexf": networkx.write_gexf}
else:
    import igraph
    graph = igraph.Graph.Read_GraphML(path)
    size = graph.vcount(), graph.ecount()
    writers = {"graphml": lambda graph, target: graph.write_graphml(target)}
times = {kind: [] for kind in kinds}
for _ in range(runs):
    for kind in kinds:
        begin = processor()
        writers[kind](graph, os.devnull)
        times[kind].append(processor() - begin)
print(json.dumps({"size": size, "times": times}))
"""


def make(path, nodes, edges):
    """N-Triples of a graph whose nodes have a class, a name and a number, from a fixed seed."""
    generator = random.Random(1)
    partial = path.with_suffix(".partial")
    with open(partial, "w", encoding="utf-8") as file:
        for node in range(nodes):
            subject = f"<https://graph.example/id/{node}>"
            file.write(f"{subject} <{TYPE}> <https://graph.example/ns#C{node % 9}> .\n")
            file.write(f'{subject} <{LABEL}> "Kota {node} & desa" .\n')
            file.write(f"{subject} <https://graph.example/ns#population> "
                       f'"{generator.randrange(10 ** 7)}"^^<{INTEGER}> .\n')
        seen = set()
        while len(seen) < edges:
            line = (generator.randrange(nodes), generator.randrange(12), generator.randrange(nodes))
            if line not in seen:
                seen.add(line)
                file.write("<https://graph.example/id/{}> <https://graph.example/ns#p{}> "
                           "<https://graph.example/id/{}> .\n".format(*line))
    os.rename(partial, path)


def count(path, element):
    """How many elements of a name a file has."""
    pattern = re.compile(rb"<" + element + rb"[ >]")
    with open(path, "rb") as file:
        return sum(len(pattern.findall(line)) for line in file)


class Simpul:
    """Commands of the measured program."""

    def __init__(self, program):
        self.program = str(program)

    def convert(self, source, target, output="-"):
        """A conversion with one thread; a graph gets no places."""
        command = [self.program, "convert", str(source), "--to", target, "--jobs", "1", "-o", str(output)]
        return command if target == "ntriples" else [*command, "--no-layout"]


class Peer:
    """A library that writes the graph which it has read before."""

    def __init__(self, python, folder, keeps):
        self.python = python
        self.folder = folder
        self.keeps = keeps

    def times(self, path, library, kinds, runs, size):
        """The median processor time of each writing call; the library must have the whole graph."""
        path_of_answer = self.folder / f"{library}-{size[0]}-{size[1]}.json"
        if not (self.keeps and path_of_answer.is_file()):
            note(f"measuring {library}")
            partial = path_of_answer.with_suffix(".partial")
            command = [self.python, "-c", PEERS, str(path), library, str(runs), *kinds]
            measure(command, str(partial))
            os.rename(partial, path_of_answer)
        answer = json.loads(path_of_answer.read_text(encoding="utf-8"))
        if answer["size"] != list(size):
            raise Failure(f"{library} reads {answer['size']} nodes and edges of {size}")
        return {kind: statistics.median(times) for kind, times in answer["times"].items()}


class Benchmark:
    """Everything that is measured with some options."""

    def __init__(self, options):
        self.options = options
        self.simpul = Simpul(options.simpul)
        self.folder = pathlib.Path(options.folder) / "graph"
        self.folder.mkdir(parents=True, exist_ok=True)
        self.size = (options.nodes, options.edges)

    def graph(self):
        """The synthetic graph; made if it is missing."""
        path = self.folder / f"graph-{self.options.nodes}-{self.options.edges}.nt"
        if not path.is_file():
            note(f"making {path}")
            make(path, *self.size)
        return path

    def written(self, source, kind):
        """A file of the graph, whose nodes and edges were counted."""
        path = self.folder / f"graph.{kind}"
        measure(self.simpul.convert(source, kind, path))
        found = (count(path, b"node"), count(path, b"edge"))
        if found != self.size:
            raise Failure(f"{path} has {found} nodes and edges, not {self.size}")
        return path

    def writing(self):
        """The writers beside each other, and the memory that writing needs."""
        source = self.graph()
        note("verifying")
        files = {kind: self.written(source, kind) for kind in ("graphml", "gexf")}
        note("measuring simpul")
        # The table of agreements is one line here: the run reads and projects, and writes nothing.
        commands = {kind: self.simpul.convert(source, kind) for kind in ("agreements", *files)}
        samples = measure_in_turn(commands, self.options.runs)
        load = samples["agreements"]
        own = {kind: max(samples[kind].processor - load.processor, 0.001) for kind in files}
        rows = [["simpul", "read and project only", report.seconds(load.processor), "–", "–", "–"]]
        for kind, path in files.items():
            rows.append([
                "simpul", f"{kind}, {path.stat().st_size / 1e6:.0f} MB",
                report.seconds(samples[kind].processor), report.seconds(own[kind]), "–", "–"])
        peer = Peer(self.options.python, self.folder, self.options.kept_peers)
        for library, kinds, runs in (
                ("igraph", ["graphml"], self.options.runs),
                ("networkx", ["graphml", "gexf"], self.options.networkx_runs)):
            if runs < 1:
                continue
            for kind, seconds in peer.times(files["graphml"], library, kinds, runs, self.size).items():
                rows.append([
                    library, kind, "–", report.seconds(seconds), report.ratio(seconds, own[kind]),
                    report.ratio(seconds, samples[kind].processor)])
        memory = [
            [kind, f"{load.memory / 1e6:.0f} MB", f"{samples[kind].memory / 1e6:.0f} MB",
             f"{(samples[kind].memory - load.memory) / 1e6:.0f} MB"] for kind in files]
        return [
            f"A graph of {self.options.nodes:,} nodes and {self.options.edges:,} edges, processor time:",
            report.table(
                ["program", "work", "whole way, s", "writing, s", "of simpul's writing",
                 "of simpul's whole way"], rows),
            "Peak memory of simpul:",
            report.table(["format", "read and project only", "written too", "beyond the graph"], memory),
        ]

    def way_from_rdf(self):
        """GraphML against N-Triples of the same statements."""
        if not self.options.scale:
            return []
        datasets = Datasets(str(self.folder.parent / "data"), str(self.options.generator))
        source = datasets.path(self.options.scale, "nt")
        note("measuring the way from RDF")
        rows = []
        for name, output in (("`/dev/null`", None), ("a file", self.folder)):
            commands = {
                kind: self.simpul.convert(source, kind, "-" if output is None else output / f"way.{kind}")
                for kind in ("ntriples", "graphml")}
            samples = measure_in_turn(commands, self.options.runs)
            lines, graph = samples["ntriples"].processor, samples["graphml"].processor
            rows.append([name, report.seconds(lines), report.seconds(graph), report.ratio(graph, lines)])
        return [
            f"{self.options.scale} triples to GraphML beside N-Triples to N-Triples, processor time:",
            report.table(["written to", "N-Triples, s", "GraphML, s", "ratio"], rows),
        ]

    def run(self):
        """The whole report."""
        facts = program.facts(
            f"{self.options.runs} runs of simpul's commands, in turn, and of igraph; "
            f"{self.options.networkx_runs} of networkx; written to `/dev/null` unless said otherwise")
        return "\n\n".join([facts, *self.way_from_rdf(), *self.writing()])


def arguments():
    parser = program.parser("Measures the writing of graphs beside other programs.")
    parser.add_argument("--python", required=True, help="a Python with igraph and networkx")
    parser.add_argument("--generator", required=True, type=pathlib.Path, help="the program bench-data")
    parser.add_argument("--scale", default="1M", help="triples of the way from RDF (default 1M; empty: none)")
    parser.add_argument("--nodes", type=int, default=200_000, help="nodes of the graph (default 200000)")
    parser.add_argument("--edges", type=int, default=500_000, help="edges of the graph (default 500000)")
    parser.add_argument(
        "--networkx-runs", type=int, default=1,
        help="runs of networkx, which takes a minute each (default 1; 0: none)")
    parser.add_argument(
        "--kept-peers", action="store_true",
        help="take the times of igraph and networkx from the last run, if they are there")
    options = program.parsed(parser)
    if options.edges > options.nodes ** 2 * 12:
        parser.error("--edges: there are 12 at most from one node to another")
    return options


def main():
    options = arguments()
    return program.main("bench-graph", options, lambda: Benchmark(options).run())


if __name__ == "__main__":
    sys.exit(main())
