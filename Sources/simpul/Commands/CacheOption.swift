import ArgumentParser
import Foundation
import Pipeline

/// The option of the commands that keep what need not be done again.
struct CacheOption: ParsableArguments {
  @Flag(
    name: .customLong("no-cache"),
    help: ArgumentHelp(
      "Do everything anew, and keep nothing for the next time.",
      discussion: """
        Without it what documents say is kept in $SIMPUL_CACHE, the key “cache” of .simpul.yaml, \
        $XDG_CACHE_HOME/simpul, ~/.cache/simpul; “off” keeps nothing. See simpul cache.
        """))
  var isOff = false

  /// The folder; nil for none.
  ///
  /// - Throws: `PipelineError` for a settings file that cannot be read or has a mistake.
  func find() throws(PipelineError) -> String? {
    isOff ? nil : try CacheFolder.find(environment: ProcessInfo.processInfo.environment)
  }
}
