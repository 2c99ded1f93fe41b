import Diagnostics
import DomainPack
import Mapping
import RDF

/// The settings of a project: `.simpul.yaml` in the working folder.
struct Settings: Hashable {
  /// The folder of the domain pack, from the place of the settings file.
  var ontology: String?
  /// What people say of the graph: the keys `title`, `license`, `creator` and `published`.
  var publication = Publication()

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
      try root.allowOnly(["ontology", "title", "license", "creator", "published"])
      var settings = Settings()
      if let folder = try root.optional("ontology")?.text() {
        let parent = FileSystem.parent(of: path)
        settings.ontology = folder.hasPrefix("/") || parent == "." ? folder : "\(parent)/\(folder)"
      }
      settings.publication = try publication(root)
      return settings
    } catch {
      throw PipelineError(error)
    }
  }

  private static func publication(_ root: PackNode) throws(SyntaxError) -> Publication {
    /// What a fitting text becomes, or the mistake at its place.
    func read<Value>(
      _ key: String, _ make: (String) throws(Publication.Fault) -> Value
    ) throws(SyntaxError) -> Value? {
      guard let node = try root.optional(key) else { return nil }
      let text = try node.text()
      do throws(Publication.Fault) {
        return try make(text)
      } catch {
        throw node.error(error.reason)
      }
    }
    var publication = Publication()
    publication.title = try title(root)
    publication.license = try read("license", Publication.iri)
    publication.creator = try read("creator", Publication.name)
    publication.place = try read("published", Publication.folder)
    return publication
  }

  /// One text, or one for each language under `id` and `en`.
  private static func title(_ root: PackNode) throws(SyntaxError) -> DatasetTitle? {
    guard let node = try root.optional("title") else { return nil }
    func name(_ node: PackNode) throws(SyntaxError) -> String {
      let text = try node.text()
      do throws(Publication.Fault) {
        return try Publication.name(text)
      } catch {
        throw node.error(error.reason)
      }
    }
    guard node.isMap else { return .plain(try name(node)) }
    try node.allowOnly(["id", "en"])
    return .translated(
      Message(en: try name(node.required("en")), id: try name(node.required("id"))))
  }
}
