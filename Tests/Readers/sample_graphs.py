"""Graphs that break careless writers and readers: one of hostile texts, one of nothing, one without edges."""

RDFS_LABEL = "http://www.w3.org/2000/01/rdf-schema#label"


def hostile(folder):
    """Names, values and predicates that break careless writers and readers."""
    texts = ["Zürich & 'Köln' <b> \"x\" ]]>", "a\0b\x01c\ufffe\uffff", "\t baris\r\nbaru ", "", "كوالا لمبور",
             "漢字都市", "👩🏽‍🚀🏴󠁧󠁢󠁳󠁣󠁴󠁿", "--><script>alert(1)</script>", "INFRASTRUCTURE ACT", "a\\b \\\" c", "=1+1",
             "-2", "@x", "</data>", "&amp;", "[\"a\"]", "true", "NaN", "x" * 5_000_000]
    names = ["label", "Label", "LABEL", "id", "ID", "x", "X", "weight", "Weight", "r", "size", "color", "name",
             "Name", "INFRASTRUCTURE", "labels", "interaction", "source", "selected", "SUID", "a%20b", "desc", "kind"]
    lines = []

    def literal(text, tail=""):
        out = ['"']
        for character in text:
            code = ord(character)
            out.append({"\\": "\\\\", '"': '\\"'}.get(character)
                       or (f"\\u{code:04X}" if code < 0x20 or code in (0xFFFE, 0xFFFF) else character))
        return "".join(out) + '"' + tail

    def add(subject, predicate, value):
        lines.append(f"{subject} <{predicate}> {value} .")

    for number, text in enumerate(texts):
        node = f"<http://x.example/{number}>"
        add(node, RDFS_LABEL, literal(text))
        add(node, "http://x.example/ns#loop", node)
        add(node, "http://x.example/ns#next", f"<http://x.example/{(number + 1) % len(texts)}>")
        for predicate in names:
            if len(text) < 1000:
                add(node, f"http://x.example/ns#{predicate}", literal(text))
                add(node, f"http://x.example/ns#{predicate}", literal(text + "2", "@ID"))
        add(node, "http://x.example/ns#INF", literal(str(number), "^^<http://www.w3.org/2001/XMLSchema#integer>"))
    for number in range(300):
        add("<http://x.example/0>", f"http://x.example/p#{number}", "<http://x.example/1>")
    add("_:b", "http://x.example/ns#next", "_:b")
    path = folder / "hostile.nt"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def samples(folder):
    """Writes the samples into a folder and returns their paths."""
    period = "<https://w3id.org/simpul/ns#period>"
    texts = {"nothing.nt": "", "no-edges.nt": f'<i:a> <{RDFS_LABEL}> "a" .\n<i:a> {period} "2020-05-01/2020-05-01" .\n'}
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    return [hostile(folder), *(folder / name for name in texts)]


def dated(folder):
    """Nodes with times of every kind, and edges between nodes without."""
    namespace, xsd = "https://w3id.org/simpul/ns#", "http://www.w3.org/2001/XMLSchema#"
    times = {"a": [("signedOn", "2016", "gYear")], "b": [("signedOn", "2016-02-28", "date"), ("givenOn", "2015-11", "gYearMonth")],
             "c": [("period", "2017/2019", "string")], "d": [("period", "2001/2003", "string"), ("period", "2005/..", "string")],
             "e": [("period", "../2024-02", "string")], "f": [("signedOn", "2023-02-29", "date")]}
    lines = [f'<i:{thing}> <{namespace}{predicate}> "{text}"^^<{xsd}{datatype}> .'
             for thing, values in times.items() for predicate, text, datatype in values]
    lines += [f"<i:x> <{namespace}sisterCityOf> <i:y> .", "<i:y> <p:next> <i:z> .", "<i:z> <p:next> <i:y> .",
              "<i:z> <p:next> <i:z> ."]
    path = folder / "dated.nt"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path
