/// Writes Turtle, or TriG if it keeps graphs, as a person or a good serializer would: prefixed
/// names, one block for a run of statements about one subject, bare numbers.
struct GroupedWriter: StatementWriter {
  let keepsGraphs: Bool

  private var previous: Statement?
  private let prefixes = Dictionary(
    uniqueKeysWithValues: Namespace.prefixes.map { (ArraySlice($0.iri.bytes), $0.name.bytes) })

  init(keepsGraphs: Bool) { self.keepsGraphs = keepsGraphs }

  func begin(_ buffer: inout [UInt8]) {
    for (name, iri) in Namespace.prefixes {
      buffer.append(contentsOf: ("@prefix \(name): <\(iri)> .\n" as ByteText).bytes)
    }
    buffer.append(UInt8(ascii: "\n"))
  }

  mutating func write(_ statement: Statement, to buffer: inout [UInt8]) {
    var statement = statement
    if !keepsGraphs { statement.graph = nil }
    defer { previous = statement }
    guard let previous else {
      openGraph(statement.graph, &buffer)
      return openSubject(statement, &buffer)
    }
    if previous.subject != statement.subject || previous.graph != statement.graph {
      buffer.append(contentsOf: " .\n".utf8)
      if previous.graph != statement.graph {
        closeGraph(previous.graph, &buffer)
        openGraph(statement.graph, &buffer)
      }
      openSubject(statement, &buffer)
    } else if previous.predicate != statement.predicate {
      buffer.append(contentsOf: " ;".utf8)
      appendVerbAndObject(statement, &buffer)
    } else {
      buffer.append(contentsOf: " , ".utf8)
      appendShort(statement.object, &buffer)
    }
  }

  func end(_ buffer: inout [UInt8]) {
    guard let previous else { return }
    buffer.append(contentsOf: " .\n".utf8)
    closeGraph(previous.graph, &buffer)
  }

  private func openGraph(_ graph: Term?, _ buffer: inout [UInt8]) {
    guard let graph else { return }
    buffer.append(contentsOf: "\nGRAPH ".utf8)
    appendShort(graph, &buffer)
    buffer.append(contentsOf: " {\n".utf8)
  }

  private func closeGraph(_ graph: Term?, _ buffer: inout [UInt8]) {
    if graph != nil { buffer.append(contentsOf: "}\n".utf8) }
  }

  private func openSubject(_ statement: Statement, _ buffer: inout [UInt8]) {
    appendShort(statement.subject, &buffer)
    appendVerbAndObject(statement, &buffer)
  }

  private func appendVerbAndObject(_ statement: Statement, _ buffer: inout [UInt8]) {
    buffer.append(contentsOf: "\n    ".utf8)
    if statement.predicate == Self.type {
      buffer.append(UInt8(ascii: "a"))
    } else {
      appendShort(statement.predicate, &buffer)
    }
    buffer.append(UInt8(ascii: " "))
    appendShort(statement.object, &buffer)
  }

  private static let type = rdf("type")

  /// Appends a term in the shortest form that Turtle has for it.
  private func appendShort(_ term: Term, _ buffer: inout [UInt8]) {
    switch term {
    case .iri(let iri): appendShortIRI(iri, &buffer)
    case .typed(let lexicalForm, let datatype) where datatype.isBareInTurtle:
      buffer.append(contentsOf: lexicalForm.bytes)
    case .typed(let lexicalForm, let datatype):
      buffer.appendQuoted(lexicalForm)
      buffer.append(contentsOf: "^^".utf8)
      appendShortIRI(datatype.iri, &buffer)
    case .blankNode, .string, .text: buffer.appendTerm(term)
    }
  }

  /// Appends a prefixed name if the IRI has a declared namespace and a local name that needs no
  /// escape; otherwise the whole IRI.
  private func appendShortIRI(_ iri: ByteText, _ buffer: inout [UInt8]) {
    let border = iri.bytes.lastIndex { $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: "/") }
    guard let border, case let localName = iri.bytes[(border + 1)...], Self.isPlain(localName),
      let prefix = prefixes[iri.bytes[...border]]
    else { return buffer.appendIRI(iri) }
    buffer.append(contentsOf: prefix)
    buffer.append(UInt8(ascii: ":"))
    buffer.append(contentsOf: localName)
  }

  /// True if a local name has ASCII letters and digits at both ends and only these, `-` and `_`
  /// between them.
  private static func isPlain(_ name: ArraySlice<UInt8>) -> Bool {
    guard let first = name.first, let last = name.last else { return false }
    return isAlphanumeric(first) && isAlphanumeric(last)
      && name.allSatisfy {
        isAlphanumeric($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
      }
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"):
      true
    default: false
    }
  }
}
