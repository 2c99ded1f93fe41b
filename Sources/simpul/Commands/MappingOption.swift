import ArgumentParser

/// The option of the commands that make claims of tables.
struct MappingOption: ParsableArguments {
  @Option(
    name: .customLong("mapping"),
    help: ArgumentHelp(
      "File that tells what the columns of all CSV and TSV files mean.",
      discussion: "Without it: NAME.map.yaml beside the table, or map.yaml in its folder.",
      valueName: "file"))
  var file: String?
}
