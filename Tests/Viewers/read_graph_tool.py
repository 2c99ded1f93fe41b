#!/usr/bin/env python3
"""Reads files with graph-tool and writes what it found as JSON.

    read_graph_tool.py FILE OUTPUT [FILE OUTPUT]...

Run it with the Python that graph-tool is built for. The shape of the output is told in reading.py.
"""

import sys

import graph_tool

import reading


def values(properties, element):
    """What a node or edge has under each name, in Python's own types."""
    return {name: reading.scalar(column[element]) for name, column in properties.items()}


def read(path):
    graph = graph_tool.load_graph(path, fmt={"graphml": "xml", "dot": "dot"}[path.rsplit(".", 1)[-1]])
    nodes = [[str(int(v)), values(graph.vp, v)] for v in graph.vertices()]
    edges = [[str(int(e.source())), str(int(e.target())), values(graph.ep, e)] for e in graph.edges()]
    return {"directed": graph.is_directed(), "nodes": nodes, "edges": edges}


if __name__ == "__main__":
    sys.exit(reading.run(read, sys.argv[1:]))
