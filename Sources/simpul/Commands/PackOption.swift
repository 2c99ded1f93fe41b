import ArgumentParser
import Foundation
import Pipeline

/// The option of the commands that need the domain pack.
struct PackOption: ParsableArguments {
  @Option(
    name: .customLong("ontology"),
    help: ArgumentHelp(
      "Folder of the domain pack.",
      discussion: """
        Without it: $SIMPUL_ONTOLOGY, the key “ontology” of .simpul.yaml, share/simpul/ontology \
        beside the program's folder, ./ontology.
        """,
      valueName: "dir"))
  var folder: String?

  /// The folder of the pack.
  ///
  /// - Throws: `PipelineError` if there is none.
  func find() throws(PipelineError) -> String {
    try PackLocation.find(
      named: folder, environment: ProcessInfo.processInfo.environment,
      executable: Bundle.main.executablePath)
  }
}
