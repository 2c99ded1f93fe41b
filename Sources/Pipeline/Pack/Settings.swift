import Diagnostics
import DomainPack
import Mapping
import RDF

/// The settings of a project: `.simpul.yaml` in the working folder.
struct Settings: Hashable {
  /// The folder of the domain pack, from the place of the settings file.
  var ontology: String?
  /// The file of decisions, from the place of the settings file.
  var decisions: String?
  /// The folder of the cache, from the place of the settings file; `off` for none.
  var cache: String?
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
      try root.allowOnly([
        "ontology", "decisions", "cache", "title", "license", "creator", "published",
      ])
      var settings = Settings()
      let parent = FileSystem.parent(of: path)
      func fromHere(_ name: String) -> String {
        name.hasPrefix("/") || parent == "." ? name : "\(parent)/\(name)"
      }
      settings.ontology = try root.optional("ontology").map { node throws(SyntaxError) in
        fromHere(try node.text())
      }
      settings.decisions = try root.optional("decisions").map { node throws(SyntaxError) in
        fromHere(try node.text())
      }
      settings.cache = try root.optional("cache").map { node throws(SyntaxError) in
        let folder = try node.text()
        return folder == CacheFolder.off ? folder : fromHere(folder)
      }
      settings.publication = try publication(root)
      return settings
    } catch {
      throw PipelineError(error)
    }
  }

  private static func publication(_ root: PackNode) throws(SyntaxError) -> Publication {
    var publication = Publication()
    if let node = try root.optional("title") { publication.title = try title(node) }
    if let node = try root.optional("license") {
      publication.license = try value(of: node, Publication.iri)
    }
    if let node = try root.optional("creator") {
      publication.creator = try value(of: node, Publication.name)
    }
    if let node = try root.optional("published") {
      publication.place = try value(of: node, Publication.folder)
    }
    return publication
  }

  /// One text, or one for each language under `id` and `en`.
  private static func title(_ node: PackNode) throws(SyntaxError) -> DatasetTitle {
    guard node.isMap else { return .plain(try value(of: node, Publication.name)) }
    try node.allowOnly(["id", "en"])
    return .translated(
      Message(
        en: try value(of: node.required("en"), Publication.name),
        id: try value(of: node.required("id"), Publication.name)))
  }

  /// What a text is read as, or the mistake at its place.
  private static func value<Value>(
    of node: PackNode, _ read: (String) throws(Publication.Fault) -> Value
  ) throws(SyntaxError) -> Value {
    let text = try node.text()
    do throws(Publication.Fault) {
      return try read(text)
    } catch {
      throw node.error(error.reason)
    }
  }
}
