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

  /// The folder of the pack; nil if none was named and there is none.
  ///
  /// - Throws: `PipelineError` if what was named is no pack.
  func findIfThere() throws(PipelineError) -> String? {
    let environment = ProcessInfo.processInfo.environment
    guard folder == nil, environment[PackLocation.variable]?.isEmpty ?? true else {
      return try find()
    }
    do throws(PipelineError) {
      return try find()
    } catch {
      // Without a pack the looks are the program's; a mistake in a settings file is one.
      guard error.kind == .arguments else { throw error }
      return nil
    }
  }
}
