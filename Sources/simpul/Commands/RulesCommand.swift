import ArgumentParser
import Diagnostics
import DomainPack
import Extraction
import Foundation
import Pipeline

/// `simpul rules`: the rules of the pack and their examples.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "List the extraction rules, or try them on their examples.",
    discussion: """
      Examples:
        simpul rules list
        simpul rules test
        simpul rules test 20-bodies/holder
      """,
    subcommands: [List.self, Test.self])

  /// `simpul rules list`.
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List the rules: name, layer, what they make, number of examples, place.",
      discussion: """
        One line for each, separated by tabs, in the order in which they are applied.

        Example:
          simpul rules list | grep donat
        """)

    @OptionGroup var pack: PackOption
    @OptionGroup var language: LanguageOption

    func run() throws {
      let loaded = try LoadedPack(folder: try pack.find()).pack
      for rule in loaded.rules + loaded.frames.map(\.rule) {
        let makes = [rule.entity?.entityClass].compactMap { $0 } + rule.claims.map(\.predicate)
        var seen: Set<String> = []
        let made = makes.filter { seen.insert($0).inserted }.joined(separator: ",")
        Terminal.write(
          "\(rule.name)\t\(rule.layer.rawValue)\t\(made.isEmpty ? "-" : made)\t"
            + "\(rule.examples.count)\t\(rule.file):\(rule.position.line + 1)\n")
      }
    }
  }

  /// `simpul rules test`.
  struct Test: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Try the rules on the examples in their files.",
      discussion: """
        Every example that does not hold is told with its file and line. Exit status 1 if there is \
        one, or if no rule has the name asked for.

        Examples:
          simpul rules test
          simpul rules test 20-bodies/holder --ontology my-pack
        """)

    @Argument(help: "Only rules whose name (file/rule) contains this.")
    var name = ""

    @OptionGroup var pack: PackOption
    @OptionGroup var language: LanguageOption

    func run() throws {
      let result = try LoadedPack(folder: try pack.find()).ruleReport(name: name)
      for failure in result.failures {
        Terminal.write(failure.rendered(in: language.language) + "\n")
      }
      let held = result.examples - result.failures.count
      let message = Message(
        en: "\(held) of \(result.examples) examples hold; "
          + "\(result.rules - result.untested.count) of \(result.rules) rules have examples",
        id: "\(held) dari \(result.examples) contoh sesuai; "
          + "\(result.rules - result.untested.count) dari \(result.rules) aturan memiliki contoh")
      Terminal.write(message.text(in: language.language) + "\n")
      if !result.failures.isEmpty || result.rules == 0 { throw ExitStatus.answerIsNo }
    }
  }
}
