import RDF

/// The reading of what documents say.
extension LineageBuild {
  /// The claims of the named graphs, and for each conflict of the default graph its claims: places
  /// among them.
  func readClaims() -> (LineageClaims, [LineageConflicts.Row]) {
    var claims = LineageClaims()
    var claimOfTerm = [Int32](repeating: -1, count: terms.count + 1)
    for statement in statements where statement.graphName != 0 {
      let subject = Int(statement.subject)
      switch roles[Int(statement.predicate)] {
      case .claimPredicate:
        guard let role = claimRole(statement.object), claimOfTerm[subject] < 0 else { continue }
        claimOfTerm[subject] = Int32(claims.count)
        claims.append(statement.subject, in: statement.graphName, role: role)
      case .reifies:
        guard terms.kind(of: statement.object) == .tripleTerm, claimOfTerm[subject] < 0,
          let parts = parts(ofTripleTerm: statement.object), let role = claimRole(parts.predicate)
        else { continue }
        claimOfTerm[subject] = Int32(claims.count)
        claims.append(statement.subject, in: statement.graphName, role: role)
        claims.subjects[claims.count - 1] = parts.subject
        claims.objects[claims.count - 1] = parts.object
      default: break
      }
    }
    for statement in statements where statement.graphName != 0 {
      let claim = Int(claimOfTerm[Int(statement.subject)])
      guard claim >= 0, let role = roles[Int(statement.predicate)] else { continue }
      switch role {
      case .claimSubject: claims.subjects[claim] = statement.object
      case .claimObject: claims.objects[claim] = statement.object
      case .quote: claims.quotes[claim] = statement.object
      case .passage: claims.passages[claim] = statement.object
      case .period: claims.periods[claim] = statement.object
      case .confidence: claims.confidences[claim] = statement.object
      case .rule: claims.rules[claim] = statement.object
      case .qualifier:
        if isArticle(statement.object) { claims.articles[claim] = statement.object }
      default: break
      }
    }
    return (claims, conflicts(claimOfTerm))
  }

  /// The conflicts in order of their terms' numbers.
  private func conflicts(_ claimOfTerm: [Int32]) -> [LineageConflicts.Row] {
    var rows: [ID: LineageConflicts.Row] = [:]
    for statement in statements where statement.graphName == 0 {
      let role = roles[Int(statement.predicate)]
      guard role == .conflictClaim || role == .chosenClaim else { continue }
      let claim = Int(claimOfTerm[Int(statement.object)])
      guard claim >= 0 else { continue }
      var row = rows[statement.subject] ?? LineageConflicts.Row(claims: [], chosen: nil)
      if role == .chosenClaim {
        row.chosen = min(claim, row.chosen ?? claim)
      } else {
        row.claims.append(claim)
      }
      rows[statement.subject] = row
    }
    return rows.sorted { $0.key < $1.key }.map(\.value)
  }

  private func claimRole(_ predicate: ID) -> LineageVocabulary.Role? {
    switch roles[Int(predicate)] {
    case .relation(let relation): .relation(relation)
    case .date(let date): .date(date)
    default: nil
    }
  }

  private func parts(ofTripleTerm id: ID) -> (subject: ID, predicate: ID, object: ID)? {
    let term = terms.bytes.span.extracting(terms.range(of: id))
    let parts = CanonicalTerm.parts(ofTripleTerm: term)
    guard let subject = terms.id(of: term.extracting(parts.subject)),
      let predicate = terms.id(of: term.extracting(parts.predicate)),
      let object = terms.id(of: term.extracting(parts.object))
    else { return nil }
    return (subject, predicate, object)
  }

  /// Whether a qualifier narrows a claim to a part of its object: `article=Pasal 12`, `scope=…`.
  private func isArticle(_ qualifier: ID) -> Bool {
    let term = terms.bytes.span.extracting(terms.range(of: qualifier))
    return ["\"article=", "\"scope="].contains { mark in
      let mark = Array(mark.utf8)
      return term.count > mark.count && term.extracting(0..<mark.count).hasSameBytes(as: mark.span)
    }
  }
}
