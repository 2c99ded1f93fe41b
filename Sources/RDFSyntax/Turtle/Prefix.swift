public import Diagnostics
public import RDF

/// Why a prefix cannot be declared.
public struct PrefixError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The name that Turtle does not take.
  public let name: String

  /// The reason in every language that Simpul speaks.
  public var message: Message {
    Message(
      en: "'\(name)' cannot be a prefix: letters, digits, '-', '_' and inner dots, a letter first",
      id:
        "'\(name)' tidak dapat menjadi awalan: huruf, angka, '-', '_' dan titik di tengah, diawali huruf"
    )
  }

  /// The reason in English.
  public var description: String { message.text(in: .english) }
}

/// A short name for what many IRIs begin with.
public struct Prefix: Hashable, Sendable {
  /// What stands before the colon; may be empty.
  public let name: String
  /// What it stands for.
  public let namespace: String

  /// A prefix that comes from outside.
  ///
  /// - Throws: ``PrefixError`` if the name is not `PN_PREFIX`
  ///   ([Turtle grammar 167s](https://www.w3.org/TR/turtle/#grammar-production-PN_PREFIX)) or empty.
  public init(validating name: String, namespace: NamedNode) throws(PrefixError) {
    guard NameCharacters.isPrefix(name) else { throw PrefixError(name: name) }
    self.name = name
    self.namespace = namespace.iri
  }

  /// A prefix known to be well formed.
  package init(unchecked name: String, namespace: String) {
    self.name = name
    self.namespace = namespace
  }

  /// The prefix `rdf:`.
  public static let rdf = Prefix(unchecked: "rdf", namespace: RDFVocabulary.namespace)
  /// The prefix `rdfs:`.
  public static let rdfs = Prefix(unchecked: "rdfs", namespace: RDFS.namespace)
  /// The prefix `xsd:`.
  public static let xsd = Prefix(unchecked: "xsd", namespace: XSD.namespace)
}
