import Citations
import Diagnostics
import DomainPack
import GraphAlgorithms
import RDF

/// Texts of things as UTF-8, for reports on many of them: nothing is made but the bytes.
extension LineageGraph {
  /// Where the text of a literal, or an IRI, stands in the bytes of the terms, its escapes kept.
  func textRange(of id: TermDictionary.ID) -> Range<Int> {
    let range = terms.range(of: id)
    let term = terms.bytes.span.extracting(range)
    switch CanonicalTerm.kind(of: term) {
    case .iri: return range.lowerBound + 1..<range.upperBound - 1
    case .literal:
      return range.lowerBound + 1..<range.lowerBound + CanonicalTerm.endOfText(in: term)
    case .blankNode, .tripleTerm: return range
    }
  }

  /// Appends the text of a literal, or an IRI, without escapes.
  func appendText(of id: TermDictionary.ID, to bytes: inout [UInt8]) {
    let text = terms.bytes.span.extracting(textRange(of: id))
    if text.indices.contains(where: { text[$0] == UInt8(ascii: "\\") }) {
      CanonicalTerm.appendUnescaped(text, to: &bytes)
    } else {
      bytes.append(copying: text)
    }
  }

  /// Appends the text of a literal on one line, with single spaces for runs of white space and of what
  /// terminals take as commands.
  private func appendLine(of id: TermDictionary.ID, to bytes: inout [UInt8]) {
    let text = terms.bytes.span.extracting(textRange(of: id))
    guard !Self.isPlainLine(text) else { return bytes.append(copying: text) }
    var unescaped: [UInt8] = []
    CanonicalTerm.appendUnescaped(text, to: &unescaped)
    bytes.append(contentsOf: Self.onOneLine(String(decoding: unescaped, as: UTF8.self)).utf8)
  }

  /// A text with single spaces for runs of white space and of what terminals take as commands.
  static func onOneLine(_ text: String) -> String {
    text.unicodeScalars.split {
      $0.properties.isWhitespace || $0.properties.generalCategory == .control
    }
    .map { String($0) }.joined(separator: " ")
  }

  /// Whether a text is ASCII on one line with single spaces, and has no escapes.
  private static func isPlainLine(_ text: Span<UInt8>) -> Bool {
    var hadSpace = true
    for offset in text.indices {
      let byte = text[offset]
      if byte == 0x20 {
        if hadSpace { return false }
        hadSpace = true
      } else {
        guard byte > 0x20, byte < 0x7F, byte != UInt8(ascii: "\\") else { return false }
        hadSpace = false
      }
    }
    return !hadSpace
  }

  /// Appends the caption of a thing on one line, in a language, else in any; of an act without one how
  /// it is cited in full; else the end of its IRI.
  func appendLabel(of node: Int, in language: MessageLanguage, to bytes: inout [UInt8]) {
    let (first, second) =
      language == .english
      ? (captions.english[node], captions.indonesian[node])
      : (captions.indonesian[node], captions.english[node])
    let caption = first != 0 ? first : second != 0 ? second : captions.other[node]
    if caption != 0 { return appendLine(of: caption, to: &bytes) }
    if let key = key(of: node) {
      bytes.append(contentsOf: (reference.rendered(key) ?? key).utf8)
    } else {
      let iri = iri(of: node)
      let end = iri.split { $0 == "#" || $0 == "/" }.last
      bytes.append(contentsOf: (end ?? iri[...]).utf8)
    }
  }

  /// Appends how an act is cited in short: `UU 23/2014`; its caption if it has no key of a known kind.
  func appendShortName(of node: Int, in language: MessageLanguage, to bytes: inout [UInt8]) {
    if let (year, number) = yearAndNumber(of: node), keyYears[node] != 0,
      let short = head(of: node)?.short
    {
      let text = terms.bytes.span
      let isPlain = !number.isEmpty && number.allSatisfy { text[$0] != UInt8(ascii: "-") }
      if isPlain {
        bytes.append(contentsOf: short)
        bytes.append(0x20)
        bytes.append(copying: text.extracting(number))
        bytes.append(UInt8(ascii: "/"))
        bytes.append(copying: text.extracting(year))
        return
      }
    }
    if let name = key(of: node).flatMap(reference.renderedShort) {
      bytes.append(contentsOf: name.utf8)
    } else {
      appendLabel(of: node, in: language, to: &bytes)
    }
  }

  /// Appends what an act is about, as the data or the pack know it, else the title of a document that
  /// is its text; false if none tells.
  func appendTitle(of node: Int, in language: MessageLanguage, to bytes: inout [UInt8]) -> Bool {
    if captions.titles[node] != 0 {
      appendLine(of: captions.titles[node], to: &bytes)
      return true
    }
    guard let act = knownAct(node) else { return appendTitleOfText(of: node, to: &bytes) }
    let (first, second) =
      language == .english
      ? (act.englishTitle, act.indonesianTitle) : (act.indonesianTitle, act.englishTitle)
    guard !first.isEmpty || !second.isEmpty else { return false }
    bytes.append(contentsOf: (first.isEmpty ? second : first).utf8)
    return true
  }

  /// Appends the title of a document that is the text of an act, without the name of the act that a
  /// build writes before it; false if there is none that says more than this name.
  private func appendTitleOfText(of node: Int, to bytes: inout [UInt8]) -> Bool {
    let texts = edges(.about).incoming.neighbours(of: node).filter { textsOfActs[$0] }
    guard let text = texts.first(where: { captions.titles[$0] != 0 }),
      let name = key(of: node).flatMap(reference.rendered)
    else { return false }
    var title: [UInt8] = []
    appendLine(of: captions.titles[text], to: &title)
    let prefix = Array("\(name): ".utf8)
    guard title.starts(with: prefix) else { return false }
    bytes.append(contentsOf: title.dropFirst(prefix.count))
    return true
  }

  /// Appends the official page of an act: the one that the pack names, else the one that its pattern
  /// gives; false if it has neither.
  func appendPage(of node: Int, to bytes: inout [UInt8]) -> Bool {
    if let page = knownAct(node)?.url {
      bytes.append(contentsOf: page.utf8)
      return true
    }
    guard let page = head(of: node)?.page, let (year, number) = yearAndNumber(of: node) else {
      return false
    }
    page.append(year: year, number: number, in: terms.bytes.span, to: &bytes)
    return true
  }

  /// Appends the file that a claim stands in, below the folders that its document's key names, so
  /// that files of one name stay apart; the caption of its document where no file is known, else the
  /// document's key.
  func appendFile(ofClaim claim: Int, in language: MessageLanguage, to bytes: inout [UInt8]) {
    let document = claims.documents[claim]
    let node = Int(nodeOfTerm[Int(document)])
    let name = node < 0 ? 0 : captions.fileNames[node]
    guard name != 0 || node < 0 else { return appendLabel(of: node, in: language, to: &bytes) }
    let start = bytes.count
    appendText(of: document, to: &bytes)
    bytes.removeSubrange(start..<start + Self.keyStart(in: bytes[start...]))
    guard name != 0 else { return }
    let end = bytes[start...].lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? start
    bytes.removeSubrange(end...)
    appendText(of: name, to: &bytes)
  }

  /// How many bytes of a document's IRI stand before its key; all but the last part of the path where
  /// the IRI is not one that a build makes.
  private static func keyStart(in iri: ArraySlice<UInt8>) -> Int {
    let mark = LineageVocabulary.documents.utf8
    var place = iri.startIndex
    while place + mark.count <= iri.endIndex {
      if iri[place...].starts(with: mark) { return place + mark.count - iri.startIndex }
      place += 1
    }
    return (iri.lastIndex(of: UInt8(ascii: "/")) ?? iri.startIndex - 1) + 1 - iri.startIndex
  }

  /// The term that names the file of a claim: the name itself, or the IRI of a document that tells
  /// none.
  func fileTerm(ofClaim claim: Int) -> TermDictionary.ID {
    let document = claims.documents[claim]
    let node = Int(nodeOfTerm[Int(document)])
    return node < 0 || captions.fileNames[node] == 0 ? document : captions.fileNames[node]
  }

  /// Where year and number stand in the key of an act, in bytes of the terms; nil if the key is not
  /// made of head, year and number.
  func yearAndNumber(of node: Int) -> (year: Range<Int>, number: Range<Int>)? {
    guard keys[node] != 0 else { return nil }
    let range = textRange(of: keys[node])
    let bytes = terms.bytes.span
    var slashes = (0, 0, 0)
    for place in range where bytes[place] == UInt8(ascii: "/") {
      slashes = (slashes.0 + 1, slashes.2, place)
    }
    guard slashes.0 == 2 else { return nil }
    return (slashes.1 + 1..<slashes.2, slashes.2 + 1..<range.upperBound)
  }
}
