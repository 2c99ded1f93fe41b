#!/usr/bin/env python3
"""Measures `simpul query` beside pyoxigraph and Jena. Standard library only.

    make bench-sparql                                 a million triples
    make bench-sparql BENCH="--scale 100k --runs 9"   options of this program
    make bench-sparql BENCH="--write"                 renew the document

Data, queries and expected answers are those of the benchmark kit (--kit). Every answer is compared
with expected.tsv before anything is measured. Exit status: 0 measured, 1 a program failed or answered
wrongly, 2 unusable arguments.
"""

import argparse
import csv
import decimal
import hashlib
import json
import math
import os
import subprocess
import sys
import tempfile

import report
from measurement import Failure, measure_in_turn

HERE = os.path.dirname(os.path.abspath(__file__))
XSD = "http://www.w3.org/2001/XMLSchema#"
# More than fifty times as fast counts as fifty times, so that one query does not carry the mean.
CAP = 50


def note(text):
    print(text, file=sys.stderr, flush=True)


def run(command, environment=None):
    """The standard output of a command."""
    done = subprocess.run(
        command, capture_output=True, text=True, env={**os.environ, **(environment or {})})
    if done.returncode != 0:
        raise Failure(f"status {done.returncode} from: {' '.join(command)}\n{done.stderr}")
    return done.stdout


def value(binding):
    """A term as the kit's hashes take it."""
    if binding is None:
        return ""
    text = binding["value"]
    datatype = binding.get("datatype")
    if datatype in (XSD + "integer", XSD + "decimal"):
        return str(decimal.Decimal(text).normalize())
    return text


def answer_hash(results):
    """The first ten digits of the MD5 of the sorted rows of a SPARQL JSON result."""
    names = results["head"]["vars"]
    rows = sorted(
        "\t".join(value(row.get(name)) for name in names) for row in results["results"]["bindings"])
    return hashlib.md5("\n".join(rows).encode()).hexdigest()[:10]


class Kit:
    """The benchmark kit: generator, queries, expected answers."""

    def __init__(self, folder, data):
        self.folder = folder
        self.data = data
        queries = os.path.join(folder, "queries")
        self.queries = [
            os.path.join(queries, name) for name in sorted(os.listdir(queries))
            if name.endswith(".rq")]
        with open(os.path.join(folder, "expected.tsv"), encoding="utf-8") as file:
            rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
            self.expected = {(row["scale"], row["query"]): row for row in rows}

    def triples(self, scale):
        """The path of the data, made if it is not there."""
        path = os.path.join(self.data, f"sc-{scale}.nt")
        if not os.path.exists(path):
            note(f"making {path}")
            os.makedirs(self.data, exist_ok=True)
            generator = os.path.join(self.folder, "gen.py")
            partial = path + ".partial"
            run([sys.executable, generator, "--scale", scale, "--seed", "1", "--out", partial])
            os.rename(partial, path)
        return path

    def check(self, scale, name, rows, digest):
        """Refuses an answer that is not the expected one."""
        expected = self.expected.get((scale, name))
        if expected is None or expected["rows"] == "?":
            return
        if int(expected["rows"]) != rows:
            raise Failure(f"{name}: {rows} rows, expected {expected['rows']}")
        if digest and expected["hash"] not in ("-", "", digest):
            raise Failure(f"{name}: the answer's hash is {digest}, expected {expected['hash']}")


def query_name(path):
    return os.path.basename(path).removesuffix(".rq")


class Simpul:
    name = "simpul"

    def __init__(self, program):
        self.program = program

    def version(self):
        return run([self.program, "--version"]).strip()

    def command(self, data, query):
        return [self.program, "query", "--data", data, query]

    def verify(self, kit, scale, data):
        """Compares every answer with what is expected."""
        for path in kit.queries:
            name = query_name(path)
            with open(path, encoding="utf-8") as file:
                is_graph = "CONSTRUCT" in file.read()
            results = ["--results", "ntriples" if is_graph else "json"]
            text = run(self.command(data, path) + results)
            if is_graph:
                kit.check(scale, name, len(set(text.splitlines())), None)
            else:
                answer = json.loads(text)
                kit.check(scale, name, len(answer["results"]["bindings"]), answer_hash(answer))

    def timings(self, data, queries, runs):
        with tempfile.NamedTemporaryFile(suffix=".json") as file:
            run([
                self.program, "query", "--data", data, "--repeat", str(runs), "--timings",
                file.name, *queries])
            return json.load(open(file.name, encoding="utf-8"))


class Peer:
    """A program that tells its times itself."""

    def __init__(self, name, command):
        self.name = name
        self.command = command

    def measure(self, data, queries, runs):
        return json.loads(run([*self.command, data, str(runs), *queries]))


def by_name(timings):
    return {query_name(one["query"]): one for one in timings}


class Benchmark:
    def __init__(self, options):
        self.options = options
        self.kit = Kit(options.kit, os.path.join(options.folder, "data"))
        self.simpul = Simpul(options.simpul)
        self.python = options.python
        self.peers = [
            Peer("pyoxigraph", [options.python, "-B", os.path.join(HERE, "peer_pyoxigraph.py")])]
        if options.jena:
            source = os.path.join(HERE, "JenaQueries.java")
            jars = os.path.join(options.jena, "*")
            self.peers.append(Peer("Jena", ["java", "-Xmx6g", "-cp", jars, source]))

    def chosen(self):
        return [
            path for path in self.kit.queries
            if not self.options.only or query_name(path)[:3] in self.options.only]

    def queries(self):
        """The table of queries, the least ratio first, and what sums it up."""
        scale, runs = self.options.scale, self.options.runs
        data = self.kit.triples(scale)
        note("verifying every answer")
        self.simpul.verify(self.kit, scale, data)
        note("measuring simpul")
        ours = by_name(self.simpul.timings(data, self.chosen(), runs))
        theirs = {}
        for peer in self.peers:
            note(f"measuring {peer.name}")
            queries = [
                path for path in self.chosen()
                # Quadratic there: half a minute at a million triples, hours beyond.
                if not (peer.name == "pyoxigraph" and scale == "5M" and "q15" in path)]
            theirs[peer.name] = peer.measure(data, queries, runs)
            for name, one in by_name(theirs[peer.name]["timings"]).items():
                if "construct" not in name:
                    self.kit.check(scale, name, one["rows"], None)
        rows = []
        for name, own in ours.items():
            time = own["processorMilliseconds"]
            others = {
                peer: by_name(result["timings"]).get(name) for peer, result in theirs.items()}
            best = min(one["processorMilliseconds"] for one in others.values() if one)
            cells = [
                f"{one['processorMilliseconds']:.2f}" if one else "–" for one in others.values()]
            rows.append((best / time, [name, str(own["rows"]), f"{time:.3f}", *cells]))
        rows.sort()
        ratios = [min(ratio, CAP) for ratio, _ in rows]
        mean = math.exp(sum(math.log(ratio) for ratio in ratios) / len(ratios))
        head = ["query", "rows", "simpul, ms", *[f"{peer.name}, ms" for peer in self.peers], "ratio"]
        return [
            f"Warm queries, processor time, median of {runs} runs, {scale} triples; the ratio is to "
            f"the faster peer:",
            report.table(head, [cells + [f"{ratio:.1f} ×"] for ratio, cells in rows]),
            f"Geometric mean of the ratios, each capped at {CAP}: **{mean:.1f} ×**, the least "
            f"{rows[0][0]:.1f} ×.",
            *self.loading(data, theirs),
        ]

    def loading(self, data, theirs):
        """Time and memory to have the data ready to be asked."""
        question = os.path.join(self.options.folder, "ask.rq")
        with open(question, "w", encoding="utf-8") as file:
            file.write("ASK {}\n")
        own = measure_in_turn(
            {"load": self.simpul.command(data, question)}, self.options.runs)["load"]
        rows = [["simpul, the whole process", report.seconds(own.processor), report.memory(own.memory, 0)]]
        rows += [
            [f"{name}, loading alone", report.seconds(result["loadSeconds"]), "–"]
            for name, result in theirs.items()]
        return ["Loading the N-Triples file, processor time:", report.table(
            ["program", "seconds", "peak memory"], rows)]

    def run(self):
        versions = ["simpul " + self.simpul.version()]
        if not self.options.jena:
            versions.append("Jena not measured (--jena)")
        facts = [
            f"- Machine: {report.machine()}", f"- Commit: {report.commit()}",
            f"- Programs: {', '.join(versions)}"]
        return "\n\n".join(["\n".join(facts), *self.queries()])


def arguments():
    parser = argparse.ArgumentParser(description="Measures simpul query beside other programs.")
    parser.add_argument("--simpul", required=True, help="the program simpul")
    parser.add_argument("--python", required=True, help="a Python that has pyoxigraph")
    parser.add_argument("--kit", required=True, help="folder of the benchmark kit")
    parser.add_argument("--folder", required=True, help="folder for data")
    parser.add_argument("--jena", help="folder with the jars of Jena; without it Jena is left out")
    parser.add_argument("--scale", default="1M", help="triples (default 1M)")
    parser.add_argument("--runs", type=int, default=7, help="runs of each query (default 7)")
    parser.add_argument("--only", action="append", help="a query such as q05; can be given again")
    parser.add_argument("--write", action="store_true", help="renew docs/performance.md")
    options = parser.parse_args()
    if options.runs < 1:
        parser.error("--runs must be at least 1")
    if options.write and options.only:
        parser.error("--write needs all queries and excludes --only")
    return options


def main():
    options = arguments()
    try:
        text = Benchmark(options).run()
    except Failure as failure:
        note(f"bench-sparql: {failure}")
        return 1
    print(text)
    if options.write:
        report.renew_file(text, "bench-sparql")
    return 0


if __name__ == "__main__":
    sys.exit(main())
