#!/usr/bin/env python3
"""Reads files with NetworKit and writes what it found as JSON.

    read_networkit.py FILE OUTPUT [FILE OUTPUT]...

NetworKit keeps nodes, edges with their directions and weights, and of GEXF the events in time; it
has no place for labels and values. The shape of the output is told in reading.py.
"""

import contextlib
import sys

import networkit
from networkit import graphio
from networkit.dynamics import GraphEventType

import reading


def read_graphml(path):
    reader = graphio.GraphMLReader()
    # It tells of weights on standard output.
    with contextlib.redirect_stdout(sys.stderr):
        graph = reader.read(path)
    ids = {number: identifier for identifier, number in reader.graphmlsax.mapping.items()}
    nodes = [[ids[number], {}] for number in graph.iterNodes()]
    edges = [[ids[s], ids[t], {"weight": weight}] for s, t, weight in graph.iterEdgesWeights()]
    return {"directed": graph.isDirected(), "nodes": nodes, "edges": edges}


def read_gexf(path):
    """The undated part is the graph, the dated part a stream of events."""
    reader = graphio.GEXFReader()
    graph, events = reader.read(path)
    ids = {number: identifier for identifier, number in reader.getNodeMap().items()}
    edges = [[s, t, weight] for s, t, weight in graph.iterEdgesWeights()]
    count = {"first": 0, "last": 0}
    for event in events:
        if event.type in (GraphEventType.NODE_ADDITION, GraphEventType.NODE_RESTORATION):
            count["first"] += 1
        elif event.type == GraphEventType.NODE_REMOVAL:
            count["last"] += 1
        elif event.type == GraphEventType.EDGE_ADDITION:
            edges.append([event.u, event.v, event.w])
    return {
        "directed": graph.isDirected(), "dates": count,
        "nodes": [[identifier, {}] for identifier in ids.values()],
        "edges": [[ids[s], ids[t], {"weight": weight}] for s, t, weight in edges],
    }


def read(path):
    networkit.setNumberOfThreads(1)
    return read_gexf(path) if path.endswith(".gexf") else read_graphml(path)


if __name__ == "__main__":
    sys.exit(reading.run(read, sys.argv[1:]))
