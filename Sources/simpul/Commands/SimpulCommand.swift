import ArgumentParser
import Pipeline

/// The program: documents about cooperation between cities become a knowledge graph.
struct SimpulCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "simpul",
    abstract: "Turn documents about cooperation between cities into a knowledge graph.",
    discussion: """
      Examples:
        simpul build my-documents -o exports     graph and report of a folder
        simpul explain bandung                   what the sources say of a thing
        simpul lineage "UU 23/2014"              what a regulation rests on, and what on it
        simpul review my-documents               what deserves a person's decision
        simpul read letter.docx                  what the reader makes of a file
        simpul evaluate --gold gold docs         what a build finds, against annotations
        simpul convert graph.ttl -o graph.nq     RDF from one syntax to another
        simpul diff old.ttl new.ttl              what two graphs do not have in common

      Exit status: 0 done, 1 done but the answer is no, 2 unusable arguments,
      65 bad input data, 74 input or output failed.
      """,
    version: SimpulVersion.current,
    subcommands: [
      BuildCommand.self, ReadCommand.self, ExtractCommand.self, ExplainCommand.self,
      QueryCommand.self, UpdateCommand.self, CompactCommand.self,
      LineageCommand.self, EvaluateCommand.self, ReviewCommand.self, RulesCommand.self,
      FormatsCommand.self,
      ConvertCommand.self, CanonicalizeCommand.self, DiffCommand.self, StatsCommand.self,
      CacheCommand.self,
    ])
}
