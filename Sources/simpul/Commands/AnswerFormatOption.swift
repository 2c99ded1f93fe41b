import ArgumentParser
import Pipeline

/// How an answer is written, as an argument of the command line.
struct AnswerFormatOption: ExpressibleByArgument {
  let format: AnswerFormat

  init?(argument: String) {
    guard let format = AnswerFormat(name: argument) else { return nil }
    self.format = format
  }

  static var allValueStrings: [String] { AnswerFormat.names }
}
