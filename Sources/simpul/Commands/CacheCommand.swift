import ArgumentParser
import Diagnostics
import Foundation
import Pipeline

/// `simpul cache`: what builds keep, and the tidying of it.
struct CacheCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cache",
    abstract: "Show what builds keep for the next time, or tidy it up.",
    discussion: """
      What a document says is kept under a digest of its bytes, the rules and names of the pack, and \
      the program: a build reads only what has changed. Everything here can be removed; the next \
      build is slower, and comes to the same.

      The folder is $SIMPUL_CACHE, the key “cache” of .simpul.yaml, $XDG_CACHE_HOME/simpul or \
      ~/.cache/simpul, in this order; “off” keeps nothing.

      Examples:
        simpul cache
        simpul cache --prune
        simpul cache --prune --unused-for 0
      """)

  @Flag(help: "Tell how much is kept; so without options.")
  var status = false

  @Flag(help: "Remove what has not been used for some days.")
  var prune = false

  @Option(
    name: .customLong("unused-for"),
    help: ArgumentHelp("With --prune: for how many days; 0 removes all.", valueName: "days"))
  var days: Int?

  @OptionGroup var language: LanguageOption

  /// How long what nobody uses is kept.
  private static let usualDays = 30

  func validate() throws {
    if status, prune { throw ValidationError("Take --status or --prune, not both.") }
    if let days, !prune || days < 0 {
      throw ValidationError("--unused-for takes a number of days, at least 0, beside --prune.")
    }
  }

  func run() throws {
    guard let folder = try CacheFolder.find(environment: ProcessInfo.processInfo.environment) else {
      tell(Message(en: "nothing is kept: the cache is off", id: "tidak ada simpanan: cache mati"))
      return
    }
    var contents = try CacheContents(folder: folder)
    if prune {
      let days = days ?? Self.usualDays
      let time = days == 0 ? Date.distantFuture : Date(timeIntervalSinceNow: -86_400 * Double(days))
      let removed = try contents.prune(usedBefore: time)
      tell(
        Message(
          en:
            "\(removed.count) \(removed.count == 1 ? "entry" : "entries") removed, \(Self.megabytes(removed.bytes)) MB",
          id: "\(removed.count) entri dihapus, \(Self.megabytes(removed.bytes)) MB"))
    }
    let used = contents.leastRecentUse.map { $0.formatted(.iso8601.year().month().day()) }
    tell(
      Message(
        en:
          "\(folder): \(contents.count) \(contents.count == 1 ? "entry" : "entries"), \(Self.megabytes(contents.bytes)) MB"
          + (used.map { ", least recently used on \($0)" } ?? ""),
        id: "\(folder): \(contents.count) entri, \(Self.megabytes(contents.bytes)) MB"
          + (used.map { ", terlama tidak dipakai sejak \($0)" } ?? "")))
  }

  private func tell(_ message: Message) {
    Terminal.write(Array("\(message.text(in: language.language))\n".utf8))
  }

  /// Millions of bytes with one digit behind the point.
  private static func megabytes(_ bytes: Int64) -> String {
    "\((Double(bytes) / 100_000).rounded() / 10)"
  }
}
