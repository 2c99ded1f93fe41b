import Claims
import Diagnostics
import Documents
import DomainPack
import Extraction

extension LoadedPack {
  /// What a document says, and what was noticed on the way.
  struct Said {
    var claims: DocumentClaims
    var diagnostics: [Diagnostic]
  }

  /// What a document says: a table by its mapping, everything else by the rules of the pack.
  ///
  /// - Parameters:
  ///   - document: the document.
  ///   - key: its key.
  ///   - member: what it was read from; the mapping of a table stands beside it.
  /// - Returns: the claims, and what was noticed on the way.
  /// - Throws: `ReadingError` for a mapping that cannot be read, has a mistake or names a column
  ///   that the table does not have.
  func claims(
    of document: Document, key: String, member: DocumentMember
  ) throws(ReadingError) -> Said {
    guard document.table != nil, let mapping = try mapping(ofTable: member) else {
      return Said(
        claims: extractor.claims(of: document, key: key),
        diagnostics: document.table == nil ? [] : [Self.withoutMapping(member.path)])
    }
    return try claims(of: document, key: key, by: mapping, path: member.path)
  }

  /// What a table says by a mapping.
  ///
  /// - Throws: `ReadingError` at the first column of the mapping that the table does not have.
  func claims(
    of document: Document, key: String, by mapping: TableMapping, path: String
  ) throws(ReadingError) -> Said {
    do throws(SyntaxError) {
      let table = try extractor.claims(of: document, key: key, mapping: mapping)
      return Said(claims: table.claims, diagnostics: table.diagnostics)
    } catch {
      throw ReadingError(file: path, reason: PipelineError(error).message)
    }
  }

  /// The mapping given for all tables, else that beside a table; nil if there is none.
  func mapping(ofTable member: DocumentMember) throws(ReadingError) -> TableMapping? {
    if let mapping { return mapping }
    do throws(PipelineError) {
      return try MappingFile.find(for: member, vocabulary: vocabulary)
    } catch {
      throw ReadingError(file: member.path, reason: error.message)
    }
  }

  /// What stands in the way of a table's claims, so that it is seen where the file is looked at;
  /// nothing for what is no table.
  func tableNotes(of document: Document, member: DocumentMember) -> [Diagnostic] {
    guard document.table != nil else { return [] }
    do throws(ReadingError) {
      guard let mapping = try mapping(ofTable: member) else {
        return [Self.withoutMapping(member.path)]
      }
      return try claims(of: document, key: "", by: mapping, path: member.path).diagnostics
    } catch {
      return [Diagnostic(id: "table.mapping", severity: .warning, message: error.reason)]
    }
  }

  /// The note that a table has no mapping, and where to write it.
  static func withoutMapping(_ path: String) -> Diagnostic {
    let place = MappingName.usual(for: path)
    return Diagnostic(
      id: "table.unmapped", severity: .note,
      message: Message(
        en: "the table is read as text; \(place) would tell what its columns mean (docs/tables.md)",
        id: "tabel dibaca sebagai teks; \(place) menerangkan arti kolomnya (docs/tables.md)"),
      file: path)
  }
}
