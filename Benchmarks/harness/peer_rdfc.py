"""Canonicalizes N-Triples with pyoxigraph by RDFC-1.0: peer_rdfc.py FILE [TIMES].

Writes the lines in order of their bytes. TIMES gets the processor seconds of the canonicalization
alone: without reading, holding and writing.
"""

import sys
import time

import pyoxigraph


def main(path, times=None):
    dataset = pyoxigraph.Dataset(pyoxigraph.parse(path=path, format=pyoxigraph.RdfFormat.N_TRIPLES))
    begin = time.process_time()
    dataset.canonicalize(pyoxigraph.CanonicalizationAlgorithm.RDFC_1_0)
    if times:
        with open(times, "w", encoding="utf-8") as file:
            file.write(f"{time.process_time() - begin}\n")
    lines = pyoxigraph.serialize(dataset, format=pyoxigraph.RdfFormat.N_QUADS).splitlines(keepends=True)
    sys.stdout.buffer.writelines(sorted(lines))


if __name__ == "__main__":
    main(*sys.argv[1:])
