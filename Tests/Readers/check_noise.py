#!/usr/bin/env python3
"""Measures how much of what is found gets lost when the text is noisy.

    check_noise.py PROGRAM

Makes copies of $SIMPUL_SHARED/corpus (by default ../shared/corpus), each with one kind of noise, and
holds what `simpul evaluate` says of each against what it says of the documents as they are:

- scanning: one letter in a hundred is another one that scanners take it for, or is missing or twice
- typing: one character in a hundred is any other letter, missing, twice, swapped with the next, behind
  or instead of a blank
- lines: every paragraph is broken anew, at another width
- headings: lines that are headings are in capitals
- spellings: kerja sama and kerjasama, Wali Kota and Walikota take turns

None may cost more than its bound of the F1 of things or statements: 0.03 for lines, headings and
spellings, which is the aim for all. What scanning and typing cost is the mean of several seeds, for a
single one moves it by a hundredth and more; it still is above the aim, and kept from growing. The noise
rests on a seed, which is printed; SIMPUL_SEED sets it. Without the shared folder the check is skipped,
and says so; with SIMPUL_REQUIRE_SHARED=1 that is a failure. Exit status: 0 no fault or skipped, 1 faults, 2 unusable
arguments.
"""

import json
import os
import pathlib
import random
import re
import statistics
import sys
import tempfile

from check_extraction import ROOT, run
from faults import Faults

# What scanners take for one another, written both ways.
ALIKE = "il il1 0o o0 ce ec nm rn mn uv vu hb bh S5 s5 B8 gq qg ft tf aà eé".split()
SHARE = 0.01
LARGEST_LOSS = {"scanning": 0.06, "typing": 0.08, "lines": 0.03, "headings": 0.03, "spellings": 0.03}
# How many copies with other seeds are measured, of noises that chance decides.
COPIES = {"scanning": 3, "typing": 3}
LETTERS = "abcdefghijklmnopqrstuvwxyz"
WIDTH = 57
MEASURES = ("allEntities", "allRelations")


def scanned(text, chance):
    """One letter in a hundred misread, dropped or doubled."""
    other = {}
    for pair in ALIKE:
        other.setdefault(pair[0], []).append(pair[1])
    result = []
    for letter in text:
        if not letter.isalpha() or chance.random() >= SHARE:
            result.append(letter)
            continue
        way = chance.randrange(4)
        if way == 0:
            continue
        result.append(letter * 2 if way == 1 else chance.choice(other.get(letter, [letter])))
    return "".join(result)


def typed(text, chance):
    """One character in a hundred typed wrongly."""
    result, index = [], 0
    while index < len(text):
        letter, after = text[index], text[index + 1:index + 2]
        index += 1
        if not (letter.isalpha() or letter == " ") or chance.random() >= SHARE:
            result.append(letter)
            continue
        way = chance.randrange(5)
        if letter == " " or way == 0:
            continue
        if way == 1:
            result.append(letter * 2)
        elif way == 2:
            result.append(letter + " ")
        elif way == 3 and after.isalpha():
            result.append(after + letter)
            index += 1
        else:
            other = chance.choice(LETTERS)
            result.append(other.upper() if letter.isupper() else other)
    return "".join(result)


def is_prose(paragraph):
    """Whether a paragraph may be broken anew: no table, list, heading or quotation."""
    return not re.search(r"(?m)^\s*([|#>*-]|\d+[.)]|[a-z][.)])", paragraph) and "\t" not in paragraph


def broken(text, _):
    """Every paragraph of prose broken at another width."""
    def wrap(paragraph):
        if not is_prose(paragraph):
            return paragraph
        lines, line = [], ""
        for word in paragraph.split():
            if line and len(line) + len(word) >= WIDTH:
                lines.append(line)
                line = word
            else:
                line = f"{line} {word}".strip()
        return "\n".join([*lines, line])

    return "\n\n".join(wrap(paragraph) for paragraph in re.split(r"\n\s*\n", text))


def capitals(text, _):
    """Headings in capitals."""
    return re.sub(r"(?m)^(#+ .*|\*\*[^*\n]+\*\*\s*|[A-Z]\. [^.\n]{3,60})$", lambda m: m[0].upper(), text)


def respelled(text, _):
    """The spellings of frequent words in turn."""
    turn = iter(range(10**9))

    def other(match):
        joined = next(turn) % 2 == 0
        first, second = match[1], match[2]
        return first + second.lower() if joined else f"{first} {second}"

    return re.sub(r"(?i)\b(kerja|wali)[ ]?(sama|kota)\b", other, text)


NOISES = {"scanning": scanned, "typing": typed, "lines": broken, "headings": capitals, "spellings": respelled}


def figures(program, gold, corpus):
    """F1 of things and of statements."""
    found = json.loads(run(program, "evaluate", corpus, "--gold", gold, "--to", "json", "--list", "none",
                           "--ontology", ROOT / "ontology"))
    return [found[measure]["f1"] for measure in MEASURES]


def noisy_figures(program, gold, corpus, noise, chance):
    """F1 of things and of statements of documents with a noise; None if it changed nothing."""
    changed = 0
    with tempfile.TemporaryDirectory() as folder:
        for path in sorted(corpus.glob("*.txt")):
            text = path.read_text(encoding="utf-8")
            noisy = noise(text, chance)
            changed += noisy != text
            pathlib.Path(folder, path.name).write_text(noisy, encoding="utf-8")
        return figures(program, gold, folder) if changed else None


def main():
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    program = pathlib.Path(sys.argv[1]).resolve()
    shared = pathlib.Path(os.environ.get("SIMPUL_SHARED", ROOT.parent / "shared")).resolve()
    corpus, gold = shared / "corpus", shared / "gold" / "dev"
    if not gold.exists():
        print(f"SKIPPED: {gold} is not there, so there is nothing to compare with")
        return 1 if os.environ.get("SIMPUL_REQUIRE_SHARED") == "1" else 0
    seed = int(os.environ.get("SIMPUL_SEED", "1"))
    faults = Faults()
    plain = figures(program, gold, corpus)
    faults.note(f"seed {seed}; as they are: F1 of things {plain[0]:.3f}, of statements {plain[1]:.3f}")
    for name, noise in NOISES.items():
        copies = [noisy_figures(program, gold, corpus, noise, random.Random(f"{seed + number} {name}"))
                  for number in range(COPIES.get(name, 1))]
        if None in copies:
            faults.add(name, "no document was changed, so nothing was tried")
            continue
        found = [statistics.fmean(column) for column in zip(*copies)]
        faults.note(f"{name}: F1 of things {found[0]:.3f}, of statements {found[1]:.3f}")
        for measure, before, after in zip(("things", "statements"), plain, found):
            if before - after > LARGEST_LOSS[name]:
                faults.add(name, f"costs more than {LARGEST_LOSS[name]} of the F1 of {measure}",
                           f"{before:.3f} became {after:.3f}")
    return faults.finish()


if __name__ == "__main__":
    sys.exit(main())
