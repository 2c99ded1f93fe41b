"""Counts where the edges of a drawing cross, from its SVG alone.

Edges are the paths of `<g class="edge">`, as both Graphviz and Simpul write them. Curves become short
straight pieces; pieces of two edges cross where each has the ends of the other on both of its sides,
so that edges that only touch, as they do at a box, do not cross.
"""

import re
import sys
import xml.etree.ElementTree as ElementTree

import numpy

SVG = "{http://www.w3.org/2000/svg}"
# Odd, so that no point of a curve is its middle, where curves that mirror each other cross.
STEPS = 9
BAND = 24.0


def points(path):
    """The points along a path of the commands M, V and C, all absolute."""
    tokens = re.findall(r"[A-Za-z]|-?\d+(?:\.\d+)?", path)
    found, place, command = [], 0, ""

    def numbers(count):
        nonlocal place
        values = [float(token) for token in tokens[place : place + count]]
        place += count
        return values

    while place < len(tokens):
        if tokens[place].isalpha():
            command = tokens[place]
            place += 1
        if command == "M":
            found.append(tuple(numbers(2)))
        elif command == "V":
            found.append((found[-1][0], numbers(1)[0]))
        elif command == "C":
            x1, y1, x2, y2, x3, y3 = numbers(6)
            x0, y0 = found[-1]
            for step in range(1, STEPS + 1):
                t = step / STEPS
                a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
                found.append((a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3))
        else:
            raise ValueError(f"unknown command {command!r} in {path!r}")
    return found


def pieces(svg):
    """The pieces of all edges as rows of x1, y1, x2, y2, and the number of the edge of each."""
    rows, owners, count = [], [], 0
    for group in ElementTree.fromstring(svg).iter(SVG + "g"):
        if group.get("class") != "edge":
            continue
        for path in group.findall(SVG + "path"):
            line = points(path.get("d"))
            for first, second in zip(line, line[1:]):
                if first != second:
                    rows.append((*first, *second))
                    owners.append(count)
        count += 1
    return numpy.array(rows).reshape(-1, 4), numpy.array(owners, dtype=int), count


def side(origin, tip, point):
    """On which side of the line from origin to tip a point lies: 1, 0 or -1."""
    turn = (tip[0] - origin[0]) * (point[1] - origin[1]) - (tip[1] - origin[1]) * (
        point[0] - origin[0]
    )
    return numpy.sign(numpy.where(numpy.abs(turn) < 1e-6, 0, turn))


def crossings(svg):
    """How often edges cross, and how many edges there are."""
    rows, owners, edges = pieces(svg)
    low = numpy.minimum(rows[:, 1], rows[:, 3])
    high = numpy.maximum(rows[:, 1], rows[:, 3])
    left = numpy.minimum(rows[:, 0], rows[:, 2])
    right = numpy.maximum(rows[:, 0], rows[:, 2])
    order = numpy.argsort(left, kind="stable")
    first = numpy.floor(low / BAND).astype(int)
    last = numpy.floor(high / BAND).astype(int)
    total = 0
    for band in range(first.min(initial=0), last.max(initial=-1) + 1):
        here = order[(first[order] <= band) & (last[order] >= band)]
        for position, piece in enumerate(here):
            # Pieces behind it that begin before it ends; the band of the upper one of both counts.
            end = numpy.searchsorted(left[here], right[piece], side="right")
            others = here[position + 1 : end]
            others = others[
                (owners[others] != owners[piece])
                & (numpy.maximum(first[others], first[piece]) == band)
                & (low[others] <= high[piece])
                & (high[others] >= low[piece])
            ]
            if not len(others):
                continue
            a, b = rows[piece, :2], rows[piece, 2:]
            c, d = rows[others, :2].T, rows[others, 2:].T
            apart = side(a, b, c) * side(a, b, d) < 0
            apart &= side(c, d, a) * side(c, d, b) < 0
            total += int(apart.sum())
    return total, edges


def main():
    for path in sys.argv[1:]:
        with open(path, encoding="utf-8") as file:
            count, edges = crossings(file.read())
        print(f"{path}: {count} crossings of {edges} edges")


if __name__ == "__main__":
    main()
