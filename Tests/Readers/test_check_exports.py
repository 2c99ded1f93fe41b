"""Shows that check_exports.py passes a good folder and finds each kind of fault in a bad one."""

import contextlib
import io
import pathlib
import tempfile
import unittest

import check_exports

SOURCE = "\ufeffKota Bandung dan Kota Kawasaki bekerja sama.\r\nCafé 川崎 sejak 2017.\n"
QUOTE = "Café 川崎 sejak 2017."
PREFIX = "https://w3id.org/simpul/id/"
SMP = "https://w3id.org/simpul/ns#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
LABEL = "http://www.w3.org/2000/01/rdf-schema#label"

FACTS = [
    f'<{PREFIX}city/id/bandung> <{RDF}type> <{SMP}City> .',
    f'<{PREFIX}city/id/bandung> <{LABEL}> "Kota Bandung"@id .',
    f'<{PREFIX}city/id/bandung> <{SMP}sisterCityOf> <{PREFIX}city/jp/kawasaki> .',
    f'<{PREFIX}city/jp/kawasaki> <{RDF}type> <{SMP}City> .',
    f'<{PREFIX}city/jp/kawasaki> <{LABEL}> "Kawasaki"@id .',
    f'<{PREFIX}document/a> <{RDF}type> <{SMP}Document> .',
    f'<{PREFIX}document/a> <{LABEL}> "A"@id .',
    f'<{PREFIX}document/a> <{SMP}fileName> "a.txt" .',
]
START = SOURCE.index(QUOTE) - 1
PASSAGE = f"<{PREFIX}document/a#char={START},{START + len(QUOTE)}>"
CLAIM = [
    f'<{PREFIX}claim/1> {rest} <{PREFIX}document/a> .'
    for rest in (
        f'<{RDF}type> <{SMP}Claim>',
        f'<{RDF}subject> <{PREFIX}city/id/bandung>',
        f'<{RDF}predicate> <{SMP}sisterCityOf>',
        f'<{RDF}object> <{PREFIX}city/jp/kawasaki>',
        f'<{SMP}fromPassage> {PASSAGE}',
        f'<{SMP}quote> "{QUOTE}"',
        f'<{SMP}rule> "sister.since"',
        f'<{SMP}confidence> "0.9"^^<http://www.w3.org/2001/XMLSchema#decimal>',
        f'<{SMP}status> <{SMP}Realised>',
    )
]
GRAPHML = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
  <key id="label" for="node" attr.name="label" attr.type="string"/>
  <key id="class" for="node" attr.name="class" attr.type="string"/>
  <key id="color" for="node" attr.name="color" attr.type="string"/>
  <key id="edgelabel" for="edge" attr.name="label" attr.type="string"/>
  <graph id="g" edgedefault="directed">
    <node id="n1"><data key="label">Kota Bandung</data><data key="class">City</data><data key="color">#112233</data></node>
    <node id="n2"><data key="label">Kawasaki</data><data key="class">City</data><data key="color">#112233</data></node>
    <edge id="e1" source="n1" target="n2"><data key="edgelabel">kota kembar</data></edge>
  </graph>
</graphml>
"""
SVG = '<svg xmlns="http://www.w3.org/2000/svg"/>\n'


class CheckExports(unittest.TestCase):
    def check(self, nquads=None, turtle=None, graphml=GRAPHML, svg=SVG, source=SOURCE):
        """The exit status and the report for a folder with these files."""
        nquads = "\n".join(FACTS + CLAIM) + "\n" if nquads is None else nquads
        turtle = "\n".join(FACTS) + "\n" if turtle is None else turtle
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            corpus = folder / "corpus"
            corpus.mkdir()
            (corpus / "a.txt").write_bytes(source.encode())
            for file, content in (("graph.nq", nquads), ("graph.ttl", turtle),
                                  ("graph.graphml", graphml), ("graph.svg", svg)):
                if content:
                    (folder / file).write_bytes(content.encode())
            report = io.StringIO()
            with contextlib.redirect_stdout(report):
                status = check_exports.main([name, "--corpus", str(corpus)])
        return status, report.getvalue()

    def assertFault(self, wanted, **files):
        status, report = self.check(**files)
        self.assertEqual(status, 1, report)
        self.assertIn(wanted, report)

    def without(self, part):
        kept = [line for line in FACTS + CLAIM if part not in line]
        self.assertLess(len(kept), len(FACTS + CLAIM))
        return "\n".join(kept) + "\n"

    def changed(self, old, new):
        whole = "\n".join(FACTS + CLAIM) + "\n"
        self.assertIn(old, whole)
        return whole.replace(old, new)

    def test_a_good_folder_has_no_fault(self):
        status, report = self.check()
        self.assertEqual(status, 0, report)
        self.assertIn("1 quotes found in their sources", report)
        self.assertIn("0 faults", report)

    def test_missing_and_broken_files_are_found(self):
        for file in ("nquads", "turtle", "graphml", "svg"):
            self.assertFault("is missing", **{file: ""})
        self.assertFault("cannot read it", nquads="<a:b> <a:c> .\n")
        self.assertFault("cannot read it", turtle="@prefix a <b> .\n")
        self.assertFault("cannot read it", graphml="<graphml>")
        self.assertFault("xmllint refuses it", svg="<svg>")

    def test_a_difference_between_turtle_and_nquads_is_found(self):
        self.assertFault("misses what", turtle="\n".join(FACTS[1:]) + "\n")
        self.assertFault("has what", turtle="\n".join(FACTS) + f'\n<{PREFIX}x> <{LABEL}> "x" .\n')

    def test_blank_nodes_are_found(self):
        self.assertFault("blank node", nquads=self.changed(f"<{PREFIX}city/jp/kawasaki>", "_:k"))

    def test_an_entity_without_class_or_with_two_is_found(self):
        self.assertFault("bandung: none", nquads=self.without(f"city/id/bandung> <{RDF}type>"))
        two = self.changed(FACTS[0], FACTS[0] + "\n" + FACTS[0].replace("#City", "#Province"))
        self.assertFault("#City, https://w3id.org/simpul/ns#Province", nquads=two)

    def test_an_entity_without_a_name_is_found(self):
        self.assertFault("no label", nquads=self.without('"Kawasaki"@id'))

    def test_a_concept_without_type_or_name_is_found(self):
        planned = [f"<{SMP}Planned> <{RDF}type> <http://www.w3.org/2004/02/skos/core#Concept> .",
                   f'<{SMP}Planned> <{LABEL}> "Planned"@en .']
        for missing, fault in zip(planned, ("is no concept", "concept has no label")):
            rest = [line for line in planned if line != missing]
            self.assertFault(fault, nquads="\n".join([*FACTS, *CLAIM, *rest]) + "\n")

    def test_an_incomplete_claim_is_found(self):
        for name in ("rule", "confidence", "quote", "fromPassage"):
            self.assertFault(f"a claim without smp:{name}", nquads=self.without(f"<{SMP}{name}>"))
        for name in ("subject", "predicate", "object"):
            self.assertFault("not exactly one subject", nquads=self.without(f"<{RDF}{name}>"))
        self.assertFault("unknown status", nquads=self.changed(f"<{SMP}Realised>", f"<{SMP}Done>"))
        self.assertFault("outside 0 to 1", nquads=self.changed('"0.9"', '"1.1"'))
        self.assertFault("in a graph that is no document's", nquads=self.changed(f"<{PREFIX}document/a> .", f"<{PREFIX}document/b> ."))

    def test_a_quote_that_the_source_does_not_hold_is_found(self):
        self.assertFault("not what the claim quotes", nquads=self.changed("sejak 2017", "sejak 2018"))
        self.assertFault("not what the claim quotes", source="x" + SOURCE)
        self.assertFault("another document", nquads=self.changed("document/a#char", "document/c#char"))

    def test_a_graph_without_labels_classes_colours_is_found(self):
        for name, value in (("label", "Kawasaki"), ("class", "City"), ("color", "#112233")):
            self.assertFault(f"without {'a colour' if name == 'color' else name}",
                             graphml=GRAPHML.replace(f'<data key="{name}">{value}</data>', ""))
        self.assertFault("an edge without label", graphml=GRAPHML.replace("kota kembar", ""))


if __name__ == "__main__":
    unittest.main()
