"""Texts made to bring a reader of RDF down, each about as long as asked for.

A case is a name and a function from a length in bytes to a text. N-Triples are N-Quads, Turtle and
TriG too, so that those of the lines go through all four readers.
"""

import gzip
import struct
import zlib

START = b"<http://a/s> <http://a/p> "
RDF = b"http://www.w3.org/1999/02/22-rdf-syntax-ns#"
HEAD = b'<rdf:RDF xmlns:rdf="%s" xmlns:a="http://a/">' % RDF
TAIL = b"</rdf:RDF>"


def fill(piece, length):
    """A piece again and again, up to the length."""
    return piece * max(length // len(piece), 1)


def numbered(piece, length):
    """A piece again and again with its own number in it."""
    parts, size, number = [], 0, 0
    while size < length:
        parts.append(piece.replace(b"%d", b"%d" % number))
        size += len(parts[-1])
        number += 1
    return b"".join(parts)


def within(before, piece, after=b""):
    """A text that repeats a piece."""
    return lambda length: before + fill(piece, length) + after


def counted(before, piece, after=b""):
    """A text that repeats a piece with numbers."""
    return lambda length: before + numbered(piece, length) + after


def nested(opening, closing, before=START, inner=b"<http://a/o>", after=b" .\n", depth=None):
    """Brackets in brackets; as deep as the length allows if no depth is given."""

    def text(length):
        levels = depth or length // (len(opening) + len(closing))
        once = before + opening * levels + inner + closing * levels + after
        return fill(once, length)

    return text


def literal(piece, after=b'" .\n'):
    return within(START + b'"', piece, after)


LINES = {
    "a long literal": literal(b"x"),
    "a literal without end": literal(b"x", b""),
    "a literal of quotation marks": literal(b'\\"'),
    "backslashes, even": literal(b"\\\\"),
    "backslashes without end": literal(b"\\", b""),
    "short escapes": literal(b"\\u0041"),
    "long escapes": literal(b"\\U0001F600"),
    "escapes of NUL": literal(b"\\u0000"),
    "escapes of surrogates": literal(b"\\uD83D\\uDE00"),
    "escapes beyond Unicode": literal(b"\\U00110000"),
    "escapes without digits": literal(b"\\u"),
    "control characters": literal(bytes(range(1, 9))),
    "characters beyond the first plane": literal("\U0001f600".encode()),
    "combining marks": literal("e\u0301\u0301".encode()),
    "non-characters": literal("\ufffe\uffff".encode()),
    "marks of byte order": within(b"\xef\xbb\xbf", b"\xef\xbb\xbf"),
    "a mark of byte order before lines": within(b"\xef\xbb\xbf", START + b'"x" .\n'),
    "UTF-16": lambda length: b"\xff\xfe" + fill(START + b'"x" .\n', length // 2).decode().encode("utf-16-le"),
    "continuation bytes": literal(b"\x80"),
    "overlong zeros": literal(b"\xc0\x80"),
    "overlong slashes": literal(b"\xe0\x80\xaf"),
    "surrogates in UTF-8": literal(b"\xed\xa0\x80\xed\xb0\x80"),
    "code points beyond Unicode": literal(b"\xf4\x90\x80\x80"),
    "sequences of five bytes": literal(b"\xf8\x88\x80\x80\x80"),
    "sequences cut off": literal(b"\xe2\x82"),
    "bytes FF": within(b"", b"\xff"),
    "broken bytes between lines": within(b"", START + b'"x" .\n\xff\n'),
    "zeros": within(b"", b"\0"),
    "zeros in a literal": literal(b"\0"),
    "line feeds": within(b"", b"\n"),
    "carriage returns": within(b"", b"\r"),
    "lines that end with CR": within(b"", START + b'"x" .\r'),
    "one line of spaces": within(START, b" ", b'"x" .\n'),
    "a long IRI": within(START + b"<http://a/", b"x", b"> .\n"),
    "an IRI without end": within(START + b"<http://a/", b"x"),
    "an IRI of dot segments": within(START + b"<http://a/", b"../", b"> .\n"),
    "an IRI of percent signs": within(START + b"<http://a/", b"%41", b"> .\n"),
    "an IRI of escapes": within(START + b"<http://a/", b"\\u00e9", b"> .\n"),
    "a long authority": within(START + b"<http://", b"a:", b"> .\n"),
    "an IPv6 address without end": within(START + b"<http://[", b"::", b"> .\n"),
    "a long datatype": within(START + b'"x"^^<http://a/', b"x", b"> .\n"),
    "a long language": within(START + b'"x"@en', b"-aaaaaaaa", b" .\n"),
    "a language without parts": within(START + b'"x"@', b"a", b" .\n"),
    "a long label": within(START + b"_:", b"x", b" .\n"),
    "a label of dots": within(START + b"_:a", b".", b"\n"),
    "a label that ends with dots": within(START + b"_:a", b".a", b" .\n"),
    "a long comment": within(b"#", b"#", b"\n" + START + b'"x" .\n'),
    "many comments": within(b"", b"#\n"),
    "triple terms in each other": nested(b"<<( <http://a/s> <http://a/p> ", b" )>>"),
    "triple terms to the limit": nested(b"<<( <http://a/s> <http://a/p> ", b" )>>", depth=63),
    "triple terms without end": within(START, b"<<( <http://a/s> <http://a/p> "),
    "openings of triple terms": within(START, b"<<("),
    "short statements": within(b"", b"<a:> <a:p> <a:> .\n"),
    "statements without spaces": within(b"", b"<a:><a:p><a:>.\n"),
    "mistakes on every line": within(b"", b"<a\n"),
    "short mistakes": within(b"", b".\n"),
    "dots": within(b"", b"."),
    "quotation marks": within(b"", b'"'),
    "angle brackets": within(b"", b"<"),
    "at signs": within(b"", b"@"),
    "many subjects": counted(b"", b"<a:%d> <a:p> <a:> .\n"),
    "many properties": counted(b"", b"<a:> <a:p%d> <a:> .\n"),
    "many namespaces": counted(b"", b"<http://%d/x> <http://%d/y#a> <http://%d/z> .\n"),
    "many blank nodes": counted(b"", b"_:%d <a:p> _:x .\n"),
    "blank nodes that look alike": counted(b"", b"_:a%d <a:p> _:b%d .\n"),
    "a chain of blank nodes": lambda length: b"".join(
        b"_:%d <a:p> _:%d .\n" % (n, n + 1) for n in range(length // 20)
    ),
    "a ring of blank nodes": lambda length: b"".join(
        b"_:%d <a:p> _:%d .\n" % (n, (n + 1) % (length // 20)) for n in range(length // 20)
    ),
    "a tree of blank nodes": lambda length: b"".join(
        b"_:%d <a:p> _:%d .\n" % (n // 2, n) for n in range(1, length // 20)
    ),
    "a long list": lambda length: b"<a:> <a:p> _:0 .\n"
    + b"".join(
        b"_:%d <%sfirst> <a:> .\n_:%d <%srest> _:%d .\n" % (n, RDF, n, RDF, n + 1)
        for n in range(length // 160)
    )
    + b"_:%d <%srest> <%snil> .\n" % (length // 160, RDF, RDF),
    "a list in a ring": lambda length: b"".join(
        b"_:%d <%srest> _:%d .\n" % (n, RDF, (n + 1) % (length // 80)) for n in range(length // 80)
    ),
}

GRAPHS = {
    "many graphs": counted(b"", b"<a:> <a:> <a:> <a:%d> .\n"),
    "graphs with blank names": counted(b"", b"_:x <a:> <a:> _:%d .\n"),
    "a long name of a graph": within(START + b'"x" <http://a/', b"x", b"> .\n"),
    "graphs in turn": within(b"", b"<a:> <a:> <a:> <a:1> .\n<a:> <a:> <a:> <a:2> .\n"),
}

PREFIX = b"@prefix a: <http://a/> .\n"

TURTLE = {
    "blank nodes in each other": nested(b"[<a:> ", b"]"),
    "blank nodes to the limit": nested(b"[<a:> ", b"]", depth=900),
    "blank nodes without end": within(START, b"[<a:> "),
    "brackets": within(START, b"["),
    "closing brackets": within(START, b"]"),
    "subjects in each other": nested(b"[<a:> ", b"]", before=b""),
    "collections in each other": nested(b"(", b")"),
    "collections to the limit": nested(b"(", b")", depth=900),
    "collections without end": within(START, b"("),
    "a long collection": within(START + b"(", b"1 ", b") .\n"),
    "a collection of empty ones": within(START + b"(", b"()", b") .\n"),
    "empty blank nodes": within(START, b"[],", b"[] .\n"),
    "brackets of both kinds": within(START, b"[<a:> ("),
    "reified triples": within(START, b"<< <a:> <a:> "),
    "annotations": within(START + b"1 ", b"{| <a:> 1 "),
    "many prefixes": counted(b"", b"@prefix a%d: <a:> .\n"),
    "prefixes that are used": counted(b"", b"@prefix a%d: <a:%d> .\na%d:b a%d:c a%d:d .\n"),
    "a prefix declared again": counted(b"", b"@prefix a: <a:%d> .\n"),
    "a prefix declared again and used": counted(b"", b"@prefix a: <a:%d> .\na:b a:c a:d .\n"),
    "a long name of a prefix": lambda length: b"@prefix %s: <a:> .\n" % (b"x" * length),
    "a name of a prefix without end": within(b"@prefix ", b"x"),
    "a long prefix, used once": within(b"@prefix a: <http://a/", b"x", b"> .\na:b a:c a:d .\n"),
    "a long prefix, used often": lambda length: b"@prefix a: <http://a/%s> .\n%s"
    % (b"x" * (length // 2), fill(b"a: a: a:.\n", length // 2)),
    "a long local name": within(PREFIX + b"a:b a:c a:", b"x", b" .\n"),
    "a local name of escapes": within(PREFIX + b"a:b a:c a:", b"\\~", b" .\n"),
    "a local name of percent signs": within(PREFIX + b"a:b a:c a:", b"%41", b" .\n"),
    "a local name of dots": within(PREFIX + b"a:b a:c a:x", b".", b" .\n"),
    "a local name of colons": within(PREFIX + b"a:b a:c a", b":", b" .\n"),
    "many names": counted(PREFIX, b"a:%d a:x a:y .\n"),
    "a base that grows": within(b"@base <http://a/> .\n", b"@base <a/> .\n"),
    "a base that grows and is used": within(b"@base <http://a/> .\n", b"BASE <a/>\n<><><>.\n"),
    "a long base, used often": lambda length: b"@base <http://a/%s> .\n%s"
    % (b"x" * (length // 2), fill(b"<><><>.\n", length // 2)),
    "a deep base, climbed often": lambda length: b"@base <http://a/%s> .\n%s"
    % (b"x/" * (length // 4), fill(b"<../a><><>.\n", length // 2)),
    "a long integer": within(START, b"1", b" .\n"),
    "a long decimal": within(START + b"0.", b"1", b" .\n"),
    "a long exponent": within(START + b"1e", b"1", b" .\n"),
    "a number of signs": within(START, b"+", b"1 .\n"),
    "a number of dots": within(START, b"1.", b"\n"),
    "many numbers": within(START, b"1,", b"1 .\n"),
    "a long text in three quotation marks": within(START + b'"""', b'x\n""x', b'""" .\n'),
    "quotation marks in threes": within(START, b'"""'),
    "single quotation marks": within(START, b"'"),
    "a long text without end": within(START + b"'''", b"x\n"),
    "semicolons": within(START + b"1 ", b";", b".\n"),
    "commas": within(START + b"1 ", b","),
    "many objects": within(START, b"<a:>,", b"<a:> .\n"),
    "many properties of one subject": counted(b"<a:> ", b"<a:%d> 1;", b".\n"),
    "mistakes in every statement": within(b"", b"a:b 1.\n"),
    "mistakes that open brackets": within(b"", b"<a:> [ ( ' . \n"),
    "mistakes that open texts": within(b"", b'<a:> """ . \n'),
    "directives without end": within(b"", b"@prefix "),
    "directives in small letters": within(b"", b"base "),
    "versions": within(b"", b'VERSION "1.2"\n'),
    "labels like those made up": counted(b"", b"_:anon%d <a:p> [] .\n"),
    "labels like those of writers": counted(b"", b"_:n%d <a:p> [], _:n%d .\n"),
    "prefixes like those of writers": counted(b"", b"@prefix ns%d: <a:> .\n<a:> <b:%d/p> 1 .\n"),
    "labels with hyphens like those made up": lambda length: b"".join(
        b"_:anon0%s <a:> [] .\n" % (b"-" * n) for n in range(int((2 * length) ** 0.5))
    ),
}

TRIG = {
    "a graph without end": within(b"<a:g> {", b"<a:> <a:> <a:> ."),
    "empty graphs": within(b"", b"<a:>{}"),
    "graphs in each other": within(b"", b"{"),
    "closing braces": within(b"", b"}"),
    "many named graphs": counted(b"", b"<a:%d> { <a:> <a:> <a:> }\n"),
    "graphs with one blank name": counted(b"", b"GRAPH _:g { [] <a:%d> () }\n"),
    "mistakes in graphs": within(b"", b"<a:g> { <a:> x }\n"),
    "a keyword again and again": within(b"", b"GRAPH "),
}


def rdf(body):
    """A document of RDF/XML around a body made to a length."""
    return lambda length: HEAD + body(length) + TAIL


def rdf12(body):
    """The same, of RDF 1.2."""
    return lambda length: HEAD[:-1] + b' rdf:version="1.2">' + body(length) + TAIL


def node(before, piece, after=b""):
    """A property of a node that repeats a piece."""
    return rdf(within(b"<rdf:Description><a:p" + before, piece, after + b"</a:p></rdf:Description>"))


def entities(declarations, use, times=1):
    """A document whose DTD declares entities."""
    return lambda length: (
        b"<!DOCTYPE rdf:RDF [" + declarations(length) + b"]>" + HEAD
        + b"<rdf:Description><a:p>" + use * times + b"</a:p></rdf:Description>" + TAIL
    )


def laughs(levels, width):
    """Entities that are made of each other."""
    return b'<!ENTITY e0 "ha">' + b"".join(
        b'<!ENTITY e%d "%s">' % (level, b"&e%d;" % (level - 1) * width)
        for level in range(1, levels)
    )


DEEP = b"<rdf:Description><a:p>"
DEEP_END = b"</a:p></rdf:Description>"

RDFXML = {
    "nodes in each other": rdf(nested(DEEP, DEEP_END, b"", b"", b"")),
    "nodes to the limit": rdf(nested(DEEP, DEEP_END, b"", b"", b"", depth=2000)),
    "nodes without end": within(HEAD, DEEP),
    "resources in each other": rdf(
        nested(b'<a:p rdf:parseType="Resource">', b"</a:p>", b"<rdf:Description>", b"",
               b"</rdf:Description>", depth=4000)),
    "collections in each other": rdf(
        nested(b'<rdf:Description><a:p rdf:parseType="Collection">', DEEP_END, b"", b"", b"", depth=2000)),
    "literals in each other": node(b' rdf:parseType="Literal">', b"<a>"),
    "a literal to the limit of depth": rdf(
        nested(b"<a>", b"</a>", b'<rdf:Description><a:p rdf:parseType="Literal">', b"", DEEP_END, depth=4000)),
    "a literal of many elements": node(b' rdf:parseType="Literal">', b'<a x="1"/>'),
    "a literal of comments": node(b' rdf:parseType="Literal">', b"<!---->"),
    "a literal of namespaces": lambda length: HEAD.replace(
        b">", numbered(b' xmlns:n%d="n:%d"', min(length // 2, 40_000)) + b">")
    + b'<rdf:Description><a:p rdf:parseType="Literal">' + fill(b"<n1:a/>", length // 2) + DEEP_END + TAIL,
    "many attributes": rdf(counted(b"<rdf:Description", b' a:b%d="x"', b"/>")),
    "one attribute again": rdf(within(b"<rdf:Description", b' a:b="x"', b"/>")),
    "a long attribute": rdf(within(b'<rdf:Description a:b="', b"x", b'"/>')),
    "an attribute without end": within(HEAD + b'<rdf:Description a:b="', b"x"),
    "a tag without end": within(HEAD + b"<rdf:Description", b" "),
    "a long name": rdf(within(b"<a:", b"x", b"/>")),
    "many names": rdf(counted(b"", b"<a:n%d/>")),
    "many namespaces": counted(HEAD[:-1], b' xmlns:n%d="n:%d"', b">" + TAIL),
    "namespaces in each other": lambda length: HEAD + b"".join(
        b'<rdf:Description xmlns:n%d="n:%d"><n%d:p>' % (n, n, n) for n in range(2000)) + DEEP,
    "namespaces declared again": rdf(counted(b"", b'<x:a xmlns:x="x:%d#"/>')),
    "a long namespace, used often": lambda length: b'<rdf:RDF xmlns:rdf="%s" xmlns:a="http://a/%s">%s%s' % (
        RDF, b"x" * (length // 2), fill(b"<a:a><a:p/></a:a>", length // 2), TAIL),
    "a long base, used often": lambda length: HEAD[:-1] + b' xml:base="http://a/%s">' % (
        b"x" * (length // 2)) + fill(b'<a:a rdf:about=""/>', length // 2) + TAIL,
    "bases in each other": lambda length: HEAD[:-1] + b' xml:base="http://a/">' + b"".join(
        b'<a:a xml:base="%s/"><a:p rdf:ID="i%d">' % (b"x" * (length // 2000 - 40), n) for n in range(2000)),
    "a billion laughs": entities(lambda _: laughs(30, 10), b"&e29;"),
    "entities of each other, linear": entities(lambda length: laughs(max(length // 40, 2), 1), b"&e9;"),
    "one long entity, used often": entities(
        lambda length: b'<!ENTITY e "%s">' % (b"x" * (length // 2)), b"&e;", 100_000),
    "one short entity, used often": entities(lambda _: b'<!ENTITY e "xx">', b"&e;", 250_000),
    "an entity in an attribute": lambda length: b'<!DOCTYPE rdf:RDF [<!ENTITY e "%s">]>' % (
        b"x" * (length // 2)) + HEAD + b'<rdf:Description a:b="' + fill(b"&e;", length // 2) + b'"/>' + TAIL,
    "an entity that is itself": entities(lambda _: b'<!ENTITY e "&e;">', b"&e;"),
    "an entity with tags": entities(lambda _: b'<!ENTITY e "<a:b><a:c>">', b"&e;"),
    "parameter entities": entities(
        lambda length: b'<!ENTITY %% p "%s">' % (b"x" * 1000) + fill(b"%p;", length), b""),
    "an external entity": entities(lambda _: b'<!ENTITY e SYSTEM "file:///etc/passwd">', b"&e;"),
    "an external DTD": lambda _: b'<!DOCTYPE rdf:RDF SYSTEM "file:///etc/passwd">' + HEAD + TAIL,
    "many entities": entities(lambda length: numbered(b'<!ENTITY e%d "x">', length), b"&e1;"),
    "many default attributes": entities(
        lambda length: numbered(b'<!ATTLIST a:a a%d CDATA "x">', length), b"<a:a/>"),
    "default attributes of many elements": lambda length: b"<!DOCTYPE rdf:RDF [%s]>" % numbered(
        b'<!ATTLIST a:a a:a%d CDATA "xxxxxxxxxxxxxxxxxxxxxx">', 8_000) + HEAD + fill(b"<a:a/>", length) + TAIL,
    "an inner DTD without end": within(b"<!DOCTYPE rdf:RDF [", b"<!ELEMENT a ANY>"),
    "a deep model of an element": lambda length: b"<!DOCTYPE a [<!ELEMENT a %s" % (b"(" * length),
    "a long CDATA section": node(b"><![CDATA[", b"x", b"]]>"),
    "a CDATA section without end": node(b"><![CDATA[", b"]"),
    "CDATA sections": node(b">", b"<![CDATA[x]]>"),
    "a long comment": rdf(within(b"<!--", b"x", b"-->")),
    "a comment without end": within(HEAD + b"<!--", b"- "),
    "comments": rdf(within(b"", b"<!---->")),
    "processing instructions": rdf(within(b"", b"<?a?>")),
    "a long processing instruction": rdf(within(b"<?a ", b"?", b"?>")),
    "a long text": node(b">", b"x"),
    "a text without end": within(HEAD + b"<rdf:Description><a:p>", b"x"),
    "references to characters": node(b">", b"&#65;"),
    "references to NUL": node(b">", b"&#0;"),
    "references to surrogates": node(b">", b"&#xD83D;"),
    "references without end": node(b">", b"&#x0000"),
    "ampersands": node(b">", b"&"),
    "angle brackets": rdf(within(b"", b"<")),
    "brackets of a section's end": node(b">", b"]]>"),
    "zeros": within(b"", b"\0"),
    "zeros in a text": node(b">", b"\0"),
    "control characters": node(b">", b"\x01"),
    "continuation bytes": node(b">", b"\x80"),
    "overlong zeros": node(b">", b"\xc0\x80"),
    "surrogates in UTF-8": node(b">", b"\xed\xa0\x80"),
    "marks of byte order": within(b"", b"\xef\xbb\xbf"),
    "spaces only": within(b"", b" "),
    "UTF-16 LE": lambda length: b"\xff\xfe" + node(b">", b"x")(length // 2).decode().encode("utf-16-le"),
    "UTF-16 BE": lambda length: b"\xfe\xff" + node(b">", b"x")(length // 2).decode().encode("utf-16-be"),
    "UTF-16 that is UTF-8": lambda length: b'<?xml version="1.0" encoding="UTF-16"?>' + node(b">", b"x")(length),
    "Latin-1": lambda length: b'<?xml version="1.0" encoding="ISO-8859-1"?>' + node(b">", b"\xe9")(length),
    "EBCDIC": lambda length: node(b">", b"x")(length).decode().encode("cp500"),
    "an encoding of no name": lambda length: b'<?xml version="1.0" encoding="x"?>' + node(b">", b"x")(length),
    "a long name of an encoding": within(b'<?xml version="1.0" encoding="', b"x", b'"?>'),
    "items": rdf(within(b"<rdf:Bag>", b"<rdf:li/>", b"</rdf:Bag>")),
    "many identifiers": lambda length: HEAD[:-1] + b' xml:base="http://a/">' + numbered(
        b'<a:a rdf:ID="i%d"/>', length) + TAIL,
    "one identifier again": lambda length: HEAD[:-1] + b' xml:base="http://a/">' + fill(
        b'<a:a rdf:ID="i"/>', length) + TAIL,
    "many labels": rdf(counted(b"", b'<a:a rdf:nodeID="n%d"/>')),
    "long languages": rdf(within(b'<a:a xml:lang="en', b"-aaaaaaaa", b'" a:b="x"/>')),
    "languages in each other": rdf(nested(b'<a:a xml:lang="en"><a:p>', b"</a:p></a:a>", b"", b"", b"", depth=2000)),
    "triple terms in each other": rdf12(nested(
        b'<a:a><a:p rdf:parseType="Triple">', b"</a:p></a:a>", b"", b"", b"")),
    "triple terms to the limit": rdf12(nested(
        b'<rdf:Description><a:p rdf:parseType="Triple">', b"</a:p></rdf:Description>", b"", b"<a:a/>", b"", depth=64)),
    "a triple term of many statements": rdf12(within(
        b'<a:a><a:p rdf:parseType="Triple"><a:a>', b"<a:p>x</a:p>", b"</a:a></a:p></a:a>")),
    "many triple terms": rdf12(within(b"<a:a>", b'<a:p rdf:parseType="Triple"><a:a/></a:p>', b"</a:a>")),
    "triple terms that are not announced": rdf(nested(
        b'<a:a><a:p rdf:parseType="Triple">', b"</a:p></a:a>", b"", b"", b"", depth=2000)),
    "a long value that is annotated": rdf(within(
        b'<a:a><a:p rdf:annotation="http://a/r">', b"x", b"</a:p></a:a>")),
    "many annotations": rdf(counted(b"<a:a>", b'<a:p rdf:annotation="http://a/%d">x</a:p>', b"</a:a>")),
    "directions in turn": rdf12(within(
        b'<a:a xmlns:its="http://www.w3.org/2005/11/its" xml:lang="ar">', b'<a:p its:dir="rtl"/><a:p its:dir="ltr"/>',
        b"</a:a>")),
    "mistakes in every node": rdf(within(b"", b"<rdf:li/>")),
    "stray texts": rdf(within(b"", b"x<a:a/>")),
    "statements about statements": rdf(counted(b"<rdf:Description xml:base='http://a/'>", b'<a:p rdf:ID="i%d"/>',
                                               b"</rdf:Description>")),
}


def json(before, piece, after=b""):
    """A JSON text that repeats a piece."""
    return lambda length: before + b",".join([piece] * max(length // (len(piece) + 1), 1)) + after


JSONLD = {
    "a long string": within(b'{"http://a/p": "', b"x", b'"}'),
    "a string without end": within(b'{"http://a/p": "', b"x"),
    "escapes": within(b'{"http://a/p": "', b"\\u0041", b'"}'),
    "half surrogates": within(b'{"http://a/p": "', b"\\ud800", b'"}'),
    "a number of digits": within(b'{"http://a/p": ', b"9", b"}"),
    "a number of zeros": within(b'{"http://a/p": 0.', b"0", b"1}"),
    "an exponent of digits": within(b'{"http://a/p": 1e', b"9", b"}"),
    "many numbers": json(b'{"http://a/p": [', b"1", b"]}"),
    "many numbers further in": json(b'{"http://a/p": {"@graph": [{"http://a/p": [', b"1,2", b"]}]}}"),
    "a long list of numbers": json(b'{"http://a/p": {"@list": [', b"1", b"]}}"),
    "a list of references": lambda length: b'{"http://a/p": {"@list": [' + numbered(
        b'{"@id":"http://a/%d"},', length) + b"1]}}",
    "a named graph of many nodes": lambda length: b'{"@id": "http://a/g", "@graph": [' + numbered(
        b'{"@id":"http://a/%d","http://a/p":1},', length) + b"{}]}",
    "many arrays": json(b'{"http://a/p": [', b"[]", b"]}"),
    "many objects": json(b'{"http://a/p": [', b"{}", b"]}"),
    "arrays in arrays": nested(b"[", b"]", b'{"http://a/p": ', b"1", b"}"),
    "arrays without end": within(b"", b"["),
    "objects in objects": nested(b'{"http://a/p":', b"}", b"", b"1", b""),
    "lists in lists": nested(b'{"@list":[', b"]}", b'{"http://a/p": ', b"1", b"}", depth=100),
    "blanks": within(b"{", b" ", b"}"),
    "names that stand twice": json(b"{", b'"http://a/p": 1', b"}"),
    "many names": lambda length: b"{" + numbered(b'"http://a/p%d": 1,', length) + b'"x": 1}',
    "many terms": lambda length: b'{"@context": {' + numbered(b'"t%d": "http://a/t",', length) + b'"x": null}}',
    "terms that need each other": lambda length: (
        b'{"@context": {' + b",".join(
            b'"t%d": "t%d:x"' % (number, number + 1) for number in range(length // 20)) + b"}}"),
    "many contexts": json(b'{"@context": [', b"{}", b"]}"),
    "many contexts of IRIs": json(b'{"@context": [', b'"http://a/c"', b"]}"),
    "a context in every node": json(b"[", b'{"@context":{"p":"http://a/p"},"p":1}', b"]"),
    "contexts in each other": nested(b'{"@context":{"p":"http://a/p"},"p":', b"}", b"", b"1", b"", depth=200),
    "contexts of terms in each other": nested(
        b'{"p":{"@id":"http://a/p","@context":', b"}}", b'{"@context":', b"{}", b"}", depth=100),
    "a long vocabulary and many names": lambda length: (
        b'{"@context": {"@vocab": "http://a/' + b"x" * (length // 2) + b'"},'
        + numbered(b'"p%d": 1,', length // 2) + b'"p": 1}'),
    "a long base and many references": lambda length: (
        b'{"@context": {"@base": "http://a/' + b"x/" * (length // 4) + b'"}, "http://a/p": ['
        + numbered(b'{"@id": "%d"},', length // 2) + b"1]}"),
    "many languages": lambda length: (
        b'{"@context": {"p": {"@id": "http://a/p", "@container": "@language"}}, "p": {'
        + numbered(b'"l%d": "x",', length) + b'"en": "x"}}'),
    "many indexes": lambda length: (
        b'{"@context": {"p": {"@id": "http://a/p", "@container": "@index"}}, "p": {'
        + numbered(b'"i%d": {},', length) + b'"i": {}}}'),
    "many types": json(b'{"@type": [', b'"http://a/t"', b"]}"),
    "nests in nests": nested(b'{"@nest":', b"}", b"", b"{}", b"", depth=200),
    "JSON in a literal": json(b'{"http://a/p": {"@type": "@json", "@value": [', b'{"b":1,"a":2}', b"]}}"),
    "commas": within(b"[", b",", b"]"),
    "zeros": within(b"[", b"\0", b"]"),
    "broken bytes": within(b'["', b"\xff", b'"]'),
}


def members(length):
    """Many gzip members, one after the other."""
    return fill(gzip.compress(START + b'"x" .\n', mtime=0), length)


def packed(piece, size):
    """A text of `size` bytes that gzip makes a thousandth of."""

    def text(_):
        packer = zlib.compressobj(9, zlib.DEFLATED, 31)
        chunk = fill(piece, 1 << 20)
        return b"".join(packer.compress(chunk) for _ in range(size >> 20)) + packer.flush()

    return text


PACKED = {
    "many members": members,
    "a member cut off": lambda length: members(length)[:-5],
    "a bomb of empty lines": packed(b"\n", 128 << 20),
    "a bomb of comments": packed(b"# x\n", 32 << 20),
    "a bomb of mistakes": packed(b".\n", 4 << 20),
    "a bomb in a bomb": lambda length: gzip.compress(packed(b"\n", 128 << 20)(length), mtime=0),
    "a long name of a file": lambda length: b"\x1f\x8b\x08\x08\0\0\0\0\0\0" + b"x" * length,
    "a long extra field": lambda length: (
        b"\x1f\x8b\x08\x04\0\0\0\0\0\0" + struct.pack("<H", 0xFFFF) + b"x" * length),
    "zeros behind a member": lambda length: gzip.compress(START + b'"x" .\n', mtime=0) + b"\0" * length,
    "noise behind a member": lambda length: gzip.compress(START + b'"x" .\n', mtime=0) + b"x" * length,
    "a wrong checksum": lambda _: gzip.compress(START + b'"x" .\n', mtime=0)[:-8] + b"\0" * 8,
    "stored blocks of nothing": lambda length: (
        b"\x1f\x8b\x08\0\0\0\0\0\0\0" + fill(b"\0\0\0\xff\xff", length)),
    "a head only": lambda _: b"\x1f\x8b",
}

#: By format: the cases that are read as it.
CASES = {
    "ntriples": LINES,
    "nquads": LINES | GRAPHS,
    "turtle": LINES | TURTLE,
    "trig": LINES | TURTLE | TRIG,
    "rdfxml": RDFXML,
    "jsonld": JSONLD,
}
