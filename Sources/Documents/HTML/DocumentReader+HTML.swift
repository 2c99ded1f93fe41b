import Diagnostics
import XML

extension DocumentReader {
  /// Reads a web page: its content without menus, in the order of the page.
  ///
  /// - Throws: ``ReadingError`` if the page exceeds the limits.
  func readHTML(_ bytes: [UInt8], fileName: String) throws(ReadingError) -> Document {
    let tree: HTMLTree
    do {
      tree = try HTMLTree(
        utf8: PageEncoding.utf8(bytes), file: fileName,
        limits: XMLLimits(depth: limits.htmlDepth, bytes: limits.fileBytes))
    } catch {
      throw ReadingError(file: fileName, reason: error.message)
    }
    let text = HTMLBlocks.read(tree, words: words)
    var document = Document(
      fileName: fileName, format: "html", rawText: text.raw, blocks: text.blocks(words),
      metadata: HTMLMetadata.read(tree))
    document.places = text.places
    return document
  }
}
