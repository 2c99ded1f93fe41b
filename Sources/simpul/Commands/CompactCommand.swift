import ArgumentParser
import Diagnostics
import Pipeline

/// `simpul compact`: works what was changed beside a snapshot into it.
struct CompactCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compact",
    abstract: "Work what was changed beside a snapshot into it.",
    discussion: """
      What “simpul update” changes in a snapshot goes to a file beside it, FILE.delta, and every \
      command reads both together. This command writes a new snapshot of both, which takes the place \
      of the old one, and removes the file. It can be stopped at any moment: the old state or the new \
      one is there, and they say the same. Terms that no statement has any more are left out.

      Examples:
        simpul compact graph.simpul
        simpul compact *.simpul
      """)

  @Argument(help: ArgumentHelp("Snapshots.", valueName: "file.simpul"))
  var files: [String]

  @OptionGroup var language: LanguageOption

  func run() throws {
    for file in files {
      let message: Message
      if let changed = try Compaction.run(file) {
        message = Message(
          en: "\(file): \(changed.added) \(changed.added == 1 ? "statement" : "statements") added "
            + "and \(changed.removed) removed worked in",
          id: "\(file): \(changed.added) pernyataan ditambahkan dan \(changed.removed) dihapus")
      } else {
        message = Message(
          en: "\(file): nothing was changed beside it",
          id: "\(file): tidak ada perubahan di sampingnya")
      }
      Terminal.note(message.text(in: language.language))
    }
  }
}
