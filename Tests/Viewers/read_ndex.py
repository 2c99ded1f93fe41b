#!/usr/bin/env python3
"""Reads CX2 with ndex2, the library of NDEx, and writes what it found as JSON.

    read_ndex.py FILE OUTPUT [FILE OUTPUT]...

JSON holds signs that XML does not; they are replaced here as Simpul replaces them there, so that all
readers are compared with the same texts. The shape of the output is told in reading.py.
"""

import json
import pathlib
import sys

from expected_graph import cleaned
from ndex2.cx2 import RawCX2NetworkFactory

import reading


def values(attributes):
    """The attributes of a node or an edge, several values as the text of an array."""
    return {name: json.dumps([cleaned(one) if isinstance(one, str) else one for one in value])
            if isinstance(value, list) else cleaned(value) if isinstance(value, str) else value
            for name, value in attributes.items()}


def read(path):
    document = json.loads(pathlib.Path(path).read_text(encoding="utf-8"))
    network = RawCX2NetworkFactory().get_cx2network(document)
    return {
        "directed": True,
        "nodes": [[str(number), values(node["v"])] for number, node in network.get_nodes().items()],
        "edges": [[str(edge["s"]), str(edge["t"]), values(edge["v"])] for edge in network.get_edges().values()],
    }


if __name__ == "__main__":
    sys.exit(reading.run(read, sys.argv[1:]))
