#!/usr/bin/env python3
"""Opens graphs in every format with the programs of viewers.py and compares what they find.

    check_viewers.py PROGRAM PACK GRAPH.nq PICTURES [SAMPLE.nt]...

The graph of the RDF is made a second time by expected_graph.py, as for check_graphs.py. Where a
reader refuses a file or loses something by a fault of its own, viewers.py names it, and it is a
fault here when the reader has it no more. Pictures of Tulip's window are left in the folder PICTURES.
Exit status: 0 no fault, 1 faults (listed on standard output).
"""

import ast
import json
import pathlib
import subprocess
import sys
import tempfile

import tulip_window
import viewer_contracts
from comparison import Comparison, hexadecimal
from expected_graph import Expected
from faults import Faults
from sample_graphs import dated, samples
from viewers import READERS, TARGETS

# Seconds for one reader and all files of one sample.
LIMIT = 600


class Sample:
    """One file of RDF, written in every format."""

    def __init__(self, faults, program, pack, data, folder):
        self.faults, self.data, self.folder = faults, data, folder
        self.expected = Expected(data, pack)
        self.files = {}
        for target, option in TARGETS.items():
            path = folder / target
            done = subprocess.run(
                [program, "convert", data, "--to", option, "-o", path, "--ontology", pack],
                capture_output=True, text=True, check=False)
            if done.returncode:
                faults.add(f"{data.name} as {target}", "the program fails", done.stderr.strip())
                continue
            self.files[target] = path
        self.is_dynamic = ' mode="dynamic"' in self.files["graph.gexf"].read_text(encoding="utf-8")[:5000]

    def read(self, reader):
        """What a reader finds in each of its files, by target; nothing where it crashes."""
        pairs = {target: (self.files[target], self.folder / f"{target}.{reader.name}.json")
                 for target in reader.contracts if target in self.files}
        where = f"{self.data.name} ({reader.name})"
        try:
            done = subprocess.run([*reader.command, *(path for pair in pairs.values() for path in pair)],
                                  capture_output=True, text=True, errors="replace", timeout=LIMIT, check=False)
        except subprocess.TimeoutExpired:
            self.faults.add(where, f"does not end within {LIMIT} seconds")
            return {}
        if done.returncode:
            self.faults.add(where, f"ends with {done.returncode}", done.stderr.strip()[-500:])
        return {target: json.loads(output.read_text(encoding="utf-8"))
                for target, (_, output) in pairs.items() if output.exists() and output.stat().st_size}

    def check(self, reader):
        """Compares all that a reader finds; returns how many files it took."""
        taken = 0
        for target, found in self.read(reader).items():
            contract = reader.contracts[target]
            where = f"{self.data.name} as {target} ({reader.name})"
            refusal = contract.refuses(self)
            if refusal and "refused" not in found:
                self.faults.add(where, "takes a file that it is known to refuse", refusal)
            elif refusal and refusal not in found["refused"]:
                self.faults.add(where, "refuses a file for another reason", found["refused"][:500])
            elif not refusal and "refused" in found:
                self.faults.add(where, "cannot read it", found["refused"][:500])
            elif not refusal:
                self.compare(where, target, contract, found)
                taken += 1
        return taken

    def compare(self, where, target, contract, found):
        if contract.has_values:
            differences = Faults() if contract.garbles(self) else self.faults
            Comparison(differences, where, self.expected, found, contract).check()
            if differences is not self.faults:
                self.judge(where, {kind: details for (_, kind), details in differences.kinds.items()})
            return
        # Only the ids tell the nodes apart.
        written = self.iris()
        found["nodes"] = [[node, {"iri": written.get(node, node)}] for node, _ in found["nodes"]]
        comparison = Comparison(self.faults, where, self.expected, found, contract)
        comparison.check_edges(
            [(comparison.iris[s], comparison.iris[t]) for s, t, _ in found["edges"]],
            [(comparison.written(s), comparison.written(t)) for s, _, t in self.expected.edges])
        if "dates" in found and target == "graph.gexf":
            spans = [span for node in self.expected.nodes for span in self.expected.spans(node)]
            wanted = {"first": sum(first is not None for first, _ in spans),
                      "last": sum(last is not None for _, last in spans)}
            if found["dates"] != wanted:
                self.faults.add(where, "has other dates than the RDF", f"{found['dates']}, not {wanted}")

    def judge(self, where, kinds):
        """Of a reader that spoils texts: it must do so, and may not get anything else wrong.

        It gets a text in pieces, which end at references and where a buffer ends, and keeps the last.
        So a node or edge is missed, and another one comes whose texts are the ends of its texts.
        """
        spoiled = {"has a label that is none", "misses values", "has another quote than the claims"}
        if not kinds.keys() & spoiled:
            self.faults.add(where, "spoils no text, as it is known to do")
        for what in ("node", "edge"):
            missed, more = kinds.get(f"misses the {what}", []), kinds.get(f"has one {what} too many", [])
            if len(missed) == len(more) and all(any(is_end(other, one) for other in more) for one in missed):
                spoiled |= {f"misses the {what}", f"has one {what} too many"}
        for kind in sorted(kinds.keys() - spoiled):
            for detail in kinds[kind]:
                self.faults.add(where, kind, detail)

    def iris(self):
        """The IRI of each node by its id, as the GraphML says it: ids are alike in all formats."""
        document = viewer_contracts.Document(self.files["plain.graphml"])
        return {node["attributes"]["id"]: dict(node["data"])["iri"] for node in document.nodes}

    def look(self, pictures):
        """Opens the sample in Tulip's window; the colours of its nodes must be seen."""
        where = f"{self.data.name} in Tulip's window"
        found = json.loads((self.folder / "static.gexf.Tulip.json").read_text(encoding="utf-8"))
        wanted = {hexadecimal(values["viewColor"]) for _, values in found["nodes"]}
        pictures.mkdir(parents=True, exist_ok=True)

        def shown(colours):
            return {colour for colour in wanted if colours[colour] >= 4}

        # A small node may be behind another.
        enough = len(wanted) * 9 // 10 or 1
        colours, came = tulip_window.picture(
            self.files["static.gexf"], pictures / f"{self.data.stem}.png",
            lambda colours: len(shown(colours)) >= enough)
        if not came:
            self.faults.add(where, "no window opens")
        elif len(shown(colours)) < enough:
            self.faults.add(where, "shows too few of the nodes' colours",
                            f"{len(shown(colours))} of {len(wanted)}")
        self.faults.note(f"{where}: {len(shown(colours))} of the nodes' {len(wanted)} colours, "
                         f"{len(colours)} colours in all")


def is_end(other, whole):
    """Whether the texts of an edge, or the text of a node, are ends of those of another."""
    if not whole.startswith("("):
        return whole.endswith(other)
    try:
        parts = zip(ast.literal_eval(other), ast.literal_eval(whole), strict=True)
        return all(one.endswith(end) for end, one in parts)
    except (SyntaxError, ValueError):
        return False


def main(arguments):
    program, pack, data, pictures, *more = map(pathlib.Path, arguments)
    faults = Faults()
    taken = dict.fromkeys((reader.name for reader in READERS), 0)
    windows = 0
    with tempfile.TemporaryDirectory() as name_of_folder:
        folder = pathlib.Path(name_of_folder)
        sources = [data, *samples(folder), dated(folder), *more]
        for source in sources:
            place = folder / f"{source.stem} in formats"
            place.mkdir()
            sample = Sample(faults, program, pack, source, place)
            for reader in READERS:
                taken[reader.name] += sample.check(reader)
            faults.note(f"{source.name}: {len(sample.expected.nodes)} nodes and "
                        f"{len(sample.expected.edges)} edges")
            if source in (data, sources[1]):
                sample.look(pictures)
                windows += 1
    status = faults.finish()
    print(f"viewers: {len(sources)} graphs; files read and alike: "
          + ", ".join(f"{count} by {name}" for name, count in taken.items())
          + f"; {windows} windows" + ("" if status == 0 else "; with faults"))
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
