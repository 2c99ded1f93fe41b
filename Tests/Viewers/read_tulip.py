#!/usr/bin/env python3
"""Reads files with the library of Tulip and writes what it found as JSON.

    read_tulip.py FILE OUTPUT [FILE OUTPUT]...

Run it with the Python that Tulip's module is built for. The shape of the output is told in
reading.py.
"""

import os
import sys
import sysconfig

import reading

# Where Debian has its plug-ins; it looks for them beside the link by which the library was found.
os.environ.setdefault("TLP_DIR", f"/usr/lib/{sysconfig.get_config_var('MULTIARCH')}")

from tulip import tlp  # noqa: E402

PLUGINS = {"gexf": "GEXF", "graphml": "GraphML"}


def values(graph, names, element):
    return {name: graph.getProperty(name)[element] for name in names}


def read(path):
    graph = tlp.importGraph(PLUGINS[path.rsplit(".", 1)[-1]], {"file::filename": path})
    if graph is None:
        raise ValueError("Tulip makes no graph of it")
    texts = (tlp.StringProperty, tlp.IntegerProperty, tlp.DoubleProperty, tlp.BooleanProperty)
    names = [name for name in graph.getProperties() if isinstance(graph.getProperty(name), texts)]
    layout, colours = graph.getLayoutProperty("viewLayout"), graph.getColorProperty("viewColor")
    nodes = []
    for node in graph.getNodes():
        found = values(graph, names, node)
        found["viewLayout"] = [round(layout[node][axis], 2) for axis in (0, 1)]
        found["viewColor"] = [colours[node][part] for part in range(3)]
        nodes.append([str(node.id), found])
    edges = [[str(graph.source(e).id), str(graph.target(e).id), values(graph, names, e)] for e in graph.getEdges()]
    return {"directed": True, "nodes": nodes, "edges": edges}


if __name__ == "__main__":
    sys.exit(reading.run(read, sys.argv[1:]))
