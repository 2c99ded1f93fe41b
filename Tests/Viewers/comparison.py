"""Compares what a reader found in a file with the graph that the RDF holds."""

import collections
import json
import math

from expected_graph import SMP, cleaned


def normal(value):
    """One form for each value: readers write numbers and booleans in their own ways."""
    text = str(value).lower() if isinstance(value, bool) else str(value)
    try:
        number = float({"true": "1", "false": "0"}.get(text, text))
    except ValueError:
        return text
    return number if math.isfinite(number) else text


def items(value):
    """The values in a value: those of an array, or it alone."""
    if isinstance(value, str) and value.startswith("["):
        try:
            array = json.loads(value, strict=False)
        except ValueError:
            return {normal(value)}
        # Control characters stand in an array as escapes.
        return {normal(cleaned(one)) for one in array if one != ""}
    return {normal(value)}


def hexadecimal(colour):
    """#rrggbb of red, green and blue."""
    return "#%02x%02x%02x" % tuple(colour)


class Comparison:
    """One file, one reader, and the contract between them (viewers.py)."""

    def __init__(self, faults, where, expected, found, contract):
        self.faults, self.where, self.expected, self.found = faults, where, expected, found
        self.contract = contract
        self.by_written = {self.written(node): node for node in expected.nodes}
        self.iris = {identifier: values.get("iri", "") for identifier, values in found["nodes"]}
        # The columns of several values; an empty one counts.
        self.lists = {column for node in expected.nodes for column in expected.lists(node)}

    def fault(self, kind, detail=""):
        self.faults.add(self.where, kind, detail)

    def check(self):
        """Everything that a reader with values can show."""
        self.check_edges([(self.iris[s], v.get("predicate"), self.iris[t]) for s, t, v in self.found["edges"]],
                         [tuple(map(self.written, edge)) for edge in self.expected.edges])
        for identifier, values in self.found["nodes"]:
            if (node := self.by_written.get(self.iris[identifier])) is not None:
                self.check_node(node, values)
        self.check_evidence()

    def written(self, text):
        """What the reader makes of a text of the RDF."""
        return self.contract.altered(cleaned(text))

    def altered(self, text, column):
        """What the reader makes of a value of a column."""
        text = self.contract.altered(text)
        return self.contract.altered_in_list(text) if column in self.lists else text

    def check_edges(self, edges, wanted):
        """Nodes by IRI, edges as tuples from source to target; a reader's directions are these."""
        if not self.found["directed"]:
            self.fault("the graph has no directions")
        for what, found, known in (("node", collections.Counter(self.iris.values()),
                                    collections.Counter(list(self.by_written))),
                                   ("edge", collections.Counter(edges), collections.Counter(wanted))):
            for item in sorted((known - found).elements(), key=str):
                self.fault(f"misses the {what}", str(item)[:200])
            for item in sorted((found - known).elements(), key=str):
                self.fault(f"has one {what} too many", str(item)[:200])

    def check_node(self, node, values):
        """The label, and for each kind of value one column that holds these values and no others."""
        label = values.get(self.contract.label)
        if label not in map(self.contract.altered_label, self.expected.labels(node)):
            self.fault("has a label that is none", f"{node[:80]} {str(label)[:80]!r}")
        colours = {self.expected.colours[kind] for kind in self.expected.types[node] & self.expected.colours.keys()}
        if "viewColor" in values and colours and (seen := hexadecimal(values["viewColor"])) not in colours:
            self.fault("has a colour that its class has not", f"{node[:80]} {seen}")
        found = collections.Counter()
        for value in values.values():
            found.update({frozenset(items(value)), frozenset({normal(value)})})
        wanted = collections.Counter(
            frozenset(normal(self.altered(text, column)) for text in texts)
            for column, texts in self.expected.groups(node).items()
            if not (column in self.lists and self.contract.loses(texts)))
        for texts in (wanted - found).elements():
            self.fault("misses values", f"{node[:80]} {sorted(map(str, texts))!r}"[:300])

    def check_evidence(self):
        """The quote and the period of an edge are those of a claim of its statement."""
        for column in ("quote", "period"):
            claimed = self.expected.claimed(SMP + column)
            known = {tuple(map(self.written, edge)): set(map(self.contract.altered, said)) for edge, said in claimed.items()}
            for source, target, values in self.found["edges"]:
                edge = (self.iris[source], values.get("predicate"), self.iris[target])
                value = values.get(column, "")
                if value and value not in known.get(edge, ()):
                    self.fault(f"has another {column} than the claims", f"{edge} {value[:80]!r}"[:300])
                if column == "quote" and known.get(edge) and not value:
                    self.fault("has no quote where the claims have one", str(edge)[:200])
