import Diagnostics

extension PageData {
  /// The names of the nodes: what the labels show, and what the search finds besides.
  func writeNames(to out: inout PageBytes, _ sink: ([UInt8]) throws -> Void) rethrows {
    out.markup("{\"en\":")
    try out.list(model.nodes, sink) { out, node in out.json(node.name.english) }
    // 0 stands for the same name as in English.
    out.markup(",\n\"id\":")
    try out.list(model.nodes, sink) { out, node in
      if node.name.indonesian == node.name.english {
        out.markup("0")
      } else {
        out.json(node.name.indonesian)
      }
    }
    out.markup(",\n\"other\":")
    try out.list(model.nodes, sink) { out, node in
      if node.otherNames.isEmpty {
        out.markup("0")
      } else {
        out.list(node.otherNames) { $1.json($0) }
      }
    }
    out.markup("}")
  }

  /// IRIs, values and documents of the nodes.
  func writeFacts(to out: inout PageBytes, _ sink: ([UInt8]) throws -> Void) rethrows {
    out.markup("{\"keys\":")
    out.list(model.attributeKeys) { key, out in
      out.markup("{\"iri\":")
      out.json(key.iri)
      out.markup(",\"label\":")
      out.json(key.label)
      out.markup("}")
    }
    out.markup(",\n\"iri\":")
    try out.list(model.nodes, sink) { out, node in out.json(shortened(node.iri)) }
    out.markup(",\n\"values\":")
    try out.list(model.nodes, sink) { out, node in
      if node.attributes.isEmpty {
        out.markup("0")
      } else {
        out.list(node.attributes, Self.write)
      }
    }
    out.markup(",\n\"documents\":")
    try out.list(model.nodes, sink) { out, node in
      if node.documents.isEmpty {
        out.markup("0")
      } else {
        out.list(node.documents) { $1.integer($0) }
      }
    }
    out.markup("}")
  }

  /// `[key, value, …]`; a value is a text, `[text, language]`, or `[IRI]`.
  private static func write(_ attribute: PageModel.Attribute, to out: inout PageBytes) {
    out.markup("[")
    out.integer(attribute.key)
    for value in attribute.values {
      out.markup(",")
      if let language = value.language {
        out.list([value.text, language]) { $1.json($0) }
      } else if value.isIRI {
        out.list([value.text]) { $1.json($0) }
      } else {
        out.json(value.text)
      }
    }
    out.markup("]")
  }

  /// The claims behind the edges and in the conflicts.
  ///
  /// One row a claim: those of the edges in their order, then those of the conflicts. Quotes and
  /// rules stand in tables, since many claims share them.
  func writeEvidence(to out: inout PageBytes, _ sink: ([UInt8]) throws -> Void) rethrows {
    let rows =
      model.edges.flatMap(\.evidence)
      + model.conflicts.flatMap { $0.rivals.map(\.evidence) }
    var quotes = PageTextTable()
    var rules = PageTextTable()
    let quoteOf = rows.map { quotes.number(of: $0.quote) }
    let ruleOf = rows.map { rules.number(of: $0.rule) }
    out.markup("{\"end\":")
    PageColumn.write(Self.ends(of: model.edges.map(\.evidence.count)), to: &out)
    out.markup(",\n\"document\":")
    PageColumn.write(rows.map { ($0.document ?? -1) + 1 }, to: &out)
    // A length of 0 stands for no range.
    out.markup(",\"start\":")
    PageColumn.write(rows.map { $0.characters?.lowerBound ?? 0 }, to: &out)
    out.markup(",\"length\":")
    PageColumn.write(rows.map { $0.characters?.count ?? 0 }, to: &out)
    out.markup(",\"quote\":")
    PageColumn.write(quoteOf, to: &out)
    out.markup(",\"rule\":")
    PageColumn.write(ruleOf, to: &out)
    out.markup(",\"status\":")
    PageColumn.write(rows.map { ($0.status ?? -1) + 1 }, to: &out)
    out.markup(",\"confidence\":")
    PageColumn.write(
      rows.map { $0.confidence.map { Int((min(1, max(0, $0)) * 100).rounded()) + 1 } ?? 0 },
      to: &out)
    try writeTexts("page", rows.map(\.page), to: &out, sink)
    try writeTexts("part", rows.map(\.part), to: &out, sink)
    try writeTexts("period", rows.map(\.period), to: &out, sink)
    try writeTexts("edgePeriod", model.edges.map(\.period), to: &out, sink)
    try writeClaims(of: rows, to: &out, sink)
    out.markup(",\n\"quotes\":")
    try out.list(quotes.texts, sink) { out, text in out.json(text) }
    out.markup(",\n\"rules\":")
    out.list(rules.texts) { $1.json($0) }
    out.markup(",\n\"conflicts\":")
    out.list(model.conflicts, Self.write)
    out.markup("}")
  }

  /// A list of texts that may be missing; 0 alone if all are.
  private func writeTexts(
    _ name: String, _ texts: [String?], to out: inout PageBytes, _ sink: ([UInt8]) throws -> Void
  ) rethrows {
    out.markup(",\n")
    out.json(name)
    out.markup(":")
    if texts.contains(where: { $0 != nil }) {
      try out.list(texts, sink) { out, text in out.json(text) }
    } else {
      out.markup("0")
    }
  }

  /// The IRIs of the claims, without what all of them begin with.
  private func writeClaims(
    of rows: [PageModel.Evidence], to out: inout PageBytes, _ sink: ([UInt8]) throws -> Void
  ) rethrows {
    let claims = rows.map { $0.claim.map(shortened) }
    let known = claims.compactMap { $0 }
    var prefix = known.first ?? ""
    if let last = prefix.lastIndex(of: "/") { prefix = String(prefix[...last]) }
    if !known.allSatisfy({ $0.hasPrefix(prefix) }) { prefix = "" }
    out.markup(",\n\"claimPrefix\":")
    out.json(prefix)
    try writeTexts(
      "claim", claims.map { $0.map { String($0.dropFirst(prefix.count)) } }, to: &out, sink)
  }

  private static func write(_ conflict: PageModel.Conflict, to out: inout PageBytes) {
    out.markup("{\"chosen\":")
    out.integer(conflict.chosen ?? -1)
    out.markup(",\"rivals\":")
    out.list(conflict.rivals) { rival, out in
      out.markup("[")
      out.json(rival.value)
      out.markup(",")
      out.integer(rival.node ?? -1)
      out.markup("]")
    }
    out.markup("}")
  }
}

/// Texts by number, from 1 in the order of their first appearance; 0 stands for none.
struct PageTextTable {
  private(set) var texts: [String] = []
  private var numbers: [String: Int] = [:]

  mutating func number(of text: String?) -> Int {
    guard let text else { return 0 }
    if let number = numbers[text] { return number }
    texts.append(text)
    numbers[text] = texts.count
    return texts.count
  }
}

extension PageBytes {
  /// A text in both languages: `[English, Indonesian]`.
  mutating func json(_ message: Message) {
    markup("[")
    json(message.english)
    markup(",")
    json(message.indonesian)
    markup("]")
  }

  /// A text, or 0 for none.
  mutating func json(_ text: String?) {
    if let text {
      json(text)
    } else {
      markup("0")
    }
  }

  /// A list that fits into memory beside its elements.
  mutating func list<Element>(
    _ elements: [Element], _ write: (Element, inout PageBytes) -> Void
  ) {
    markup("[")
    for (place, element) in elements.enumerated() {
      if place > 0 { markup(",") }
      write(element, &self)
    }
    markup("]")
  }

  /// A long list, handed over as it grows.
  mutating func list<Element>(
    _ elements: [Element], _ sink: ([UInt8]) throws -> Void,
    _ write: (inout PageBytes, Element) -> Void
  ) rethrows {
    markup("[")
    for (place, element) in elements.enumerated() {
      if place > 0 { markup(",") }
      write(&self, element)
      try drain(above: PageSerializer.chunk, to: sink)
    }
    markup("]")
  }
}
