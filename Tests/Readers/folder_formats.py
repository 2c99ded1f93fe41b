"""Reads the formats of several files, and those of Cypher and JSON Canvas, by the rules of their readers.

Every function gives the nodes as {id: attributes}, each with its label under LABEL, and the edges as
(id of the source, attributes, id of the target); a breach of the rules is a ValueError.
"""

import csv
import json
import os
import pathlib
import re
import stat
import subprocess
import tempfile

import kuzu
import yaml

from json_dialects import LABEL, demand, load

csv.field_size_limit(1 << 30)
TYPES = {"int": int, "long": int, "double": float, "boolean": lambda text: {"true": True, "false": False}[text],
         "string": str}
KUZU = {"int": "INT64", "long": "INT64", "double": "DOUBLE", "boolean": "BOOL", "string": "STRING"}


def table(path, encoding="utf-8"):
    """Heads and rows; heads differ, and every row has as many cells."""
    with open(path, encoding=encoding, newline="") as file:
        heads, *rows = csv.reader(file, strict=True)
    demand(len({head.lower() for head in heads}) == len(heads), f"{path.name}: heads that are alike")
    for row in rows:
        demand(len(row) == len(heads), f"{path.name}: a row of {len(row)} cells under {len(heads)} heads")
    return heads, rows


# Neo4j


def importer_arguments(folder):
    """What import.sh calls neo4j-admin with."""
    script = folder / "import.sh"
    demand(script.stat().st_mode & stat.S_IXUSR, "import.sh cannot be called")
    with tempfile.TemporaryDirectory() as place:
        admin = pathlib.Path(place) / "neo4j-admin"
        admin.write_text('#!/bin/sh\nfor one; do printf "%s\\0" "$one"; done\n')
        admin.chmod(0o755)
        result = subprocess.run([script, "city"], capture_output=True, check=True,
                                env={**os.environ, "PATH": f"{place}:{os.environ['PATH']}"})
    arguments = result.stdout.decode().split("\0")[:-1]
    demand(arguments[:3] == ["database", "import", "full"] and arguments[-1] == "city", f"called as {arguments}")
    options = dict(argument[2:].split("=", 1) for argument in arguments[3:-1])
    demand("overwrite-destination" not in options, "a database would be overwritten")
    return options


def neo4j(folder):
    """https://neo4j.com/docs/operations-manual/current/import/: typed heads, ids of one space, one type an edge."""
    options = importer_arguments(folder)
    demand(options["multiline-fields"] == "true", "values of several lines are not asked for")
    delimiter = options["array-delimiter"]
    if delimiter.startswith("U+"):
        delimiter = chr(int(delimiter[2:], 16))
    demand(len(delimiter) == 1, f"the delimiter is {delimiter!r}")
    nodes, edges, labels, types = {}, [], set(), set()
    heads, rows = table(pathlib.Path(options["nodes"]))
    demand(heads[0] == "id:ID" and heads[-1] == ":LABEL", f"heads {heads}")
    by_kuzu(pathlib.Path(options["nodes"]), heads, rows)
    for row in rows:
        demand(row[0] not in nodes and row[-1].split(delimiter)[0] == "Resource", f"id or label {row[0]!r} {row[-1]!r}")
        labels.add(row[-1])
        values = typed(heads[1:-1], row[1:-1], delimiter)
        nodes[row[0]] = {**values, LABEL: values.pop("label", "")}
    heads, rows = table(pathlib.Path(options["relationships"]))
    demand(heads[:2] == [":START_ID", ":END_ID"] and heads[-1] == ":TYPE", f"heads {heads}")
    by_kuzu(pathlib.Path(options["relationships"]), heads, rows)
    for row in rows:
        demand(row[0] in nodes and row[1] in nodes and row[-1], "an edge has no end or no type")
        types.add(row[-1])
        edges.append((row[0], typed(heads[2:-1], row[2:-1], delimiter), row[1]))
    check_loading(folder, labels, types)
    return nodes, edges


def typed(heads, cells, delimiter):
    """The values of cells by the types of the heads; an empty cell is none."""
    values = {}
    for head, cell in zip(heads, cells, strict=True):
        name, _, kind = head.rpartition(":")
        if cell == "":
            continue
        if kind.endswith("[]"):
            values[name] = [TYPES[kind[:-2]](item) for item in cell.split(delimiter)]
        else:
            values[name] = TYPES[kind](cell)
    return values


def by_kuzu(path, heads, rows):
    """Kùzu loads the same cells into a table of the same types."""
    columns = []
    for place, head in enumerate(heads):
        name, _, kind = head.rpartition(":")
        columns.append(f"c{place} {KUZU.get(kind, 'STRING')}")
    with tempfile.TemporaryDirectory() as place:
        connection = kuzu.Connection(kuzu.Database(os.path.join(place, "db")))
        connection.execute(f"CREATE NODE TABLE T (row SERIAL, {', '.join(columns)}, PRIMARY KEY (row))")
        if rows:
            connection.execute(
                f"COPY T FROM '{path}' (HEADER=true, QUOTE='\"', ESCAPE='\"', PARALLEL=false, AUTO_DETECT=false)")
        fields = ", ".join(f"t.c{place}" for place in range(len(heads)))
        found = connection.execute(f"MATCH (t:T) RETURN {fields} ORDER BY t.row").get_all()
    demand(len(found) == len(rows), f"Kùzu finds {len(found)} rows of {len(rows)} in {path.name}")
    for row, loaded in zip(rows, found, strict=True):
        for head, cell, value in zip(heads, row, loaded, strict=True):
            kind = head.rpartition(":")[2]
            wanted = None if cell == "" else TYPES[kind](cell) if kind in KUZU else cell
            demand(value == wanted or value in ("", None) and cell == "",
                   f"Kùzu finds {str(value)[:80]!r} for {cell[:80]!r} under {head}")


def check_loading(folder, labels, types):
    """load.cypher has a statement for every label and every type, and asks for columns that are there."""
    text = (folder / "load.cypher").read_text(encoding="utf-8")
    heads = {name: set(table(folder / name)[0]) for name in ("nodes.csv", "relationships.csv")}
    found = {"nodes.csv": set(), "relationships.csv": set()}
    for statement in re.findall(r"LOAD CSV.*?;\n", text, re.S):
        file = re.search(r"'file:///([^']*)'", statement)[1]
        for name in re.findall(r"row\.`((?:[^`]|``)*)`", statement):
            demand(name.replace("``", "`") in heads[file], f"load.cypher asks for a column {name!r}")
        found[file].add(Cypher(re.search(r"WHERE row\.`[^`]*` = ('(?:[^'\\]|\\.)*')", statement)[1]).value())
    demand(found == {"nodes.csv": labels, "relationships.csv": types}, "load.cypher loads other labels or types")


class Cypher:
    """Values written in Cypher: maps, lists, texts, numbers and truth values."""

    TOKEN = re.compile(r"\s*('(?:[^'\\]|\\.)*'|`(?:[^`]|``)*`|-?\d[\d.eE+-]*|true|false|[{}\[\]:,])", re.S)
    ESCAPES = {"n": "\n", "r": "\r", "t": "\t", "'": "'", "\\": "\\", '"': '"', "b": "\b", "f": "\f"}

    def __init__(self, text):
        self.text, self.position = text, 0

    def token(self):
        match = self.TOKEN.match(self.text, self.position)
        demand(match, f"no Cypher: {self.text[self.position:self.position + 80]!r}")
        self.position = match.end()
        return match[1]

    def value(self, token=None):
        token = token or self.token()
        if token == "{":
            return dict(self.items("}", lambda t: (t[1:-1].replace("``", "`"), self.expect(":") or self.value())))
        if token == "[":
            return list(self.items("]", self.value))
        if token[0] == "'":
            def character(match):
                if match[1][0] == "u":
                    return chr(int(match[1][1:], 16))
                demand(match[1] in self.ESCAPES, f"an escape {match[0]}")
                return self.ESCAPES[match[1]]

            return re.sub(r"\\(u[0-9A-Fa-f]{4}|.)", character, token[1:-1])
        return {"true": True, "false": False}.get(token, None) if token in ("true", "false") else json.loads(token)

    def items(self, end, read):
        token = self.token()
        while token != end:
            yield read(token)
            token = self.token()
            if token == ",":
                token = self.token()

    def expect(self, wanted):
        demand(self.token() == wanted, f"expected {wanted}")


def cypher(path):
    """Statements that make nodes, then edges between them; every row on a line."""
    text = path.read_text(encoding="utf-8")
    nodes, edges = {}, []
    for rows, rest in re.findall(r"^UNWIND (\[\n.*?\n\]) AS row (.*?;)$", text, re.S | re.M):
        for row in Cypher(rows).value():
            if rest.startswith("CREATE (n:Resource"):
                demand(not edges and row["id"] not in nodes, "a node behind edges, or twice")
                nodes[row["id"]] = {**row, LABEL: row.pop("label", "")}
            else:
                demand(re.search(r"CREATE \(a\)-\[r:`(?:[^`]|``)+`\]->\(b\) SET r = row\[2\];", rest), f"ends with {rest}")
                demand(row[0] in nodes and row[1] in nodes, "an edge has no end")
                edges.append((row[0], row[2], row[1]))
    return nodes, edges


# Tables for people


def unguarded(cell):
    """A cell without the apostrophe that keeps a spreadsheet from computing it."""
    return cell[1:] if cell[:1] == "'" and cell[1:2] in set("=+-@\t\r") else cell


def people(path):
    heads, rows = table(path, "utf-8-sig")
    demand(path.read_bytes().startswith(b"\xef\xbb\xbf"), f"{path.name} does not tell that it is UTF-8")
    for row in rows:
        for cell in row:
            demand(cell[:1] not in set("=+-@\t\r") or is_number(cell), f"{path.name} holds a formula: {cell[:80]!r}")
    return [dict(zip(heads, map(unguarded, row), strict=True)) for row in rows]


def is_number(cell):
    try:
        float(cell)
    except ValueError:
        return False
    return True


def kumu(folder):
    """https://docs.kumu.io/guides/import: the first columns are those of Kumu."""
    nodes = {}
    for row in people(folder / "elements.csv"):
        demand(list(row)[:3] == ["Label", "ID", "Type"] and row["ID"] not in nodes, "other heads, or an id twice")
        nodes[row["ID"]] = {**row, LABEL: row["Label"]}
    edges = []
    for row in people(folder / "connections.csv"):
        demand(list(row)[:2] == ["From", "To"] and row["From"] in nodes and row["To"] in nodes, "an edge has no end")
        demand(row["Direction"] in ("directed", "mutual"), "no direction of Kumu")
        edges.append((row["From"], row, row["To"]))
    return nodes, edges


def flourish(folder):
    """Ids are what is shown, so they differ; size and value are numbers."""
    rows = people(folder / "points.csv")
    names = {row["id"]: f"n{place}" for place, row in enumerate(rows)}
    demand(len({name.lower() for name in names}) == len(rows), "ids that are alike")
    nodes = {names[row["id"]]: {**row, LABEL: re.sub(r" \(\d+\)$", "", row["id"])} for row in rows}
    edges = []
    for row in people(folder / "links.csv"):
        demand(float(row["value"]) > 0, "a link of no value")
        edges.append((names[row["source"]], row, names[row["target"]]))
    return nodes, edges


def gephi(folder):
    """Gephi's Import Spreadsheet: its own columns by their names, weights above 0, ids that differ."""
    heads, rows = table(folder / "nodes.csv")
    demand(heads[:2] == ["Id", "Label"], f"heads {heads}")
    nodes = {row[0]: {**dict(zip(heads, row, strict=True)), LABEL: row[1]} for row in rows}
    demand(len(nodes) == len(rows), "nodes share an id")
    heads, rows = table(folder / "edges.csv")
    edges, taken = [], set()
    for row in rows:
        values = dict(zip(heads, row, strict=True))
        demand(values["Source"] in nodes and values["Target"] in nodes, "an edge has no end")
        demand(values["Type"] in ("Directed", "Undirected") and float(values["Weight"]) > 0, "no edge of Gephi")
        demand(values["Id"] not in taken, "edges share an id")
        taken.add(values["Id"])
        edges.append((values["Source"], {**values, "predicate": values["Kind"]}, values["Target"]))
    return nodes, edges


def obsidian(folder):
    """Notes whose names differ whatever the case; properties are YAML, links lead to notes."""
    paths = sorted(folder.glob("*.md"))
    demand(len({path.name.lower() for path in paths}) == len(paths), "names that are alike")
    nodes, links = {}, []
    for path in paths:
        demand(not re.search(r'[/\\:*?"<>|#^\[\]\0-\x1f]', path.stem) and path.stem.strip(" .") == path.stem,
               f"a name that not every system takes: {path.name!r}")
        text = path.read_text(encoding="utf-8")
        demand(text.startswith("---\n"), "no properties")
        head, body = text[4:].split("\n---\n", 1)
        values = yaml.safe_load(head)
        nodes[path.stem] = {**values, LABEL: values["aliases"][0]}
        demand(body.count("\n# ") == 1 and not re.search(r"(?<!\\)[<>]", body), "another heading, or HTML")
        links += [(path.stem, name) for name in re.findall(r"(?<!\\)\[\[(.*?)\]\]$", body, re.M)]
    for _, target in links:
        demand(target in nodes, f"a link to no note: {target!r}")
    return nodes, [(source, {}, target) for source, target in links]


def canvas(path):
    """https://jsoncanvas.org/spec/1.0/: whole numbers for places, ids that differ, ends that are there."""
    document = load(path)
    nodes, edges = {}, []
    for node in document["nodes"]:
        demand(node["type"] == "text" and node["id"] not in nodes, "no card, or an id twice")
        for name in ("x", "y", "width", "height"):
            demand(type(node[name]) is int, f"{name} is {node[name]!r}")
        demand(re.fullmatch("#[0-9a-f]{6}", node["color"], re.I), f"no colour: {node['color']}")
        nodes[node["id"]] = {**node, LABEL: re.sub(r"\\(.)", r"\1", node["text"].split("**")[1] or "")}
    for edge in document["edges"]:
        demand(edge["id"] not in nodes and edge["fromNode"] in nodes and edge["toNode"] in nodes, "an edge has no end")
        demand(edge["toEnd"] in ("none", "arrow"), "no end of an edge")
        edges.append((edge["fromNode"], edge, edge["toNode"]))
    return nodes, edges


FOLDERS = {"neo4j": neo4j, "kumu": kumu, "flourish": flourish, "gephi": gephi, "obsidian": obsidian}
