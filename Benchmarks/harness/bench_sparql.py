#!/usr/bin/env python3
"""Measures `simpul query` and `simpul update` beside pyoxigraph and Jena. Standard library only.

    make bench-sparql                                 a million triples, and five
    make bench-sparql BENCH="--scale 100k --runs 9"   options of this program
    make bench-sparql BENCH="--write"                 renew the document

Data, queries and expected answers are those of the benchmark kit (--kit). Every answer is compared
with expected.tsv before anything is measured. Exit status: 0 measured, 1 a program failed or answered
wrongly, 2 unusable arguments.
"""

import csv
import decimal
import hashlib
import json
import math
import os
import statistics
import subprocess
import sys
import tempfile

import jena
import program
import report
from measurement import Failure, measure, measure_in_turn
from program import note

HERE = os.path.dirname(os.path.abspath(__file__))
XSD = "http://www.w3.org/2001/XMLSchema#"
# More than fifty times as fast counts as fifty times, so that one query does not carry the mean.
CAP = 50
# What peers answer in quadratic time: half a minute or five seconds at a million triples, and as many
# minutes beyond. They are not asked there.
QUADRATIC = {"pyoxigraph": ("q15",), "Jena": ("q09",)}
# What a ratio over more triples may be of that over fewer, since two runs differ by as much.
FALLEN = 0.9

# What a Python script does that answers one query of a file.
PEER_ONCE = """
import sys, pyoxigraph
store = pyoxigraph.Store()
store.bulk_load(path=sys.argv[1], format=pyoxigraph.RdfFormat.N_TRIPLES)
with open(sys.argv[2], encoding="utf-8") as file:
    text = file.read()
store.query(text).serialize(sys.stdout.buffer, pyoxigraph.QueryResultsFormat.CSV)
"""

# What a Python script does that carries out a request; it tells how long that alone took.
PEER_UPDATE = """
import sys, time, pyoxigraph
store = pyoxigraph.Store()
with open(sys.argv[1], encoding="utf-8") as file:
    text = file.read()
begin = time.process_time()
store.update(text)
print(time.process_time() - begin, len(store))
"""
# How many operations of one triple each the request has.
INSERTIONS = 100_000

# By query, what its time goes to in simpul, as a profile shows it.
BOUNDS = {
    "q01": "parsing of the answer's plan; the look-up itself is one binary search",
    "q02": "merging of five predicates; the language of each label",
    "q03": "look-ups of single rows all over the index",
    "q04": "look-ups of single rows all over the index",
    "q05": "neighbours looked up node by node, before a table of all is worth while",
    "q06": "the solutions themselves: each pair is written once",
    "q07": "making the table of neighbours of four properties",
    "q08": "merging of three predicates; the hash table of groups",
    "q09": "look-ups in the agreements of each city, in no order",
    "q10": "the regular expression, on one label of two",
    "q11": "marks of the regulations in three sets",
    "q12": "marks of the governments",
    "q13": "merging of labels; the language of each",
    "q14": "the hash table of groups",
    "q15": "the hash table of distinct solutions",
    "q16": "the terms of the answer, copied to a graph of their own",
    "q17": "merging and look-ups of seven predicates",
    "q18": "parsing and planning: the count is known",
    "q19": "the date of each agreement; the hash table of distinct solutions",
    "q20": "reading every byte of every passage",
}


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

    def __init__(self, name, command, folder):
        self.name = name
        self.command = command
        self.folder = folder

    def measure(self, data, queries, runs, kept):
        """What it tells of queries; of its last run with them, if that is to be kept and is there."""
        path = os.path.join(
            self.folder, f"{self.name}-{os.path.basename(data)}-{runs}-{len(queries)}.json")
        if kept and os.path.exists(path):
            with open(path, encoding="utf-8") as file:
                return json.load(file)
        load = os.getloadavg()[0]
        result = json.loads(run([*self.command, data, str(runs), *queries]))
        with open(path, "w", encoding="utf-8") as file:
            json.dump(result | {"load": load}, file)
        return result


def by_name(timings):
    return {query_name(one["query"]): one for one in timings}


class Row:
    """What a query costs in simpul and in each peer; None where a peer was not asked."""

    def __init__(self, name, own, others):
        self.name = name
        self.rows = own["rows"]
        self.time = own["processorMilliseconds"]
        self.others = [one and one["processorMilliseconds"] for one in others.values()]
        self.ratio = min(time for time in self.others if time is not None) / self.time

    def cells(self):
        others = ["–" if time is None else f"{time:.2f}" for time in self.others]
        return [self.name, str(self.rows), f"{self.time:.3f}", *others]


def sum_up(rows):
    """The mean of the ratios, and the least of them."""
    ratios = [min(row.ratio, CAP) for row in rows]
    mean = math.exp(sum(math.log(ratio) for ratio in ratios) / len(ratios))
    return (
        f"Geometric mean of the ratios, each capped at {CAP}: **{mean:.1f} ×**, the least "
        f"{min(ratios):.1f} ×.")


class Benchmark:
    def __init__(self, options):
        self.versions = []
        # What peers told in an earlier run, and the load of the machine then.
        self.kept = []
        self.options = options
        self.kit = Kit(options.kit, os.path.join(options.folder, "data"))
        self.simpul = Simpul(options.simpul)
        self.python = options.python
        self.peers = [
            Peer(
                "pyoxigraph", [options.python, "-B", os.path.join(HERE, "peer_pyoxigraph.py")],
                options.folder)]
        if jena.is_there(options.jena):
            source = os.path.join(HERE, "JenaQueries.java")
            self.peers.append(
                Peer("Jena", jena.command(options.jena, options.folder, source), options.folder))

    def chosen(self):
        return [
            path for path in self.kit.queries
            if not self.options.only or query_name(path)[:3] in self.options.only]

    def measured(self, scale):
        """What simpul and the peers tell of the queries, and of loading, at a scale."""
        runs, data = self.options.runs, self.kit.triples(scale)
        note(f"{scale}: verifying every answer")
        self.simpul.verify(self.kit, scale, data)
        note(f"{scale}: measuring simpul")
        ours = by_name(self.simpul.timings(data, self.chosen(), runs))
        theirs = {}
        for peer in self.peers:
            note(f"{scale}: measuring {peer.name}")
            left_out = QUADRATIC[peer.name] if scale == "5M" else ()
            queries = [path for path in self.chosen() if query_name(path)[:3] not in left_out]
            theirs[peer.name] = peer.measure(data, queries, runs, self.options.kept_peers)
            if "load" in theirs[peer.name]:
                self.kept.append(f"{peer.name} at {scale}, load {theirs[peer.name]['load']:.1f}")
            for name, one in by_name(theirs[peer.name]["timings"]).items():
                if "construct" not in name:
                    self.kit.check(scale, name, one["rows"], None)
        rows = []
        for name, own in ours.items():
            others = {
                peer: by_name(result["timings"]).get(name) for peer, result in theirs.items()}
            rows.append(Row(name, own, others))
        return rows, theirs

    def queries(self):
        """The table of queries, the least ratio first, and what sums it up."""
        scale = self.options.scale
        measured, theirs = self.measured(scale)
        measured.sort(key=lambda row: row.ratio)
        head = [*self.heads(), "ratio", "bound by"]
        rows = [
            [*row.cells(), f"{row.ratio:.1f} ×", BOUNDS.get(row.name[:3], "–")] for row in measured]
        for name, result in theirs.items():
            self.versions.append(f"{name} {result['version']}")
        parts = [
            f"Warm queries, processor time, median of {self.options.runs} runs, {scale} triples; "
            f"the ratio is to the faster peer:",
            report.table(head, rows),
            sum_up(measured),
            *self.loading(self.kit.triples(scale), theirs),
        ]
        if self.options.large:
            parts += self.larger({row.name: row.ratio for row in measured})
        return parts

    def heads(self):
        return ["query", "rows", "simpul, ms", *[f"{peer.name}, ms" for peer in self.peers]]

    def larger(self, ratios):
        """The queries over more triples, beside their ratios over fewer."""
        scale, large = self.options.scale, self.options.large
        measured, _ = self.measured(large)
        measured.sort(key=lambda row: row.ratio / ratios[row.name])
        rows = [
            [*row.cells(), f"{ratios[row.name]:.1f} ×", f"{row.ratio:.1f} ×",
             f"{row.ratio / ratios[row.name]:.2f}"] for row in measured]
        fallen = [row.name[:3] for row in measured if row.ratio < ratios[row.name] * FALLEN]
        return [
            f"The same queries over {large} triples, what falls most first:",
            report.table(
                [*self.heads(), f"ratio at {scale}", f"ratio at {large}", "of that"], rows),
            sum_up(measured) + " " + (
                f"Fallen by more than a tenth: {', '.join(fallen)}." if fallen
                else "None falls by more than a tenth."),
        ]

    def loading(self, data, theirs):
        """Time and memory to have the data ready to be asked."""
        question = os.path.join(self.options.folder, "ask.rq")
        with open(question, "w", encoding="utf-8") as file:
            file.write("ASK {}\n")
        own = measure_in_turn(
            {"load": self.simpul.command(data, question)}, self.options.runs)["load"]
        with open(data, "rb") as file:
            triples = sum(1 for _ in file)
        rows = [["simpul, the whole process", report.seconds(own.processor), report.memory(own.memory, 0)]]
        for name, result in theirs.items():
            rows.append([f"{name}, loading alone", report.seconds(result["loadSeconds"]), "–"])
            rows[-1].append(report.ratio(result["loadSeconds"], own.processor))
        rows[0].append("–")
        return [
            "Loading the N-Triples file, processor time:",
            report.table(["program", "seconds", "peak memory", "ratio"], rows),
            f"That is {own.memory / triples:.0f} bytes for each triple at the peak, the parts of the "
            "file that are held at the time included.",
        ]

    def processes(self):
        """Whole processes: a file to an answer, and a snapshot to an answer."""
        note("measuring whole processes")
        by_number = {query_name(path)[:3]: path for path in self.kit.queries}
        data, question = self.kit.triples("100k"), by_number["q08"]
        commands = {
            "simpul": [*self.simpul.command(data, question), "--results", "csv"],
            "pyoxigraph": [self.python, "-B", "-c", PEER_ONCE, data, question]}
        samples = measure_in_turn(commands, self.options.runs)
        own, other = samples["simpul"], samples["pyoxigraph"]
        rows = [[
            "100k N-Triples to the answer of q08", report.seconds(own.processor),
            "the same with pyoxigraph", report.seconds(other.processor),
            f"{own.processor / other.processor:.2f}"]]
        snapshot = os.path.join(self.options.folder, f"sc-{self.options.scale}.simpul")
        measure([
            self.simpul.program, "convert", self.kit.triples(self.options.scale), "-o", snapshot])
        samples = measure_in_turn({
            "q01": self.simpul.command(snapshot, by_number["q01"]),
            "version": [self.simpul.program, "--version"]}, self.options.runs * 3)
        own, other = samples["q01"], samples["version"]
        for name, one, two in (
                ("processor", own.processor, other.processor), ("wall", own.wall, other.wall)):
            rows.append([
                f"{self.options.scale} snapshot to the answer of q01, {name}", report.seconds(one),
                "`simpul --version`", report.seconds(two), f"{one / two:.2f}"])
        return [
            "Whole processes, processor time unless said otherwise:",
            report.table(["work", "simpul, s", "beside", "s", "simpul's part of it"], rows)]

    def updates(self):
        """A request of many insertions of one triple each, as a whole process and in the peer."""
        note("measuring updates")
        request = os.path.join(self.options.folder, "insertions.ru")
        with open(request, "w", encoding="utf-8") as file:
            file.write(" ;\n".join(
                f"INSERT DATA {{ <https://w3id.org/simpul/id/city/id/kota-{number}> "
                f"<https://w3id.org/simpul/ns#population> {number} }}"
                for number in range(INSERTIONS)))
        written = run([self.simpul.program, "update", request])
        if written.count("\n") != INSERTIONS:
            raise Failure(f"the request left {written.count(chr(10))} statements")
        own = measure_in_turn(
            {"update": [self.simpul.program, "update", request, "-o", "/dev/null", "--to", "nquads"]},
            self.options.runs)["update"]
        times = []
        for _ in range(self.options.runs):
            seconds, count = run([self.python, "-B", "-c", PEER_UPDATE, request]).split()
            if int(count) != INSERTIONS:
                raise Failure(f"pyoxigraph has {count} statements")
            times.append(float(seconds))
        other = statistics.median(times)
        return [
            f"A request of {INSERTIONS:,} `INSERT DATA` of one triple each, processor time:",
            report.table(
                ["program", "seconds", "ratio"],
                [["simpul, the whole process, the result written", report.seconds(own.processor), "–"],
                 ["pyoxigraph in memory, the request alone", report.seconds(other),
                  report.ratio(other, own.processor)]])]

    def run(self):
        facts = program.facts(f"{self.options.runs} warm runs of each query")
        parts = self.queries()
        if not self.options.only:
            parts += self.processes()
            parts += self.updates()
        versions = ["simpul " + self.simpul.version(), *self.versions]
        facts += f"\n- Programs: {', '.join(versions)}"
        if self.kept:
            facts += f"\n- Times kept from an earlier run (--kept-peers): {'; '.join(self.kept)}"
        return "\n\n".join([facts, *parts])


def arguments():
    parser = program.parser("Measures simpul query beside other programs.", runs=7)
    parser.add_argument("--python", required=True, help="a Python that has pyoxigraph")
    parser.add_argument("--kit", required=True, help="folder of the benchmark kit")
    parser.add_argument(
        "--jena", default=jena.SYSTEM_JARS,
        help=f"folder with the jars of Jena (default {jena.SYSTEM_JARS}); Jena is left out if it has none")
    parser.add_argument(
        "--kept-peers", action="store_true",
        help="take what the other programs told from their last run with this data, if it is there")
    parser.add_argument("--scale", default="1M", help="triples (default 1M)")
    parser.add_argument(
        "--large", default="5M", help="more triples, whose ratios must not fall (default 5M); '' for none")
    parser.add_argument("--only", action="append", help="a query such as q05; can be given again")
    return program.parsed(parser)


def main():
    options = arguments()
    return program.main("bench-sparql", options, lambda: Benchmark(options).run())


if __name__ == "__main__":
    sys.exit(main())
