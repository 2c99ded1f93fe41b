import Diagnostics
import XML

extension DocumentReader {
  /// Reads a web page: its content without menus, in the order of the page.
  func readHTML(_ decoded: [Unicode.Scalar], fileName: String) throws(ReadingError) -> Document {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: decoded)
    let tree: HTMLTree
    do {
      tree = try HTMLTree(
        utf8: Array(String(view).utf8), file: fileName,
        limits: XMLLimits(depth: limits.htmlDepth, bytes: limits.fileBytes))
    } catch {
      throw ReadingError(file: fileName, reason: error.message)
    }
    let text = HTMLBlocks.read(tree, boilerplate: words.lexicon.boilerplateNames)
    var document = Document(
      fileName: fileName, format: "html", rawText: text.raw, blocks: text.blocks(words),
      metadata: HTMLMetadata.read(tree))
    document.places = text.places
    return document
  }
}
