/// Writes small PDF files by hand: text in Courier at places that a test chooses.
///
/// All characters of Courier are 0.6 em wide, so that a test knows where each line ends.
struct PDFSample {
  /// A page of 595 × 842 points and its content stream.
  private var pages: [String] = []
  /// Entries of the information dictionary, as PDF strings.
  var information: [(String, String)] = []
  /// Whether the file says that it is encrypted with a password nobody knows.
  var isEncrypted = false

  /// The width of a text in points.
  static func width(_ text: String, size: Double = 10) -> Double {
    Double(text.unicodeScalars.count) * size * 0.6
  }

  mutating func page() { pages.append("") }

  /// Draws what is no text.
  mutating func box() { pages[pages.count - 1] += "100 100 300 400 re f\n" }

  /// Writes a line; `y` is the distance of the baseline from the upper edge in points.
  mutating func line(_ text: String, x: Double, y: Double, size: Double = 10) {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "(", ")", "\\": escaped += "\\\(scalar)"
      case "\u{2022}": escaped += "\\225"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    pages[pages.count - 1] += "BT /F1 \(size) Tf 1 0 0 1 \(x) \(842 - y) Tm (\(escaped)) Tj ET\n"
  }

  /// Writes lines below each other and gives the baseline of the next one.
  @discardableResult
  mutating func lines(
    _ lines: [String], x: Double, y: Double, size: Double = 10, leading: Double = 12
  ) -> Double {
    for (index, text) in lines.enumerated() {
      line(text, x: x, y: y + Double(index) * leading, size: size)
    }
    return y + Double(lines.count) * leading
  }

  /// A text broken at so many characters, as a person sets it: only where the next word has no room.
  static func wrap(_ text: String, _ columns: Int) -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, last.count + 1 + word.count <= columns {
        lines[lines.count - 1] = "\(last) \(word)"
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }

  /// The bytes of the file ([ISO 32000-1 §7.5](https://opensource.adobe.com/dc-acrobat-sdk-docs/pdfstandards/PDF32000_2008.pdf)).
  var bytes: [UInt8] {
    var objects = [
      "<< /Type /Catalog /Pages 2 0 R >>",
      "<< /Type /Pages /Count \(pages.count) /Kids ["
        + pages.indices.map { "\(5 + $0 * 2) 0 R" }.joined(separator: " ") + "] >>",
      "<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>",
      "<< " + information.map { "/\($0) (\($1))" }.joined(separator: " ") + " >>",
    ]
    for (index, content) in pages.enumerated() {
      objects.append(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents \(6 + index * 2) 0 R "
          + "/Resources << /Font << /F1 3 0 R >> >> >>")
      objects.append("<< /Length \(content.utf8.count) >>\nstream\n\(content)\nendstream")
    }
    var trailer = "/Size \(objects.count + 1) /Root 1 0 R /Info 4 0 R"
    if isEncrypted {
      let secret = String(repeating: "5a", count: 32)
      let known = String(repeating: "a5", count: 16)
      trailer +=
        " /ID [<\(known)> <\(known)>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 "
        + "/O <\(secret)> /U <\(secret)> >>"
    }
    var file = "%PDF-1.4\n"
    var offsets: [Int] = []
    for (index, object) in objects.enumerated() {
      offsets.append(file.utf8.count)
      file += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    let start = file.utf8.count
    file += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
    for offset in offsets {
      file += String(repeating: "0", count: 10 - "\(offset)".count) + "\(offset) 00000 n \n"
    }
    file += "trailer\n<< \(trailer) >>\nstartxref\n\(start)\n%%EOF\n"
    return Array(file.utf8)
  }
}
