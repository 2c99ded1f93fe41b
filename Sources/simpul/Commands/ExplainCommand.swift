import ArgumentParser
import Diagnostics
import Foundation
import Pipeline

/// `simpul explain`: what stands behind a thing or a statement.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Show the claims, quotes and rules behind a thing or a fact.",
    discussion: """
      A thing is named by its IRI, the end of it, any of its names, a regulation key, or the \
      digits of a claim. Exit status 1 if the graph has no such thing or says no such thing.

      Examples:
        simpul explain Bandung
        simpul explain city/id/bandung sisterCityOf
        simpul explain city/id/bandung sisterCityOf Kawasaki --json
        simpul explain UU/1999/22 --data exports/graph.nq
      """)

  @Argument(help: ArgumentHelp("The thing.", valueName: "thing"))
  var thing: String

  @Argument(help: ArgumentHelp("Only statements with this predicate.", valueName: "predicate"))
  var predicate: String?

  @Argument(help: ArgumentHelp("Only statements with this at the other end.", valueName: "object"))
  var object: String?

  @Option(
    help: ArgumentHelp(
      "N-Quads of a build, or a snapshot of them. By default exports/graph.nq, or "
        + "exports/graph.simpul where that is younger.",
      valueName: "file"))
  var data: String?

  @Flag(help: "Write JSON.")
  var json = false

  @OptionGroup var language: LanguageOption

  func run() throws {
    let data = self.data ?? StandardData.path
    let explainer = try Explainer(path: data, language: language.language)
    let explanations = explainer.explain(thing, predicate: predicate, object: object)
    if json {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
      Terminal.write([UInt8](try encoder.encode(explanations)) + [UInt8(ascii: "\n")])
    } else {
      let texts = explanations.map { $0.text(in: language.language) }
      Terminal.write(texts.joined(separator: "\n"))
    }
    guard explanations.isEmpty else { return }
    let asked = [thing, predicate, object].compactMap { $0 }.joined(separator: " ")
    let message = Message(
      en: "\(data): nothing found for “\(asked)”",
      id: "\(data): tidak ditemukan apa pun untuk “\(asked)”")
    Terminal.note("simpul: \(message.text(in: language.language))")
    throw ExitStatus.answerIsNo
  }
}
