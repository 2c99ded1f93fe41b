import RDF

extension QuadStore {
  /// Opens a snapshot file, which stays mapped as long as the store is held, with what is changed beside
  /// it (``SnapshotClaim``).
  ///
  /// Only the header, the counts and the changes are read; what else is read is verified when it is
  /// first touched.
  ///
  /// - Complexity: O(changes), but for one checksum for each 64 KiB of the file, which is eight bytes.
  /// - Throws: ``SnapshotError`` if the file is none, is not of this version, or is damaged there, and
  ///   if the changes are damaged or of another snapshot.
  public init(snapshot path: String) throws(SnapshotError) {
    while true {
      let reader = try SnapshotReader(path)
      let snapshot = try reader.store()
      let real = FileIdentity.resolved(path)
      let empty = DeltaContents(of: snapshot)
      let found = Result { () throws(SnapshotError) in
        try DeltaReader.contents(beside: real, of: reader.identity, empty)
      }
      // Another snapshot may have taken the place of this one, with its changes or without.
      guard reader.isNamed(path) else { continue }
      let delta = try found.get()
      self.init(
        snapshot, changed: delta,
        origin: SnapshotOrigin(
          path: real, identity: reader.identity, byteCount: reader.byteCount,
          defaultGraph: snapshot.defaultGraph, namedGraphs: snapshot.namedGraphs, delta: delta))
      return
    }
  }

  /// A snapshot with what is changed beside it.
  private init(_ snapshot: QuadStore, changed delta: DeltaContents, origin: SnapshotOrigin) {
    let terms =
      delta.terms.count == 0 ? snapshot.terms : TermTable(snapshot.terms, added: delta.terms)
    self.init(
      terms: terms,
      defaultGraph: snapshot.defaultGraph.merged(
        with: delta.changes.part(named: false), termCount: terms.count,
        known: delta.statistics.triples),
      namedGraphs: snapshot.namedGraphs.merged(
        with: delta.changes.part(named: true), names: delta.graphs.sorted(),
        termCount: terms.count, known: delta.statistics.quads),
      origin: origin)
  }
}

/// Finds the sections of a mapped snapshot.
private struct SnapshotReader {
  private let file: MappedFile
  private var sections: [SnapshotFormat.Section: (range: Range<Int>, checksums: Int)] = [:]

  init(_ path: String) throws(SnapshotError) {
    file = try MappedFile(path)
    let blocks = try checkedHeader()
    var next = SnapshotFormat.headerSize + blocks.sections * SnapshotFormat.entrySize
    let end = next + blocks.count * 8
    for index in 0..<blocks.sections {
      let entry = SnapshotFormat.headerSize + index * SnapshotFormat.entrySize
      let (offset, count) = (word(entry + 8), word(entry + 16))
      guard let section = SnapshotFormat.Section(rawValue: Int(clamping: word(entry))),
        offset <= UInt64(file.bytes.count), count <= UInt64(file.bytes.count) - offset,
        offset % UInt64(SnapshotFormat.alignment) == 0
      else { throw damaged("table", index) }
      let range = Int(offset)..<Int(offset + count)
      sections[section] = (range, next)
      next += SnapshotFormat.blockCount(ofBytes: range.count) * 8
      guard next <= end else { throw damaged("table", index) }
    }
  }

  /// Which snapshot it is.
  var identity: SnapshotIdentity {
    SnapshotIdentity(header: word(SnapshotFormat.headerSize - 8), table: word(40))
  }

  /// How many bytes the file has.
  var byteCount: Int { file.bytes.count }

  /// Whether a path still names the file.
  func isNamed(_ path: String) -> Bool {
    file.identity != nil && file.identity == FileIdentity(path: path)
  }

  private func word(_ offset: Int) -> UInt64 { file.load(offset, as: UInt64.self) }

  private func damaged(_ section: String, _ block: Int) -> SnapshotError {
    SnapshotError(.damaged(section: section, block: block), file: file.name)
  }

  /// How many sections and blocks there are, when header, table and checksums are what was written.
  private func checkedHeader() throws(SnapshotError) -> (sections: Int, count: Int) {
    guard word(0) == SnapshotFormat.magic else {
      let isSwapped = word(0).byteSwapped == SnapshotFormat.magic
      throw SnapshotError(isSwapped ? .byteOrder : .notASnapshot, file: file.name)
    }
    let version = Int(word(8) & 0xFFFF_FFFF)
    guard version == SnapshotFormat.version else {
      throw SnapshotError(.version(version), file: file.name)
    }
    let header = UnsafeRawBufferPointer(rebasing: file.bytes[..<(SnapshotFormat.headerSize - 8)])
    guard word(8) >> 32 == SnapshotFormat.byteOrderMark,
      SnapshotFormat.checksum(header) == word(SnapshotFormat.headerSize - 8)
    else { throw damaged("header", 0) }
    let length = Int(clamping: word(16))
    guard length == file.bytes.count else {
      throw SnapshotError(.length(expected: length, found: file.bytes.count), file: file.name)
    }
    let (sections, blocks) = (word(24), word(32))
    let room = UInt64(file.bytes.count - SnapshotFormat.headerSize)
    guard sections == UInt64(SnapshotFormat.Section.allCases.count), blocks <= room / 8,
      sections * UInt64(SnapshotFormat.entrySize) + blocks * 8 <= room
    else { throw damaged("header", 0) }
    let size = Int(sections) * SnapshotFormat.entrySize + Int(blocks) * 8
    let table = UnsafeRawBufferPointer(
      rebasing: file.bytes[SnapshotFormat.headerSize..<SnapshotFormat.headerSize + size])
    guard SnapshotFormat.checksum(table) == word(40) else { throw damaged("table", 0) }
    return (Int(sections), Int(blocks))
  }

  private func place(
    _ section: SnapshotFormat.Section
  ) throws(SnapshotError) -> (range: Range<Int>, checksums: Int) {
    guard let place = sections[section] else { throw damaged("table", section.rawValue) }
    return place
  }

  private func check(
    _ section: SnapshotFormat.Section, elementSize: Int, _ rule: SectionCheck.Rule
  ) throws(SnapshotError) -> BlockCheck {
    let place = try place(section)
    guard place.range.count % elementSize == 0 else { throw damaged("\(section)", 0) }
    return BlockCheck(
      SectionCheck(
        file, name: "\(section)", range: place.range, checksums: place.checksums, rule: rule),
      byteCount: place.range.count, elementSize: elementSize)
  }

  private func column(
    _ section: SnapshotFormat.Section, _ rule: SectionCheck.Rule
  ) throws(SnapshotError) -> Column {
    let check = try check(section, elementSize: 4, rule)
    let range = try place(section).range
    let bytes = UnsafeRawBufferPointer(rebasing: file.bytes[range])
    let elements = bytes.bindMemory(to: UInt32.self)
    guard let base = elements.baseAddress else { return Column([]) }
    return Column(
      base, count: elements.count,
      memory: ColumnMemory(base, count: elements.count, of: file), check: check)
  }

  /// All numbers of a small section, verified.
  private func numbers(_ section: SnapshotFormat.Section) throws(SnapshotError) -> [UInt64] {
    let count = try place(section).range.count / 8
    try check(section, elementSize: 8, .none).verify(elements: 0..<count)
    let start = try place(section).range.lowerBound
    return (0..<count).map { word(start + $0 * 8) }
  }

  func store() throws(SnapshotError) -> QuadStore {
    let counts = try numbers(.counts).map { Int(clamping: $0) }
    guard counts.count == 9, counts.allSatisfy({ $0 < Int(UInt32.max) }) else {
      throw damaged("counts", 0)
    }
    let statistics = try numbers(.statistics).map { Int(clamping: $0) }
    guard statistics.count == (counts[4] + counts[8]) * 4 else { throw damaged("statistics", 0) }
    let all = stride(from: 0, to: statistics.count, by: 4).map { place in
      PredicateStatistics(
        predicate: UInt32(clamping: statistics[place]), count: statistics[place + 1],
        subjects: statistics[place + 2], objects: statistics[place + 3])
    }
    let names = try column(.graphNames, .numbers(UInt32(counts[0])))
    try names.verify(0..<names.count)
    var triples: [Permutation] = []
    for section in SnapshotFormat.triplePermutations {
      triples.append(try permutation(section, rows: counts[1], terms: counts[0], width: 3))
    }
    var quads: [Permutation] = []
    for section in SnapshotFormat.quadPermutations {
      quads.append(try permutation(section, rows: counts[5], terms: counts[0], width: 4))
    }
    return QuadStore(
      terms: TermTable(try terms(counts[0])),
      defaultGraph: TripleIndex(
        spo: triples[0], pso: triples[1], pos: triples[2], ops: triples[3],
        statistics: Array(all[..<counts[4]]), subjects: counts[2], objects: counts[3]),
      namedGraphs: NamedGraphIndex(
        gspo: quads[0], gpos: quads[1], gops: quads[2], spog: quads[3], posg: quads[4],
        opsg: quads[5], names: (0..<names.count).map { names[$0] },
        statistics: Array(all[counts[4]...]), subjects: counts[6], objects: counts[7]))
  }

  private func permutation(
    _ first: SnapshotFormat.Section, rows: Int, terms: Int, width: Int
  ) throws(SnapshotError) -> Permutation {
    let offsets = try column(first, .rows(UInt32(rows)))
    var columns: [Column] = []
    for place in 1..<width {
      guard let section = SnapshotFormat.Section(rawValue: first.rawValue + place) else {
        throw damaged("table", first.rawValue + place)
      }
      let column = try column(section, .numbers(UInt32(terms)))
      guard column.count == rows else { throw damaged("\(section)", 0) }
      columns.append(column)
    }
    return Permutation(
      offsets: offsets, second: columns[0], third: columns[1],
      fourth: width > 3 ? columns[2] : nil)
  }

  private func terms(_ count: Int) throws(SnapshotError) -> MappedTerms {
    let bytes = try place(.termBytes).range
    let ends = try place(.termEnds).range
    let order = try column(.termOrder, .numbers(UInt32(count)))
    guard ends.count == (count + 1) * 8, order.count == count else {
      throw damaged("termEnds", 0)
    }
    return MappedTerms(
      file, count: count, bytes: bytes,
      bytesCheck: try check(.termBytes, elementSize: 1, .none), ends: ends.lowerBound,
      endsCheck: try check(.termEnds, elementSize: 8, .ends(UInt64(bytes.count))), order: order)
  }
}
