"""The inputs: the benchmark graph in every syntax, made where it is missing."""

import os
import sys

from measurement import measure


class Datasets:
    """Files of the benchmark graph in a folder, named by size and syntax."""

    def __init__(self, folder, generator):
        self.folder = folder
        self.generator = generator

    def path(self, scale, ending):
        """The file of a size (like "1M") in the syntax with this ending; made if it is missing.

        The generator verifies the checksum before the file gets its name.
        """
        path = os.path.join(self.folder, f"sc-{scale}.{ending}")
        if os.path.exists(path):
            return path
        os.makedirs(self.folder, exist_ok=True)
        print(f"making {path}", file=sys.stderr)
        if ending == "rdf":
            self._make_rdf_xml(self.path(scale, "nt"), path)
        else:
            measure([self.generator, "--scale", scale, "--format", ending, "-o", path])
        return path

    def _make_rdf_xml(self, source, path):
        partial = path + ".partial"
        measure(["rapper", "-q", "-i", "ntriples", "-o", "rdfxml", source], partial)
        os.rename(partial, path)
