#!/usr/bin/env python3
"""Measures the writing of graphs beside igraph and networkx, and the way from RDF to GraphML.

    bench_graph.py --simpul PROGRAM --python PYTHON --folder FOLDER [--triples FILE] [--nodes N] [--edges M] [--runs R]

Two questions, both in processor seconds (user and system), medians of runs in turn:

1. A graph of N nodes and M edges as N-Triples. `simpul convert` to GraphML and to GEXF without a
   layout, the reading included, less `simpul convert` to N-Triples of the same file, the least that
   reading and writing cost; igraph and networkx writing the same graph, already in memory, with the
   same data at nodes and edges. Their time is that of the call alone.
2. FILE, one million triples say, to GraphML without a layout and to N-Triples: the ratio.

PYTHON must have igraph and networkx. The graph is made from a fixed seed. Exit status: 0 measured,
1 a program failed or the files differ in nodes and edges.
"""

import argparse
import pathlib
import random
import re
import statistics
import subprocess
import sys

from measurement import Failure, measure_in_turn

LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"

PEERS = r"""
import resource, sys
path, library, kind, target = sys.argv[1:]
def processor():
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime
if library == "networkx":
    import networkx
    graph = networkx.read_graphml(path, force_multigraph=True)
    write = networkx.write_gexf if kind == "gexf" else networkx.write_graphml_xml
    begin = processor()
    write(graph, target)
else:
    import igraph
    graph = igraph.Graph.Read_GraphML(path)
    begin = processor()
    graph.write_graphml(target)
print(processor() - begin)
"""


def make(path, nodes, edges):
    """N-Triples of a graph whose nodes have a class, a name and a number."""
    generator = random.Random(1)
    with open(path, "w", encoding="utf-8") as file:
        for node in range(nodes):
            subject = f"<https://graph.example/id/{node}>"
            file.write(f"{subject} <{TYPE}> <https://graph.example/ns#C{node % 9}> .\n")
            file.write(f'{subject} <{LABEL}> "Kota {node} & desa" .\n')
            file.write(f'{subject} <https://graph.example/ns#population> '
                       f'"{generator.randrange(10 ** 7)}"^^<http://www.w3.org/2001/XMLSchema#integer> .\n')
        seen = set()
        while len(seen) < edges:
            line = (generator.randrange(nodes), generator.randrange(12), generator.randrange(nodes))
            if line not in seen:
                seen.add(line)
                file.write("<https://graph.example/id/{}> <https://graph.example/ns#p{}> "
                           "<https://graph.example/id/{}> .\n".format(*line))


def peer(python, path, library, kind, target):
    result = subprocess.run([python, "-c", PEERS, str(path), library, kind, str(target)],
                            capture_output=True, text=True, check=False)
    if result.returncode:
        raise Failure(result.stderr)
    return float(result.stdout)


def count(path, element):
    pattern = re.compile(rb"<" + element + rb"[ >]")
    with open(path, "rb") as file:
        return sum(len(pattern.findall(line)) for line in file)


def convert(simpul, source, target):
    command = [str(simpul), "convert", str(source), "-o", str(target), "--jobs", "1"]
    return command if target.suffix == ".nt" else [*command, "--no-layout"]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--simpul", required=True, type=pathlib.Path)
    parser.add_argument("--python", required=True)
    parser.add_argument("--folder", required=True, type=pathlib.Path)
    parser.add_argument("--triples", type=pathlib.Path)
    parser.add_argument("--nodes", type=int, default=200_000)
    parser.add_argument("--edges", type=int, default=500_000)
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    folder = options.folder / "graph"
    folder.mkdir(parents=True, exist_ok=True)
    source = folder / f"graph-{options.nodes}-{options.edges}.nt"
    if not source.is_file():
        make(source, options.nodes, options.edges)
    targets = {kind: folder / f"out.{kind}" for kind in ("nt", "graphml", "gexf")}
    samples = measure_in_turn({k: convert(options.simpul, source, t) for k, t in targets.items()}, options.runs)
    for kind in ("graphml", "gexf"):
        found = (count(targets[kind], b"node"), count(targets[kind], b"edge"))
        if found != (options.nodes, options.edges):
            raise Failure(f"{targets[kind]} has {found} nodes and edges")
    floor = samples["nt"].processor
    print(f"{options.nodes} nodes, {options.edges} edges; processor seconds, medians of {options.runs}")
    print("| work | s | peak MB |\n|---|---|---|")
    for kind, sample in samples.items():
        print(f"| simpul convert to {kind} | {sample.processor:.2f} | {sample.memory / 1e6:.0f} |")
    for library, kind in (("igraph", "graphml"), ("networkx", "graphml"), ("networkx", "gexf")):
        seconds = statistics.median(
            peer(options.python, targets["graphml"], library, kind, folder / f"peer.{kind}")
            for _ in range(min(options.runs, 3)))
        own = samples[kind].processor
        print(f"| {library} writes {kind} | {seconds:.2f} = {seconds / own:.1f} × simpul's whole way, "
              f"{seconds / max(own - floor, 0.001):.1f} × what it needs more than for N-Triples | |")
    if options.triples:
        pair = {k: folder / f"triples.{k}" for k in ("nt", "graphml")}
        samples = measure_in_turn({k: convert(options.simpul, options.triples, t) for k, t in pair.items()}, options.runs)
        ratio = samples["graphml"].processor / samples["nt"].processor
        print(f"{options.triples.name}: N-Triples {samples['nt'].processor:.2f} s, "
              f"GraphML {samples['graphml'].processor:.2f} s: {ratio:.1f} ×")
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except Failure as failure:
        print(f"bench_graph: {failure}", file=sys.stderr)
        sys.exit(1)
