import ArgumentParser
import Pipeline

/// The options by which people describe the graph that a build writes.
struct PublicationOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "What the graph is called.",
      discussion: """
        Without these options: the keys title, license, creator and published of .simpul.yaml.
        """,
      valueName: "text"))
  var title: String?

  @Option(help: ArgumentHelp("IRI of the licence that the graph is given under.", valueName: "iri"))
  var license: String?

  @Option(help: ArgumentHelp("The person or body that makes the graph.", valueName: "name"))
  var creator: String?

  @Option(
    help: ArgumentHelp(
      "IRI of the folder in which the files are published; ends with /.", valueName: "iri"))
  var publishedAt: String?

  /// What was said, completed by the settings of the project.
  ///
  /// - Throws: `PipelineError` for what is no IRI or empty, and for a mistake in the settings.
  func publication() throws(PipelineError) -> Publication {
    try Publication(title: title, license: license, creator: creator, place: publishedAt)
      .completed(by: .ofProject())
  }
}
