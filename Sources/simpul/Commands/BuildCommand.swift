public import ArgumentParser
import Diagnostics
import Foundation
public import Mapping
import Pipeline

/// `simpul build`: documents in, exports out.
struct BuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Read documents and write the graph in every format.",
    discussion: """
      Folders are searched to the bottom; hidden files are not read. A file that cannot be read \
      is reported and skipped. The exports appear whole or not at all; other files in their \
      folder are left alone. Documents that have not changed are not read again, and where \
      nothing has changed nothing is written.

      Examples:
        simpul build my-documents
        simpul build theses news/kochi.txt -o graph --formats nquads,graphml
        simpul build my-documents --lang id --strict
        simpul build my-documents --decisions decisions.yaml
        simpul build my-documents --watch
        simpul build --from-claims claims-1.jsonl claims-2.jsonl
      """)

  @Argument(help: ArgumentHelp("Files and folders to read.", valueName: "input"))
  var inputs: [String]

  @Flag(help: "The inputs are claims that simpul extract wrote, not documents.")
  var fromClaims = false

  @Option(
    name: [.short, .customLong("output")],
    help: ArgumentHelp("Folder for the exports.", valueName: "dir"))
  var output = "exports"

  @Option(
    name: .customLong("formats"),
    help: ArgumentHelp(
      "Formats to write, separated by commas, or all; see simpul formats.", valueName: "names"))
  var formats = FormatList.usual

  @OptionGroup var pack: PackOption

  @OptionGroup var decisions: DecisionsOption

  @OptionGroup var mapping: MappingOption

  @Option(help: ArgumentHelp("IRI under which things get theirs.", valueName: "iri"))
  var base = "https://w3id.org/simpul/id/"

  @Option(help: "Documents read at the same time; by default one for each processor.")
  var jobs: Int?

  @OptionGroup var cache: CacheOption

  @Option(help: "How claims tell their statements: 1.1 (rdf:subject …) or 1.2 (triple terms).")
  var rdf = GraphMapper.Profile.rdf11

  @Option(help: "Terms of other vocabularies beside those of Simpul: none, eli or all.")
  var alignments = GraphMapper.Alignments.eli

  @OptionGroup(title: "What of the graph stands in the formats for viewers")
  var graph: GraphFilterOptions

  @OptionGroup(title: "What does not leave the house") var privacy: PrivacyOptions

  @OptionGroup(title: "Description of the graph") var publication: PublicationOptions

  @Flag(help: "End with an error at the first document that cannot be read.")
  var strict = false

  @Flag(help: "Do everything except writing.")
  var dryRun = false

  @Flag(
    help: ArgumentHelp(
      "Build again whenever something has changed, until interrupted.",
      discussion: """
        Documents, sidecars, the pack and the decisions are watched. A build that fails is told, and \
        the next change builds again. .simpul.yaml is read once.
        """))
  var watch = false

  @OptionGroup var language: LanguageOption

  func validate() throws {
    if let jobs, !(1...1024).contains(jobs) {
      throw ValidationError("--jobs takes a number from 1 to 1024, not \(jobs).")
    }
    if watch, dryRun { throw ValidationError("--watch writes; it cannot go with --dry-run.") }
    if watch, inputs.contains("-") {
      throw ValidationError("--watch takes files and folders: standard input (-) ends once.")
    }
  }

  func run() async throws {
    var configuration = BuildConfiguration(inputs: inputs, pack: try pack.find())
    configuration.areClaims = fromClaims
    configuration.output = output
    configuration.mapping = mapping.file
    configuration.formats = formats.formats
    configuration.base = base
    configuration.jobs = jobs ?? ProcessInfo.processInfo.activeProcessorCount
    configuration.cache = try cache.find()
    configuration.isStrict = strict
    configuration.language = language.language
    configuration.alignments = alignments
    configuration.profile = rdf
    configuration.filter = graph.filter
    configuration.decisions = try decisions.find(inputs: inputs)?.path
    configuration.privacy = privacy.privacy
    configuration.publication = try publication.publication()
    guard watch else {
      try await build(configuration)
      return
    }
    let watch = BuildWatch(configuration)
    var sight = watch.look()
    while true {
      do {
        try await build(configuration)
      } catch let error as PipelineError {
        Terminal.note("simpul: \(error.message.text(in: language.language))")
      }
      Terminal.note(
        Message(
          en: "waiting for changes; Ctrl-C ends", id: "menunggu perubahan; Ctrl-C mengakhiri"
        ).text(in: language.language))
      sight = try await watch.change(since: sight)
    }
  }

  private func build(_ configuration: BuildConfiguration) async throws {
    let line = ProgressLine(language: language.language)
    defer { line.clear() }
    let summary = try await Build(configuration).run(isDry: dryRun) { line.show($0) }
    line.clear()
    for diagnostic in summary.diagnostics {
      Terminal.note(diagnostic.rendered(in: language.language))
    }
    Terminal.note(told(summary).text(in: language.language))
  }

  private func told(_ summary: BuildSummary) -> Message {
    let notes = [
      summary.skipped > 0
        ? Message(en: "\(summary.skipped) skipped", id: "\(summary.skipped) dilewati") : nil,
      summary.reused > 0
        ? Message(en: "\(summary.reused) unchanged", id: "\(summary.reused) tidak berubah") : nil,
    ].compactMap(\.self)
    func aside(_ language: MessageLanguage) -> String {
      notes.isEmpty
        ? "" : " (\(notes.map { $0.text(in: language) }.joined(separator: ", ")))"
    }
    let (applied, idle) = (summary.decisionsApplied, summary.decisionsWithoutEffect)
    let files = summary.files.map { "\(output)/\($0)" }.joined(separator: ", ")
    let outcome =
      dryRun
      ? Message(en: "nothing written (--dry-run)", id: "tidak ada yang ditulis (--dry-run)")
      : summary.isUnchanged
        ? Message(en: "nothing has changed: \(files)", id: "tidak ada yang berubah: \(files)")
        : Message(en: files, id: files)
    return Message(
      en: """
        \(summary.documents) \(summary.documents == 1 ? "document" : "documents")\(aside(.english)), \
        \(summary.entities) things, \(summary.facts) facts from \(summary.claims) claims, \
        \(summary.conflicts) \(summary.conflicts == 1 ? "conflict" : "conflicts")\
        \(applied + idle > 0 ? ", \(applied) of \(applied + idle) decisions applied" : "")
        \(outcome.english)
        """,
      id: """
        \(summary.documents) dokumen\(aside(.indonesian)), \
        \(summary.entities) entitas, \(summary.facts) fakta dari \(summary.claims) klaim, \
        \(summary.conflicts) pertentangan\
        \(applied + idle > 0 ? ", \(applied) dari \(applied + idle) keputusan diterapkan" : "")
        \(outcome.indonesian)
        """)
  }
}

extension GraphMapper.Profile: ExpressibleByArgument {}
extension GraphMapper.Alignments: ExpressibleByArgument {}
