"""Shows that check_exports.py passes a good folder and finds each kind of fault in a bad one."""

import contextlib
import io
import pathlib
import tempfile
import unittest

import rdflib

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
ROOT = f"{PREFIX}dataset"
DIGEST = "0123456789abcdef" * 4
VOID = "http://rdfs.org/ns/void#"
PROV = "http://www.w3.org/ns/prov#"
SPDX = "http://spdx.org/rdf/terms#"
DCT = "http://purl.org/dc/terms/"
WHOLE = {"triples": 44, "distinctSubjects": 10, "properties": 29, "classes": 6, "entities": 3}
SUBSET = {"triples": 35, "distinctSubjects": 9, "properties": 21, "classes": 5, "entities": 3}
DESCRIPTION = [
    f'<{ROOT}> <{RDF}type> <{VOID}Dataset> .',
    f'<{ROOT}> <{RDF}type> <http://www.w3.org/ns/dcat#Dataset> .',
    f'<{ROOT}> <{DCT}title> "Kota kembar"@id .',
    f'<{ROOT}> <{DCT}title> "Sister cities"@en .',
    f'<{ROOT}> <{DCT}creator> <{ROOT}/software> .',
    f'<{ROOT}> <{PROV}wasAttributedTo> <{ROOT}/software> .',
    f'<{ROOT}/software> <{RDF}type> <{PROV}SoftwareAgent> .',
    f'<{ROOT}/software> <https://schema.org/softwareVersion> "0.1.0" .',
    f'<{ROOT}> <{PROV}wasDerivedFrom> <{ROOT}/pack> .',
    f'<{ROOT}/pack> <{SPDX}checksum> <{ROOT}/pack/checksum> .',
    f'<{ROOT}/pack/checksum> <{SPDX}checksumValue> "{DIGEST}" .',
    f'<{ROOT}> <{VOID}uriSpace> "{PREFIX}" .',
    f'<{ROOT}> <{VOID}vocabulary> <{SMP}> .',
    *(f'<{ROOT}> <{VOID}{name}> "{number}" .' for name, number in WHOLE.items()),
    f'<{ROOT}> <{VOID}subset> <{ROOT}/facts> .',
    *(f'<{ROOT}/facts> <{VOID}{name}> "{number}" .' for name, number in SUBSET.items()),
    f'<{ROOT}> <{VOID}classPartition> <{ROOT}/claims> .',
    f'<{ROOT}/claims> <{VOID}class> <{SMP}Claim> .',
    f'<{ROOT}/claims> <{VOID}entities> "1" .',
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
  <key id="iri" for="node" attr.name="iri" attr.type="string"/>
  <key id="dataset" for="graph" attr.name="dataset" attr.type="string"/>
  <key id="title" for="graph" attr.name="title" attr.type="string"/>
  <key id="pack_sha256" for="graph" attr.name="pack_sha256" attr.type="string"/>
  <graph id="g" edgedefault="directed">
    <data key="dataset">ROOT</data><data key="title">Kota kembar</data><data key="pack_sha256">DIGEST</data>
    <node id="n1"><data key="label">Kota Bandung</data><data key="class">City</data><data key="color">#112233</data></node>
    <node id="n2"><data key="label">Kawasaki</data><data key="class">City</data><data key="color">#112233</data></node>
    <edge id="e1" source="n1" target="n2"><data key="edgelabel">kota kembar</data></edge>
  </graph>
</graphml>
""".replace("ROOT", ROOT).replace("DIGEST", DIGEST)
METADATA = rdflib.Graph().parse(data="\n".join(DESCRIPTION), format="nt").serialize(format="xml").split("?>", 1)[1]
SVG = f'<svg xmlns="http://www.w3.org/2000/svg"><metadata>{METADATA}</metadata></svg>\n'
REPORT = f"# Report\n\n- {ROOT}\n- `{DIGEST}`\n"


class CheckExports(unittest.TestCase):
    def check(self, nquads=None, turtle=None, graphml=GRAPHML, svg=SVG, report=REPORT, source=SOURCE):
        """The exit status and the report for a folder with these files."""
        nquads = "\n".join(DESCRIPTION + FACTS + CLAIM) + "\n" if nquads is None else nquads
        turtle = "\n".join(DESCRIPTION + FACTS) + "\n" if turtle is None else turtle
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            corpus = folder / "corpus"
            corpus.mkdir()
            (corpus / "a.txt").write_bytes(source.encode())
            for file, content in (("graph.nq", nquads), ("graph.ttl", turtle),
                                  ("graph.graphml", graphml), ("graph.svg", svg),
                                  ("report.md", report)):
                if content:
                    (folder / file).write_bytes(content.encode())
            output = io.StringIO()
            with contextlib.redirect_stdout(output):
                status = check_exports.main([name, "--corpus", str(corpus)])
        return status, output.getvalue()

    def assertFault(self, wanted, **files):
        status, report = self.check(**files)
        self.assertEqual(status, 1, report)
        self.assertIn(wanted, report)

    def without(self, part):
        kept = [line for line in DESCRIPTION + FACTS + CLAIM if part not in line]
        self.assertLess(len(kept), len(DESCRIPTION + FACTS + CLAIM))
        return "\n".join(kept) + "\n"

    def changed(self, old, new):
        whole = "\n".join(DESCRIPTION + FACTS + CLAIM) + "\n"
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
        self.assertFault("misses what", turtle="\n".join(DESCRIPTION + FACTS[1:]) + "\n")
        self.assertFault("has what", turtle="\n".join(DESCRIPTION + FACTS) + f'\n<{PREFIX}x> <{LABEL}> "x" .\n')

    def test_a_wrong_description_is_found(self):
        def both(old, new):
            """The RDF files with another description, and a picture that has it too."""
            lines = [line.replace(old, new) for line in DESCRIPTION]
            self.assertNotEqual(lines, DESCRIPTION)
            lines = [line for line in lines if line]
            return {"nquads": "\n".join(lines + FACTS + CLAIM) + "\n", "turtle": "\n".join(lines + FACTS) + "\n"}
        for name, number in WHOLE.items():
            self.assertFault("not what rdflib counts", **both(f'> <{VOID}{name}> "{number}"', f'> <{VOID}{name}> "{number + 1}"'))
        self.assertFault("than its partition tells", **both(f'<{ROOT}/claims> <{VOID}entities> "1"', f'<{ROOT}/claims> <{VOID}entities> "2"'))
        self.assertFault("exactly one dataset", **both(DESCRIPTION[1], ""))
        self.assertFault("no creator", **both(DESCRIPTION[4], ""))
        self.assertFault("no title", **both(DESCRIPTION[3], ""))
        self.assertFault("program's version", **both('"0.1.0"', '"new"'))
        self.assertFault("no SHA-256 of its pack", **both(DIGEST, DIGEST[1:]))
        self.assertFault("void:vocabulary differs", **both(f"vocabulary> <{SMP}>", f"vocabulary> <{DCT}>"))
        self.assertFault("outside void:uriSpace", **both(f'uriSpace> "{PREFIX}"', 'uriSpace> "https://example.org/"'))

    def test_a_description_elsewhere_than_first_is_found(self):
        self.assertFault("does not begin", nquads="\n".join(FACTS + DESCRIPTION + CLAIM) + "\n")
        self.assertFault("does not begin", turtle="\n".join(FACTS + DESCRIPTION) + "\n")

    def test_exports_that_describe_the_graph_otherwise_are_found(self):
        self.assertFault("metadata differ", svg=SVG.replace("Kota kembar", "Kota"))
        self.assertFault("metadata differ", svg='<svg xmlns="http://www.w3.org/2000/svg"/>')
        self.assertFault("its head does not tell", report="# Report\n")
        for reader in ("networkx", "igraph"):
            self.assertFault(f"{reader} does not find the description", graphml=GRAPHML.replace(f"<data key=\"dataset\">{ROOT}", "<data key=\"dataset\">x"))
            self.assertFault(f"{reader} finds another hash", graphml=GRAPHML.replace(DIGEST, "0"))
        self.assertFault("a node for the description", graphml=GRAPHML.replace(
            '<node id="n1">', f'<node id="n1"><data key="iri">{ROOT}/software</data>'))

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
