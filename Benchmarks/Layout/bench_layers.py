"""Compares Simpul's drawing of a lineage in layers with Graphviz's dot on the same graph.

A generated lineage is read by Simpul, which draws it (`--to svg:layers`) and writes it for dot
(`--to dot`), both with nothing folded. Crossings are counted by crossings.py in both drawings.
Prints a table in Markdown of medians of processor seconds of whole processes. Exit status 1 if Simpul
needs 2 seconds or more, or has as many crossings as dot.

    bench_layers.py --program BENCH_LAYOUT --simpul SIMPUL --pack DIR [--runs N] [--nodes N ...]
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

import crossings

MOST_SECONDS = 2.0


def processor_seconds(command, output):
    """The processor seconds of a process whose standard output becomes a file."""
    before = os.times()
    with open(output, "wb") as file:
        subprocess.run([str(part) for part in command], check=True, stdout=file)
    after = os.times()
    return (after.children_user - before.children_user) + (
        after.children_system - before.children_system
    )


def compare(options, nodes, folder):
    """A row of the table, and whether Simpul is within its bounds."""
    data, dot = folder / "lineage.nt", folder / "lineage.dot"
    ours, theirs = folder / "simpul.svg", folder / "dot.svg"
    processor_seconds([options.program, "lineage", nodes], data)
    lineage = [options.simpul, "lineage", "--all", "--fold", 0, "--ontology", options.pack]
    lineage += ["--data", data]
    processor_seconds([*lineage, "--to", "dot"], dot)
    our_seconds, their_seconds, layout_seconds, drawings = [], [], [], set()
    for _ in range(options.runs):
        our_seconds.append(processor_seconds([*lineage, "--to", "svg:layers"], ours))
        drawings.add(ours.read_bytes())
        their_seconds.append(processor_seconds(["dot", "-Tsvg", dot], theirs))
        measured = subprocess.run(
            [str(options.program), "layers", str(nodes)], check=True, capture_output=True, text=True
        )
        layout_seconds.append(json.loads(measured.stdout)["layout_seconds"])
    if len(drawings) > 1:
        sys.exit("bench-layout: two runs gave different drawings")
    our_crossings, edges = crossings.crossings(ours.read_text(encoding="utf-8"))
    their_crossings, their_edges = crossings.crossings(theirs.read_text(encoding="utf-8"))
    if edges != their_edges:
        sys.exit(f"bench-layout: {edges} edges drawn by Simpul, {their_edges} by dot")
    seconds = statistics.median(our_seconds)
    row = (
        f"| {nodes:,} | {edges:,} | {statistics.median(layout_seconds):.2f} | {seconds:.2f} "
        f"| {statistics.median(their_seconds):.2f} | {our_crossings:,} | {their_crossings:,} |"
    )
    is_within = seconds < MOST_SECONDS or nodes > 2000
    return row, is_within and our_crossings < their_crossings


def main():
    parser = argparse.ArgumentParser(description="Compares drawings in layers with those of dot.")
    parser.add_argument("--program", type=Path, required=True, help="the built bench-layout")
    parser.add_argument("--simpul", type=Path, required=True, help="the built simpul")
    parser.add_argument("--pack", type=Path, required=True, help="the domain pack")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--nodes", type=int, nargs="+", default=[50, 500, 2000])
    options = parser.parse_args()
    print(
        "| regulations | relations | Simpul: layout alone, s | Simpul, s | dot, s "
        "| Simpul: crossings | dot: crossings |"
    )
    print("|--:|--:|--:|--:|--:|--:|--:|")
    is_fine = True
    with tempfile.TemporaryDirectory() as folder:
        for nodes in options.nodes:
            row, is_within = compare(options, nodes, Path(folder))
            is_fine = is_fine and is_within
            print(row, flush=True)
    if not is_fine:
        sys.exit(1)


if __name__ == "__main__":
    main()
