public import ArgumentParser
import Diagnostics
import Documents
public import Pipeline

/// `simpul read`: what the reader makes of a file.
struct ReadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read",
    abstract: "Show what the reader makes of a file.",
    discussion: """
      Line breaks within paragraphs are mended, page numbers and running heads left out. The form \
      json tells for every block which characters of the raw text it stands for.

      Examples:
        simpul read thesis.txt
        simpul read news.html --to markdown
        simpul read letter.docx --to json
      """)

  @Argument(help: ArgumentHelp("The file.", valueName: "file"))
  var file: String

  @Option(name: .customLong("to"), help: "The form: text, markdown or json.")
  var form = DocumentText.text

  @OptionGroup var pack: PackOption
  @OptionGroup var language: LanguageOption

  func run() throws {
    let document = try LoadedPack(folder: try pack.find()).document(atPath: file)
    for diagnostic in document.diagnostics {
      Terminal.note(diagnostic.rendered(in: language.language))
    }
    Terminal.write(try form.render(document))
  }
}

extension DocumentText: ExpressibleByArgument {}
