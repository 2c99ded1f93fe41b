"""The data of a page, read from its file, and what its filters should leave."""
import base64
import json
import re
import struct


class PageData:
    def __init__(self, path):
        with open(path, encoding="utf-8") as file:
            text = file.read()
        self.blocks = {
            name: json.loads(content) for name, content in re.findall(
                r'<script type="application/json" id="data-(\w+)">(.*?)</script>', text, re.S)
        }
        graph = self.blocks["graph"]
        self.graph = graph
        self.names = [
            name if other == 0 else other
            for name, other in zip(self.blocks["names"]["en"], self.blocks["names"]["id"])
        ] if graph["language"] == "id" else self.blocks["names"]["en"]
        self.x, self.y = column(graph["nodes"]["x"]), column(graph["nodes"]["y"])
        self.class_of = column(graph["nodes"]["class"])
        edges = graph["edges"]
        for name in ["source", "target", "predicate", "status", "confidence", "from", "to"]:
            setattr(self, name if name != "from" else "first", column(edges[name]))
        self.last = self.to
        self.first_year = edges["firstYear"]
        ends, items = column(edges["documentsEnd"]), column(edges["documents"])
        starts = [0, *ends][:len(ends)]
        self.documents = [items[start:end] for start, end in zip(starts, ends)]
        self.node_count, self.edge_count = len(self.class_of), len(self.source)
        self.degree = [0] * self.node_count
        for source, target in zip(self.source, self.target):
            self.degree[source] += 1
            self.degree[target] += source != target

    def years(self, edge):
        if self.first[edge] == 0:
            return None
        return self.first[edge] - 1 + self.first_year, self.last[edge] - 1 + self.first_year

    def all_years(self):
        spans = [self.years(edge) for edge in range(self.edge_count) if self.first[edge]]
        return min(first for first, _ in spans), max(last for _, last in spans)

    def left(self, classes=(), predicates=(), statuses=(), documents=(), confidence=0, years=None,
             undated=True, loose=False):
        """Numbers of nodes and the edges that remain when some places of the legend are hidden."""
        none = len(self.graph["documents"])
        edges = []
        for edge in range(self.edge_count):
            ends = self.source[edge], self.target[edge]
            if self.predicate[edge] in predicates or self.status[edge] in statuses:
                continue
            if any(self.class_of[end] in classes for end in ends):
                continue
            if self.confidence[edge] and self.confidence[edge] - 1 < confidence:
                continue
            span = self.years(edge)
            if span is None and not undated:
                continue
            if span is not None and years is not None and (span[1] < years[0] or span[0] > years[1]):
                continue
            sources = self.documents[edge] or [none]
            if all(document in documents for document in sources):
                continue
            edges.append(edge)
        nodes = {end for edge in edges for end in (self.source[edge], self.target[edge])}
        if loose:
            nodes |= {
                node for node in range(self.node_count)
                if self.degree[node] == 0 and self.class_of[node] not in classes
            }
        return nodes, edges

    def counts_left(self, **filters):
        nodes, edges = self.left(**filters)
        return len(nodes), len(edges)

    def neighbourhood(self, start, depth):
        """Numbers of nodes and edges at most so many steps from a node."""
        near = {start}
        for _ in range(depth):
            near |= {
                other for edge in range(self.edge_count)
                for one, other in [(self.source[edge], self.target[edge]), (self.target[edge], self.source[edge])]
                if one in near
            }
        edges = sum(
            self.source[edge] in near and self.target[edge] in near for edge in range(self.edge_count))
        return len(near), edges

    @staticmethod
    def column_of(written):
        """The numbers of any column."""
        return column(written)

    def hub(self):
        return max(range(self.node_count), key=lambda node: (self.degree[node], -node))

    def quotes_of(self, edge):
        evidence = self.blocks["evidence"]
        ends, quotes = column(evidence["end"]), column(evidence["quote"])
        start = ends[edge - 1] if edge else 0
        return [evidence["quotes"][number - 1] for number in quotes[start:ends[edge]] if number]


def column(written):
    [(kind, text)] = written.items()
    data = base64.b64decode(text)
    code, width = {"u8": ("B", 1), "u16": ("H", 2), "u32": ("I", 4), "f32": ("f", 4)}[kind]
    return list(struct.unpack(f"<{len(data) // width}{code}", data))
