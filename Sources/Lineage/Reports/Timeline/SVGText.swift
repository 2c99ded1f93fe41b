/// Writes the elements of an SVG document, one on each line.
struct SVGText {
  private(set) var bytes: [UInt8] = []
  private var depth = 0

  mutating func open(_ name: String, _ attributes: [(String, String)]) {
    start(name, attributes)
    bytes += ">\n".utf8
    depth += 1
  }

  mutating func close(_ name: String) {
    depth -= 1
    indent()
    bytes += "</\(name)>\n".utf8
  }

  mutating func empty(_ name: String, _ attributes: [(String, String)]) {
    start(name, attributes)
    bytes += "/>\n".utf8
  }

  mutating func element(_ name: String, _ attributes: [(String, String)], _ text: String) {
    start(name, attributes)
    bytes.append(UInt8(ascii: ">"))
    append(text)
    bytes += "</\(name)>\n".utf8
  }

  mutating func line(
    _ x1: Double, _ y1: Int, _ x2: Double, _ y2: Int, _ className: String
  ) {
    empty(
      "line",
      [
        ("class", className), ("x1", Self.number(x1)), ("y1", "\(y1)"), ("x2", Self.number(x2)),
        ("y2", "\(y2)"),
      ])
  }

  mutating func text(
    _ text: String, x: Double, y: Int, _ className: String, anchor: String? = nil
  ) {
    var attributes = [("class", className), ("x", Self.number(x)), ("y", "\(y)")]
    if let anchor { attributes.append(("text-anchor", anchor)) }
    element("text", attributes, text)
  }

  private mutating func start(_ name: String, _ attributes: [(String, String)]) {
    indent()
    bytes += "<\(name)".utf8
    for (name, value) in attributes {
      bytes += " \(name)=\"".utf8
      append(value)
      bytes.append(UInt8(ascii: "\""))
    }
  }

  private mutating func indent() {
    for _ in 0..<depth { bytes += [0x20, 0x20] }
  }

  /// A text with entities for marks, without what is no character of XML
  /// ([XML 1.0 §2.2](https://www.w3.org/TR/xml/#charsets)).
  private mutating func append(_ text: String) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": bytes += "&amp;".utf8
      case "<": bytes += "&lt;".utf8
      case ">": bytes += "&gt;".utf8
      case "\"": bytes += "&quot;".utf8
      case "\t", "\n", "\r", "\u{20}"..."\u{D7FF}", "\u{E000}"..."\u{FFFD}",
        "\u{10000}"..."\u{10FFFF}":
        bytes += String(scalar).utf8
      default: break
      }
    }
  }

  /// With one decimal at most.
  static func number(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return tenths % 10 == 0
      ? "\(tenths / 10)" : "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)"
  }

  /// About how wide a text is, in the unit of the size, in the usual fonts without serifs.
  static func width(of text: String, size: Double, isBold: Bool = false) -> Double {
    let widths = text.unicodeScalars.reduce(0.0) { sum, scalar in
      switch scalar {
      case "i", "j", "l", "I", "t", "f", "r", " ", ".", ",", ":", ";", "'", "|", "(", ")", "/":
        sum + 0.36
      case "m", "w", "M", "W", "@", "%": sum + 0.92
      case "A"..."Z": sum + 0.69
      case "\u{1100}"..."\u{FFFF}": sum + 1
      default: sum + 0.57
      }
    }
    return widths * size * (isBold ? 1.08 : 1)
  }

  /// A text cut between words so that it fits a width.
  static func fitting(
    _ text: String, size: Double, width: Double, isBold: Bool = false
  ) -> String {
    guard Self.width(of: text, size: size, isBold: isBold) > width else { return text }
    var kept = ""
    for word in text.split(separator: " ") {
      let longer = kept.isEmpty ? String(word) : "\(kept) \(word)"
      guard Self.width(of: "\(longer) …", size: size, isBold: isBold) <= width else { break }
      kept = longer
    }
    return kept.isEmpty ? "\(text.prefix(24))…" : "\(kept) …"
  }

  /// A text on at most so many lines, cut between words so that each fits a width; what is too much
  /// for the last is an ellipsis.
  static func lines(_ text: String, size: Double, width: Double, most: Int) -> [String] {
    var lines: [String] = []
    var rest = text.split(whereSeparator: \.isWhitespace)[...]
    while !rest.isEmpty, lines.count < most - 1 {
      var line = String(rest.removeFirst())
      while let word = rest.first, Self.width(of: "\(line) \(word)", size: size) <= width {
        line += " \(word)"
        rest.removeFirst()
      }
      lines.append(fitting(line, size: size, width: width))
    }
    if !rest.isEmpty {
      lines.append(fitting(rest.joined(separator: " "), size: size, width: width))
    }
    return lines
  }
}
