#!/usr/bin/env python3
"""Measures extraction beside spaCy's EntityRuler and pyahocorasick, which look phrases up only.

    make bench-extract                                    the texts of Examples/corpus, repeated
    make bench-extract BENCH="--runs 5 ../my-documents"   other texts

docs/performance.md says what is measured and how. Exit status: 0 measured, 1 a program failed or
found something else than the others, 2 unusable arguments.
"""

import argparse
import json
import pathlib
import statistics
import sys

import report
from measurement import Failure, measure

# Reads the phrases and the texts, then measures a run over all texts. Phrases of one word are told
# only as whole words by spaCy; the automaton of pyahocorasick tells them within words, too.
PEERS = r"""
import json, resource, sys
phrases_path, texts_path, library, rounds = sys.argv[1:]
def processor():
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime
with open(phrases_path, encoding="utf-8") as file:
    phrases = [line.rstrip("\n") for line in file]
with open(texts_path, encoding="utf-8") as file:
    texts = [json.loads(line).lower() for line in file] * int(rounds)
size = sum(len(text.encode()) for text in texts)
found = 0
if library == "spacy":
    import spacy
    pipeline = spacy.blank("id")
    pipeline.max_length = max(len(text) for text in texts) + 1
    ruler = pipeline.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "NAME", "pattern": phrase} for phrase in phrases])
    begin = processor()
    for text in texts:
        found += len(pipeline(text).ents)
else:
    import ahocorasick
    automaton = ahocorasick.Automaton()
    for number, phrase in enumerate(phrases):
        automaton.add_word(phrase, number)
    automaton.make_automaton()
    begin = processor()
    for text in texts:
        for _ in automaton.iter(text):
            found += 1
print(json.dumps({"bytes": size, "seconds": processor() - begin, "found": found}))
"""

LIBRARIES = {"spacy": "spaCy, EntityRuler", "ahocorasick": "pyahocorasick"}


# Bytes that a run reads at least: small texts are read several times.
LEAST_BYTES = 1_000_000


def note(text):
    print(text, file=sys.stderr, flush=True)


class Benchmark:
    """Everything that is measured with some options."""

    def __init__(self, options):
        self.options = options
        self.folder = options.folder / "extract"
        self.folder.mkdir(parents=True, exist_ok=True)
        self.rounds = 1

    def answer(self, command):
        """What a command prints as JSON."""
        path = self.folder / "answer.json"
        measure([str(part) for part in command], str(path))
        return json.loads(path.read_text(encoding="utf-8"))

    def own(self, rules=0, *outputs):
        """A run of simpul's stages; with `rules`, of a pack that has so many more of them."""
        return self.answer([
            self.options.program, "--pack", self.options.pack, "--rules", rules,
            "--repeat", self.rounds, *outputs, *self.options.texts])

    def peer(self, library):
        return self.answer([
            self.options.python, "-c", PEERS, self.folder / "phrases.txt",
            self.folder / "texts.jsonl", library, self.rounds])

    def samples(self):
        """The answers of each program, measured A B C A B C …"""
        samples = {name: [] for name in ("simpul", "rules", *LIBRARIES)}
        for run in range(self.options.runs):
            note(f"run {run + 1} of {self.options.runs}")
            samples["simpul"].append(self.own())
            samples["rules"].append(self.own(self.options.rules))
            for library in LIBRARIES:
                samples[library].append(self.peer(library))
        return samples

    def run(self):
        """The whole report."""
        first = self.own(
            0, "--texts", self.folder / "texts.jsonl", "--phrases", self.folder / "phrases.txt")
        self.rounds = max(1, round(LEAST_BYTES / first["bytes"]))
        samples = self.samples()

        def speed(name, stage):
            """Median bytes per second."""
            return statistics.median(one["bytes"] / one[stage] for one in samples[name])

        for name in ("simpul", "rules"):
            if len({one["claims"] for one in samples[name]}) > 1:
                raise Failure(f"the runs of {name} make different numbers of claims")
        spacy = speed("spacy", "seconds")
        automaton = speed("ahocorasick", "seconds")
        rows = [
            ["simpul", "annotate and relate", "extract", spacy, "spaCy, EntityRuler"],
            ["simpul", "phrases, from the bytes", "lookup", automaton, "pyahocorasick"],
            ["simpul", "phrases, from numbered words", "match", automaton, "pyahocorasick"],
        ]
        table = [
            [program, work, f"{speed('simpul', stage) / 1e6:.1f}",
             f"{speed('simpul', stage) / peer:.2f} × {name}"]
            for program, work, stage, peer, name in rows]
        table += [
            [name, "phrases", f"{speed(library, 'seconds') / 1e6:.1f}", "–"]
            for library, name in LIBRARIES.items()]
        slower = speed("simpul", "extract") / speed("rules", "extract")
        size, phrases = first["bytes"], sum(1 for _ in open(self.folder / "phrases.txt", "rb"))
        facts = [
            f"- Machine: {report.machine()}",
            f"- Commit: {report.commit()}",
            f"- {first['documents']} documents, {size / 1e6:.2f} MB of text, {phrases} phrases; "
            f"{first['claims']} claims; every run reads them {self.rounds} times",
            f"- {self.options.runs} runs of each, in turn; medians of processor time, one thread",
        ]
        return "\n\n".join([
            "\n".join(facts),
            report.table(["program", "work", "MB/s", "ratio"], table),
            f"With {self.options.rules} more rules, extraction takes {slower:.2f} times as long.",
        ])


def arguments():
    parser = argparse.ArgumentParser(description="Measures extraction beside programs that look phrases up.")
    parser.add_argument("--program", required=True, type=pathlib.Path, help="the program bench-extract")
    parser.add_argument("--python", required=True, help="a Python with spacy and pyahocorasick")
    parser.add_argument("--pack", required=True, help="the folder of the pack")
    parser.add_argument("--folder", required=True, type=pathlib.Path, help="folder for data and outputs")
    parser.add_argument("--runs", type=int, default=5, help="runs of each program (default 5)")
    parser.add_argument("--rules", type=int, default=1000, help="rules that are added (default 1000)")
    parser.add_argument("--write", action="store_true", help="renew docs/performance.md")
    parser.add_argument(
        "texts", nargs="*", default=["Examples/corpus"],
        help="files and folders to read (default Examples/corpus)")
    options = parser.parse_args()
    if options.runs < 1:
        parser.error("--runs must be at least 1")
    return options


def main():
    options = arguments()
    text = Benchmark(options).run()
    print(text)
    if options.write:
        report.renew_file(text, "bench-extract")
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except Failure as failure:
        print(f"bench_extract: {failure}", file=sys.stderr)
        sys.exit(1)
