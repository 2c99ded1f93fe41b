#!/usr/bin/env python3
"""Fits ontology/calibration.yaml: what the confidences that rules name are worth.

    python3 Scripts/fit-confidence.py PROGRAM [--check]

Builds the development documents (Tests/ExtractionTests/Gold and Development, and $SIMPUL_SHARED/gold/dev
with $SIMPUL_SHARED/corpus where it is there) with the pack but without its curves, and counts for the
rules of each file how often claims of each confidence say what is annotated. Each share is drawn towards
that of all rules at the same confidence, as if PRIOR claims had come out so, and the shares are made to
ascend with the confidence (isotonic regression by pooling adjacent violators). Files of rules with
fewer than FEWEST claims have the curve of all. With --check nothing is written: what the curves are worth
is shown on the documents held back (Tests/ExtractionTests/HoldOut), which are never fitted to.
"""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
from collections import defaultdict

ROOT = pathlib.Path(__file__).resolve().parent.parent
TESTS = ROOT / "Tests" / "ExtractionTests"
SHARED = pathlib.Path(os.environ.get("SIMPUL_SHARED", ROOT.parent / "shared")).resolve()
CURVES = ROOT / "ontology" / "calibration.yaml"
# Folders of annotations and of documents.
SETS = [
    (TESTS / "Gold", ROOT / "Examples" / "corpus"),
    (TESTS / "Development" / "gold", TESTS / "Development" / "texts"),
    (SHARED / "gold" / "dev", SHARED / "corpus"),
]
HELD_BACK = (TESTS / "HoldOut" / "gold", TESTS / "HoldOut" / "texts")
PRIOR = 20
FEWEST = 30
# What a curve says at most, however many claims were right.
HIGHEST = 0.99


def calibration(program, pack, gold, documents):
    """The reliability of the claims of some annotated documents."""
    command = [program, "evaluate", documents, "--gold", gold, "--to", "json", "--list", "none",
               "--ontology", pack]
    run = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=True)
    return json.loads(run.stdout)["calibration"]


def ascending(points):
    """Shares with weights, by confidence, pooled where they descend."""
    pools = []
    for confidence, share, weight in sorted(points):
        pools.append([[confidence], share, weight])
        while len(pools) > 1 and pools[-2][1] > pools[-1][1]:
            last, before = pools.pop(), pools.pop()
            weight = before[2] + last[2]
            share = (before[1] * before[2] + last[1] * last[2]) / weight
            pools.append([before[0] + last[0], share, weight])
    return [(confidence, min(share, HIGHEST)) for pool in pools for confidence in pool[0]
            for share in [pool[1]]]


def curves(counts):
    """The curve of each file of rules, and of all."""
    total = defaultdict(lambda: [0, 0])
    files = defaultdict(dict)
    for (rules, confidence), (claims, right) in counts.items():
        total[confidence][0] += claims
        total[confidence][1] += right
        files[rules][confidence] = (claims, right)
    everything = ascending([(c, right / claims, claims) for c, (claims, right) in total.items()])
    shares = dict(everything)
    result = {"*": everything}
    for rules, own in files.items():
        if sum(claims for claims, _ in own.values()) < FEWEST:
            continue
        result[rules] = ascending([
            (c, (right + PRIOR * shares[c]) / (claims + PRIOR), claims + PRIOR)
            for c, (claims, right) in own.items()])
    return result


def write(found, counts):
    lines = [
        "# What the confidences that rules name are worth, by the files of the rules: how often claims of",
        "# such a confidence say what is annotated. Written by Scripts/fit-confidence.py.",
        "# Source: counted in the annotated development documents of this project. Licence: CC BY 4.0.",
        "curves:",
    ]
    for rules in sorted(found):
        claims = sum(n for (name, _), (n, _) in counts.items() if rules in ("*", name))
        points = ", ".join(f"{c:.2f}: {share:.2f}" for c, share in found[rules])
        lines.append(f'  # {claims} claims')
        lines.append(f'  "{rules}": {{{points}}}')
    CURVES.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main():
    if len(sys.argv) not in (2, 3) or len(sys.argv) == 3 and sys.argv[2] != "--check":
        sys.exit(__doc__)
    program = pathlib.Path(sys.argv[1]).resolve()
    with tempfile.TemporaryDirectory() as folder:
        plain = pathlib.Path(folder) / "ontology"
        shutil.copytree(ROOT / "ontology", plain, ignore=shutil.ignore_patterns("calibration.yaml"))
        if len(sys.argv) == 3:
            for name, pack in (("as rules name them", plain), ("by the curves", ROOT / "ontology")):
                found = calibration(program, pack, *HELD_BACK)
                print(f"{name}: expected calibration error {found['error']:.3f}")
                for bucket in found["buckets"]:
                    if bucket["claims"]:
                        print(f"  {bucket['from']:.1f}-{bucket['to']:.1f} {bucket['claims']:5} claims, share "
                              f"{bucket['share']:.3f}, mean confidence {bucket['meanConfidence']:.3f}")
            return
        counts = defaultdict(lambda: [0, 0])
        for gold, documents in SETS:
            if not gold.exists():
                print(f"{gold} is not there and was left out", file=sys.stderr)
                continue
            for kind in calibration(program, plain, gold, documents)["kinds"]:
                counts[kind["rules"], kind["confidence"]][0] += kind["claims"]
                counts[kind["rules"], kind["confidence"]][1] += kind["right"]
    write(curves(counts), counts)


if __name__ == "__main__":
    main()
