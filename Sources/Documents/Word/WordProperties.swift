import Diagnostics
import XML

/// Title, creator, language and date of `docProps/core.xml`.
enum WordProperties {
  /// What the part says of the document.
  static func read(_ bytes: [UInt8], file: String) throws(SyntaxError) -> DocumentMetadata {
    var reader = try XMLPullReader(bytes, file: file)
    var metadata = DocumentMetadata()
    var text = ""
    while let event = try reader.next() {
      switch event {
      case .start: text = ""
      case .text(let piece): text += piece
      case .end(let name):
        let value = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        text = ""
        guard !value.isEmpty else { continue }
        switch name.local {
        case "title": metadata.title = value
        case "language": metadata.language = value
        case "creator":
          metadata.authors = value.split(separator: ";").map {
            $0.split(separator: " ").joined(separator: " ")
          }
        default: break
        }
      }
    }
    return metadata
  }
}
