public import Diagnostics
import RDF
public import RDFSyntax

/// How JSON-LD is read and written.
public struct JSONLDConfiguration: Hashable, Sendable {
  /// What JSON-LD looks like.
  public enum Form: String, CaseIterable, Hashable, Sendable {
    /// IRIs in full, values as objects; no context.
    case expanded
    /// As compacted, nodes in `@graph` even if there is only one.
    case flattened
    /// In the words of a context.
    case compacted
  }

  /// Where copies of contexts lie.
  public struct ContextFolder: Hashable, Sendable {
    /// What the IRIs of the contexts begin with, or the IRI of the only one.
    public var iri: String
    /// The folder with the rest of the IRIs as paths, or the file of the only one.
    public var path: String

    /// A place of contexts.
    public init(iri: String, path: String) {
      self.iri = iri
      self.path = path
    }
  }

  /// Where copies of contexts lie; the longest IRI that fits counts.
  public var contextFolders: [ContextFolder] = []
  /// The file with a context that holds before a text begins; nil for none.
  public var expandContext: String?
  /// The version of JSON-LD.
  public var processingMode = JSONLDOptions.ProcessingMode.version11
  /// What becomes of base directions; nil to leave them out.
  public var rdfDirection: JSONLDOptions.Direction?
  /// What is written.
  public var form = Form.expanded
  /// The file with the context that is written with; nil for none, which ``Form/expanded`` needs.
  public var context: String?
  /// Whether numbers and truth values are those of JSON.
  public var usesNativeTypes = false
  /// Whether `rdf:type` is a property like others.
  public var usesRDFType = false

  /// Options that change nothing.
  public init() {}

  /// How a text is read.
  ///
  /// - Throws: ``PipelineError`` for a context that cannot be read.
  func options() throws(PipelineError) -> JSONLDOptions {
    let folders = contextFolders.sorted { $0.iri.utf8.count > $1.iri.utf8.count }
    return JSONLDOptions(
      processingMode: processingMode, rdfDirection: rdfDirection,
      expandContext: try expandContext.map { (path) throws(PipelineError) in
        try Self.document(path, iri: nil)
      },
      loadContext: { iri in
        for folder in folders {
          guard let path = folder.file(of: iri) else { continue }
          return try Self.document(path, iri: iri)
        }
        return nil
      })
  }

  /// How statements are written.
  ///
  /// - Throws: ``PipelineError`` for a context that cannot be read or is missing.
  func writingOptions(base: String?) throws(PipelineError) -> JSONLDSerializer.Options {
    var options = JSONLDSerializer.Options()
    options.usesNativeTypes = usesNativeTypes
    options.usesRDFType = usesRDFType
    options.rdfDirection = rdfDirection
    options.isFlattened = form == .flattened
    options.reading = try self.options()
    guard form != .expanded else { return options }
    guard let context else {
      throw PipelineError(
        .arguments,
        Message(
          en: "--jsonld-form \(form.rawValue) needs a context: --context FILE, or a pack with "
            + "context.jsonld",
          id: "--jsonld-form \(form.rawValue) memerlukan konteks: --context BERKAS, atau paket "
            + "dengan context.jsonld"))
    }
    options.context = try Self.document(context, iri: nil)
    options.base = base.map { NamedNode(unchecked: $0) }
    return options
  }

  private static func document(
    _ path: String, iri: String?
  ) throws(PipelineError) -> JSONLDOptions.Document {
    do throws(FileFailure) {
      return JSONLDOptions.Document(try FileSystem.read(path), file: path, iri: iri)
    } catch {
      throw PipelineError(path, reason: error)
    }
  }
}

extension JSONLDConfiguration.ContextFolder {
  /// The file of a context; nil for one that does not lie here, or whose path would lead out.
  func file(of other: String) -> String? {
    if other == iri { return iri.hasSuffix("/") ? nil : path }
    guard iri.hasSuffix("/"), other.hasPrefix(iri) else { return nil }
    let rest = other.dropFirst(iri.count).prefix { $0 != "#" && $0 != "?" }
    let steps = rest.split(separator: "/", omittingEmptySubsequences: false)
    let isWithin = steps.allSatisfy { !["", ".", ".."].contains($0) && !$0.contains("\0") }
    guard isWithin, !rest.contains("%") else { return nil }
    return "\(path)/\(rest)"
  }
}

extension ConversionConfiguration {
  /// From how many bytes on an input in JSON-LD is worth a word.
  private static let largeText = 32 << 20

  /// What a person should know before large inputs are read that have to be in memory as a whole.
  public var notesOnMemory: [Message] {
    inputs.compactMap { path in
      guard path != "-", (inputFormat ?? RDFFormat(path: path)) == .jsonld,
        let size = FileSystem.size(of: path), size >= Self.largeText
      else { return nil }
      let (text, most) = (size >> 20, size * 6 >> 20)
      return Message(
        en: "\(path): JSON-LD is read as a whole: \(text) MiB of text, up to \(most) MiB of memory",
        id: "\(path): JSON-LD dibaca seutuhnya: teks \(text) MiB, memori hingga \(most) MiB")
    }
  }
}
