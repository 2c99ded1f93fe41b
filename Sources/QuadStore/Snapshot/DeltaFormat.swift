import RDF

/// The layout of the file of changes beside a snapshot.
///
/// A header of ``headerSize`` bytes, and behind it records, each of as large a header and a body. Numbers
/// are of the machine that wrote them. The header names the snapshot, so that changes are never worked
/// into another one. The checksum of a record's header is over that of the record before it too, so that
/// none can be left out or change places.
///
/// A record is one update: terms that neither the snapshot nor the records before have, whose numbers
/// go on; names of graphs that come and go; statements that come and go, by numbers, with their rows in
/// each order of the snapshot, which never change and need not be sought then. Or it says that before it is in another snapshot, which takes the place of this one.
enum DeltaFormat {
  /// What is at the end of the name of a snapshot's changes.
  static let nameEnding = ".delta"
  /// `SIMPULQD` as the eight bytes stand in the file.
  static let magic: UInt64 = 0x4451_4C55_504D_4953
  /// The version that this program writes, and the only one that it reads.
  static let version = 1
  static let headerSize = 64
  /// In how many orders at most a statement has a row.
  static let rowsPerStatement = 6
  /// How many numbers tell what is known about a predicate: 0 for the default graph and 1 for named ones,
  /// the predicate or 0 for all, and the counts of statements, subjects and objects.
  static let numbersPerPredicate = 5

  /// What a record is.
  enum Kind: UInt64 {
    case update = 1
    case folded = 2
  }

  /// The name of the changes of a snapshot, whose path has no links.
  static func path(beside snapshot: String) -> String { snapshot + nameEnding }

  /// The header of the changes of a snapshot.
  static func header(_ identity: SnapshotIdentity) -> [UInt64] {
    var words: [UInt64] = [
      magic, UInt64(version) | UInt64(SnapshotFormat.byteOrderMark) << 32, identity.header,
      identity.table, 0, 0, 0,
    ]
    words.append(checksum(words))
    return words
  }

  static func checksum(_ words: [UInt64]) -> UInt64 {
    words.withUnsafeBytes { SnapshotFormat.checksum($0) }
  }

  /// A record behind one whose header has this checksum.
  static func record(
    _ kind: Kind, counts: [UInt64], _ body: [UInt8], after seal: UInt64
  ) -> [UInt8] {
    var padded = body
    padded += Array(repeating: 0, count: (8 - body.count % 8) % 8)
    var words = [kind.rawValue, UInt64(padded.count)]
    words.append(padded.withUnsafeBytes { SnapshotFormat.checksum($0) })
    words += counts
    words.append(checksum([seal] + words))
    return words.withUnsafeBytes { Array($0) } + padded
  }

  /// One update.
  struct Update {
    /// The terms that come, in order of their numbers.
    var terms: [[UInt8]] = []
    /// The numbers of the graphs that come and go.
    var created: [UInt32] = []
    var dropped: [UInt32] = []
    /// The statements that come and go, in order.
    var added: [TermDictionary.Statement] = []
    var removed: [TermDictionary.Statement] = []
    /// The rows of those that come and, behind them, of those that go.
    var rows: [StatementRows] = []
    /// What is known about their predicates after the update, of the default graph and of named ones.
    var triples = IndexStatistics(predicates: [], subjects: 0, objects: 0)
    var quads = IndexStatistics(predicates: [], subjects: 0, objects: 0)

    var isEmpty: Bool { created.isEmpty && dropped.isEmpty && added.isEmpty && removed.isEmpty }

    /// The record of it.
    func record(after seal: UInt64) -> [UInt8] {
      var numbers: [UInt32] = []
      var end: UInt32 = 0
      for term in terms {
        end += UInt32(term.count)
        numbers.append(end)
      }
      numbers += created + dropped
      for statement in added + removed {
        numbers += [
          statement.subject, statement.predicate, statement.object, statement.graphName,
        ]
      }
      for row in rows { numbers += (0..<DeltaFormat.rowsPerStatement).map { row[$0] } }
      for (place, part) in [triples, quads].enumerated() {
        numbers += [UInt32(place), 0, 0, UInt32(part.subjects), UInt32(part.objects)]
        for known in part.predicates {
          numbers += [
            UInt32(place), known.predicate, UInt32(known.count), UInt32(known.subjects),
            UInt32(known.objects),
          ]
        }
      }
      let known = UInt64(triples.predicates.count + quads.predicates.count + 2)
      let graphs = UInt64(created.count) | UInt64(dropped.count) << 32
      return DeltaFormat.record(
        .update,
        counts: [
          UInt64(terms.count) | known << 32, UInt64(added.count), UInt64(removed.count), graphs,
        ],
        numbers.withUnsafeBytes { Array($0) } + terms.joined(), after: seal)
    }
  }
}
