"""Graphs that break careless writers and readers: one of hostile texts, one of nothing, one without edges."""

RDFS_LABEL = "http://www.w3.org/2000/01/rdf-schema#label"


def hostile(folder):
    """Names, values and predicates that break careless writers and readers."""
    texts = ["Zürich & 'Köln' <b> \"x\" ]]>", "a\0b\x01c\ufffe\uffff", "\t baris\r\nbaru ", "", "كوالا لمبور",
             "漢字都市", "👩🏽‍🚀🏴󠁧󠁢󠁳󠁣󠁴󠁿", "--><script>alert(1)</script>", "INFRASTRUCTURE ACT", "a\\b \\\" c", "=1+1",
             "-2", "@x", "</data>", "&amp;", "[\"a\"]", "true", "NaN", "x" * 5_000_000]
    names = ["label", "Label", "LABEL", "id", "ID", "x", "X", "weight", "Weight", "r", "size", "color", "name",
             "Name", "INFRASTRUCTURE", "labels", "interaction", "source", "selected", "SUID", "a%20b", "desc", "kind",
             "parent", "key", "type", "fx", "index", "hidden", "iri", "degree"]
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


def placed(folder):
    """Things on a map: around the antimeridian, at the poles, beyond the earth, between others; numbers in all
    their forms."""
    smp, geo, xsd = "https://w3id.org/simpul/ns#", "http://www.w3.org/2003/01/geo/wgs84_pos#", "http://www.w3.org/2001/XMLSchema#"
    places = {"bandung": ("-6.917464", "107.619123"), "suva": ("-18.1416", "178.4419"), "apia": ("-13.8333", "-171.7667"),
              "date": ("0", "180"), "west": ("10", "-180"), "pole": ("90", "0"), "same": ("-6.917464", "107.619123"),
              "nowhere": ("91", "12"), "word": ("north", "12"), "half": ("12.5", None), "tiny": ("0.00000012", "1e-7")}
    lines = []
    for thing, (north, east) in places.items():
        lines.append(f'<i:{thing}> <{geo}lat> "{north}"^^<{xsd}decimal> .')
        if east is not None:
            lines.append(f'<i:{thing}> <{geo}long> "{east}"^^<{xsd}double> .')
    lines += [f"<i:office> <{smp}locatedIn> <i:suva> .", f"<i:desk> <{smp}partOf> <i:office> .",
              f"<i:desk> <{smp}locatedIn> <i:nowhere> ."]
    lines += [f"<i:{thing}> <{smp}partyTo> <i:agreement> ." for thing in ("bandung", "desk", "apia", "nowhere")]
    lines += [f"<i:suva> <{smp}donates> <i:pump> .", f"<i:pump> <{smp}donatedTo> <i:apia> .",
              f"<i:pump> <{smp}donatedTo> <i:west> .", f"<i:bandung> <{smp}sisterCityOf> <i:same> .",
              f"<i:suva> <{smp}sisterCityOf> <i:apia> .", f"<i:date> <{smp}sisterCityOf> <i:west> .",
              f"<i:pole> <p:next> <i:tiny> .", "<i:pole> <p:next> <i:half> ."]
    numbers = {"decimal": ("+005.50", ".5", "1.", "-0.0", "123456789012345678901234567890.5", "-.25"),
               "integer": ("+7", "-0", "007", "9007199254740993", "-9223372036854775808", "123456789012345678901"),
               "double": ("1E5", "+1e+5", "INF", "NaN", "-.5e-3", "1.e2", "5e-324"), "boolean": ("true", "0", "1")}
    for datatype, texts in numbers.items():
        for number, text in enumerate(texts):
            lines.append(f'<i:{datatype}{number}> <p:{datatype}> "{text}"^^<{xsd}{datatype}> .')
            lines.append(f'<i:{datatype}{number}> <p:{datatype}-{number}> "{text}"^^<{xsd}{datatype}> .')
            lines.append(f'<i:several> <p:{datatype}> "{text}"^^<{xsd}{datatype}> .')
    path = folder / "placed.nt"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path
