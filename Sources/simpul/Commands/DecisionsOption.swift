import ArgumentParser
import Pipeline

/// The option of the commands that go by the decisions of people.
struct DecisionsOption: ParsableArguments {
  @Option(
    name: .customLong("decisions"),
    help: ArgumentHelp(
      "File with the decisions of people.",
      discussion: """
        Without it: the key “decisions” of .simpul.yaml, ./decisions.yaml, decisions.yaml in a \
        folder of the inputs or beside an input.
        """,
      valueName: "file"))
  var path: String?

  /// The file; nil if none was named and there is none.
  ///
  /// - Throws: `PipelineError` for a mistake in the settings, and where there are several.
  func find(inputs: [String]) throws(PipelineError) -> DecisionFile? {
    try DecisionFile.find(named: path, inputs: inputs)
  }
}
