internal import Foundation

/// The readable part of an IRI, made from a name.
///
/// Compatibility decomposition (NFKD, [UAX #15](https://www.unicode.org/reports/tr15/)), marks
/// dropped, ASCII letters in lower case and digits, with `-` for each run of anything else between
/// them. Over sixty characters it is cut and eight hexadecimal digits of the SHA-256 of the whole
/// slug follow; a name that leaves nothing becomes eight hexadecimal digits of its own SHA-256.
public enum Slug {
  /// Characters that a slug may have before it is cut.
  public static let longest = 60

  /// The slug of a name: never empty, only `a`–`z`, `0`–`9` and `-`.
  public static func of(_ name: String) -> String {
    let whole = String(decoding: bytes(of: name), as: UTF8.self)
    if whole.isEmpty {
      let folded = name.decomposedStringWithCompatibilityMapping.lowercased()
      return String(SHA256.hexadecimal(of: folded).prefix(8))
    }
    guard whole.utf8.count > longest else { return whole }
    var head = whole.prefix(longest)
    while head.last == "-" { head.removeLast() }
    return "\(head)-\(SHA256.hexadecimal(of: whole).prefix(8))"
  }

  /// The form in which names are compared: the whole slug without its hyphens, so that case, marks,
  /// punctuation and the spacing of compounds (`kerja sama`, `kerjasama`) tell no names apart.
  ///
  /// A name without ASCII letters and digits is compared in its decomposed lower case.
  public static func folded(_ name: String) -> String {
    let letters = bytes(of: name).filter { $0 != hyphen }
    guard letters.isEmpty else { return String(decoding: letters, as: UTF8.self) }
    return name.decomposedStringWithCompatibilityMapping.lowercased()
  }

  private static let hyphen = UInt8(ascii: "-")

  private static func bytes(of name: String) -> [UInt8] {
    let isASCII = name.utf8.allSatisfy { $0 < 0x80 }
    let plain = isASCII ? name : name.decomposedStringWithCompatibilityMapping
    var slug: [UInt8] = []
    var isSeparated = false
    for scalar in plain.unicodeScalars {
      let byte: UInt8
      switch scalar {
      case "a"..."z", "0"..."9": byte = UInt8(scalar.value)
      case "A"..."Z": byte = UInt8(scalar.value) | 0x20
      default:
        if !isMark(scalar) { isSeparated = true }
        continue
      }
      if isSeparated && !slug.isEmpty { slug.append(hyphen) }
      isSeparated = false
      slug.append(byte)
    }
    return slug
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .spacingMark: true
    default: false
    }
  }
}
