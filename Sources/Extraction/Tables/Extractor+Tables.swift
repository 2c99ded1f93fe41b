import Claims
public import Diagnostics
public import Documents
public import DomainPack

extension Extractor {
  /// What the rows of a table say by a mapping: a pure function of the document, its key, the mapping
  /// and the pack.
  ///
  /// The rules for running text are not asked: the mapping says all that the table says. Each claim
  /// has its row for evidence, each mention its cell.
  ///
  /// - Parameters:
  ///   - document: a document that is a table (``Document/table``).
  ///   - key: the key of the document.
  ///   - mapping: what the columns mean.
  /// - Returns: the claims, and what is wrong with cells.
  /// - Throws: ``SyntaxError`` at the first column of the mapping that the table does not have.
  /// - Complexity: O(characters of the table).
  public func claims(
    of document: Document, key: String, mapping: TableMapping
  ) throws(SyntaxError) -> TableClaims {
    guard let layout = document.table else {
      return TableClaims(claims: claims(of: document, key: key), diagnostics: [])
    }
    let columns = try TableColumns(layout, mapping: mapping)
    let language = mapping.language ?? document.metadata.language
    var names = CellNameRequests()
    var cells = RowCells(document.rawText, layout: layout, columns: columns)
    while cells.advance() { names.collect(cells, mapping) }
    var maker = RowClaimMaker(
      mapping: mapping, names: CellNames(names, language: language, extractor: self), pack: pack,
      language: language)
    maker.addDocument(
      key: key, title: Self.title(of: document, mapping),
      attributes: Self.attributes(document.metadata))
    cells = RowCells(document.rawText, layout: layout, columns: columns)
    while cells.advance() { maker.read(cells) }
    return maker.finished(documentKey: key, fileName: document.fileName)
  }

  /// The title that the file or its sidecar gives, else the mapping's, else the file's name.
  private static func title(of document: Document, _ mapping: TableMapping) -> String {
    document.metadata.title ?? mapping.title
      ?? String(document.fileName.prefix { $0 != "." })
  }
}
