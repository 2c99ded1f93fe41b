import RDF

/// Writes solutions as a table of Markdown
/// ([GitHub Flavored Markdown §4.10](https://github.github.com/gfm/#tables-extension-)).
struct MarkdownResults {
  let prefixes: TermAbbreviation

  func write(_ solutions: some SolutionTable, to output: ResultsSerializer.Output) throws {
    let variables = solutions.variables
    var bytes: [UInt8] = []
    bytes.append(text: "|")
    for variable in variables { bytes.append(text: " \(escaped(variable.name)) |") }
    bytes.append(text: "\n|")
    for _ in variables { bytes.append(text: " --- |") }
    bytes.append(text: "\n")
    for row in 0..<solutions.count {
      bytes.append(text: "|")
      for column in variables.indices {
        let cell = solutions.term(at: row, column).map { escaped(text($0)) } ?? ""
        bytes.append(text: cell.isEmpty ? "  |" : " \(cell) |")
      }
      bytes.append(text: "\n")
      guard bytes.count >= ResultsSerializer.blockSize else { continue }
      try output(bytes)
      bytes.removeAll(keepingCapacity: true)
    }
    try output(bytes)
  }

  /// Texts stand bare: the table is for reading.
  private func text(_ term: Term) -> String {
    guard let literal = term.literal else { return prefixes.text(term) }
    return literal.lexicalForm
  }

  /// A text in which nothing is taken for markup, on one line.
  private func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "\\", "|", "`", "*", "_", "[", "]", "<", ">", "~", "&", "#":
        result += "\\" + String(character)
      case "\n", "\r\n", "\r": result += " "
      default: result.append(character)
      }
    }
    return result
  }
}
