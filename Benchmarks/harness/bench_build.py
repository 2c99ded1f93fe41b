#!/usr/bin/env python3
"""Measures whole builds, from files to exports, beside spaCy's EntityRuler, which looks phrases up only.

    make bench-build                                     the shared corpora, where they are, else Examples/corpus
    make bench-build BENCH="--runs 5 ../my-documents"    other texts

docs/performance.md says what is measured and how. Exit status: 0 measured, 1 a program failed or a build
came to other bytes than the one before, 2 unusable arguments.
"""

import argparse
import hashlib
import json
import os
import pathlib
import shutil
import statistics
import sys

import report
from bench_extract import PEERS
from measurement import Failure, Sample, measure

# What the bound speaks of, and what is drawn for viewers besides.
CORE = "nquads,turtle,report"
SPARE_BYTES, BYTES_FOR_CLAIM = 300e6, 400
# spaCy reads so many bytes of the texts at most: it is slow, and its speed does not change.
PEER_BYTES = 4_000_000


def note(text):
    print(text, file=sys.stderr, flush=True)


def text_files(places):
    """Every file that is not hidden, in the order of its path."""
    for place in map(pathlib.Path, places):
        files = sorted(place.rglob("*")) if place.is_dir() else [place]
        yield from (file for file in files if file.is_file() and not file.name.startswith("."))


def replicate(places, folder, least):
    """Copies of files below a folder until there are so many bytes; their folders tell them apart."""
    files = list(text_files(places))
    size = sum(file.stat().st_size for file in files)
    if not size:
        raise Failure(f"no texts in {', '.join(map(str, places))}")
    copies = max(1, -(-least // size))
    shutil.rmtree(folder, ignore_errors=True)
    for copy in range(copies):
        for number, file in enumerate(files):
            target = folder / f"{copy:04}" / f"{number:05}-{file.name}"
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, target)
    return folder


def digest(folder):
    """One hash of the names and bytes of a folder's files."""
    whole = hashlib.sha256()
    for path in sorted(folder.iterdir()):
        whole.update(path.name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return whole.hexdigest()


class Benchmark:
    """Everything that is measured of one corpus."""

    def __init__(self, options, name, places):
        self.options, self.name, self.places = options, name, [str(place) for place in places]
        self.folder = options.folder / "build" / name
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        self.size = sum(file.stat().st_size for file in text_files(places))
        self.digests = {}

    def build(self, formats, jobs, cache):
        """A build with a cache of that name; the exports must be those of every build with the formats."""
        output = self.folder / "exports"
        if cache is None or not (self.folder / cache).exists():
            shutil.rmtree(output, ignore_errors=True)
        os.environ["SIMPUL_CACHE"] = str(self.folder / cache) if cache else "off"
        measured = measure([
            str(self.options.simpul), "build", *self.places, "-o", str(output), "--ontology",
            str(self.options.pack), "--formats", formats, "--jobs", str(jobs)])
        found = digest(output)
        if self.digests.setdefault(formats, found) != found:
            raise Failure(f"{self.name}: a build of {formats} with {jobs} jobs came to other bytes than one before")
        return measured

    def claims(self):
        counts = json.loads((self.folder / "exports" / "report.json").read_text(encoding="utf-8"))["counts"]
        return counts["documents"], counts["claims"]

    def spacy(self):
        """Bytes per second of EntityRuler over the beginning of the texts."""
        texts, phrases, answer = (self.folder / name for name in ("texts.jsonl", "phrases.txt", "answer.json"))
        taken = 0
        with texts.open("w", encoding="utf-8") as file:
            for path in text_files(self.places):
                if taken >= PEER_BYTES:
                    break
                text = path.read_text(encoding="utf-8", errors="replace")
                taken += len(text.encode())
                file.write(json.dumps(text) + "\n")
        measure([str(self.options.phrases), "--pack", str(self.options.pack), "--repeat", "1",
                 "--phrases", str(phrases), "--texts", os.devnull, "Examples/corpus"], str(answer))
        measure([self.options.python, "-c", PEERS, str(phrases), str(texts), "spacy", "1"], str(answer))
        told = json.loads(answer.read_text(encoding="utf-8"))
        return told["bytes"] / told["seconds"]

    def run(self):
        samples = {name: Sample() for name in ("core", "two", "all", "first", "again")}
        for run in range(self.options.runs):
            note(f"{self.name}: run {run + 1} of {self.options.runs}")
            samples["core"].add(self.build(CORE, 1, None))
            samples["two"].add(self.build(CORE, 2, None))
            samples["all"].add(self.build(self.options.formats, 1, None))
            documents, claims = self.claims()
            cache = f"cache-{run}"
            samples["first"].add(self.build(CORE, 1, cache))
            samples["again"].add(self.build(CORE, 1, cache))
            shutil.rmtree(self.folder / cache)
        peer = statistics.median(self.spacy() for _ in range(self.options.runs))
        core, whole = samples["core"], samples["all"]
        speed = self.size / core.processor
        bound = SPARE_BYTES + BYTES_FOR_CLAIM * claims
        rows = [
            ["files to graph.nq, graph.ttl and report.md", f"{speed / 1e6:.2f} MB/s", f"{speed / peer:.2f} × EntityRuler", "5 ×"],
            ["layout and viewer files besides", f"{report.seconds(whole.processor - core.processor)} s", "–", "–"],
            ["a second build, nothing changed", f"{report.seconds(samples['again'].processor)} s",
             f"{samples['first'].processor / samples['again'].processor:.0f} × faster", "20 ×"],
            ["two jobs instead of one, wall time", f"{report.seconds(samples['two'].wall)} s",
             f"{core.wall / samples['two'].wall:.2f} ×", "1.7 ×"],
            ["largest memory, every format", f"{whole.memory / 1e6:.0f} MB", f"{whole.memory / bound:.2f} of the bound",
             f"{bound / 1e6:.0f} MB"],
        ]
        return "\n\n".join([
            f"{self.name}: {documents} documents, {self.size / 1e6:.1f} MB, {claims} claims; EntityRuler reads "
            f"{peer / 1e6:.2f} MB/s of it", report.table(["what", "measured", "in proportion", "wanted"], rows)])


def corpora(options):
    """Names and places of what is read."""
    if options.texts:
        return [("texts", options.texts)]
    shared = options.shared
    found = []
    if (shared / "corpus-regulations").is_dir():
        found.append(("regulations", [shared / "corpus-regulations"]))
    if (shared / "corpus").is_dir():
        found.append(("replicated", [replicate([shared / "corpus"], options.folder / "build-replicated", options.least)]))
    return found or [("examples", ["Examples/corpus"])]


def arguments():
    parser = argparse.ArgumentParser(description="Measures whole builds beside a program that looks phrases up.")
    parser.add_argument("--simpul", required=True, type=pathlib.Path, help="the program")
    parser.add_argument("--phrases", required=True, type=pathlib.Path, help="the program bench-extract, which tells the phrases")
    parser.add_argument("--python", required=True, help="a Python with spacy")
    parser.add_argument("--pack", required=True, type=pathlib.Path, help="the folder of the pack")
    parser.add_argument("--folder", required=True, type=pathlib.Path, help="folder for data and outputs")
    parser.add_argument("--shared", default=pathlib.Path("../shared"), type=pathlib.Path, help="folder of the shared corpora")
    parser.add_argument("--runs", type=int, default=3, help="runs of each build (default 3)")
    parser.add_argument("--least", type=int, default=50_000_000, help="bytes of the replicated corpus (default 50,000,000)")
    parser.add_argument("--formats", default="turtle,nquads,graphml,gexf,svg,html,report,report:json", help="every format that is measured")
    parser.add_argument("--write", action="store_true", help="renew docs/performance.md")
    parser.add_argument("texts", nargs="*", help="files and folders to read instead")
    options = parser.parse_args()
    if options.runs < 1:
        parser.error("--runs must be at least 1")
    return options


def main():
    options = arguments()
    parts = [
        f"- Machine: {report.machine()}\n- Commit: {report.commit()}\n- {options.runs} runs of each, in turn; medians of "
        "processor time, one job, where nothing else is said"]
    parts += [Benchmark(options, name, places).run() for name, places in corpora(options)]
    text = "\n\n".join(parts)
    print(text)
    if options.write:
        report.renew_file(text, "bench-build")
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except Failure as failure:
        print(f"bench_build: {failure}", file=sys.stderr)
        sys.exit(1)
