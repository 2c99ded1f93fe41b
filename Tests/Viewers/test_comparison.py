"""The comparison finds what is wrong, and nothing where all is right."""

import copy
import pathlib
import tempfile
import unittest

from comparison import Comparison
from expected_graph import RDF, RDFS_LABEL, SMP, Expected
from faults import Faults
from viewers import Contract

STYLE = pathlib.Path(__file__).parents[2] / "ontology"
TEXT = f"""
<i:a> <{RDF}type> <{SMP}City> .
<i:a> <{RDFS_LABEL}> "A & B"@en .
<i:a> <p:many> "x" .
<i:a> <p:many> "y, \\"z\\"" .
<i:a> <p:number> "1.50"^^<http://www.w3.org/2001/XMLSchema#decimal> .
<i:a> <p:near> <i:b> .
<i:c> <{RDF}subject> <i:a> .
<i:c> <{RDF}predicate> <p:near> .
<i:c> <{RDF}object> <i:b> .
<i:c> <{SMP}quote> "A is near B." .
"""
FOUND = {
    "directed": True,
    "nodes": [["0", {"iri": "i:a", "label": "A & B", "label_en": "A & B", "many": '["x", "y, \\"z\\""]',
                     "number": 1.5, "viewColor": [0x35, 0x82, 0xe1]}],
              ["1", {"iri": "i:b", "label": "b"}]],
    "edges": [["0", "1", {"predicate": "p:near", "quote": "A is near B."}]],
}


def at(path, value):
    """A change of what was found: `path` leads to a place, which gets a value."""
    def change(found):
        *way, last = path
        for step in way:
            found = found[step]
        found[last] = value
    return change


class ComparisonTests(unittest.TestCase):
    def faults(self, found, contract=Contract()):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "a.nt"
            path.write_text(TEXT, encoding="utf-8")
            faults = Faults()
            Comparison(faults, "a", Expected(path, STYLE), found, contract).check()
        return {kind for _, kind in faults.kinds}

    def test_finds_nothing_where_all_is_right(self):
        self.assertEqual(self.faults(FOUND), set())

    def test_finds_every_difference(self):
        first, line = ("nodes", 0, 1), ("edges", 0)
        for change, kind in [
            (at(("directed",), False), "the graph has no directions"),
            (at(("nodes", 1, 1, "iri"), "i:x"), "misses the node"),
            (at(("edges",), []), "misses the edge"),
            (at((*line, 0), "1"), "has one edge too many"),
            (at(line, ["1", "0", FOUND["edges"][0][2]]), "misses the edge"),
            (at((*first, "label"), "B"), "has a label that is none"),
            (at((*first, "many"), '["x"]'), "misses values"),
            (at((*first, "many"), '["x", "y", "\\"z\\""]'), "misses values"),
            (at((*first, "number"), 1), "misses values"),
            (at((*first, "viewColor"), [0, 0, 0]), "has a colour that its class has not"),
            (at((*line, 2, "quote"), "B is near A."), "has another quote than the claims"),
            (at((*line, 2, "quote"), ""), "has no quote where the claims have one"),
        ]:
            with self.subTest(kind=kind):
                found = copy.deepcopy(FOUND)
                change(found)
                self.assertIn(kind, self.faults(found))

    def test_lists_may_be_lost_only_where_the_reader_has_none(self):
        found = copy.deepcopy(FOUND)
        del found["nodes"][0][1]["many"]
        self.assertEqual(self.faults(found), {"misses values"})
        self.assertEqual(self.faults(found, Contract(loses=lambda texts: True)), set())


if __name__ == "__main__":
    unittest.main()
