#!/usr/bin/env python3
"""check-gold.py [GOLD [CORPUS]]

Checks the annotations in GOLD against the documents in CORPUS (default Examples/corpus) and the names
below; without arguments, every one of SETS. Every evidence must stand in its document: white space is
collapsed, `*` is dropped, and ` … ` joins pieces that follow one another in this order.
Prints one line per mistake as file: what; the exit status is 1 if there is one.
"""
import json
import os
import re
import sys

ROOT = os.path.join(os.path.dirname(__file__), "..")
SETS = [
    (os.path.join(ROOT, "Tests", "ExtractionTests", "Gold"), os.path.join(ROOT, "Examples", "corpus")),
] + [
    (os.path.join(ROOT, "Tests", "ExtractionTests", name, "gold"),
     os.path.join(ROOT, "Tests", "ExtractionTests", name, "texts"))
    for name in ("Development", *(f"Development{number}" for number in range(2, 9)), "HoldOut", "HoldOut2")
]

CLASSES = set("""City Province Country Government Agency Organization School Person Role Regulation Agreement Program
Training Tool Sector Commodity River Facility Event SOP Procedure Obstacle Outcome Document""".split())
LITERAL = set("signedOn period agreementType status".split())
SYMMETRIC = {"sisterCityOf"}
PREDICATES = LITERAL | SYMMETRIC | set("""partyTo renews covers locatedIn partOf governs holdsRole roleIn basedOn amends
repeals implements cites replaces regulates programOf runsProgram supports donates donatedTo plannedDonation
plannedRecipient providesTraining participatesIn produces hampers about statedBy""".split())
STATES = {"realised", "partly", "ongoing", "planned", "not realised"}
DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
MONTH = r"\d{4}-\d\d(-\d\d)?"
PERIOD = re.compile(
    rf"{MONTH}|\d{{4}}|\d{{4}}-(\d{{4}})?|-\d{{4}}|\d+ (tahun|bulan|minggu|hari)"
    rf"|{MONTH}/({MONTH}|\.\.)|\.\./{MONTH}")
KEY = re.compile(r"[A-Z][A-Z-]*/\d{4}(/[0-9A-Z-]+)?|UUD/1945")


def plain(text):
    return re.sub(r"\s+", " ", text.replace("*", "")).strip()


def stands_in(evidence, text):
    """Whether the pieces of the evidence stand in the text, one after the other."""
    position = 0
    for piece in plain(evidence).split(" … "):
        found = text.find(piece, position)
        if not piece or found < 0:
            return False
        position = found + len(piece)
    return True


def mistakes(gold, text):
    classes = {}
    for entity in gold["entities"]:
        name = entity["id"]
        if name in classes:
            yield f"entity {name} stands twice"
        classes[name] = entity["class"]
        if entity["class"] not in CLASSES or not set(entity.get("altClasses", [])) <= CLASSES:
            yield f"entity {name}: unknown class"
        if (entity["class"] == "Regulation") != ("key" in entity):
            yield f"entity {name}: a regulation has a key, nothing else has one"
        if "key" in entity and not KEY.fullmatch(entity["key"]):
            yield f"entity {name}: key {entity['key']}"
        implicit = entity["attributes"].get("implicit") or entity["class"] == "Document"
        names = [plain(n).casefold() for n in [entity["label"], *entity["aliases"]]]
        if not implicit and not any(n in text.casefold() for n in names):
            yield f"entity {name}: no name of it stands in the document"
    seen = set()
    for relation in gold["relations"]:
        subject, predicate, value = relation["subject"], relation["predicate"], relation["object"]
        where = f"{subject} {predicate} {value}"
        literal = relation.get("objectType") == "literal"
        if predicate not in PREDICATES or literal != (predicate in LITERAL):
            yield f"{where}: unknown predicate, or the wrong kind of object"
        if subject not in classes or not literal and value not in classes:
            yield f"{where}: unknown entity"
        if where in seen or predicate in SYMMETRIC and f"{value} {predicate} {subject}" in seen:
            yield f"{where}: stands twice"
        seen.add(where)
        if predicate == "status" and value not in STATES or predicate == "signedOn" and not DATE.fullmatch(value) \
                or predicate == "period" and not PERIOD.fullmatch(value):
            yield f"{where}: not a value of {predicate}"
        if not stands_in(relation["evidence"], text):
            yield f"{where}: the document does not say “{relation['evidence']}”"


def check(folder, corpus):
    """The number of mistakes in the annotations of a folder; having none to check is one."""
    files = sorted(f for f in os.listdir(folder) if f.endswith(".json"))
    wrong = 0 if files else 1
    for file in files:
        with open(os.path.join(folder, file), encoding="utf-8") as stream:
            gold = json.load(stream)
        with open(os.path.join(corpus, gold["document"]), encoding="utf-8") as stream:
            text = plain(stream.read())
        for mistake in mistakes(gold, text):
            print(f"{file}: {mistake}")
            wrong += 1
        print(f"{file}: {len(gold['entities'])} entities, {len(gold['relations'])} relations", file=sys.stderr)
    return wrong


def main():
    if len(sys.argv) > 3 or any(a.startswith("-") for a in sys.argv[1:]):
        sys.exit(__doc__)
    sets = SETS if len(sys.argv) == 1 else [(sys.argv[1], sys.argv[2] if len(sys.argv) == 3 else SETS[0][1])]
    sys.exit(1 if sum(check(*each) for each in sets) else 0)


if __name__ == "__main__":
    main()
