"""Canonicalizes N-Triples with pyoxigraph by RDFC-1.0: peer_rdfc.py FILE [TIMES].

Writes the lines in order of their bytes. TIMES gets two lines: the processor seconds of the naming of
blank nodes alone, without reading, holding and writing; and those of the naming and the sorted lines.
"""

import sys
import time

import pyoxigraph


def main(path, times=None):
    dataset = pyoxigraph.Dataset(pyoxigraph.parse(path=path, format=pyoxigraph.RdfFormat.N_TRIPLES))
    begin = time.process_time()
    dataset.canonicalize(pyoxigraph.CanonicalizationAlgorithm.RDFC_1_0)
    named = time.process_time() - begin
    lines = sorted(
        pyoxigraph.serialize(dataset, format=pyoxigraph.RdfFormat.N_QUADS).splitlines(keepends=True))
    written = time.process_time() - begin
    if times:
        with open(times, "w", encoding="utf-8") as file:
            file.write(f"{named}\n{written}\n")
    sys.stdout.buffer.writelines(lines)


if __name__ == "__main__":
    main(*sys.argv[1:])
