public import Diagnostics
public import RDF

/// Why a statement cannot be written in RDF/XML.
public struct RDFXMLError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What stands in the way.
  public enum Reason: Hashable, Sendable {
    /// The property's IRI does not end in an XML name, or RDF/XML keeps it for itself.
    case propertyIsNoName
    /// A text has a character that XML 1.0 has no place for.
    case characterOutsideXML(Unicode.Scalar)
    /// Triple terms stand in each other deeper than a reader of RDF/XML takes them.
    case deepTripleTerm
    /// The statement stands in a named graph; RDF/XML has none.
    case namedGraph
  }

  /// What stands in the way.
  public let reason: Reason
  /// The statement that was refused.
  public let triple: Triple

  /// An error about a statement.
  public init(reason: Reason, triple: Triple) {
    self.reason = reason
    self.triple = triple
  }

  /// The reason in every language that Simpul speaks.
  public var message: Message {
    let property = triple.predicate.iri
    return switch reason {
    case .propertyIsNoName:
      Message(
        en: "the property <\(property)> cannot be written as an XML name",
        id: "properti <\(property)> tidak dapat ditulis sebagai nama XML")
    case .characterOutsideXML(let scalar):
      Message(
        en: "U+\(Self.code(scalar)) in a value of <\(property)> cannot be written in XML",
        id: "U+\(Self.code(scalar)) pada nilai <\(property)> tidak dapat ditulis dalam XML")
    case .deepTripleTerm:
      Message(
        en: "a value of <\(property)> has triple terms nested deeper than \(Self.deepest)",
        id: "nilai <\(property)> memuat tripel di dalam tripel lebih dalam dari \(Self.deepest)")
    case .namedGraph:
      Message(
        en: "a statement with the property <\(property)> is in a named graph: RDF/XML has none",
        id:
          "pernyataan dengan properti <\(property)> ada dalam graf bernama: tidak ada dalam RDF/XML"
      )
    }
  }

  /// The reason in English.
  public var description: String { message.text(in: .english) }

  private static var deepest: Int { RDFXMLTripleTerms.deepest }

  private static func code(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
