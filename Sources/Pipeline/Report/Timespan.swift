import Diagnostics

/// Tells lengths of time and intervals in words.
enum Timespan {
  /// `2017/2019` as 2017–2019, `1960/..` as since 1960, `P5Y` as 5 years; anything else as it is.
  static func told(_ value: String, in language: MessageLanguage) -> String {
    let message = duration(value) ?? interval(value)
    return message?.text(in: language) ?? value
  }

  private static func interval(_ value: String) -> Message? {
    let ends = value.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard ends.count == 2 else { return nil }
    switch (isOpen(ends[0]), isOpen(ends[1])) {
    case (false, true): return Message(en: "since \(ends[0])", id: "sejak \(ends[0])")
    case (true, false): return Message(en: "until \(ends[1])", id: "sampai \(ends[1])")
    case (false, false): return Message(en: "\(ends[0])–\(ends[1])", id: "\(ends[0])–\(ends[1])")
    case (true, true): return nil
    }
  }

  private static func isOpen(_ end: String) -> Bool { end == ".." || end.isEmpty }

  /// A duration of one unit ([ISO 8601](https://www.w3.org/TR/xmlschema11-2/#duration)).
  private static func duration(_ value: String) -> Message? {
    guard value.first == "P", let unit = value.last, let count = Int(value.dropFirst().dropLast())
    else { return nil }
    let plural = count == 1 ? "" : "s"
    switch unit {
    case "Y": return Message(en: "\(count) year\(plural)", id: "\(count) tahun")
    case "M": return Message(en: "\(count) month\(plural)", id: "\(count) bulan")
    case "W": return Message(en: "\(count) week\(plural)", id: "\(count) minggu")
    case "D": return Message(en: "\(count) day\(plural)", id: "\(count) hari")
    default: return nil
    }
  }
}
