import ArgumentParser
import Pipeline

/// `simpul formats`: what can be written.
struct FormatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "formats",
    abstract: "List the formats that build writes.",
    discussion: """
      One line for each: name, file, media type, separated by tabs.

      Example:
        simpul formats
      """)

  @OptionGroup var language: LanguageOption

  func run() {
    for format in OutputFormat.allCases {
      Terminal.write("\(format.name)\t\(format.fileName)\t\(format.mediaType)\n")
    }
  }
}
