public import Diagnostics
import Foundation

/// The domain pack as the stages use it: everything that Simpul knows about its field.
public struct DomainPack: Sendable {
  /// The folder it was read from, as the user would name it.
  public var folder: String
  /// The named things that the pack knows.
  public var gazetteer = Gazetteer()
  /// In the order of the files' names.
  public var languages: [LanguageData] = []
  /// Whole words of the languages, by which broken and glued ones are told.
  public var lexicon: Set<String> = []
  /// Further words of the languages, which are none of those that are in the lexicon, misread.
  public var commonWords: Set<String> = []
  /// What the confidences of rules are worth.
  public var confidences = ConfidenceCurves()
  /// The word classes that the rules use.
  public var words = WordClasses()
  /// The kinds of regulation, their names in text and their rank.
  public var regulationKinds = RegulationKinds()
  /// The wording of regulations themselves.
  public var statuteWords = StatuteWords()
  /// The acts that the pack knows.
  public var knownRegulations = KnownRegulations()
  /// In the order of the files' names and of the rules in them.
  public var rules: [Rule] = []
  /// In the order of the files' names and of the frames in them.
  public var frames: [Frame] = []

  /// A pack that knows nothing yet.
  package init(folder: String) { self.folder = folder }

  /// Why a pack could not be read.
  public enum LoadError: Error {
    /// The folder is missing or is no pack; the path tried.
    case missing(String)
    /// A file could not be read; path and reason.
    case unreadable(String, String)
    /// A file has a mistake.
    case mistake(SyntaxError)
  }

  /// The files and folders of a pack that ``load(from:)`` reads: all that the claims of a document
  /// rest on.
  public static let extractionParts = [
    "calibration.yaml", "common-words", "frames", "gazetteer", "languages", "lexicon",
    "regulation-documents.yaml", "regulation-kinds.yaml", "regulations.tsv", "rules", "words.yaml",
  ]

  /// Reads a pack from its folder.
  public static func load(from folder: String) throws(LoadError) -> DomainPack {
    var pack = try loadReading(from: folder)
    do {
      for file in try names(in: folder, "common-words", ending: ".txt") {
        let path = "\(folder)/common-words/\(file)"
        pack.commonWords.formUnion(try WordList.load(try bytes(of: path), file: path))
      }
      if has("regulation-kinds.yaml", in: folder) {
        pack.regulationKinds = try RegulationKinds.load(try node("\(folder)/regulation-kinds.yaml"))
      }
      if has("regulation-documents.yaml", in: folder) {
        pack.statuteWords = try StatuteWords.load(try node("\(folder)/regulation-documents.yaml"))
      }
      if has("regulations.tsv", in: folder) {
        let path = "\(folder)/regulations.tsv"
        pack.knownRegulations = try KnownRegulations.load(table: try bytes(of: path), file: path)
      }
      if has("calibration.yaml", in: folder) {
        pack.confidences = try ConfidenceCurves.load(try node("\(folder)/calibration.yaml"))
      }
      pack.words = try WordClasses.load(try node("\(folder)/words.yaml"))
      for file in try names(in: folder, "rules", ending: ".yaml") {
        pack.rules += try RuleFile.load(
          try node("\(folder)/rules/\(file)"), name: String(file.dropLast(5)))
      }
      for file in try names(in: folder, "frames", ending: ".yaml") {
        pack.frames += try FrameFile.load(
          try node("\(folder)/frames/\(file)"), name: String(file.dropLast(5)))
      }
    } catch let error as LoadError {
      throw error
    } catch let error as SyntaxError {
      throw .mistake(error)
    } catch {
      throw .unreadable(folder, "\(error)")
    }
    return pack
  }

  /// What a pack says of regulations and their relations, without the rest of it.
  ///
  /// - Parameter folder: the folder of the pack.
  /// - Returns: the kinds of acts, the known acts, and the vocabulary.
  /// - Throws: ``LoadError`` as ``load(from:)`` does.
  package static func loadRegulations(
    from folder: String
  ) throws(LoadError) -> (kinds: RegulationKinds, known: KnownRegulations, vocabulary: Vocabulary) {
    guard has("pack.yaml", in: folder) else { throw .missing(folder) }
    do {
      let kinds = try RegulationKinds.load(try node("\(folder)/regulation-kinds.yaml"))
      let table = "\(folder)/regulations.tsv"
      return (
        kinds, try KnownRegulations.load(table: try bytes(of: table), file: table),
        try Vocabulary.load(folder: folder)
      )
    } catch let error as LoadError {
      throw error
    } catch let error as SyntaxError {
      throw .mistake(error)
    } catch {
      throw .unreadable(folder, "\(error)")
    }
  }

  /// What the readers of documents take from a pack, without the rest of it.
  ///
  /// - Parameter folder: the folder of the pack.
  /// - Returns: a pack with names, languages and lexicon, and without rules and regulations.
  /// - Throws: ``LoadError`` as ``load(from:)`` does.
  public static func loadReading(from folder: String) throws(LoadError) -> DomainPack {
    guard has("pack.yaml", in: folder) else { throw .missing(folder) }
    var pack = DomainPack(folder: folder)
    do {
      for file in try names(in: folder, "gazetteer", ending: ".tsv") {
        let path = "\(folder)/gazetteer/\(file)"
        try pack.gazetteer.add(table: try bytes(of: path), file: path)
      }
      for file in try names(in: folder, "languages", ending: ".yaml") {
        pack.languages.append(try LanguageData.load(try node("\(folder)/languages/\(file)")))
      }
      for file in try names(in: folder, "lexicon", ending: ".txt") {
        let path = "\(folder)/lexicon/\(file)"
        pack.lexicon.formUnion(try WordList.load(try bytes(of: path), file: path))
      }
    } catch let error as LoadError {
      throw error
    } catch let error as SyntaxError {
      throw .mistake(error)
    } catch {
      throw .unreadable(folder, "\(error)")
    }
    return pack
  }

  private static func has(_ file: String, in folder: String) -> Bool {
    FileManager.default.fileExists(atPath: "\(folder)/\(file)")
  }

  private static func names(in folder: String, _ part: String, ending: String) throws -> [String] {
    let path = "\(folder)/\(part)"
    guard FileManager.default.fileExists(atPath: path) else { return [] }
    return try FileManager.default.contentsOfDirectory(atPath: path)
      .filter { $0.hasSuffix(ending) }.sorted()
  }

  private static func bytes(of path: String) throws -> [UInt8] {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw LoadError.unreadable(path, "cannot be read")
    }
    return [UInt8](data)
  }

  private static func node(_ path: String) throws -> PackNode {
    try PackNode.parse(String(decoding: try bytes(of: path), as: UTF8.self), file: path)
  }
}
