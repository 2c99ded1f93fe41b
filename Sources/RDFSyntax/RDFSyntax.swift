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
// ``TurtleParser``, ``TriGParser`` and ``RDFXMLParser`` also take a base, and all have a ``QuadReader``
// that reads a text of any length block by block:
//
// ```swift
// var reader = TriGParser(base: base).reader(of: source, options: ReaderOptions(file: "graph.trig"))
// var block = QuadBlock()
// while try reader.next(into: &block) { print(block.quads) }
// ```
//
// Every output is a function of the statements alone: no time, no hash order.
