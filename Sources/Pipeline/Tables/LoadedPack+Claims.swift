import Claims
import Diagnostics
import Documents
import DomainPack
import Extraction

extension LoadedPack {
  /// What a document says: a table by its mapping, everything else by the rules of the pack.
  ///
  /// - Parameters:
  ///   - document: the document.
  ///   - key: its key.
  ///   - path: its file as a person would name it; the mapping of a table stands beside it.
  /// - Returns: the claims, and what was noticed on the way.
  /// - Throws: `ReadingError` for a mapping that cannot be read, has a mistake or names a column
  ///   that the table does not have.
  func claims(
    of document: Document, key: String, path: String
  ) throws(ReadingError) -> TableClaims {
    guard document.table != nil, let mapping = try mapping(ofTable: path) else {
      return TableClaims(
        claims: extractor.claims(of: document, key: key),
        diagnostics: document.table == nil ? [] : [Self.withoutMapping(path)])
    }
    return try claims(of: document, key: key, by: mapping, path: path)
  }

  /// What a table says by a mapping.
  ///
  /// - Throws: `ReadingError` at the first column of the mapping that the table does not have.
  func claims(
    of document: Document, key: String, by mapping: TableMapping, path: String
  ) throws(ReadingError) -> TableClaims {
    do throws(SyntaxError) {
      return try extractor.claims(of: document, key: key, mapping: mapping)
    } catch {
      throw ReadingError(file: path, reason: PipelineError(error).message)
    }
  }

  /// The mapping given for all tables, else that beside a table; nil if there is none.
  func mapping(ofTable path: String) throws(ReadingError) -> TableMapping? {
    if let mapping { return mapping }
    do throws(PipelineError) {
      return try MappingFile.find(for: path, vocabulary: vocabulary)
    } catch {
      throw ReadingError(file: path, reason: error.message)
    }
  }

  /// What stands in the way of a table's claims, so that it is seen where the file is looked at;
  /// nothing for what is no table.
  func tableNotes(of document: Document, path: String) -> [Diagnostic] {
    guard document.table != nil else { return [] }
    do throws(ReadingError) {
      guard let mapping = try mapping(ofTable: path) else { return [Self.withoutMapping(path)] }
      return try claims(of: document, key: "", by: mapping, path: path).diagnostics
    } catch {
      return [Diagnostic(id: "table.mapping", severity: .warning, message: error.reason)]
    }
  }

  /// The note that a table has no mapping, and where to write it.
  static func withoutMapping(_ path: String) -> Diagnostic {
    let place = MappingFile.usualPath(for: path)
    return Diagnostic(
      id: "table.unmapped", severity: .note,
      message: Message(
        en: "the table is read as text; \(place) would tell what its columns mean (docs/tables.md)",
        id: "tabel dibaca sebagai teks; \(place) menerangkan arti kolomnya (docs/tables.md)"),
      file: path)
  }
}
