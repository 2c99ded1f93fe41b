import Claims
import Citations
import Documents
import DomainPack

/// Makes the things and claims of the rows of a table, one row after the other.
struct RowClaimMaker {
  let mapping: TableMapping
  let names: CellNames
  let pack: CompiledPack
  let language: String?
  var times: CellTimes
  var problems = TableProblems()
  var entities = EntityTable()
  var mentions: [Mention] = []
  var claims: [Claim] = []
  /// Positions in ``entities`` of the things that the names led to.
  var adopted: [Int: Int] = [:]
  /// Things that belong to others, by class, name and owner.
  var owned: [String: Int] = [:]
  /// Keys of regulations by the words that cite them.
  var regulationKeys: [String: String?] = [:]
  /// Names near to one that is not known, by class and name.
  var nearNames: [String: String?] = [:]
  /// Types of agreement by local name.
  let types: [String: AgreementType]

  init(mapping: TableMapping, names: CellNames, pack: CompiledPack, language: String?) {
    self.mapping = mapping
    self.names = names
    self.pack = pack
    self.language = language
    times = CellTimes(pack)
    types = Dictionary(
      mapping.agreementTypes.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Adds the table itself as the first thing.
  mutating func addDocument(key: String, title: String, attributes: [String: [String]]) {
    _ = entities.intern(
      LocalEntity(
        entityClass: .document, key: "document/\(key)", label: title, language: language,
        attributes: attributes),
      surface: nil)
  }

  /// The things and claims of all rows read.
  func finished(documentKey: String, fileName: String) -> TableClaims {
    var all = entities.entities
    for index in all.indices { all[index].attributes["short"] = nil }
    var sorted = mentions.sorted { ($0.range, $0.entity) < ($1.range, $1.entity) }
    var last: Mention?
    sorted.removeAll { mention in
      defer { last = mention }
      return mention == last
    }
    let claims = DocumentClaims(
      documentKey: documentKey, fileName: fileName, title: all.first?.label, language: language,
      entities: all, mentions: sorted, claims: claims)
    return TableClaims(claims: claims.sealed(), diagnostics: problems.diagnostics)
  }

  /// What one row comes to on the way.
  struct Row {
    var cells: RowCells
    var evidence: Evidence
    /// Positions in the entities of the things, by their positions in the mapping.
    var things: [[Int]]
    /// The status of the things, by their positions in the entities.
    var statuses: [Int: Status] = [:]
  }

  /// Reads a row: its things first, then what is said of them.
  mutating func read(_ cells: RowCells) {
    var row = Row(
      cells: cells, evidence: Evidence(passage: cells.range, quote: cells.quote),
      things: Array(repeating: [], count: mapping.things.count))
    for (number, thing) in mapping.things.enumerated() {
      row.things[number] =
        thing.identity == .agreement ? agreement(number, row) : things(thing, row)
    }
    findStatuses(&row)
    for number in mapping.things.indices where mapping.things[number].identity == .agreement {
      claimAgreement(number, row)
    }
    for statement in mapping.claims { claim(statement, row) }
  }

  /// Adds a claim of the row.
  ///
  /// What is said of a thing that has not come about is said of it under its status.
  mutating func add(_ claim: Claim, _ row: Row) {
    if case .entity(claim.subject) = claim.object { return }
    var claim = claim
    if claim.status == nil, claim.predicate.rawValue != "status",
      let status = row.statuses[claim.subject], !status.hasHappened
    {
      claim.status = status
    }
    claims.append(claim)
  }
}
