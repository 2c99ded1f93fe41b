import Diagnostics

/// Reads the comments at the beginning of a named query, line by line.
struct NamedQueryHead {
  private let path: String
  /// Of the line that is read; -1 before the first.
  private var line = -1
  /// The bytes before that line.
  private var offset = 0
  private var length = 0
  private var title = Words()
  private var parameters: [(parameter: Draft, meaning: Words)] = []

  /// A text in both languages, as far as it was read.
  private struct Words {
    var en: String?
    var id: String?
  }

  private struct Draft {
    var name: String
    var kind: NamedQuery.Kind
    var standard: String
  }

  init(path: String) {
    self.path = path
  }

  /// Takes a line that begins with `#`.
  mutating func read(_ text: Substring) throws(SyntaxError) {
    line += 1
    offset += length
    length = text.utf8.count + 1
    let words = trimmed(text.dropFirst())
    if words.hasPrefix("param ") {
      parameters.append((try parameter(trimmed(words.dropFirst(6))), Words()))
    } else if words.hasPrefix("en:") {
      say(trimmed(words.dropFirst(3)), \.en)
    } else if words.hasPrefix("id:") {
      say(trimmed(words.dropFirst(3)), \.id)
    } else {
      throw mistake(
        en: "expected “en:”, “id:” or “param NAME KIND = VALUE”",
        id: "diharapkan “en:”, “id:”, atau “param NAMA JENIS = NILAI”")
    }
  }

  /// What was read.
  func finish() throws(SyntaxError) -> (Message, [NamedQuery.Parameter]) {
    var finished: [NamedQuery.Parameter] = []
    for (draft, words) in parameters {
      finished.append(
        NamedQuery.Parameter(
          name: draft.name, kind: draft.kind, standard: draft.standard,
          meaning: try message(words, of: "param \(draft.name)")))
    }
    return (try message(title, of: "query"), finished)
  }

  private mutating func say(_ text: Substring, _ language: WritableKeyPath<Words, String?>) {
    if parameters.isEmpty {
      title[keyPath: language] = String(text)
    } else {
      parameters[parameters.count - 1].meaning[keyPath: language] = String(text)
    }
  }

  private func message(_ words: Words, of what: String) throws(SyntaxError) -> Message {
    guard let en = words.en, let id = words.id else {
      throw mistake(
        en: "\(what): needs a line “# en:” and a line “# id:” that say what it is",
        id: "\(what): perlu baris “# en:” dan “# id:” yang menjelaskannya")
    }
    return Message(en: en, id: id)
  }

  private func parameter(_ text: Substring) throws(SyntaxError) -> Draft {
    let sides = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let names = sides.first?.split(separator: " ") ?? []
    guard sides.count == 2, names.count == 2, let kind = NamedQuery.Kind(rawValue: "\(names[1])")
    else {
      let kinds = NamedQuery.Kind.allCases.map(\.rawValue).joined(separator: ", ")
      throw mistake(
        en: "expected “param NAME KIND = VALUE”, the kind one of \(kinds)",
        id: "diharapkan “param NAMA JENIS = NILAI”, dengan jenis salah satu dari \(kinds)")
    }
    return Draft(name: String(names[0]), kind: kind, standard: String(trimmed(sides[1])))
  }

  private func trimmed(_ text: Substring) -> Substring {
    var text = text
    while text.first == " " { text.removeFirst() }
    while let last = text.last, last == " " || last == "\r" { text.removeLast() }
    return text
  }

  private func mistake(en: String, id: String) -> SyntaxError {
    let start = TextPosition(line: max(line, 0), column: 0, offset: offset)
    return SyntaxError(Message(en: en, id: id), at: start..<start, file: path)
  }
}
