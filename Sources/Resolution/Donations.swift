internal import Claims

/// One gift as the claims tell it, before it is an entity.
private struct Gift {
  var tool: Int
  var giver: Int?
  var recipients: Set<Int>
  /// Claims that name the giver, and claims that name a recipient.
  var givingClaims: [Int]
  var receivingClaims: [Int]

  var claims: [Int] { (givingClaims + receivingClaims).sorted() }

  /// Whether nothing speaks against the other being the same gift.
  func agrees(with other: Gift) -> Bool {
    (giver == nil || other.giver == nil || giver == other.giver)
      && (recipients.isEmpty || other.recipients.isEmpty || recipients == other.recipients)
  }

  mutating func take(_ other: Gift) {
    giver = giver ?? other.giver
    recipients.formUnion(other.recipients)
    givingClaims += other.givingClaims
    receivingClaims += other.receivingClaims
  }
}

/// Makes of the claims about a thing given, or to be given, the event of giving: one entity with
/// giver, gift, recipient, quantity, date and status.
struct Donations {
  /// First segment of their IRIs.
  let folder: String

  /// Adds the donations to the end of the graph's entities, and their facts.
  func add(to graph: inout KnowledgeGraph) {
    var claimsOfTool: [Int: [Int]] = [:]
    for (index, claim) in graph.claims.enumerated() {
      switch claim.claim.predicate {
      case .donates, .plannedDonation:
        guard case .entity(let tool) = claim.object else { continue }
        claimsOfTool[tool, default: []].append(index)
      case .donatedTo, .plannedRecipient:
        guard case .entity = claim.object else { continue }
        claimsOfTool[claim.subject, default: []].append(index)
      default: continue
      }
    }
    let gifts = claimsOfTool.sorted { $0.key < $1.key }.flatMap { _, claims in
      merged(
        Dictionary(grouping: claims) { graph.claims[$0].document }
          .sorted { $0.key < $1.key }.flatMap { self.gifts(of: $1, in: graph) })
    }
    var taken: Set<String> = []
    let named = gifts.map { gift in
      var path = path(of: gift, in: graph)
      while !taken.insert(path).inserted {
        path += "-\(SHA256.hexadecimal(of: identity(of: gift, in: graph)).prefix(8))"
      }
      return (path, gift)
    }.sorted { $0.0 < $1.0 }
    for (path, gift) in named { add(gift, path: path, to: &graph) }
  }

  // MARK: Which claims tell one gift

  /// The gifts of a thing in one document: a giver goes with the recipients of the same passage,
  /// a single giver with all recipients.
  private func gifts(of claims: [Int], in graph: KnowledgeGraph) -> [Gift] {
    var giving: [Int: [Int]] = [:]
    var receiving: [Int] = []
    for index in claims {
      switch graph.claims[index].claim.predicate {
      case .donates, .plannedDonation:
        giving[graph.claims[index].subject, default: []].append(index)
      default: receiving.append(index)
      }
    }
    var gifts: [Gift] = []
    var left = Set(receiving)
    for (giver, givingClaims) in giving.sorted(by: { $0.key < $1.key }) {
      let passages = givingClaims.map { graph.claims[$0].claim.evidence.passage }
      let own = receiving.filter {
        giving.count == 1 || passages.contains(graph.claims[$0].claim.evidence.passage)
      }
      left.subtract(own)
      gifts.append(
        gift(giver: giver, giving: givingClaims, receiving: own, in: graph))
    }
    let rest = Dictionary(grouping: left.sorted()) { graph.claims[$0].object }
    for (_, claims) in rest.sorted(by: { $0.key < $1.key }) {
      gifts.append(gift(giver: nil, giving: [], receiving: claims, in: graph))
    }
    return gifts
  }

  private func gift(
    giver: Int?, giving: [Int], receiving: [Int], in graph: KnowledgeGraph
  ) -> Gift {
    let claim = graph.claims[giving.first ?? receiving[0]]
    var tool = claim.subject
    if !giving.isEmpty, case .entity(let object) = claim.object { tool = object }
    let recipients = receiving.compactMap { index -> Int? in
      guard case .entity(let recipient) = graph.claims[index].object else { return nil }
      return recipient
    }
    return Gift(
      tool: tool, giver: giver, recipients: Set(recipients), givingClaims: giving,
      receivingClaims: receiving)
  }

  /// Puts together what several documents tell of one gift: the fullest first, each other into the
  /// one that it agrees with, if there is only one.
  private func merged(_ gifts: [Gift]) -> [Gift] {
    func fullness(_ gift: Gift) -> Int {
      (gift.giver == nil ? 0 : 1) + (gift.recipients.isEmpty ? 0 : 1)
    }
    var merged: [Gift] = []
    for gift in gifts.enumerated().sorted(by: {
      (-fullness($0.element), $0.offset) < (-fullness($1.element), $1.offset)
    }).map(\.element) {
      let same = merged.indices.filter { merged[$0].agrees(with: gift) }
      if same.count == 1 { merged[same[0]].take(gift) } else { merged.append(gift) }
    }
    return merged
  }

  // MARK: The entity and its facts

  private func add(_ gift: Gift, path: String, to graph: inout KnowledgeGraph) {
    let subject = graph.entities.count
    let label = label(of: gift, in: graph)
    graph.entities.append(
      Entity(
        path: path, entityClass: .donation, key: nil,
        labels: [Entity.Label(text: label, language: nil)], aliases: [], attributes: [:], links: [:]
      ))
    func add(_ predicate: Predicate, _ object: GraphObject, _ claims: [Int]) {
      graph.facts.append(
        Fact(
          subject: subject, predicate: predicate, object: object, claims: claims.sorted(),
          confidence: confidence(of: claims, in: graph)))
    }
    add(.gift, .entity(gift.tool), gift.claims)
    if let giver = gift.giver { add(.giver, .entity(giver), gift.givingClaims) }
    for recipient in gift.recipients {
      add(
        .recipient, .entity(recipient),
        gift.receivingClaims.filter { graph.claims[$0].object == .entity(recipient) })
    }
    let claims = gift.claims
    func values(_ value: (Int) -> GraphObject?) -> [(GraphObject, [Int])] {
      var claimsOfValue: [GraphObject: [Int]] = [:]
      for claim in claims {
        if let value = value(claim) { claimsOfValue[value, default: []].append(claim) }
      }
      return claimsOfValue.sorted { $0.key < $1.key }
    }
    for (quantity, claims) in values({ quantity(graph.claims[$0].claim.qualifiers["quantity"]) }) {
      add(.quantity, quantity, claims)
    }
    for (day, claims) in values({ date(graph.claims[$0].claim.period) }) {
      add(.givenOn, day, claims)
    }
    let status = status(of: claims, in: graph)
    add(.status, .concept(status.0.rawValue), status.1)
  }

  /// Done if a claim says it is given; else what the claims of the plan say.
  private func status(of claims: [Int], in graph: KnowledgeGraph) -> (Status, [Int]) {
    let statuses = claims.map { index -> (Status, Int) in
      let claim = graph.claims[index].claim
      switch claim.predicate {
      case .donates, .donatedTo: return (claim.status ?? .realised, index)
      default: return (claim.status ?? .planned, index)
      }
    }
    let order: [Status] = [.realised, .partlyRealised, .ongoing, .notRealised, .planned]
    for status in order {
      let supporting = statuses.filter { $0.0 == status }.map(\.1)
      if !supporting.isEmpty { return (status, supporting) }
    }
    return (.planned, claims)
  }

  private func quantity(_ text: String?) -> GraphObject? {
    guard let text, !text.isEmpty else { return nil }
    let isNumber = text.utf8.count < 16 && text.utf8.allSatisfy { (48...57).contains($0) }
    return .value(text, isNumber ? .integer : .string)
  }

  /// A date of EDTF level 0 by its exactness; an interval as a period.
  private func date(_ text: String?) -> GraphObject? {
    guard let text, !text.isEmpty else { return nil }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map(\.utf8.count)
    return switch parts {
    case [4]: .value(text, .year)
    case [4, 2]: .value(text, .yearMonth)
    case [4, 2, 2]: .value(text, .date)
    default: text.hasPrefix("P") ? nil : .value(text, .period)
    }
  }

  private func ends(of gift: Gift) -> [Int] {
    [gift.giver].compactMap { $0 } + gift.recipients.sorted()
  }

  private func path(of gift: Gift, in graph: KnowledgeGraph) -> String {
    let names = (ends(of: gift) + [gift.tool]).map {
      graph.entities[$0].path.split(separator: "/").last.map(String.init) ?? ""
    }
    return "\(folder)/\(Slug.of(names.joined(separator: "-")))"
  }

  private func identity(of gift: Gift, in graph: KnowledgeGraph) -> String {
    ([gift.tool] + ends(of: gift)).map { graph.entities[$0].path }.joined(separator: "\u{1F}")
  }

  /// A label of the form `tool (giver → recipient, recipient)`.
  private func label(of gift: Gift, in graph: KnowledgeGraph) -> String {
    func name(_ entity: Int) -> String {
      graph.entities[entity].labels.last?.text ?? graph.entities[entity].path
    }
    let giver = gift.giver.map(name) ?? "?"
    let recipients =
      gift.recipients.isEmpty ? "?" : gift.recipients.sorted().map(name).joined(separator: ", ")
    return "\(name(gift.tool)) (\(giver) → \(recipients))"
  }
}
