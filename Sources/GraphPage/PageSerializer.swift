package import Diagnostics

/// Writes a page: one HTML file with everything in it.
///
/// Data stand in `<script type="application/json">` elements, which browsers never run, and reach
/// the page as text only. The first block has what the first picture needs; names, facts and
/// evidence come in blocks of their own, which the page reads when somebody asks.
///
/// The same model gives the same bytes.
package struct PageSerializer: Sendable {
  /// The language in which the page opens.
  package var language: MessageLanguage

  /// The writer of pages that open in a language.
  package init(language: MessageLanguage = .indonesian) { self.language = language }

  /// The whole page.
  ///
  /// - Complexity: O(size of the page).
  package func write(_ model: PageModel) -> [UInt8] {
    var bytes: [UInt8] = []
    write(model) { bytes.append(contentsOf: $0) }
    return bytes
  }

  /// Hands the page to a sink in pieces of some 64 KiB; a column of numbers is one piece.
  ///
  /// - Throws: what the sink throws.
  package func write(_ model: PageModel, to sink: ([UInt8]) throws -> Void) rethrows {
    var out = PageBytes()
    for piece in PageTemplate.pieces() {
      switch piece {
      case .markup(let bytes): out.raw(bytes)
      case .mark(.language): out.html(language.rawValue)
      case .mark(.policy): out.html(PageTemplate.policy())
      case .mark(.title): out.html(model.about.title.text(in: language))
      case .mark(.style): out.raw(PageTemplate.styleSheet.joined())
      case .mark(.program): out.raw(PageTemplate.program.joined())
      case .mark(.data): try writeData(of: model, to: &out, sink)
      }
      try out.drain(above: Self.chunk, to: sink)
    }
    try out.drain(above: 0, to: sink)
  }

  static let chunk = 1 << 16

  private func writeData(
    of model: PageModel, to out: inout PageBytes, _ sink: ([UInt8]) throws -> Void
  ) rethrows {
    let blocks = PageData(model: model, language: language)
    Self.open("data-texts", &out)
    out.raw(PageTemplate.texts)
    Self.close(&out)
    Self.open("data-graph", &out)
    blocks.writeGraph(to: &out)
    Self.close(&out)
    try out.drain(above: Self.chunk, to: sink)
    Self.open("data-names", &out)
    try blocks.writeNames(to: &out, sink)
    Self.close(&out)
    Self.open("data-facts", &out)
    try blocks.writeFacts(to: &out, sink)
    Self.close(&out)
    Self.open("data-evidence", &out)
    try blocks.writeEvidence(to: &out, sink)
    Self.close(&out)
  }

  private static func open(_ id: StaticString, _ out: inout PageBytes) {
    out.markup("<script type=\"application/json\" id=\"")
    out.markup(id)
    out.markup("\">")
  }

  private static func close(_ out: inout PageBytes) { out.markup("</script>\n") }
}
