/// Where the rows and years of a timeline are; units are pixels at its natural size.
struct TimelineLayout {
  /// An act, or what stands for several.
  struct Row {
    /// The place among the nodes of the picture.
    var node: Int
    /// From 0.
    var number: Int
  }

  static let width = 1180
  static let rowHeight = 38
  /// The width of names and titles.
  static let labelWidth = 330.0
  /// Where the years begin.
  static let left = 366.0
  /// Where they end.
  static let right = 1150.0
  /// Where the first row begins.
  let top = 78

  /// In order of the begins; what stands for several comes last.
  let rows: [Row]
  /// The row of each node.
  let rowOfNode: [Int: Int]
  /// The years at which lines stand.
  let ticks: [Int]
  /// By node: from when until when its act is in force; nil for what stands for several.
  let validities: [Validity?]
  /// By edge: when it takes effect; nil if nothing tells.
  let dates: [LineageDate?]
  private let years: ClosedRange<Int>
  /// The agreements and programs that have a row: those with a date, and those that rest on an act of
  /// the picture.
  let things: [LineagePicture.Thing]
  /// How many others there are; they have one row together.
  let foldedThingCount: Int
  /// The most rows of agreements and programs.
  static let mostThings = 40
  private static let thingHeadHeight = 34

  init(_ picture: LineagePicture, day: LineageDate?) {
    let told = picture.things.filter { $0.begin != nil || $0.basis != nil }
    things = Array(told.prefix(Self.mostThings))
    foldedThingCount = picture.things.count - things.count
    let validities = picture.nodes.map(picture.validity)
    self.validities = validities
    dates = picture.edges.map(picture.date)
    func begin(_ node: Int) -> Int32 {
      guard let validity = validities[node] else { return .max }
      return validity.from?.date.first
        ?? validity.earliestYear.map { LineageDate(year: $0).first }
        ?? validity.until?.date.first ?? .max - 1
    }
    let order = picture.nodes.indices.sorted {
      (begin($0), $0) < (begin($1), $1)
    }
    rows = order.enumerated().map { Row(node: $1, number: $0) }
    rowOfNode = Dictionary(uniqueKeysWithValues: rows.map { ($0.node, $0.number) })
    var found: [Int] = day.map { [$0.year] } ?? []
    for validity in validities.compactMap(\.self) {
      found += [validity.from?.date.year, validity.until?.date.year, validity.earliestYear]
        .compactMap { $0 }
    }
    found += dates.compactMap(\.?.year)
    for thing in things {
      found += [thing.signed, thing.from, thing.until].compactMap { $0?.year }
    }
    let first = found.min() ?? 2000
    let last = max(found.max() ?? first, first + 1) + 1
    years = first...last
    let step = [1, 2, 5, 10, 20, 50, 100].first { (last - first) / $0 <= 14 } ?? 200
    ticks = years.filter { $0 % step == 0 }
  }

  /// Where the years end below.
  var bottom: Int {
    thingsTop + thingRowCount * Self.rowHeight + 4
  }

  private var thingRowCount: Int { things.count + (foldedThingCount > 0 ? 1 : 0) }

  /// Where agreements and programs begin.
  var thingsTop: Int {
    top + rows.count * Self.rowHeight + (thingRowCount > 0 ? Self.thingHeadHeight : 0)
  }

  /// The middle of the row of an agreement or a program.
  func y(ofThing number: Int) -> Int { thingsTop + number * Self.rowHeight + Self.rowHeight / 2 }

  var height: Int { bottom + 56 }

  /// The middle of a row.
  func y(_ row: Row) -> Int { top + row.number * Self.rowHeight + Self.rowHeight / 2 }

  /// Where a day is, given as the digits of a number.
  func x(_ day: Int32) -> Double {
    let year = Double(day / 10_000)
    let month = Double(day / 100 % 100)
    let time = year + (month - 1) / 12 + (Double(day % 100) - 1) / 372
    let share = (time - Double(years.lowerBound)) / Double(years.count)
    return Self.left + min(max(share, 0), 1) * (Self.right - Self.left)
  }

  /// Where the relation of the edge at a place takes effect.
  func x(ofEdge edge: Int) -> Double { dates[edge].map { x($0.first) } ?? Self.left }

  /// Where the bar of the node at a place begins and ends.
  func bar(of node: Int) -> (start: Double, end: Double, isBeginKnown: Bool) {
    let validity = validities[node]
    let end = validity?.until.map { x($0.date.first) } ?? Self.right
    if let from = validity?.from { return (x(from.date.first), end, from.date.day != nil) }
    let start = validity?.earliestYear.map { x(LineageDate(year: $0).first) } ?? Self.left
    return (min(start, end), end, false)
  }
}
