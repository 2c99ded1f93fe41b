import Citations
public import Diagnostics
public import DomainPack
import RDF

extension LineageGraph {
  /// The IRI of a thing, or the label of a blank node behind `_:`.
  public func iri(of node: Int) -> String { iri(ofTerm: nodeTerms[node]) }

  func iri(ofTerm id: TermDictionary.ID) -> String {
    let term = terms.bytes.span.extracting(terms.range(of: id))
    guard CanonicalTerm.kind(of: term) == .iri else { return String(copying: term) }
    var bytes: [UInt8] = []
    CanonicalTerm.appendUnescaped(term.extracting(1..<term.count - 1), to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The text of a literal; nil for number 0.
  func text(ofLiteral id: TermDictionary.ID) -> String? {
    guard id != 0 else { return nil }
    let term = terms.bytes.span.extracting(terms.range(of: id))
    guard CanonicalTerm.kind(of: term) == .literal else { return iri(ofTerm: id) }
    var bytes: [UInt8] = []
    CanonicalTerm.appendUnescaped(
      term.extracting(1..<CanonicalTerm.endOfText(in: term)), to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The canonical key of an act: `UU/2014/23`; nil for anything without one.
  public func key(of node: Int) -> String? { text(ofLiteral: keys[node]) }

  /// The local name of a thing's class: `Agreement`; nil for none.
  public func className(of node: Int) -> String? {
    guard classes[node] != 0 else { return nil }
    return iri(ofTerm: classes[node]).split { $0 == "#" || $0 == "/" }.last.map(String.init)
  }

  /// The caption of a thing on one line, in a language, else in any; the end of its IRI if it has none.
  public func label(of node: Int, in language: MessageLanguage) -> String {
    var bytes: [UInt8] = []
    appendLabel(of: node, in: language, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The captions of a thing with their languages; of an act without any, how it is cited in full.
  func labels(of node: Int) -> [Literal] {
    var labels: [Literal] = []
    for (captions, language) in [
      (captions.indonesian, "id"), (captions.english, "en"), (captions.other, nil),
    ] {
      guard let text = text(ofLiteral: captions[node]) else { continue }
      labels.append(language.map { Literal(text, language: $0) } ?? Literal(text))
    }
    if labels.isEmpty, let name = key(of: node).flatMap(reference.rendered) {
      labels.append(Literal(name, language: "id"))
    }
    return labels
  }

  /// How an act is cited in short: `UU 23/2014`; its caption if it has no key of a known kind.
  public func shortName(of node: Int, in language: MessageLanguage) -> String {
    var bytes: [UInt8] = []
    appendShortName(of: node, in: language, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// What an act is about: its title on one line, as the data or the pack knows it; nil if neither does.
  public func title(of node: Int, in language: MessageLanguage) -> String? {
    var bytes: [UInt8] = []
    return appendTitle(of: node, in: language, to: &bytes)
      ? String(decoding: bytes, as: UTF8.self) : nil
  }

  /// The year in the key of an act; nil if there is none.
  public func keyYear(of node: Int) -> Int? {
    keyYears[node] == 0 ? nil : Int(keyYears[node])
  }

  /// What the pack knows of an act; nil if it does not know it.
  public func knownAct(_ node: Int) -> KnownRegulation? {
    knownPlaces[node] < 0 ? nil : known.entries[Int(knownPlaces[node])]
  }
}
