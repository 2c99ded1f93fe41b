import DomainPack
import RDF

/// Numbering the things and giving them classes, values and captions.
extension ProjectionRun {
  /// Fills the columns of the nodes and their attributes.
  mutating func makeNodes(of graph: inout PropertyGraph) {
    numberThings(of: &graph)
    let typeRows = bucket(typePile.map(\.thing), count: graph.nodes.count)
    assignClasses(typeRows, of: &graph)
    makeAttributes(of: &graph)
    graph.nodes.degrees = [Int32](repeating: 0, count: graph.nodes.count)
  }

  /// The things in order of their texts; an IRI before a blank node of the same text.
  private mutating func numberThings(of graph: inout PropertyGraph) {
    var things: [ID] = []
    for term in 1..<ID(max(flags.count, 1)) {
      let flags = flags[Int(term)]
      guard flags.contains(.thing) else { continue }
      // A concept that only serves as a value is told by that value.
      if flags.isSuperset(of: [.concept, .value]), !flags.contains(.endOfEdge) { continue }
      things.append(term)
    }
    let terms = terms
    let alike = ByteKeySort.sort(&things, in: terms.bytes.span) { terms.textRange(of: $0) }
    for stretch in alike {
      things[stretch].sort { left, _ in terms.kind(of: left) == .iri }
    }
    nodeOf = [UInt32](repeating: Self.none, count: flags.count)
    for (node, term) in things.enumerated() { nodeOf[Int(term)] = UInt32(node) }
    graph.nodes.terms = things
  }

  /// Elements of a pile by the node of each; what belongs to no node is not in the order.
  func bucket(_ owners: [ID], count: Int) -> (rows: Rows, order: [Int32]) {
    // One row more takes those without a node.
    let rowOf = owners.map { owner in
      let node = nodeOf[Int(owner)]
      return node == Self.none ? Int32(count) : Int32(node)
    }
    return Rows.bucketing(rowOf, count: count + 1)
  }

  /// The class that decides the looks: the first of the style, else the first by IRI.
  ///
  /// Things with several classes get them as values too.
  private mutating func assignClasses(
    _ types: (rows: Rows, order: [Int32]), of graph: inout PropertyGraph
  ) {
    let count = graph.nodes.count
    tally.concepts += types.rows[count].count
    let table = classRanks()
    var main = [ID](repeating: 0, count: count)
    for node in 0..<count {
      var several: [ID] = []
      for place in types.rows[node] {
        let type = typePile[Int(types.order[place])].type
        if main[node] == 0 {
          main[node] = type
          tally.types += 1
        } else if type == main[node] || several.contains(type) {
          tally.repeated += 1
        } else {
          if several.isEmpty { several.append(main[node]) }
          several.append(type)
          tally.types += 1
        }
      }
      guard !several.isEmpty, let best = several.min(by: { rank($0, table) < rank($1, table) })
      else { continue }
      main[node] = best
      for type in several {
        multipleTypes.append((thing: graph.nodes.terms[node], type: type))
      }
    }
    var inUse = Set(main)
    inUse.remove(0)
    var names = inUse.map { terms.text(of: $0) }
    if main.contains(0) { names.append("") }
    let classes = ClassTable(names, style: style, language: language)
    graph.classes = classes.classes
    var indexOf: [ID: Int32] = [:]
    for type in inUse { indexOf[type] = Int32(classes.index(of: terms.text(of: type))) }
    let without = main.contains(0) ? Int32(classes.index(of: "")) : 0
    var (last, lastIndex) = (ID(0), without)
    graph.nodes.classes = main.map { type in
      if type != last { (last, lastIndex) = (type, type == 0 ? without : indexOf[type] ?? without) }
      return lastIndex
    }
  }

  private func rank(_ type: ID, _ ranks: [ID: Int]) -> Int { ranks[type] ?? .max }

  /// The classes in order: those of the style first, then by IRI.
  private func classRanks() -> [ID: Int] {
    var iris: [ID: String] = [:]
    var last = ID(0)
    for (_, type) in typePile where type != last {
      last = type
      if iris[type] == nil { iris[type] = terms.text(of: type) }
    }
    let order = iris.sorted { left, right in
      let leftRank = style.classes[left.value]?.rank ?? .max
      let rightRank = style.classes[right.value]?.rank ?? .max
      return leftRank != rightRank
        ? leftRank < rightRank : left.value.precedesInUTF8(right.value)
    }
    return Dictionary(
      order.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
  }

  private mutating func makeAttributes(of graph: inout PropertyGraph) {
    let count = graph.nodes.count
    let typeTerm = multipleTypes.isEmpty ? 0 : terms.id(ofIRI: RDFVocabulary.type.iri) ?? 0
    let pile =
      valuePile
      + multipleTypes.map { Triple(subject: $0.thing, predicate: typeTerm, object: $0.type) }
    let (rows, order) = bucket(pile.map(\.subject), count: count)
    tally.concepts += rows[count].count
    // The types were counted as such.
    tally.attributes -= multipleTypes.count
    var builder = AttributeBuilder(capacity: pile.count)
    let captions = Captions(language: language)
    var keys = AttributeKeys(terms: terms)
    let keyOf = pile.map { keys.key(predicate: $0.predicate, value: $0.object) }
    let ranks = keys.ranks()
    let naming = keys.inOrder.map(captions.rank(of:))
    let planned = DashedValues(style: style, keys: keys.inOrder)
    graph.nodes.labels = TextColumn()
    isPlanned = [Bool](repeating: false, count: count)
    for node in 0..<count {
      builder.beginRow()
      for place in rows[node] {
        let entry = Int(order[place])
        builder.add(key: ranks[keyOf[entry]], value: pile[entry].object)
      }
      let repeated = builder.endRow(in: terms)
      tally.repeated += repeated
      tally.attributes += builder.lastRow.count
      appendLabel(of: graph.nodes.terms[node], builder, naming, to: &graph.nodes.labels)
      isPlanned[node] = planned.isDashed(builder.lastRow, of: builder, in: terms)
    }
    graph.attributes = builder.columns
    graph.attributes.keys = keys.inOrder
  }

  /// The best name: by the kind of name, then by language; the end of the IRI if there is none.
  private func appendLabel(
    of term: ID, _ attributes: AttributeBuilder, _ naming: [Int?], to labels: inout TextColumn
  ) {
    var best: (rank: Int, text: Range<Int>)?
    for place in attributes.lastRow {
      guard let rank = naming[Int(attributes.columns.keyIndices[place])],
        rank < best?.rank ?? .max
      else { continue }
      let text = terms.textRange(of: attributes.columns.values[place])
      if !text.isEmpty, !flags[Int(attributes.columns.values[place])].contains(.resource) {
        best = (rank, text)
      }
    }
    let bytes = terms.bytes.span
    if let best {
      labels.append { CanonicalTerm.appendUnescaped(bytes.extracting(best.text), to: &$0) }
      return
    }
    let text = terms.textRange(of: term)
    labels.append { label in
      LocalName.append(bytes.extracting(text), to: &label)
    }
  }
}

/// Finds values that say that their subject is planned, by the style's measure.
struct DashedValues {
  private let style: GraphStyle
  /// The key of statuses; -1 if there is none.
  private let key: Int32

  init(style: GraphStyle, keys: [AttributeColumns.Key]) {
    self.style = style
    key = Int32(
      keys.firstIndex { $0.predicate == ClaimTerms.status && $0.language == nil } ?? -1)
  }

  func isDashed(
    _ row: Range<Int>, of builder: AttributeBuilder, in terms: TermDictionary
  ) -> Bool {
    guard key >= 0 else { return false }
    return row.contains { place in
      builder.columns.keyIndices[place] == key
        && style.dashedStatuses.contains(
          terms.text(of: builder.columns.values[place]).localName)
    }
  }
}
