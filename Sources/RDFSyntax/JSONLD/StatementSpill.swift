import RDF

/// Statements that wait to be handed on, in little memory: of each only what tells it from the one
/// before is kept.
///
/// A term is kept as how much of its beginning and of its end is that of the term before in its
/// place, and what stands between; so numbers of one datatype and names in one namespace cost about
/// what they cost in the text.
struct StatementSpill {
  /// A place in the bytes, and the terms of the statement that ends there.
  private struct Cursor {
    var position = 0
    var terms: [[UInt8]] = [[], [], [], []]
  }

  private var bytes: [UInt8] = []
  /// The terms of the last statement.
  private var end = Cursor()
  /// How far the statements have been handed on.
  private var start = Cursor()

  /// Whether no statement waits.
  var isEmpty: Bool { start.position == bytes.count }

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
        let term = source.extracting(run.range)
        let before = end.terms[place]
        guard !before.span.hasSameBytes(as: term) else { continue }
        changes |= 1 << UInt8(place)
        append(term, in: place, after: before.span)
      }
      bytes[head] = changes
    }
    end.position = bytes.count
  }

  /// Moves statements into an empty block until it has enough, or none is left.
  mutating func read(into block: inout QuadBlock, enough: (statements: Int, bytes: Int)) {
    var runs = [QuadBlock.Run](repeating: .none, count: 4)
    var isWritten = [Bool](repeating: false, count: 4)
    while !isEmpty, block.count < enough.statements, block.bytes.count < enough.bytes {
      let changes = bytes[start.position]
      start.position += 1
      for place in runs.indices {
        let isChanged = changes & 1 << UInt8(place) != 0
        if isChanged { readTerm(place) }
        guard isChanged || !isWritten[place] else { continue }
        let first = block.bytes.count
        block.bytes += start.terms[place]
        runs[place] = QuadBlock.Run(start: first, count: block.bytes.count - first)
        isWritten[place] = true
      }
      block.statements.append(QuadBlock.Statement(runs[0], runs[1], runs[2], in: runs[3]))
    }
    if isEmpty { removeAll() }
  }

  /// Keeps a term that differs from the one before in its place.
  private mutating func append(_ term: Span<UInt8>, in place: Int, after before: Span<UInt8>) {
    let most = min(before.count, term.count)
    var prefix = 0
    while prefix < most, before[prefix] == term[prefix] { prefix += 1 }
    var suffix = 0
    while suffix < most - prefix,
      before[before.count - 1 - suffix] == term[term.count - 1 - suffix]
    { suffix += 1 }
    let middle = prefix..<term.count - suffix
    for number in [prefix, suffix, middle.count] { append(number) }
    bytes.append(copying: term.extracting(middle))
    end.terms[place] = Array(copying: term)
  }

  private mutating func readTerm(_ place: Int) {
    let (prefix, suffix, middle) = (readNumber(), readNumber(), readNumber())
    let before = start.terms[place]
    let next = start.position + middle
    start.terms[place].replaceSubrange(
      prefix..<before.count - suffix, with: bytes[start.position..<next])
    start.position = next
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
      let byte = bytes[start.position]
      start.position += 1
      number |= Int(byte & 0x7F) << shift
      if byte < 0x80 { return number }
      shift += 7
    }
  }
}
