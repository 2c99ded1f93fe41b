import Diagnostics
import DomainPack
import RDF

/// One use of a ``Projection``: first every statement is put on a pile, then the piles make the
/// graph, column by column.
///
/// Nothing is kept by a name: terms are numbers, and what is known of a term stands in an array by
/// its number.
struct ProjectionRun {
  typealias ID = TermDictionary.ID

  /// What is known of a term before nodes are numbered.
  struct TermFlags: OptionSet {
    let rawValue: UInt16

    static let namesSubject = TermFlags(rawValue: 1)
    static let namesPredicate = TermFlags(rawValue: 2)
    static let namesObject = TermFlags(rawValue: 4)
    /// It states something without being a fact.
    static let claim: TermFlags = [.namesSubject, .namesPredicate, .namesObject]
    static let conflict = TermFlags(rawValue: 8)
    static let contracted = TermFlags(rawValue: 16)
    static let hidden = TermFlags(rawValue: 32)
    static let concept = TermFlags(rawValue: 64)
    /// Something is said of it, or it is an end of an edge.
    static let thing = TermFlags(rawValue: 128)
    static let endOfEdge = TermFlags(rawValue: 256)
    static let value = TermFlags(rawValue: 512)
    static let resource = TermFlags(rawValue: 1024)
  }

  /// Three terms.
  struct Triple: Hashable {
    var subject: ID
    var predicate: ID
    var object: ID
  }

  let style: GraphStyle
  let language: MessageLanguage
  var terms: TermDictionary
  var statements: [TermDictionary.Statement]
  var roles: PredicateRoles
  var flags: [TermFlags]
  var tally = ProjectionTally()

  /// Statements between things.
  var edgePile: [Triple] = []
  /// Statements with a value.
  var valuePile: [Triple] = []
  /// Classes of things: subject and class.
  var typePile: [(thing: ID, type: ID)] = []
  /// Statements about claims.
  var claimPile: [TermDictionary.Statement] = []
  /// Statements about conflicts.
  var conflictPile: [Triple] = []
  /// Statements about contracted things.
  var contractedPile: [Triple] = []
  /// What is said of passages that are no nodes.
  var passagePile: [Triple] = []

  /// The classes of things that have several.
  var multipleTypes: [(thing: ID, type: ID)] = []
  /// By node: whether its own status is dashed by the style.
  var isPlanned: [Bool] = []
  /// The place among the nodes by term; `none` for what is no node.
  var nodeOf: [UInt32] = []
  static let none = UInt32.max
  /// The place among the predicates of edges by term; -1 for none.
  var predicateOf: [Int32] = []
  /// The place among the claims by term; -1 for what is no claim.
  var claimOf: [Int32] = []
  /// By claim: the graph that it stands in, the first by its bytes.
  var claimGraphs: [ID] = []
  /// By claim: its status.
  var claimStatuses: [ID] = []
  /// The terms of the triple terms.
  let tripleParts: [ID: Triple]

  init(_ collection: consuming QuadCollection, style: GraphStyle, language: MessageLanguage) {
    self.style = style
    self.language = language
    terms = collection.terms
    statements = collection.statements
    var flags: [TermFlags] = [[]]
    flags.reserveCapacity(terms.count + 1)
    let tripleTerms = Self.addFlags(of: terms, to: &flags)
    tripleParts = Self.parts(of: tripleTerms, internedInto: &terms)
    // Edges of contracted things may have predicates that no statement has.
    let wished = style.contractions.values.joined().flatMap { [$0.edge, $0.planned] }
    for iri in Set(wished.compactMap(\.self)).sorted() {
      var bytes: [UInt8] = []
      CanonicalTerm.appendIRI(iri.utf8, to: &bytes)
      _ = terms.intern(bytes.span)
    }
    _ = Self.addFlags(of: terms, to: &flags)
    self.flags = flags
    roles = PredicateRoles(style: style, termCount: terms.count)
  }

  /// Adds what is known by itself of the terms that have no flags yet; tells the triple terms.
  private static func addFlags(of terms: TermDictionary, to flags: inout [TermFlags]) -> [ID] {
    var tripleTerms: [ID] = []
    for term in ID(flags.count)..<ID(terms.count + 1) {
      let kind = terms.kind(of: term)
      flags.append(kind == .iri || kind == .blankNode ? .resource : [])
      if kind == .tripleTerm { tripleTerms.append(term) }
    }
    return tripleTerms
  }

  /// The terms of triple terms, which need a number of their own to be found.
  private static func parts(
    of tripleTerms: [ID], internedInto terms: inout TermDictionary
  ) -> [ID: Triple] {
    var parts: [ID: Triple] = [:]
    for term in tripleTerms {
      let written = Array(terms.bytes[terms.range(of: term)])
      let ranges = CanonicalTerm.parts(ofTripleTerm: written.span)
      parts[term] = Triple(
        subject: terms.intern(written.span.extracting(ranges.subject)),
        predicate: terms.intern(written.span.extracting(ranges.predicate)),
        object: terms.intern(written.span.extracting(ranges.object)))
    }
    return parts
  }

  /// The graph.
  mutating func graph() -> PropertyGraph {
    mark()
    sort()
    statements = []
    var graph = PropertyGraph(terms: terms, language: language)
    graph.timeRoles = style.timeRoles
    graph.map = style.map
    makeNodes(of: &graph)
    makeEdges(of: &graph)
    makeClaims(of: &graph)
    makeConflicts(of: &graph)
    drawLines(of: &graph)
    graph.tally = tally
    return graph
  }

  /// Finds the terms that are claims, and those of classes that the style treats apart.
  private mutating func mark() {
    var classFlags: [ID: TermFlags] = [:]
    for statement in statements {
      let role = roles.role(of: statement.predicate, in: terms)
      let subject = Int(statement.subject)
      if role.showing == .type {
        let known = classFlags[statement.object]
        let found = known ?? flagsOfClass(terms.text(of: statement.object))
        if known == nil { classFlags[statement.object] = found }
        flags[subject].formUnion(found)
      }
      switch role.field {
      case .subject: flags[subject].insert(.namesSubject)
      case .predicate: flags[subject].insert(.namesPredicate)
      case .object: flags[subject].insert(.namesObject)
      case .reifies:
        if terms.kind(of: statement.object) == .tripleTerm { flags[subject].formUnion(.claim) }
      default: break
      }
    }
  }

  private func flagsOfClass(_ iri: String) -> TermFlags {
    var found: TermFlags = []
    if style.contractions[iri] != nil { found.insert(.contracted) }
    if style.hiddenClasses.contains(iri) { found.insert(.hidden) }
    if iri == ClaimTerms.conflict { found.insert(.conflict) }
    if iri == ClaimTerms.concept { found.insert(.concept) }
    return found
  }

  /// Puts every statement on its pile.
  private mutating func sort() {
    for statement in statements {
      let role = roles.role(of: statement.predicate, in: terms)
      let triple = Triple(
        subject: statement.subject, predicate: statement.predicate, object: statement.object)
      let (subject, object) = (flags[Int(triple.subject)], flags[Int(triple.object)])
      if subject.isSuperset(of: .claim) {
        claimPile.append(statement)
        tally.evidence += 1
      } else if subject.contains(.conflict) {
        conflictPile.append(triple)
        tally.evidence += 1
      } else if subject.contains(.contracted) {
        contractedPile.append(triple)
        tally.contracted += 1
        if role.isContractionEnd, object.contains(.resource), !object.contains(.hidden) {
          flags[Int(triple.object)].formUnion([.thing, .endOfEdge])
        }
      } else if subject.contains(.hidden) || role.showing == .hidden
        || !object.isDisjoint(with: [.hidden, .contracted, .conflict])
      {
        if role.field == .page || role.field == .part { passagePile.append(triple) }
        tally.hidden += 1
      } else {
        flags[Int(triple.subject)].insert(.thing)
        place(triple, showing: role.showing, isResource: object.contains(.resource))
      }
    }
  }

  private mutating func place(
    _ triple: Triple, showing: PredicateRole.Showing, isResource: Bool
  ) {
    if isResource, showing == .type {
      typePile.append((triple.subject, triple.object))
    } else if isResource, showing == .edge {
      edgePile.append(triple)
      flags[Int(triple.subject)].insert(.endOfEdge)
      flags[Int(triple.object)].formUnion([.thing, .endOfEdge])
    } else {
      valuePile.append(triple)
      if isResource { flags[Int(triple.object)].insert(.value) }
    }
  }
}
