internal import Diagnostics

/// Where the official pages of acts of some kinds are.
public struct RegulationPages: Hashable, Sendable {
  /// Codes of kinds; one that ends with `*` stands for all that begin so.
  public var kinds: [String]
  /// The address, with `{kind}`, `{number}`, `{year}` and `{place}` for the parts of the key.
  public var pattern: String

  /// The pages of some kinds.
  public init(kinds: [String], pattern: String) {
    self.kinds = kinds
    self.pattern = pattern
  }

  /// Whether acts of a kind are among them.
  public func contain(kind code: String) -> Bool {
    kinds.contains { $0.hasSuffix("*") ? code.hasPrefix($0.dropLast()) : $0 == code }
  }

  static let marks = ["{kind}", "{number}", "{year}", "{place}"]

  /// Reads one entry.
  ///
  /// - Throws: ``SyntaxError`` at a kind that no kind of the pack is, and at an address that is none
  ///   or holds an unknown mark.
  static func load(
    _ node: PackNode, kinds: RegulationKinds
  ) throws(SyntaxError) -> RegulationPages {
    try node.allowOnly(["kinds", "url"])
    let list = try node.required("kinds")
    for item in list.isText ? [list] : try list.items() {
      let code = try item.text()
      let one = RegulationPages(kinds: [code], pattern: "")
      guard kinds.kinds.contains(where: { one.contain(kind: $0.code) }) else {
        throw item.error(
          Message(
            en: "no kind has the key “\(code)”", id: "tidak ada jenis dengan kunci “\(code)”"))
      }
    }
    let address = try node.required("url")
    let pattern = try address.text()
    let rest = marks.reduce(pattern) { $0.replacing($1, with: "") }
    guard pattern.hasPrefix("https://") || pattern.hasPrefix("http://"),
      !rest.utf8.contains(where: { $0 <= 0x20 || "{}<>\"\\^`|".utf8.contains($0) })
    else {
      let known = marks.joined(separator: ", ")
      throw address.error(
        Message(
          en: "expected an address that begins with https://, with no marks but \(known)",
          id: "diharapkan alamat yang diawali https://, tanpa penanda selain \(known)"))
    }
    return RegulationPages(kinds: try list.texts(), pattern: pattern)
  }
}

extension RegulationKinds {
  /// The official page of the act with a canonical key, by the pattern of its kind; nil if there is
  /// no pattern, the key lacks a part of it, or it does not tell who issued the act.
  public func page(ofKey key: String) -> String? {
    guard let (kind, place) = kindAndPlace(ofKey: key), kind.issue != .unnamed,
      let pattern = pages.first(where: { $0.contain(kind: kind.code) })?.pattern
    else { return nil }
    let parts = key.split(separator: "/").map { $0.lowercased() }
    let values: [(String, String?)] = [
      ("{kind}", kind.code.lowercased()), ("{place}", place),
      ("{year}", parts.count > 1 ? parts[1] : nil), ("{number}", parts.count > 2 ? parts[2] : nil),
    ]
    var address = pattern
    for (mark, value) in values where pattern.contains(mark) {
      guard let value else { return nil }
      address = address.replacing(mark, with: value)
    }
    return address
  }
}
