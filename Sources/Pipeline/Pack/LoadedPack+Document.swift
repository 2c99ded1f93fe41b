import Diagnostics
public import Documents

extension LoadedPack {
  /// The document in a file, as its reader understands it.
  ///
  /// - Throws: ``PipelineError`` for a file that cannot be read or is no document.
  public func document(atPath path: String) throws(PipelineError) -> Document {
    let bytes: [UInt8]
    do throws(FileFailure) {
      bytes = try FileSystem.read(path)
    } catch {
      throw PipelineError(path, reason: error)
    }
    do throws(ReadingError) {
      var document = try reader.read(bytes, fileName: FileSystem.name(of: path))
      if document.table != nil { note(tableAt: path, in: &document) }
      return document
    } catch {
      let reason = error.reason
      throw PipelineError(
        .badInput, .init(en: "\(path): \(reason.english)", id: "\(path): \(reason.indonesian)"))
    }
  }

  /// Notes what stands in the way of a table's claims, so that it is seen where the file is looked at.
  private func note(tableAt path: String, in document: inout Document) {
    do throws(ReadingError) {
      guard let mapping = try mapping(ofTable: path) else {
        document.diagnostics.append(Self.withoutMapping(path))
        return
      }
      let said = try claims(of: document, key: "", by: mapping, path: path)
      document.diagnostics += said.diagnostics
    } catch {
      document.diagnostics.append(
        Diagnostic(id: "table.mapping", severity: .warning, message: error.reason))
    }
  }
}
