// The terms and statements of RDF, as plain values.
//
// Everything that reads, stores, maps or writes RDF speaks in these types: ``NamedNode``,
// ``BlankNode``, ``Literal``, ``Term``, ``Triple``, ``Quad``. A term keeps its text as written;
// nothing is normalised on the way in or out. An IRI that comes from outside is checked once, where
// it becomes a ``NamedNode``:
//
// ```swift
// let city = try NamedNode(validating: "https://w3id.org/simpul/id/city/id/bandung")
// let fact = Triple(.namedNode(city), RDFS.label, .literal(Literal("Kota Bandung", language: "id")))
// ```
//
// What a literal of an XML Schema datatype stands for is an ``XSDValue``, made on demand and never
// stored back:
//
// ```swift
// let signed = try XSDValue(Literal("2016-09-30", datatype: XSD.date))
// let year = try XSDValue(Literal("P1Y", datatype: XSD.yearMonthDuration))
// try signed.adding(year).literal()  // "2017-09-30"^^xsd:date
// ```
//
// The module imports neither Foundation nor any parser; syntaxes live in `RDFSyntax`.
