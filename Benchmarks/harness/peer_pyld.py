"""Converts JSON-LD to N-Quads with PyLD: peer_pyld.py FILE."""

import json
import sys

from pyld import jsonld


def main(path):
    with open(path, encoding="utf-8") as file:
        document = json.load(file)
    sys.stdout.write(jsonld.to_rdf(document, {"format": "application/n-quads"}))


if __name__ == "__main__":
    main(sys.argv[1])
