import ArgumentParser
import Diagnostics

/// The option that every command has.
struct LanguageOption: ParsableArguments {
  @Option(name: .customLong("lang"), help: "Language of messages and captions: en or id.")
  var language = MessageLanguage.english
}
