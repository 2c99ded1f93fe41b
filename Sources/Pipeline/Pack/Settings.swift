import Diagnostics
import DomainPack

/// The settings of a project: `.simpul.yaml` in the working folder.
struct Settings: Hashable {
  /// The folder of the domain pack, from the place of the settings file.
  var ontology: String?

  /// The settings in a file; nil if there is no such file.
  ///
  /// - Throws: ``PipelineError`` for a file that cannot be read or has a mistake.
  static func read(_ path: String) throws(PipelineError) -> Settings? {
    let bytes: [UInt8]
    do throws(FileFailure) {
      bytes = try FileSystem.read(path)
    } catch {
      if error.isMissing { return nil }
      throw PipelineError(path, reason: error)
    }
    do throws(SyntaxError) {
      let root = try PackNode.parse(String(decoding: bytes, as: UTF8.self), file: path)
      try root.allowOnly(["ontology"])
      var settings = Settings()
      if let folder = try root.optional("ontology")?.text() {
        let parent = FileSystem.parent(of: path)
        settings.ontology = folder.hasPrefix("/") || parent == "." ? folder : "\(parent)/\(folder)"
      }
      return settings
    } catch {
      throw PipelineError(error)
    }
  }
}
