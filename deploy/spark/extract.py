#!/usr/bin/env python3
"""Extracts the claims of a corpus with Spark, so that simpul build --from-claims can bring them together.

    spark-submit deploy/spark/extract.py CORPUS CLAIMS --simpul PATH --ontology DIR [--partitions N]

CORPUS is one or more files in JSON Lines, one document to a line ({"id", "text", "meta"}), at a place
that all workers reach; CLAIMS is a folder that must not exist yet. Program and pack lie at the same
path on every worker. Then:

    simpul build --from-claims CLAIMS -o exports

Each partition goes through a process of its own (`simpul extract -`). A worker that is lost costs the
partitions that it had: Spark hands them out again, and lines that come twice are dropped, here within
the job and again by the build. The exports are those of `simpul build -` on one machine, byte for byte.
"""

import argparse
import pathlib
import shlex

from pyspark.sql import SparkSession

SCRIPT = pathlib.Path(__file__).resolve().parent / "extract_partition.sh"


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", help="files in JSON Lines: a path, a glob or a URL that Spark reads")
    parser.add_argument("claims", help="folder for the claims, which must not exist")
    parser.add_argument("--simpul", required=True, help="the program on every worker")
    parser.add_argument("--ontology", required=True, help="the domain pack on every worker")
    parser.add_argument("--partitions", type=int, default=0,
                        help="how many processes there are in all; by default three for each core")
    return parser.parse_args()


def main():
    options = arguments()
    spark = SparkSession.builder.appName("simpul extract").getOrCreate()
    context = spark.sparkContext
    partitions = options.partitions or 3 * context.defaultParallelism
    lines = context.textFile(options.corpus, minPartitions=partitions).filter(lambda line: line.strip())
    # The script goes along as text: workers need no more than the program and the pack.
    command = ["sh", "-c", SCRIPT.read_text(encoding="utf-8"), "extract", options.simpul, options.ontology]
    # Neighbours in a corpus are alike in size; spread, no partition waits for another.
    claims = lines.repartition(partitions).pipe(shlex.join(command), checkCode=True)
    claims.distinct(partitions).saveAsTextFile(options.claims)
    spark.stop()


if __name__ == "__main__":
    main()
