#!/usr/bin/env python3
"""Loads a graph into Virtuoso by load.sh, runs the named queries there, and compares the answers.

    test_load.py PROGRAM GRAPH.nq QUERIES

Starts a server of its own on loopback with its data in a temporary folder, and ends it. Every named
query, with its standard parameters written into it, must give the same rows as `simpul query`, but for
those in which the store departs from the standard, which are listed.
Exit status: 0 they do; 1 they do not.
"""

import json
import os
import pathlib
import re
import socket
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request
from collections import Counter

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "Tests" / "Readers"))

import pyoxigraph as ox  # noqa: E402

from check_queries import written  # noqa: E402

FACTS = "urn:simpul:facts"
# Where this version of the store departs from SPARQL 1.1, or has no default graph of its own, so that
# its answers are known to differ.
DEPARTURES = {
    "cities-on-map": "gives an empty text for a value that is not bound",
    "conflicts": "writes the value of a comparison as 1 and 0",
    "facts-by-predicate": "finds the graph of facts by GRAPH, too, where a conflict names a predicate",
    "parties-of-agreements": "takes a character beyond ASCII in a query for a question mark",
    "repealed-regulations": "has no property paths between two unknown ends",
}
INI = """[Database]
DatabaseFile = {folder}/virtuoso.db
ErrorLogFile = {folder}/virtuoso.log
LockFile = {folder}/virtuoso.lck
TransactionFile = {folder}/virtuoso.trx
xa_persistent_file = {folder}/virtuoso.pxa
[TempDatabase]
DatabaseFile = {folder}/temp.db
TransactionFile = {folder}/temp.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
DirsAllowed = {data}
NumberOfBuffers = 20000
MaxDirtyBuffers = 15000
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerThreads = 4
Charset = UTF-8
[SPARQL]
ResultSetMaxRows = 1000000
"""


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(port, server):
    end = time.monotonic() + 120
    while time.monotonic() < end and server.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return
        except OSError:
            time.sleep(0.2)
    raise RuntimeError("Virtuoso does not listen")


def cell(text):
    """A cell without what stores print in ways of their own: numbers, and the order of joined texts."""
    if re.fullmatch(r"-?\d+(\.\d+)?", text):
        return str(float(text))
    return " ".join(sorted(text.split()))


def rows(text):
    answer = json.loads(text)
    return Counter(tuple(cell(row[name]["value"]) if name in row else None for name in answer["head"]["vars"])
                   for row in answer["results"]["bindings"])


def ask(port, query):
    arguments = urllib.parse.urlencode({"query": query, "default-graph-uri": FACTS, "format": "application/sparql-results+json"})
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/sparql?{arguments}", timeout=120) as answer:
            return answer.read().decode("utf-8")
    except urllib.error.HTTPError as error:
        return RuntimeError(error.read().decode("utf-8", "replace").splitlines()[0][:200])


def compare(program, graph, queries, port):
    store = ox.Store()
    store.bulk_load(path=str(graph), format=ox.RdfFormat.N_QUADS)
    asked, faults, filled = 0, [], 0
    for path in sorted(queries.glob("*.rq")):
        query = written(store, path.read_text(encoding="utf-8"))
        if query is None or not isinstance(store.query(query), ox.QuerySolutions):
            continue
        asked += 1
        own = subprocess.run([program, "query", "-q", query, "--data", str(graph), "--results", "json"],
                             capture_output=True, text=True, check=False, timeout=120)
        answer = ask(port, query)
        if isinstance(answer, Exception):
            if path.stem not in DEPARTURES:
                faults.append(f"{path.stem}: {answer}")
            continue
        expected, found = rows(own.stdout), rows(answer)
        filled += bool(expected)
        if path.stem in DEPARTURES:
            if expected == found:
                faults.append(f"{path.stem}: answers alike by now, and is listed among the departures")
        elif expected != found:
            faults.append(f"{path.stem}: {sum(found.values())} rows, {sum(expected.values())} by simpul; "
                          f"lost {list((expected - found).items())[:2]}, too many {list((found - expected).items())[:2]}")
    return asked, filled, faults


def main():
    if len(sys.argv) != 4:
        print(__doc__, file=sys.stderr)
        return 2
    program, graph, queries = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2]).resolve(), pathlib.Path(sys.argv[3])
    with tempfile.TemporaryDirectory(prefix="simpul-virtuoso-") as name:
        sql, http = free_port(), free_port()
        folder = pathlib.Path(name)
        (folder / "virtuoso.ini").write_text(
            INI.format(folder=name, data=graph.parent, sql=sql, http=http), encoding="utf-8")
        server = subprocess.Popen(["virtuoso-t", "-f", "-c", str(folder / "virtuoso.ini")], cwd=name,
                                  stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            wait_for(sql, server)
            wait_for(http, server)
            subprocess.run(["sh", str(ROOT / "deploy" / "virtuoso" / "load.sh"), str(graph), f"127.0.0.1:{sql}"],
                           check=True, stdout=subprocess.DEVNULL, timeout=600)
            asked, filled, faults = compare(program, graph, queries, http)
        finally:
            server.terminate()
            try:
                server.wait(60)
            except subprocess.TimeoutExpired:
                server.kill()
    for fault in faults:
        print("FAULT", fault)
    print(f"{asked} named queries, {filled} with answers, {len(DEPARTURES)} known departures, {len(faults)} faults")
    return 1 if faults or not filled else 0


if __name__ == "__main__":
    sys.exit(main())
