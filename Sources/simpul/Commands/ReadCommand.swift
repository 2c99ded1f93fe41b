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
      json tells of every block its kind, its place in the file and its language, and of the \
      metadata where they come from: a sidecar (NAME.meta.yaml beside the file), the file itself, \
      or its text. bibtex, ris and csl give the document and the works it cites for a reference \
      manager.

      Of an archive (.zip) or a corpus (JSON Lines) every document is shown: text and markdown with \
      a heading line for each, json as JSON Lines, the others as one bibliography.

      Examples:
        simpul read thesis.txt
        simpul read news.html --to markdown
        simpul read letter.docx --to json
        simpul read thesis.pdf --to bibtex > thesis.bib
        simpul read letters.zip --to json | jq -r .metadata.title.value
      """)

  @Argument(help: ArgumentHelp("The file.", valueName: "file"))
  var file: String

  @Option(
    name: .customLong("to"), help: "The form: text, markdown, json, bibtex, ris or csl.")
  var form = DocumentText.Form.text

  @Flag(help: "End with an error at the first document of several that cannot be read.")
  var strict = false

  @OptionGroup var pack: PackOption
  @OptionGroup var language: LanguageOption

  func run() throws {
    let pack = try ReadingPack(folder: try pack.find())
    var view = DocumentText(form, reader: pack.reader)
    var documents = 0
    try pack.readDocuments(atPath: file) { found in
      switch found {
      case .problem(let diagnostic):
        if strict, diagnostic.severity > .note, diagnostic.id != "sidecar.mistake" {
          throw PipelineError(
            .badInput,
            Message(
              en: diagnostic.rendered(in: .english), id: diagnostic.rendered(in: .indonesian)))
        }
        Terminal.note(diagnostic.rendered(in: language.language))
      case .document(let document, let path):
        if documents == 0 { Terminal.write(view.opening) }
        documents += 1
        Terminal.write(try view.render(document, path: path))
      }
    }
    guard documents > 0 else {
      throw PipelineError(
        .badInput,
        Message(en: "\(file): no document could be read", id: "\(file): tidak ada dokumen terbaca"))
    }
    Terminal.write(view.closing)
  }
}

extension DocumentText.Form: ExpressibleByArgument {}
