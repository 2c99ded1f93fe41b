import ArgumentParser
import Pipeline

/// Formats given by their names: `turtle,nquads`, or `all`.
struct FormatList: ExpressibleByArgument {
  var formats: Set<OutputFormat>

  static let all = FormatList(formats: Set(OutputFormat.allCases))

  static let usual = FormatList(formats: OutputFormat.usual)

  init(formats: Set<OutputFormat>) { self.formats = formats }

  init?(argument: String) {
    if argument == "all" {
      self = .all
      return
    }
    var formats: Set<OutputFormat> = []
    for name in argument.split(separator: ",", omittingEmptySubsequences: false) {
      guard let format = OutputFormat(name: String(name)) else { return nil }
      formats.insert(format)
    }
    self.formats = formats
  }

  var defaultValueDescription: String {
    OutputFormat.allCases.filter(formats.contains).map(\.name).joined(separator: ",")
  }

  static var allValueStrings: [String] { OutputFormat.allCases.map(\.name) + ["all"] }
}
