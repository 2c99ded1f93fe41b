"""Compares Simpul's layout with igraph's grid Fruchterman-Reingold on graphs with known communities.

Runs both in turn, each in a process of its own, and prints a table in Markdown: medians of
processor seconds of the layout alone (for Simpul with the communities it starts from), their ratio,
and how far apart the communities lie.

    bench_layout.py --program BENCH_LAYOUT [--runs N] [--nodes N ...]
"""

import argparse
import json
import random
import statistics
import subprocess
import sys
import time
from pathlib import Path

STEPS = 200


def output(*command):
    command = [str(part) for part in command]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def distance(points, first, second):
    (x1, y1), (x2, y2) = points[first], points[second]
    return ((x1 - x2) ** 2 + (y1 - y2) ** 2) ** 0.5


def separation(points, communities, pairs=200_000):
    """The mean distance within communities over the mean distance of any two nodes."""
    draw = random.Random(3)
    members = {}
    for node, community in enumerate(communities):
        members.setdefault(community, []).append(node)
    nodes = range(len(points))
    within = 0.0
    for _ in range(pairs):
        node = draw.choice(nodes)
        within += distance(points, node, draw.choice(members[communities[node]]))
    anywhere = sum(distance(points, draw.choice(nodes), draw.choice(nodes)) for _ in range(pairs))
    return within / anywhere


def igraph_layout(program, nodes):
    """What one process of igraph needs, as JSON on standard output."""
    import igraph

    lines = output(program, "graph", nodes).splitlines()
    communities = [int(line) for line in lines[1 : nodes + 1]]
    edges = [tuple(map(int, line.split())) for line in lines[nodes + 1 :]]
    graph = igraph.Graph(nodes, edges)
    random.seed(1)
    start = time.process_time()
    layout = graph.layout_fruchterman_reingold(grid="grid", niter=STEPS)
    seconds = time.process_time() - start
    result = {"seconds": seconds, "separation": separation(layout.coords, communities)}
    print(json.dumps(result))


def compare(program, nodes, runs):
    """A row of the table."""
    ours, theirs = [], []
    for _ in range(runs):
        ours.append(json.loads(output(program, "measure", nodes)))
        theirs.append(
            json.loads(output(sys.executable, __file__, "--program", program, "--igraph", nodes))
        )
    first = ours[0]
    for other in ours:
        if other["separation_planted"] != first["separation_planted"]:
            sys.exit("bench-layout: two runs gave different places")
    communities = statistics.median(run["communities_seconds"] for run in ours)
    layout = statistics.median(run["layout_seconds"] for run in ours)
    peer = statistics.median(run["seconds"] for run in theirs)
    peer_separation = statistics.median(run["separation"] for run in theirs)
    return (
        f"| {first['nodes']:,} | {first['edges']:,} | {communities:.2f} + {layout:.2f} | {peer:.2f} "
        f"| {(communities + layout) / peer:.2f} | {first['separation_planted']:.2f} "
        f"| {first['separation_found']:.2f} | {peer_separation:.2f} |"
    )


def main():
    parser = argparse.ArgumentParser(description="Compares Simpul's layout with igraph's.")
    parser.add_argument("--program", type=Path, required=True, help="the built bench-layout")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--nodes", type=int, nargs="+", default=[10_000, 100_000])
    parser.add_argument("--igraph", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.igraph:
        igraph_layout(options.program, options.igraph)
        return
    print(
        "| nodes | edges | Simpul: communities + layout, s | igraph, s | ratio "
        "| separation of planted communities | of those found | igraph's, planted |"
    )
    print("|--:|--:|--:|--:|--:|--:|--:|--:|")
    for nodes in options.nodes:
        print(compare(options.program, nodes, options.runs), flush=True)


if __name__ == "__main__":
    main()
