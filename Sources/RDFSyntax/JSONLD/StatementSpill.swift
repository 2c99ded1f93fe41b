import RDF

/// Statements that wait to be handed on, in little memory: of each only what tells it from the one
/// before is kept.
///
/// A term is the same as the last one in its place or the one before that, or it is kept as how much of
/// its beginning and of its end is that of one of them, and what stands between. So numbers of one
/// datatype, names in one namespace and the cells of a list cost about what they cost in the text.
struct StatementSpill {
  /// What a place held in the last statement, and what it held before that.
  private struct History {
    var last: [UInt8] = []
    var earlier: [UInt8] = []

    mutating func append(_ term: [UInt8]) {
      earlier = last
      last = term
    }
  }

  /// What has become of a term, in two bits for each place of a statement.
  private enum Change: UInt8 {
    case none
    case fromLast
    case backToEarlier
    case fromEarlier
  }

  private var bytes: [UInt8] = []
  /// The terms of the last statement.
  private var end = [History](repeating: History(), count: 4)
  /// How far the statements have been handed on, and the terms of the last one of these.
  private var position = 0
  private var start = [History](repeating: History(), count: 4)

  /// Whether no statement waits.
  var isEmpty: Bool { position == bytes.count }

  /// How many bytes wait.
  var byteCount: Int { bytes.count }

  /// Forgets everything.
  mutating func removeAll() { self = StatementSpill() }

  /// Takes the statements of a block.
  mutating func append(_ block: borrowing QuadBlock) {
    let source = block.bytes.span
    for statement in block.statements {
      let runs = [
        statement.subject, statement.predicate, statement.object, statement.graphName,
      ]
      let head = bytes.count
      var changes: UInt8 = 0
      bytes.append(changes)
      for (place, run) in runs.enumerated() {
        let change = append(source.extracting(run.range), in: place)
        changes |= change.rawValue << UInt8(place * 2)
      }
      bytes[head] = changes
    }
  }

  /// Moves statements into an empty block until it has enough, or none is left.
  mutating func read(into block: inout QuadBlock, enough: (statements: Int, bytes: Int)) {
    var runs = [QuadBlock.Run](repeating: .none, count: 4)
    var areWritten = [Bool](repeating: false, count: 4)
    while !isEmpty, block.count < enough.statements, block.bytes.count < enough.bytes {
      let changes = bytes[position]
      position += 1
      for place in runs.indices {
        let change = Change(rawValue: changes >> UInt8(place * 2) & 3) ?? .none
        readTerm(place, change)
        guard change != .none || !areWritten[place] else { continue }
        let first = block.bytes.count
        block.bytes += start[place].last
        runs[place] = QuadBlock.Run(start: first, count: block.bytes.count - first)
        areWritten[place] = true
      }
      block.statements.append(QuadBlock.Statement(runs[0], runs[1], runs[2], in: runs[3]))
    }
    if isEmpty { removeAll() }
  }

  /// Keeps a term, as what it has in common with those before in its place.
  private mutating func append(_ term: Span<UInt8>, in place: Int) -> Change {
    let history = end[place]
    if history.last.span.hasSameBytes(as: term) { return .none }
    defer { end[place].append(Array(copying: term)) }
    if history.earlier.span.hasSameBytes(as: term) { return .backToEarlier }
    let last = Self.common(history.last.span, term)
    let earlier = Self.common(history.earlier.span, term)
    let isLast = last.prefix + last.suffix >= earlier.prefix + earlier.suffix
    let (prefix, suffix) = isLast ? last : earlier
    let middle = prefix..<term.count - suffix
    for number in [prefix, suffix, middle.count] { append(number) }
    bytes.append(copying: term.extracting(middle))
    return isLast ? .fromLast : .fromEarlier
  }

  /// How long a beginning and an end two terms have in common, which do not overlap in either.
  private static func common(
    _ before: Span<UInt8>, _ term: Span<UInt8>
  ) -> (prefix: Int, suffix: Int) {
    let most = min(before.count, term.count)
    var prefix = 0
    while prefix < most, before[prefix] == term[prefix] { prefix += 1 }
    var suffix = 0
    while suffix < most - prefix,
      before[before.count - 1 - suffix] == term[term.count - 1 - suffix]
    { suffix += 1 }
    return (prefix, suffix)
  }

  private mutating func readTerm(_ place: Int, _ change: Change) {
    switch change {
    case .none: return
    case .backToEarlier: start[place].append(start[place].earlier)
    case .fromLast: start[place].append(readTerm(from: start[place].last))
    case .fromEarlier: start[place].append(readTerm(from: start[place].earlier))
    }
  }

  private mutating func readTerm(from before: [UInt8]) -> [UInt8] {
    let (prefix, suffix, middle) = (readNumber(), readNumber(), readNumber())
    var term = Array(before[..<prefix])
    term += bytes[position..<position + middle]
    term += before[(before.count - suffix)...]
    position += middle
    return term
  }

  /// Seven bits to a byte, the lowest first; all but the last byte have the upper bit set.
  private mutating func append(_ number: Int) {
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(rest & 0x7F) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  private mutating func readNumber() -> Int {
    var (number, shift) = (0, 0)
    while true {
      let byte = bytes[position]
      position += 1
      number |= Int(byte & 0x7F) << shift
      if byte < 0x80 { return number }
      shift += 7
    }
  }
}
