import ArgumentParser
import PropertyGraph

/// The options by which people say what of a graph they want.
struct GraphFilterOptions: ParsableArguments {
  @Option(
    name: .customLong("class"),
    help: ArgumentHelp(
      "Only nodes of this class, by name, caption or IRI; may be given several times.",
      valueName: "name"))
  var classes: [String] = []

  @Option(
    name: .customLong("predicate"),
    help: ArgumentHelp(
      "Only edges of this predicate and the nodes at them; may be given several times.",
      valueName: "name"))
  var predicates: [String] = []

  @Option(
    name: .customLong("document"),
    help: ArgumentHelp(
      "Only edges that this document states; may be given several times.", valueName: "name"))
  var documents: [String] = []

  @Option(
    name: .customLong("status"),
    help: ArgumentHelp(
      "Only edges of this status, or with an end of it; may be given several times.",
      valueName: "name"))
  var statuses: [String] = []

  @Option(
    help: ArgumentHelp("Only edges of at least this confidence, 0 to 1.", valueName: "number"))
  var minConfidence: Double?

  @Option(
    name: .customLong("year"),
    help: ArgumentHelp(
      "Only edges that hold in this year, or in any of 2010..2015; an end may be left out.",
      valueName: "years"))
  var years: YearRange?

  @Option(
    help: ArgumentHelp(
      "Only what is near this thing, by caption, IRI or its end.", valueName: "thing"))
  var around: String?

  @Option(help: ArgumentHelp("How many edges away from the thing.", valueName: "n"))
  var depth = 1

  @Flag(help: "Only the component with the most nodes.")
  var largestComponent = false

  @Option(help: ArgumentHelp("Only so many of the best connected nodes.", valueName: "n"))
  var top: Int?

  func validate() throws {
    if let minConfidence, !(0...1).contains(minConfidence) {
      throw ValidationError("--min-confidence takes a number from 0 to 1, not \(minConfidence).")
    }
    if depth < 0 { throw ValidationError("--depth takes a number from 0 on, not \(depth).") }
    if let top, top < 1 { throw ValidationError("--top takes a number from 1 on, not \(top).") }
  }

  var filter: GraphFilter {
    var filter = GraphFilter()
    filter.classes = classes
    filter.predicates = predicates
    filter.documents = documents
    filter.statuses = statuses
    filter.minimumConfidence = minConfidence
    filter.years = years?.years
    filter.centre = around
    filter.depth = around == nil ? filter.depth : depth
    filter.isLargestComponentOnly = largestComponent
    filter.top = top
    return filter
  }
}

/// Years as people give them: `2015`, `2010..2015`, `2010..`, `..2015`.
struct YearRange: ExpressibleByArgument {
  var years: ClosedRange<Int>

  init?(argument: String) {
    if let year = Int(argument) {
      years = year...year
      return
    }
    guard let dots = argument.firstRange(of: "..") else { return nil }
    let (from, to) = (argument[..<dots.lowerBound], argument[dots.upperBound...])
    guard let first = from.isEmpty ? Int.min : Int(from), let last = to.isEmpty ? Int.max : Int(to),
      first <= last, !(from.isEmpty && to.isEmpty)
    else { return nil }
    years = first...last
  }
}
