#!/usr/bin/env python3
"""Answers queries with pyoxigraph in memory, warm, and tells times as JSON on standard output.

    peer_pyoxigraph.py DATA.nt RUNS QUERY.rq…

Processor times in milliseconds, the median of RUNS after one for warming up; every solution is asked
for. Queries take turns within the time that LIMIT (seconds, in the environment) leaves them: one
whose warming up took longer runs once.
"""

import json
import os
import statistics
import sys
import time

import pyoxigraph


def answer(store, text):
    result = store.query(text)
    if isinstance(result, pyoxigraph.QueryBoolean):
        return 1
    return sum(1 for _ in result)


def measure(store, path, runs, limit):
    with open(path, encoding="utf-8") as file:
        text = file.read()
    times = []
    for run in range(runs + 1):
        begin = time.process_time()
        rows = answer(store, text)
        elapsed = time.process_time() - begin
        if run > 0 or elapsed > limit:
            times.append(elapsed * 1000)
        if elapsed > limit:
            break
    return {
        "query": path, "rows": rows, "runs": len(times),
        "processorMilliseconds": statistics.median(times)}


def main():
    data, runs, *queries = sys.argv[1:]
    limit = float(os.environ.get("LIMIT", "5"))
    store = pyoxigraph.Store()
    begin = time.process_time()
    store.bulk_load(path=data, format=pyoxigraph.RdfFormat.N_TRIPLES)
    load = time.process_time() - begin
    timings = [measure(store, path, int(runs), limit) for path in queries]
    print(json.dumps({
        "version": pyoxigraph.__version__, "loadSeconds": load, "timings": timings}))


if __name__ == "__main__":
    main()
