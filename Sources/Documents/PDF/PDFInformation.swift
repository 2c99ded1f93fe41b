import Claims

/// What `pdfinfo` says of a file.
struct PDFInformation {
  /// Pages of the file; nil if it does not say.
  var pages: Int?
  /// Title, authors and date as far as they are plausible.
  var metadata = DocumentMetadata()

  /// The lines `Name:  value` that `pdfinfo -isodates` writes.
  ///
  /// - Parameters:
  ///   - output: what the program wrote, in UTF-8.
  ///   - placeholders: names that programs write where nobody gave one, as lines are compared
  ///     (``ReadingLexicon/placeholderNames``).
  init(_ output: [UInt8], placeholders: Set<String>) {
    for line in String(decoding: output, as: UTF8.self).split(whereSeparator: \.isNewline) {
      guard let colon = line.firstIndex(of: ":") else { continue }
      let value = line[line.index(after: colon)...].drop { $0 == " " }
      guard !value.isEmpty else { continue }
      switch line[..<colon] {
      case "Title" where metadata.title == nil:
        metadata.title = Self.plausible(value, placeholders)
      case "Author" where metadata.authors.isEmpty:
        metadata.authors = value.split(separator: ";").compactMap {
          Self.plausible($0, placeholders)
        }
      case "CreationDate": metadata.date = metadata.date ?? Self.date(value)
      case "Pages": pages = Int(value)
      default: break
      }
    }
  }

  /// A title or name that a person may have given; nil for what a program wrote of itself.
  ///
  /// Names of files are not titles, nor is what a program puts before one (`Microsoft Word - `).
  private static func plausible(_ value: Substring, _ placeholders: Set<String>) -> String? {
    let text = String(value.trimmingPrefix { $0 == " " })
    let key = ScalarText.key(of: text.unicodeScalars)
    guard key.unicodeScalars.contains(where: \.isLetter), !placeholders.contains(key),
      !placeholders.contains(where: { $0.hasSuffix("-") && key.hasPrefix($0) })
    else { return nil }
    // `report.docx`: letters and digits behind the last dot, and no blank there.
    if let dot = key.lastIndex(of: "."), key.distance(from: dot, to: key.endIndex) <= 5 {
      let ending = key[key.index(after: dot)...]
      if ending.count >= 2, !ending.contains(" "), ending.contains(where: \.isLetter) {
        return nil
      }
    }
    return text
  }

  /// The day of an ISO 8601 date and time; nil before the format existed.
  private static func date(_ value: Substring) -> String? {
    let day = value.prefix(10)
    let parts = day.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.count) == [4, 2, 2], let year = Int(parts[0]), let month = Int(parts[1]),
      let date = Int(parts[2]), year >= 1993, (1...12).contains(month), (1...31).contains(date)
    else { return nil }
    return String(day)
  }
}
