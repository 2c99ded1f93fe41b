#!/usr/bin/env python3
"""Holds the answers of `simpul query` against those of Oxigraph.

    check_queries.py PROGRAM GRAPH

- Every named query of Examples/queries is answered over GRAPH (N-Quads) by PROGRAM and, with its
  standard parameters written into it, by pyoxigraph: the same rows, or the same triples.
- Solutions with texts that formats trip over are written as JSON, XML, TSV and CSV, and read back by
  pyoxigraph or Python's own modules: the same terms.

Exit status: 0 no fault, 1 faults.
"""

import csv
import decimal
import io
import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree
from collections import Counter

import pyoxigraph as ox

from faults import Faults

ROOT = pathlib.Path(__file__).resolve().parents[2]
QUERIES = ROOT / "Examples" / "queries"
LABELS = [ox.NamedNode("http://www.w3.org/2000/01/rdf-schema#label"),
          ox.NamedNode("http://www.w3.org/2004/02/skos/core#altLabel")]
HOSTILE = ['a"b', "line\nline", "tab\there", "back\\slash", "comma, semicolon; tab\t", "cr\rlf\r\n",
           "<b>&amp;</b>", "]]>", "", " ", "\u202eright", "日本語", "😀", "'", "nul-free \u0085 \u2028"]


def run(program, *arguments):
    """Standard output of a run that ended well, empty answers included."""
    done = subprocess.run([program, "query", *map(str, arguments)], capture_output=True, check=False)
    if done.returncode not in (0, 1):
        raise RuntimeError(done.stderr.decode().strip())
    return done.stdout


def thing(store, name):
    """The only thing of a name."""
    found = {quad.subject for label in LABELS for quad in store.quads_for_pattern(None, label, None)
             if quad.object.value.casefold() == name.casefold()}
    return found.pop() if len(found) == 1 else None


def regulation(store, name):
    """The regulation of a short citation such as UU 23/2014."""
    kind, number, year = re.fullmatch(r"(\w+) (\w+)/(\d+)", name).groups()
    key = ox.Literal(f"{kind.upper()}/{year}/{number}")
    quads = list(store.quads_for_pattern(None, ox.NamedNode("https://w3id.org/simpul/ns#regulationKey"), key))
    return quads[0].subject if quads else None


def written(store, text):
    """A query with its standard parameters in place of their variables; nil if one names nothing."""
    for name, kind, value in re.findall(r"^# param (\w+) (\w+) = (.*)$", text, re.M):
        if kind == "thing":
            term = thing(store, value)
        elif kind == "regulation":
            term = regulation(store, value)
        elif kind == "number":
            term = value
        else:
            term = ox.Literal(value)
        if term is None:
            return None
        text = re.sub(rf"\?{name}\b", str(term), text)
    return text


def comparable(term):
    """A term without what Oxigraph changes of it, and without an order that nobody promises."""
    if not isinstance(term, ox.Literal):
        return str(term)
    if term.datatype.value.endswith("#decimal"):
        return str(decimal.Decimal(term.value).normalize())
    # GROUP_CONCAT takes values in any order.
    return " ".join(sorted(term.value.split(" "))) + str(term.language or term.datatype)


def rows(answer):
    if isinstance(answer, ox.QuerySolutions):
        names = [variable.value for variable in answer.variables]
        return Counter(tuple(comparable(solution[name]) for name in names) for solution in answer)
    return Counter(str(triple) for triple in answer)


def rows_of_xml(text):
    """Pairs of subject and object, and whether nothing else is bound, read without Oxigraph, whose
    reader takes white space alone for nothing."""
    space = "{http://www.w3.org/2005/sparql-results#}"
    for result in xml.etree.ElementTree.fromstring(text).iter(f"{space}result"):
        row = {binding.get("name"): binding[0] for binding in result}
        if row["o"].tag != f"{space}bnode":
            yield row["s"].text or "", row["o"].text or "", set(row) == {"s", "o"}


def check_named(program, graph, faults):
    store = ox.Store()
    store.bulk_load(path=str(graph), format=ox.RdfFormat.N_QUADS)
    answered = 0
    for path in sorted(QUERIES.glob("*.rq")):
        query = written(store, path.read_text(encoding="utf-8"))
        if query is None:
            faults.add(path.name, "a standard parameter names nothing in the graph")
            continue
        expected = store.query(query)
        makes_graph = not isinstance(expected, ox.QuerySolutions)
        try:
            output = run(program, "--named", path.stem, "--queries", QUERIES, "--data", graph, "--ontology",
                         ROOT / "ontology", "--results", "ntriples" if makes_graph else "json")
        except RuntimeError as error:
            faults.add(path.name, "the program fails", str(error))
            continue
        found = (ox.parse(output, format=ox.RdfFormat.N_TRIPLES) if makes_graph
                 else ox.parse_query_results(output, format=ox.QueryResultsFormat.JSON))
        found = Counter(str(quad.triple) for quad in found) if makes_graph else rows(found)
        expected = rows(expected)
        answered += bool(expected)
        if found != expected:
            lost, more = list((expected - found).items())[:3], list((found - expected).items())[:3]
            faults.add(path.name, f"{sum(found.values())} rows, {sum(expected.values())} by Oxigraph",
                       f"lost {lost}, too many {more}")
    return answered


def check_formats(program, faults):
    turtle = "".join(f'<http://a.example/{place}> <http://a.example/p> {ox.Literal(text)} .\n'
                     for place, text in enumerate(HOSTILE))
    turtle += '<http://a.example/x> <http://a.example/p> "teks"@id-ID , 5 , 1.5e0 , _:b .\n'
    with tempfile.TemporaryDirectory() as folder:
        data = pathlib.Path(folder, "a.ttl")
        data.write_text(turtle, encoding="utf-8")
        question = ["--data", data, "-q", "SELECT ?s ?o ?none { ?s <http://a.example/p> ?o } ORDER BY ?s ?o"]
        wanted = {(quad.subject.value, quad.object.value)
                  for quad in ox.parse(turtle.encode(), format=ox.RdfFormat.TURTLE)
                  if not isinstance(quad.object, ox.BlankNode)}
        found = set(rows_of_xml(run(program, *question, "--results", "xml")))
        if found != {(*pair, True) for pair in wanted}:
            faults.add("xml", "read back otherwise", f"{sorted(found)[:4]}")
        for name, form in (("json", ox.QueryResultsFormat.JSON), ("tsv", ox.QueryResultsFormat.TSV)):
            answer = list(ox.parse_query_results(run(program, *question, "--results", name), format=form))
            found = {(row["s"].value, row["o"].value) for row in answer if not isinstance(row["o"], ox.BlankNode)}
            if found != wanted or any(row["none"] is not None for row in answer):
                faults.add(name, "read back otherwise", f"{sorted(found ^ wanted)[:4]}")
        table = run(program, *question, "--results", "csv").decode("utf-8")
        found = {(row[0], row[1]) for row in csv.reader(io.StringIO(table, newline="")) if not row[1].startswith("_:")}
        if found != wanted | {("s", "o")}:
            faults.add("csv", "read back otherwise", f"{sorted(found ^ wanted)[:4]}")


def main():
    program, graph = sys.argv[1], sys.argv[2]
    faults = Faults()
    answered = check_named(program, graph, faults)
    check_formats(program, faults)
    faults.note(f"{len(list(QUERIES.glob('*.rq')))} named queries as Oxigraph answers them, {answered} with rows; "
                "hostile texts in 4 formats")
    return faults.finish()


if __name__ == "__main__":
    sys.exit(main())
