public import ArgumentParser
public import Diagnostics

extension MessageLanguage: ExpressibleByArgument {
  /// The language asked for anywhere on the command line; English if none is.
  ///
  /// Read from the arguments themselves, since mistakes in them are told in it too.
  static var chosen: MessageLanguage {
    let arguments = CommandLine.arguments.prefix { $0 != "--" }
    var language = MessageLanguage.english
    for (position, argument) in arguments.enumerated() {
      if argument == "--lang", position + 1 < arguments.count {
        language = MessageLanguage(rawValue: arguments[position + 1]) ?? language
      } else if argument.hasPrefix("--lang=") {
        language = MessageLanguage(rawValue: String(argument.dropFirst(7))) ?? language
      }
    }
    return language
  }
}
