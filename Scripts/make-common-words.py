#!/usr/bin/env python3
"""Rebuilds the word lists of ontology/common-words.

    pip install -r Scripts/common-words-sources/requirements.txt
    python3 Scripts/make-common-words.py LAWS

LAWS is a folder of texts of Indonesian laws and government regulations in Markdown. The Indonesian list
holds the words in small letters of three of them at least, but those that look like scanning mistakes of
far more frequent ones, and the words of the documents written for this project. The English list holds
the most frequent words of a frequency dictionary.
"""

import re
import sys
from collections import Counter, defaultdict
from importlib import resources
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LISTS = ROOT / "ontology" / "common-words"
OWN = ("Examples/corpus", "Tests/ExtractionTests/Development/texts")

# A word alone between blanks or marks.
WORD = re.compile(r"(?<![^\s(\"'-])[a-z]{3,}(?![^\s,.;:)\"'-])")
FEWEST_LAWS = 3
# So many letters and less make a word that often is a piece of another one.
SHORT, FEWEST_LAWS_SHORT, ENGLISH_WORDS_SHORT = 4, 30, 1_500
# A word of so few laws is a mistake if another one with one letter changed is so much more frequent.
FEW_LAWS, FAR_MORE = 8, 150
ENGLISH_WORDS = 10_000


def shortened(word):
    return {word} | {word[:i] + word[i + 1:] for i in range(len(word))}


def without_mistakes(laws, uses):
    """The words of laws without those that are probably misread ones."""
    forms = defaultdict(list)
    for word in laws:
        for form in shortened(word):
            forms[form].append(word)
    kept = set()
    for word, count in laws.items():
        near = {other for form in shortened(word) for other in forms[form]} - {word}
        if count >= FEW_LAWS or all(uses[other] < FAR_MORE * uses[word] for other in near):
            kept.add(word)
    return kept


def indonesian(folder):
    laws, uses = Counter(), Counter()
    for path in sorted(folder.rglob("*.md")):
        found = Counter(WORD.findall(path.read_text(encoding="utf-8", errors="replace")))
        uses.update(found)
        laws.update(found.keys())
    words = without_mistakes({
        word: count for word, count in laws.items()
        if count >= (FEWEST_LAWS_SHORT if len(word) <= SHORT else FEWEST_LAWS)}, uses)
    for own in OWN:
        for path in sorted((ROOT / own).iterdir()):
            if path.suffix in (".txt", ".md"):
                words.update(WORD.findall(path.read_text(encoding="utf-8")))
    return words


def english():
    file = resources.files("symspellpy") / "frequency_dictionary_en_82_765.txt"
    lines = file.read_text(encoding="utf-8-sig").splitlines()[:ENGLISH_WORDS]
    words = [line.split()[0] for line in lines]
    return {word for place, word in enumerate(words)
            if re.fullmatch("[a-z]{2,}", word) and (len(word) > SHORT or place < ENGLISH_WORDS_SHORT)}


def write(name, words, notes):
    lines, line = [f"# {note}" for note in notes], ""
    for word in sorted(words):
        if line and len(line) + len(word) >= 100:
            lines.append(line)
            line = ""
        line = f"{line} {word}".strip()
    (LISTS / name).write_text("\n".join([*lines, line]) + "\n", encoding="utf-8")
    print(f"{name}: {len(words)} words")


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    LISTS.mkdir(exist_ok=True)
    write("id.txt", indonesian(Path(sys.argv[1])), [
        "Indonesian words that are none of those of the lexicon, misread. Written by",
        "Scripts/make-common-words.py.",
        "Source: counted in texts of laws and government regulations, which are free of copyright, and in",
        "documents written for this project. Licence: CC BY 4.0.",
    ])
    write("en.txt", english(), [
        "English words that are none of those of the lexicon, misread. Written by",
        "Scripts/make-common-words.py.",
        "Source: the frequency dictionary of the PyPI package symspellpy 6.10.1 (MIT), which joins Google",
        "Books Ngrams (https://books.google.com/ngrams, CC BY 3.0) and SCOWL (http://wordlist.aspell.net).",
    ])


if __name__ == "__main__":
    main()
