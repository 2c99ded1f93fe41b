import Diagnostics
public import DomainPack

/// The file in which a project keeps what people decided; docs/decisions-by-people.md describes it.
public struct DecisionFile: Hashable, Sendable {
  /// The name it has where nothing else is said.
  public static let usualName = "decisions.yaml"

  /// The file as the user named it.
  public let path: String

  /// The file at a path, which need not exist.
  public init(_ path: String) { self.path = path }

  /// Finds the file: the one named, else that of the key `decisions` of `.simpul.yaml`, else
  /// `decisions.yaml` in the working folder, else in a folder of the inputs or beside an input.
  ///
  /// - Parameters:
  ///   - named: the file that the user asks for, whether it exists or not.
  ///   - inputs: files and folders.
  /// - Returns: the file; nil if none was named and there is none.
  /// - Throws: ``PipelineError`` for a mistake in the settings, and for inputs with several files.
  public static func find(
    named: String?, inputs: [String]
  ) throws(PipelineError) -> DecisionFile? {
    if let named { return DecisionFile(named) }
    if let set = try Settings.read(PackLocation.settingsFile)?.decisions {
      return DecisionFile(set)
    }
    if try isFile(usualName) { return DecisionFile(usualName) }
    var found: [String: String] = [:]
    for input in inputs {
      let path = FileSystem.trimmed(input)
      for folder in [path, FileSystem.parent(of: path)] {
        let candidate = folder == "/" ? "/\(usualName)" : "\(folder)/\(usualName)"
        guard try isFile(candidate) else { continue }
        do throws(FileFailure) {
          let place = try FileSystem.canonicalPath(of: candidate)
          if found[place] == nil { found[place] = candidate }
        } catch {
          throw PipelineError(candidate, reason: error)
        }
      }
    }
    guard found.count < 2 else {
      let paths = found.values.sorted().joined(separator: ", ")
      throw PipelineError(
        .arguments,
        Message(
          en: "several files of decisions (\(paths)); name one with --decisions",
          id: "beberapa berkas keputusan (\(paths)); sebutkan satu dengan --decisions"))
    }
    return found.values.first.map(DecisionFile.init)
  }

  private static func isFile(_ path: String) throws(PipelineError) -> Bool {
    do throws(FileFailure) {
      return try FileSystem.kind(of: path) == .file
    } catch {
      // What stands below a file is not there either.
      if error.isMissing || error.isBelowFile { return false }
      throw PipelineError(path, reason: error)
    }
  }

  /// The decisions in the file.
  ///
  /// - Parameters:
  ///   - vocabulary: the classes and predicates that they may name.
  ///   - mayBeMissing: whether a file that is not there holds none.
  /// - Returns: the decisions in their order.
  /// - Throws: ``PipelineError`` for a file that cannot be read or has a mistake, with its place.
  public func read(
    vocabulary: Vocabulary, mayBeMissing: Bool = false
  ) throws(PipelineError) -> Decisions {
    try parsed(try text(mayBeMissing: mayBeMissing), vocabulary: vocabulary)
  }

  private func text(mayBeMissing: Bool) throws(PipelineError) -> String {
    do throws(FileFailure) {
      return String(decoding: try FileSystem.read(path), as: UTF8.self)
    } catch {
      if mayBeMissing, error.isMissing { return "" }
      throw PipelineError(path, reason: error)
    }
  }

  private func parsed(
    _ text: String, vocabulary: Vocabulary
  ) throws(PipelineError) -> Decisions {
    do throws(SyntaxError) {
      return try Decisions.load(text, file: path, vocabulary: vocabulary)
    } catch {
      throw PipelineError(error)
    }
  }

  /// Adds decisions to the end of the file, which is made if it is missing.
  ///
  /// What stands in it stays as it is, byte for byte. The file is written whole beside its place and
  /// renamed.
  ///
  /// - Parameters:
  ///   - yaml: a list of decisions, its items at the left margin.
  ///   - vocabulary: the classes and predicates that they may name.
  /// - Throws: ``PipelineError`` for a text that is no list of decisions, for a file to which nothing
  ///   can be added, and if the system refuses; the file is then as before.
  public func append(_ yaml: String, vocabulary: Vocabulary) throws(PipelineError) {
    let added = try parsed(yaml, vocabulary: vocabulary)
    let earlier = try text(mayBeMissing: true)
    let known = try parsed(earlier, vocabulary: vocabulary)
    var lines = yaml.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    let margin = String(repeating: " ", count: known.indentation)
    var text = earlier
    if !text.isEmpty, text.utf8.last != UInt8(ascii: "\n") { text += "\n" }
    for line in lines { text += line.isEmpty ? "\n" : "\(margin)\(line)\n" }
    let expected = known.entries.map(\.action) + added.entries.map(\.action)
    let isWhole: Bool
    do throws(SyntaxError) {
      isWhole =
        try Decisions.load(text, file: path, vocabulary: vocabulary).entries.map(\.action)
        == expected
    } catch {
      isWhole = false
    }
    guard isWhole else {
      throw PipelineError(
        .badInput,
        Message(
          en:
            "\(path): nothing can be added at the end; write it as a list with one “- ” for each decision",
          id:
            "\(path): tidak ada yang dapat ditambahkan di akhir; tulislah sebagai daftar dengan satu “- ” untuk tiap keputusan"
        ))
    }
    try write(Array(text.utf8))
  }

  private func write(_ bytes: [UInt8]) throws(PipelineError) {
    var place = path
    do throws(FileFailure) {
      // What a link leads to is replaced, not the link.
      place = try FileSystem.canonicalPath(of: path)
    } catch {
      guard error.isMissing else { throw PipelineError(path, reason: error) }
    }
    try OutputFolder(FileSystem.parent(of: place)).write([(FileSystem.name(of: place), bytes)])
  }
}
