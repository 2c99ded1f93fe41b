import Pipeline

/// How the program ends.
enum ExitStatus: Int32, Error {
  case done = 0
  /// Done, and the answer is no: nothing found, an example does not hold.
  case answerIsNo = 1
  case unusableArguments = 2
  case badInput = 65
  case inputOutput = 74

  /// The status for a kind of error.
  init(_ kind: PipelineError.Kind) {
    self =
      switch kind {
      case .arguments: .unusableArguments
      case .badInput: .badInput
      case .inputOutput: .inputOutput
      case .nothingFound: .answerIsNo
      }
  }
}
