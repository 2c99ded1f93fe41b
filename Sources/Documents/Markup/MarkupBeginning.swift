import Diagnostics
import XML

/// Takes the first two elements of a document and ends the reading then.
///
/// A class, as handlers of the parser are.
final class MarkupBeginning: XMLContentHandler {
  private(set) var found = MarkupFormat.Beginning()
  private var count = 0

  /// Whether the root has been read.
  var isKnown: Bool { count > 0 }

  override func startElement(_ tag: XMLTag) throws(XMLRefusal) {
    count += 1
    guard count > 1 else {
      found.root = String(cString: tag.name.local)
      found.namespace = String(cString: tag.name.namespace)
      return
    }
    found.second = String(cString: tag.name.local)
    throw XMLRefusal(
      Message(en: "the beginning is known", id: "awal sudah diketahui"), endsReading: true)
  }
}
