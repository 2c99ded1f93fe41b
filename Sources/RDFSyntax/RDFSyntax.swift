// Readers and writers of RDF's syntaxes, on bytes.
//
// A serializer takes statements and hands UTF-8 to a ``ByteSink`` in chunks; an array of bytes is a
// sink, so small outputs need no more than
//
// ```swift
// let text: [UInt8] = NQuadsSerializer(options: .init(order: .sorted)).serialize(quads)
// ```
//
// A parser takes bytes and hands out statements, or throws a `SyntaxError` with the line and column
// of the first mistake:
//
// ```swift
// let quads = try NQuadsParser(dialect: .nQuads).parse(text, file: "graph.nq")
// ```
//
// ``TurtleParser`` and ``TriGParser`` also take a base and prefixes, and have a ``QuadReader`` that
// reads a text of any length block by block:
//
// ```swift
// var reader = TriGParser(base: base).reader(of: source, options: ReaderOptions(file: "graph.trig"))
// var block = QuadBlock()
// while try reader.next(into: &block) { print(block.quads) }
// ```
//
// ``RDFXMLParser`` has a stream that takes chunks, so that a document of any length needs little
// memory:
//
// ```swift
// var stream = try RDFXMLParser(base: base).stream(file: "graph.rdf")
// var quads: [Quad] = []
// for chunk in chunks { try stream.parse(chunk, into: &quads) }
// try stream.finish(into: &quads)
// ```
//
// Every output is a function of the statements alone: no time, no hash order.
