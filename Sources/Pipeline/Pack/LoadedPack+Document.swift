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
      return try reader.read(bytes, fileName: FileSystem.name(of: path))
    } catch {
      let reason = error.reason
      throw PipelineError(
        .badInput, .init(en: "\(path): \(reason.english)", id: "\(path): \(reason.indonesian)"))
    }
  }
}
