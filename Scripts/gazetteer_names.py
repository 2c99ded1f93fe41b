"""Which names of places are also something else, and which alternative names are worth keeping.

The word lists only decide whether a name is marked; nothing of them is written into the tables.
wordfreq 3.1 (code Apache-2.0, data CC BY-SA 4.0), english-words 2.0 (MIT; web2 is public domain),
Sastrawi 1.0 (MIT) for Indonesian root words, Faker 40 (MIT) for personal names.
"""

import re
from difflib import SequenceMatcher
from importlib import resources

from english_words import get_english_words_set
from faker.providers.person.en_US import Provider as EnglishNames
from faker.providers.person.id_ID import Provider as IndonesianNames
from wordfreq import zipf_frequency

from gazetteer_rows import folded, read_words, to_ascii

# Zipf scale (10^x uses per thousand million words): 3.3 is about the 12,000th word of English, 3.0 of
# Indonesian; below that a reader meets the city more often than the word. 2.0 is once in ten million.
COMMON_ENGLISH = 3.3
COMMON_INDONESIAN = 3.0
KNOWN_NAME = 2.0
# Share of letters in common from which a name is taken for a spelling of the label. Quite other names
# (Salisbury for Harare, Philadelphia for Amman) mislead more often than they help.
ALIKE = 0.75
SHORTEST_NAME = 5
LONGEST_NAME = 30
MOST_NAMES = 8

CITY_WORD = re.compile(r"(?i)\b(city|kota|shi|si|stad|gorod)$|^(city|kota|ciudad)\b")
LATIN_NAME = re.compile(r"[A-ZÀ-ÞĀ-Ž][A-Za-zÀ-ɏ'’.\- ]*[A-Za-zÀ-ɏ.]")


class OrdinaryNames:
    """Words and personal names that make a bare place name doubtful."""

    def __init__(self, sources):
        self.plain = {n.lower() for n in read_words(sources / "plain-names.txt")}
        self.listed = {n.lower() for n in read_words(sources / "ordinary-words.txt")}
        self.english = {w for w in get_english_words_set(["web2"]) if w.islower()}
        roots = resources.files("Sastrawi") / "Stemmer" / "data" / "kata-dasar.txt"
        self.indonesian = set(roots.read_text(encoding="utf-8").lower().split())
        self.first_names = {n.lower() for n in (*EnglishNames.first_names, *IndonesianNames.first_names)}
        self.last_names = {n.lower() for n in (*EnglishNames.last_names, *IndonesianNames.last_names)}

    def is_listed(self, name):
        return name.lower() in self.listed

    def is_word(self, name):
        """True for an ordinary word of Indonesian or English that texts use often."""
        word = to_ascii(name).lower()
        if word in self.listed or word in self.plain:
            return word in self.listed
        if word in self.english and zipf_frequency(word, "en") >= COMMON_ENGLISH:
            return True
        return word in self.indonesian and zipf_frequency(word, "id") >= COMMON_INDONESIAN

    def is_doubtful(self, name, population):
        """True if a name abroad is short, a word, a first name, or the family name of a smaller place."""
        lower = to_ascii(name).lower()
        if lower in self.plain:
            return False
        if len(lower) <= 3 or self.is_word(name) or lower in self.first_names:
            return True
        if lower in self.last_names and population < 1_000_000:
            return True
        return False

    def is_first_name(self, name):
        return to_ascii(name).lower() in self.first_names

    def is_phrase(self, name):
        """True for several words that each mean something, as in "Long Beach": capitals tell them apart."""
        parts = re.split(r"[ \-]", to_ascii(name).lower())
        return len(parts) > 1 and all(len(p) <= 3 or self.is_word(p) for p in parts)

    def is_person(self, name):
        lower = to_ascii(name).lower()
        return lower in self.first_names or lower in self.last_names


def alternative_names(label, alternates, ordinary, home):
    """At most eight further Latin-script names: the label without accents first, then those of the
    data set's other names that Indonesian or English texts really use for it: no longer than the
    label in words, known to the word lists, and neither a word, a person nor a place at home."""
    chosen = []
    plain = to_ascii(label)
    if plain != label and len(plain) >= 3:
        chosen.append(plain)
    seen = {folded(label)}
    ranked = []
    for name in alternates:
        name = name.replace("’", "'")
        key = folded(name)
        if key in seen or key in home or not SHORTEST_NAME <= len(name) <= LONGEST_NAME:
            continue
        if not LATIN_NAME.fullmatch(name):
            continue
        words = re.split(r"[ \-]", name)
        if len(words) > len(re.split(r"[ \-]", label)) or name.count("-") > label.count("-"):
            continue
        if name.isupper() or CITY_WORD.search(name):
            continue
        if ordinary.is_word(name) or ordinary.is_person(name) or ordinary.is_phrase(name):
            continue
        use = min(max(zipf_frequency(w, "en"), zipf_frequency(w, "id")) for w in words)
        alike = SequenceMatcher(None, key, folded(label)).ratio()
        if use >= KNOWN_NAME and alike >= ALIKE:
            ranked.append((-use, name))
    for _, name in sorted(ranked):
        if folded(name) not in seen:
            seen.add(folded(name))
            chosen.append(name)
    return chosen[:MOST_NAMES]
