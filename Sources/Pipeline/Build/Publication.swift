import Diagnostics
public import Mapping
public import RDF

/// What the people behind a graph say of it; none of it is needed.
public struct Publication: Hashable, Sendable {
  /// What the graph is called; nil leaves it to the build.
  public var title: DatasetTitle?
  /// The licence that it is given under.
  public var license: NamedNode?
  /// The person or body that made it.
  public var creator: String?
  /// The folder in which its files are published; ends with `/`.
  public var place: NamedNode?

  /// Nothing said.
  public init() {}

  /// What the arguments of a command say.
  ///
  /// - Parameters:
  ///   - title: `--title`, a text in any language.
  ///   - license: `--license`, an absolute IRI.
  ///   - creator: `--creator`, a name.
  ///   - place: `--published-at`, an absolute IRI that ends with `/`.
  /// - Throws: ``PipelineError`` that names the argument which is not what it should be.
  public init(
    title: String?, license: String?, creator: String?, place: String?
  ) throws(PipelineError) {
    self.title = try Self.read(title, of: "--title", Self.name).map(DatasetTitle.plain)
    self.license = try Self.read(license, of: "--license", Self.iri)
    self.creator = try Self.read(creator, of: "--creator", Self.name)
    self.place = try Self.read(place, of: "--published-at", Self.folder)
  }

  /// What the settings of the project in the working folder say.
  ///
  /// - Throws: ``PipelineError`` for a settings file that cannot be read or has a mistake.
  public static func ofProject() throws(PipelineError) -> Publication {
    try Settings.read(PackLocation.settingsFile)?.publication ?? Publication()
  }

  /// This one, with what it does not say taken from another.
  public func completed(by other: Publication) -> Publication {
    var whole = self
    whole.title = title ?? other.title
    whole.license = license ?? other.license
    whole.creator = creator ?? other.creator
    whole.place = place ?? other.place
    return whole
  }

  // MARK: Reading

  /// Why a text cannot be what it is meant for.
  struct Fault: Error {
    var reason: Message
  }

  /// A text that says something.
  static func name(_ text: String) throws(Fault) -> String {
    guard text.contains(where: { !$0.isWhitespace }) else {
      throw Fault(reason: Message(en: "must not be empty", id: "tidak boleh kosong"))
    }
    return text
  }

  static func iri(_ text: String) throws(Fault) -> NamedNode {
    do throws(IRIError) {
      return try NamedNode(validating: text)
    } catch {
      throw Fault(reason: error.message)
    }
  }

  static func folder(_ text: String) throws(Fault) -> NamedNode {
    let node = try iri(text)
    guard text.hasSuffix("/") else {
      throw Fault(
        reason: Message(en: "\(text) must end with /", id: "\(text) harus berakhir dengan /"))
    }
    return node
  }

  private static func read<Value>(
    _ text: String?, of option: String, _ make: (String) throws(Fault) -> Value
  ) throws(PipelineError) -> Value? {
    guard let text else { return nil }
    do throws(Fault) {
      return try make(text)
    } catch {
      let reason = error.reason
      throw PipelineError(
        .arguments,
        Message(en: "\(option): \(reason.english)", id: "\(option): \(reason.indonesian)"))
    }
  }
}
