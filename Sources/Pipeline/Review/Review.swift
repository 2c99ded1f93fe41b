public import Diagnostics
import DomainPack
import Resolution

/// What deserves a person's decision in some documents, and the file that keeps the decisions.
///
/// ```swift
/// let review = try Review(configuration, file: DecisionFile("decisions.yaml"))
/// for item in try await review.items() { print(item.text(in: .english)) }
/// try review.answer(id, .yes)
/// ```
public struct Review: Sendable {
  private let configuration: BuildConfiguration
  private let pack: LoadedPack
  private let file: DecisionFile
  /// Who decides, as the decisions tell; nil to leave it out.
  private let person: String?
  /// When, as the decisions tell; nil to leave it out.
  private let day: String?

  /// What a review found.
  public struct Findings: Sendable {
    /// The worst first.
    public var items: [ReviewItem]
    /// What was noticed while reading.
    public var diagnostics: [Diagnostic]
  }

  /// A review of the inputs of a build.
  ///
  /// - Parameters:
  ///   - configuration: inputs, pack, jobs, strictness and language count.
  ///   - file: the decisions so far, which need not exist.
  ///   - person: who decides.
  ///   - day: when, as `YYYY-MM-DD`.
  /// - Throws: ``PipelineError`` for a pack that cannot be loaded.
  public init(
    _ configuration: BuildConfiguration, file: DecisionFile, person: String? = nil,
    day: String? = nil
  ) throws(PipelineError) {
    self.configuration = configuration
    self.file = file
    self.person = person
    self.day = day
    pack = try LoadedPack(folder: configuration.pack)
  }

  /// Reads the documents, applies the decisions so far and tells what is left to decide.
  ///
  /// - Throws: ``PipelineError`` as a build does, and for a mistake in the decisions.
  public func run(progress: (BuildProgress) -> Void = { _ in }) async throws -> Findings {
    let decisions = try file.read(vocabulary: pack.vocabulary, mayBeMissing: true)
    let reading = try await Build(configuration).read(with: pack, progress: progress)
    progress(.resolving)
    let decided = Resolver(vocabulary: pack.vocabulary).resolve(
      reading.documents, decisions: decisions.entries)
    let finder = ReviewFinder(decided, pack: pack, language: configuration.language)
    return Findings(items: finder.items(), diagnostics: reading.diagnostics)
  }

  /// The decision that an answer makes, as YAML; nil if it makes none.
  public func yaml(_ item: ReviewItem, _ answer: ReviewDialogue.Answer) -> String? {
    (answer == .yes ? item.yes : item.no)?.yaml(by: person, on: day)
  }

  /// Keeps decisions: a YAML list of them, at the left margin.
  ///
  /// - Throws: ``PipelineError`` as ``DecisionFile/append(_:vocabulary:)`` does.
  public func record(_ yaml: String) throws(PipelineError) {
    try file.append(yaml, vocabulary: pack.vocabulary)
  }
}
