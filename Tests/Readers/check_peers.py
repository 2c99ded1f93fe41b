#!/usr/bin/env python3
"""Holds the answers of `simpul query` against those of Oxigraph, on more than `make test` has time for.

    check_peers.py PROGRAM GRAPH [--kit FOLDER] [--scale 100k] [--cases 400] [--seed N]

- Every named query of Examples/queries over GRAPH (N-Quads), as check_queries.py asks it.
- The queries of the benchmark kit over its graph, where the kit is there.
- Random queries over random graphs; the seed is printed, and gives the same cases again.

Exit status: 0 no fault, 1 faults, 2 unusable arguments.
"""

import argparse
import pathlib
import random
import subprocess
import sys
import tempfile

import pyoxigraph as ox

from check_queries import check_named, rows, run
from faults import Faults

PREFIX = "PREFIX : <http://a.example/> PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> "
PROPERTIES = [":p", ":q", ":r"]
VARIABLES = ["?a", "?b", "?c", "?d"]
CONSTANTS = [":n0", ":n1", ":n2", "1", "2", '"x"', '"y"@en']


class RandomGraph:
    """Statements of few terms, so that they meet."""

    def __init__(self, generator):
        nodes = [f"<http://a.example/n{number}>" for number in range(generator.randint(3, 9))]
        integer = "^^<http://www.w3.org/2001/XMLSchema#integer>"
        literals = [f'"{number}"{integer}' for number in range(4)]
        literals += ['"x"', '"y"@en', '"Xyz"', '"x"@id', '"1.5"^^<http://www.w3.org/2001/XMLSchema#decimal>']
        lines = set()
        for _ in range(generator.randint(5, 60)):
            subject = generator.choice(nodes)
            end = generator.choice(nodes if generator.random() < 0.6 else literals)
            graph = generator.choice(["", "", " <http://a.example/g1>", " <http://a.example/g2>"])
            lines.add(f"{subject} <http://a.example/{generator.choice('pqr')}> {end}{graph} .\n")
        self.text = "".join(sorted(lines))


class RandomQuery:
    """A query of all that the two programs should agree on.

    Left out is what the specification leaves open: the order of terms of different kinds, SAMPLE, the
    slices of what is in no order. And what Oxigraph does its own way: it takes a solution once that
    several parts of an alternative or of a negated set of properties give, and IRIs for comparable.
    """

    def __init__(self, generator):
        self.generator = generator

    def choice(self, *ways):
        return self.generator.choice(ways)

    def chance(self, part):
        return self.generator.random() < part

    def node(self):
        return self.generator.choice(VARIABLES if self.chance(0.8) else CONSTANTS[:3])

    def end(self):
        return self.generator.choice(VARIABLES if self.chance(0.75) else CONSTANTS)

    def path(self):
        one, other = self.generator.sample(PROPERTIES, 2)
        return self.choice(
            f"({one}/{other})", f"^{one}", f"{one}+", f"{one}*", f"{one}?", f"({one}|{other})+",
            f"({one}|^{other})*", f"({one}/{other})+", f"(^{one}/{other}?)*", f"({one}+/{other})", "(!(:p|^:q))+")

    def triple(self):
        if self.chance(0.25):
            return f"{self.generator.choice(VARIABLES)} {self.path()} {self.generator.choice(VARIABLES)} ."
        way = self.generator.choice(PROPERTIES if self.chance(0.8) else VARIABLES)
        return f"{self.node()} {way} {self.end()} ."

    def triples(self):
        return " ".join(self.triple() for _ in range(self.generator.randint(1, 3)))

    def condition(self, depth=0):
        one, other = self.generator.choice(VARIABLES), self.generator.choice(VARIABLES)
        if depth < 2 and self.chance(0.3):
            return self.choice(
                f"({self.condition(depth + 1)} && {self.condition(depth + 1)})",
                f"({self.condition(depth + 1)} || {self.condition(depth + 1)})",
                f"(!{self.condition(depth + 1)})")
        return self.choice(
            f"({one} = {other})", f"({one} != {self.generator.choice(CONSTANTS)})", f"({one} < 2)",
            f"({one} >= 1)", f"bound({one})", f"isIRI({one})", f"isLiteral({one})",
            f'(lang({one}) = "en")', f'langMatches(lang({one}), "*")', f'contains(str({one}), "1")',
            f'regex(str({one}), "^x", "i")', f"({one} IN (1, :n1, \"x\"))", f"({one} + 1 > 2)",
            f'(strlen(str({one})) > 20)', f'(datatype({one}) = xsd:integer)',
            f"(NOT EXISTS {{ {one} :p {other} }})", f"(EXISTS {{ {one} :q ?e . ?e :r {other} }})")

    def group(self, depth=0):
        parts = [self.triples()]
        for _ in range(self.generator.randint(0, 2)):
            inner = self.group(depth + 1) if depth < 2 else self.triples()
            parts.append(self.choice(
                f"OPTIONAL {{ {inner} }}", f"{{ {inner} }} UNION {{ {self.triples()} }}",
                f"MINUS {{ {self.triples()} }}", f"GRAPH {self.choice('?g', ':g1')} {{ {self.triples()} }}",
                f"VALUES {self.generator.choice(VARIABLES)} {{ :n0 1 :n2 }}", self.triples(),
                f"{{ SELECT DISTINCT ?a ?b {{ {inner} }} }}"))
        if self.chance(0.4):
            parts.append(f"FILTER {self.condition()}")
        if depth == 0 and self.chance(0.2):
            value = self.choice("str(?a)", "?b + 1", "if(bound(?c), 1, 2)", "coalesce(?c, ?d, 0)", "isIRI(?a)")
            parts.append(f"BIND ({value} AS ?new)")
        return " ".join(parts)

    def text(self):
        group = self.group()
        shape = self.generator.random()
        if shape < 0.55:
            return f"{PREFIX}SELECT {self.choice('', 'DISTINCT ')}?a ?b ?c ?d ?g ?new {{ {group} }}"
        if shape < 0.8:
            aggregate = self.choice("COUNT(*)", "COUNT(?b)", "COUNT(DISTINCT ?b)", "SUM(?c)")
            having = self.choice("", " HAVING (COUNT(*) > 1)")
            return f"{PREFIX}SELECT ?a ({aggregate} AS ?n) {{ {group} }} GROUP BY ?a{having}"
        if shape < 0.9:
            return f"{PREFIX}ASK {{ {group} }}"
        return f"{PREFIX}CONSTRUCT {{ ?a :made ?b . ?b :made ?c }} {{ {group} }}"


def answer(store, text):
    """What Oxigraph answers: rows, triples, or yes and no."""
    found = store.query(text)
    return bool(found) if isinstance(found, ox.QueryBoolean) else rows(found)


def answer_of(program, data, text):
    """What the program answers, as `answer` has it."""
    is_graph = "CONSTRUCT" in text
    output = run(program, "--data", data, "-q", text, "--results", "ntriples" if is_graph else "json")
    if is_graph:
        return rows(quad.triple for quad in ox.parse(output, format=ox.RdfFormat.N_TRIPLES))
    found = ox.parse_query_results(output, format=ox.QueryResultsFormat.JSON)
    return bool(found) if isinstance(found, ox.QueryBoolean) else rows(found)


def check_random(program, cases, seed, faults):
    """How many answers were not empty."""
    generator = random.Random(seed)
    answered = 0
    with tempfile.TemporaryDirectory() as folder:
        data = pathlib.Path(folder, "graph.nq")
        for case in range(cases):
            if case % 10 == 0:
                graph = RandomGraph(generator)
                data.write_text(graph.text, encoding="utf-8")
                store = ox.Store()
                store.load(graph.text, format=ox.RdfFormat.N_QUADS)
            text = RandomQuery(generator).text()
            expected = answer(store, text)
            answered += bool(expected)
            try:
                found = answer_of(program, data, text)
            except RuntimeError as error:
                faults.add(f"case {case}", "the program fails", f"{error}\n{text}")
                continue
            if found != expected:
                faults.add(f"case {case}", "another answer", f"{found}\n not {expected}\n{text}\n{graph.text}")
    return answered


def check_kit(program, kit, scale, faults):
    with tempfile.TemporaryDirectory() as folder:
        data = pathlib.Path(folder, "graph.nt")
        subprocess.run(
            [sys.executable, kit / "gen.py", "--scale", scale, "--seed", "1", "--out", data], check=True,
            stderr=subprocess.DEVNULL)
        store = ox.Store()
        store.bulk_load(path=str(data), format=ox.RdfFormat.N_TRIPLES)
        for path in sorted((kit / "queries").glob("*.rq")):
            text = path.read_text(encoding="utf-8")
            if answer_of(program, data, text) != answer(store, text):
                faults.add(path.name, "another answer")


def main():
    parser = argparse.ArgumentParser(description="Holds simpul query against Oxigraph.")
    parser.add_argument("program")
    parser.add_argument("graph")
    parser.add_argument("--kit", type=pathlib.Path, help="folder of the benchmark kit")
    parser.add_argument("--scale", default="100k", help="size of the kit's graph (default 100k)")
    parser.add_argument("--cases", type=int, default=400, help="random queries (default 400)")
    parser.add_argument("--seed", type=int, default=random.randrange(1 << 32))
    options = parser.parse_args()
    faults = Faults()
    named = check_named(options.program, options.graph, faults)
    faults.note(f"{named} named queries have rows")
    if options.kit and options.kit.is_dir():
        check_kit(options.program, options.kit, options.scale, faults)
        faults.note(f"the queries of the benchmark, {options.scale} triples")
    answered = check_random(options.program, options.cases, options.seed, faults)
    faults.note(f"{options.cases} random queries, {answered} with rows, seed {options.seed}")
    return faults.finish()


if __name__ == "__main__":
    sys.exit(main())
