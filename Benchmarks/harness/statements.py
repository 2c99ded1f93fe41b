"""Tells whether two files of N-Triples or N-Quads hold the same statements, in one pass each.

    statements.py FILE

prints how many statements there are, how many blank nodes, and a fingerprint that does not depend
on their order: the sum of the hashes of all lines. Lines are compared after escapes of characters
outside ASCII are resolved and the labels of blank nodes left out, since programs choose these as
they like. So files of isomorphic graphs agree; that files of others differ is very likely and not
certain, where they differ in nothing but what a blank node stands for.
"""

import hashlib
import re
import sys

ESCAPE = re.compile(rb"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})|\\.")
BLANK_NODE = re.compile(rb'^_:\S+|(?<= )_:\S+(?= (?:<[^>]*> )?\.$)')


def resolved(match):
    """The character of a numeric escape; other escapes stay."""
    digits = match[1] or match[2]
    return chr(int(digits, 16)).encode() if digits else match[0]


def fingerprint(lines):
    """Statements, blank nodes and order-independent fingerprint of lines (bytes)."""
    count, total, labels = 0, 0, set()
    for line in lines:
        statement = line.rstrip(b"\r\n")
        if b"\\u" in statement or b"\\U" in statement:
            statement = ESCAPE.sub(resolved, statement)
        if b"_:" in statement:
            labels.update(BLANK_NODE.findall(statement))
            statement = BLANK_NODE.sub(b"_:", statement)
        count += 1
        total += int.from_bytes(hashlib.blake2b(statement, digest_size=16).digest(), "big")
    return count, len(labels), total % 2**128


def main():
    with open(sys.argv[1], "rb") as file:
        print("%d statements, %d blank nodes, fingerprint %032x" % fingerprint(file))


if __name__ == "__main__":
    main()
