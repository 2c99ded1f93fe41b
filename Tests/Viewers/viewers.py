"""The programs that open graphs here, what each opens, and the faults that each has of its own."""

import dataclasses
import os
import pathlib
import re
import typing

HERE = pathlib.Path(__file__).parent
# The Python for which the system has graph-tool and Tulip.
SYSTEM_PYTHON = os.environ.get("SYSTEM_PYTHON", "/usr/bin/python3")
VENV_PYTHON = os.environ.get("VIEWERS_PYTHON", "python3")
JARS = pathlib.Path(os.environ.get("JARS", "/usr/share/java"))
CLASS_PATH = ":".join(str(JARS / f"{jar}.jar") for jar in (
    "jgrapht-core", "jgrapht-io", "antlr4-runtime", "commons-text", "commons-lang3", "jheaps"))

# By the name of the file: the format.
TARGETS = {f"{flavour}.graphml": f"graphml:{flavour}" for flavour in ("plain", "gephi", "yed", "neo4j", "cytoscape")}
TARGETS |= {"graph.gexf": "gexf", "static.gexf": "gexf:static", "graph.dot": "dot", "graph.cx2": "cx2"}
LABELS = {"plain": "label", "gephi": "label", "neo4j": "name", "cytoscape": "name"}


def unchanged(text):
    return text


@dataclasses.dataclass
class Contract:
    """What a reader makes of one format; the usual case is everything."""

    # The column with the label.
    label: str = "label"
    # False for a reader that keeps nodes and edges only.
    has_values: bool = True
    # What the reader makes of a text, and of the text of a label.
    altered: typing.Callable[[str], str] = unchanged
    altered_label: typing.Callable[[str], str] = unchanged
    # What a text is in a column with several values.
    altered_in_list: typing.Callable[[str], str] = unchanged
    # Of the texts of a column with several values: whether the reader has no column for them.
    loses: typing.Callable[[set], bool] = lambda texts: False
    # Of a sample: a part of the message with which it is refused; None where it is taken.
    refuses: typing.Callable[[object], str | None] = lambda sample: None
    # Of a sample: whether the reader spoils some of its texts.
    garbles: typing.Callable[[object], bool] = lambda sample: False


@dataclasses.dataclass
class Reader:
    name: str
    # Followed by FILE OUTPUT, as often as there are files.
    command: list
    # By target.
    contracts: dict


def where(test, message):
    """A refusal of the samples of which something holds."""
    return lambda sample: message if test(sample.expected) else None


def always(expected):
    return True


def has_nodes(expected):
    return bool(expected.nodes)


def has_edges(expected):
    return bool(expected.edges)


def has_dates(expected):
    return any(expected.spans(node) for node in expected.nodes)


def has_dated_ends(expected):
    """Whether an edge has an end that begins at some time."""
    begun = {node for node in expected.nodes if any(first for first, _ in expected.spans(node))}
    return any({s, t} & begun for s, _, t in expected.edges)


def has_long_texts(expected):
    return any(len(text) > 10_000 for values in expected.values.values() for _, _, text in values)


def in_one_line(text):
    """Gephi's lists hold no line ends."""
    return re.sub("[\r\n]", " ", text)


def has_closing_backslash(expected):
    """Whether a string of DOT ends with a backslash; in an array a bracket comes last."""
    return any(text.endswith("\\") for node in expected.nodes
               for texts in (*expected.groups(node).values(), expected.labels(node)) for text in texts)


def has_markup(sample):
    """Whether a value of GraphML needs references: its signs, and the quotes of arrays."""
    texts = (text for node in sample.expected.nodes for column in sample.expected.groups(node).values()
             for text in (*column, '"' if len(column) > 1 else ""))
    return any(re.search('[&<>"\t\r\n]', text) for text in texts)


def dot_value(text):
    """A string of DOT has no escape for a backslash: an odd one before a quote, the end of a line or
    at the end is doubled. Nor may it have DEL, of which the program tells."""
    text = text.replace("\x7f", "\ufffd")
    return re.sub(r'(?<!\\)((?:\\\\)*\\)(?=["\r\n]|\Z)', r"\1\\", text)


def joined_dot_value(text):
    """The same as graph-tool reads it: it joins lines behind any backslash, a doubled one too."""
    return dot_value(text).replace("\\\n", "")


def dot_label(text):
    """A label of DOT, with the escapes that Graphviz undoes when it draws."""
    for sign, escape in (("\\", "\\\\"), ("&", "&amp;"), ("\r", " "), ("\n", "\\n")):
        text = text.replace(sign, escape)
    return text


def is_lost_in_dot(texts):
    """The quotes of an array have backslashes, which cannot be told from doubled ones."""
    return any('"' in text or "\\" in text for text in texts)


def graphml(*flavours, **options):
    return {f"{flavour}.graphml": Contract(label=LABELS[flavour], **options) for flavour in flavours}


DOT = Contract(altered=dot_value, altered_label=dot_label, loses=is_lost_in_dot)

READERS = [
    Reader("graph-tool", [SYSTEM_PYTHON, HERE / "read_graph_tool.py"],
           graphml("plain", "gephi", "neo4j", "cytoscape")
           # Keys of yEd's graphics have no type, of which graph-tool makes an error.
           | {"yed.graphml": Contract(refuses=where(has_nodes, "unrecognized type")),
              "graph.dot": dataclasses.replace(DOT, altered=joined_dot_value)}),
    Reader("NetworKit", [VENV_PYTHON, HERE / "read_networkit.py"],
           graphml("plain", "gephi", "neo4j", "cytoscape", has_values=False)
           # It asks every key for a name, which those of yEd's graphics have not.
           | {"yed.graphml": Contract(refuses=where(always, "attr.name")),
              # An edge without time is added before its dated ends are.
              "graph.gexf": Contract(has_values=False, refuses=where(has_dated_ends, "end point does not exist")),
              "static.gexf": Contract(has_values=False)}),
    Reader("JGraphT", ["java", "-Xss64m", "-cp", CLASS_PATH, HERE / "ReadJGraphT.java"],
           graphml("plain", "cytoscape")
           # The schema knows no kinds for Gephi, graphics of yEd or labels for Neo4j.
           | {"gephi.graphml": Contract(refuses=where(has_edges, "cvc-")),
              "yed.graphml": Contract(refuses=where(always, "cvc-")),
              "neo4j.graphml": Contract(refuses=where(has_nodes, "cvc-")),
              "graph.gexf": Contract(altered_in_list=in_one_line),
              # It knows no strings joined by `+`, as which long ones are written for Graphviz, and takes
              # the last of two backslashes for one that escapes the closing quote.
              "graph.dot": dataclasses.replace(
                  DOT, refuses=where(lambda e: has_long_texts(e) or has_closing_backslash(e), "no value"))}),
    Reader("Tulip", [SYSTEM_PYTHON, HERE / "read_tulip.py"],
           # Its GEXF has neither times nor lists.
           {"graph.gexf": Contract(label="viewLabel", loses=always, refuses=where(has_dates, "makes no graph")),
            "static.gexf": Contract(label="viewLabel", loses=always),
            # Its GraphML keeps of a value only what follows the last reference.
            "plain.graphml": Contract(garbles=has_markup)}),
    Reader("ndex2", [VENV_PYTHON, HERE / "read_ndex.py"], {"graph.cx2": Contract(label="name")}),
]
