public import ArgumentParser
public import Pipeline

/// The options by which people say what does not leave the house.
struct PrivacyOptions: ParsableArguments {
  @Option(help: "How much of the documents' words is written: none, short or full.")
  var quotes = Privacy.QuoteLength.full

  @Option(
    name: .customLong("without-class"),
    help: ArgumentHelp(
      "Leave out all things of this class, what is said of them and their names; may be given "
        + "several times.", valueName: "name"))
  var withoutClasses: [String] = []

  var privacy: Privacy {
    var privacy = Privacy()
    privacy.quotes = quotes
    privacy.withoutClasses = withoutClasses
    return privacy
  }
}

extension Privacy.QuoteLength: ExpressibleByArgument {}
