import ArgumentParser
import Pipeline
import RDFSyntax

/// `simpul formats`: what can be written.
struct FormatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "formats",
    abstract: "List the formats that build and convert write.",
    discussion: """
      One line for each: name, the file that build writes (- for formats of convert only), endings, \
      media type, separated by tabs.

      Example:
        simpul formats
      """)

  @OptionGroup var language: LanguageOption

  func run() {
    for format in OutputFormat.allCases {
      let endings = format.endings.joined(separator: ",")
      Terminal.write("\(format.name)\t\(format.fileName)\t\(endings)\t\(format.mediaType)\n")
    }
    for format in RDFFormat.allCases where OutputFormat(name: format.name) == nil {
      let endings = format.endings.joined(separator: ",")
      Terminal.write("\(format.name)\t-\t\(endings)\t\(format.mediaTypes[0])\n")
    }
  }
}
