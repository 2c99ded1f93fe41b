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

  /// A text with single spaces for runs of white space and of what terminals take as commands.
  static func onOneLine(_ text: String) -> String {
    // Most texts have neither, and nothing beyond ASCII that could be.
    var hadSpace = true
    let isPlain = text.utf8.allSatisfy { byte in
      defer { hadSpace = byte == 0x20 }
      return byte > 0x20 && byte < 0x7F || byte == 0x20 && !hadSpace
    }
    if isPlain, !hadSpace { return text }
    return text.unicodeScalars.split {
      $0.properties.isWhitespace || $0.properties.generalCategory == .control
    }
    .map { String($0) }.joined(separator: " ")
  }

  /// The caption of a thing on one line, in a language, else in any; the end of its IRI if it has none.
  public func label(of node: Int, in language: MessageLanguage) -> String {
    let (first, second) =
      language == .english
      ? (captions.english, captions.indonesian) : (captions.indonesian, captions.english)
    for captions in [first, second, captions.other] {
      if let text = text(ofLiteral: captions[node]) { return Self.onOneLine(text) }
    }
    if let key = key(of: node) { return reference.rendered(key) ?? key }
    return iri(of: node).split { $0 == "#" || $0 == "/" }.last.map(String.init) ?? iri(of: node)
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
    guard let key = key(of: node) else { return label(of: node, in: language) }
    return renderedShort(node, key: key) ?? label(of: node, in: language)
  }

  /// What an act is about: its title on one line, as the data or the pack knows it; nil if neither does.
  public func title(of node: Int, in language: MessageLanguage) -> String? {
    if let title = text(ofLiteral: captions.titles[node]) { return Self.onOneLine(title) }
    guard let act = knownAct(node) else { return nil }
    let titles =
      language == .english
      ? [act.englishTitle, act.indonesianTitle] : [act.indonesianTitle, act.englishTitle]
    return titles.first { !$0.isEmpty }
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
