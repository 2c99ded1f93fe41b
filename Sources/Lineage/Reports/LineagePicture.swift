import GraphAlgorithms

/// What a picture of a lineage shows: some acts, the relations between them, and nodes that stand for
/// what is folded.
package struct LineagePicture {
  /// An act, or what stands for several.
  struct Node {
    /// The act; nil for what stands for several.
    var act: Int?
    /// The IRI of the act; empty for what stands for several.
    var iri: String
    /// Short names stand above titles.
    var label: String
    /// The title; empty if none is known.
    var title: String
    /// When it is in force; nil where nothing tells, and for what stands for several.
    var span: String?
    /// On the day of the picture.
    var state: Validity.State
    /// Whether it is what was asked about.
    var isCentre: Bool
  }

  /// A relation, read from source to target.
  struct Edge {
    /// Places in ``LineagePicture/nodes``.
    var source: Int
    var target: Int
    /// What it is called.
    var label: String
    /// All relations between the two; none for the edge of a folded node.
    var relations: LineageRelations
  }

  /// An agreement or a program.
  struct Thing {
    /// What it is called.
    var label: String
    /// Whether it is a program or a training; an agreement else.
    var isProgram: Bool
    /// When it was signed; nil if nothing tells.
    var signed: LineageDate?
    /// When its time begins; nil if nothing tells.
    var from: LineageDate?
    /// When its time ends; nil if it does not, or nothing tells.
    var until: LineageDate?
    /// The place of the act that it rests on among ``LineagePicture/nodes``; nil where none of them is.
    var basis: Int?

    /// The first day that is known of it.
    var begin: LineageDate? { [signed, from].compactMap(\.self).min() ?? until }
  }

  private(set) var nodes: [Node] = []
  private(set) var edges: [Edge] = []
  /// Agreements and programs, in order of their begins; those without one come last.
  private(set) var things: [Thing] = []
  /// How many acts it shows, and what stands for several.
  package var nodeCount: Int { nodes.count }
  private var placeOfAct: [Int: Int] = [:]
  /// What relations between two acts are called together.
  private var captions: [UInt16: String] = [:]
  private let graph: LineageGraph
  private let words: LineageWords
  private let day: LineageDate?

  init(_ graph: LineageGraph, words: LineageWords, day: LineageDate?) {
    self.graph = graph
    self.words = words
    self.day = day
  }

  /// A picture of an answer.
  package init(
    _ answer: LineageAnswer, of graph: LineageGraph, words: LineageWords, folding: LineageFolding
  ) {
    self.init(graph, words: words, day: answer.question.day)
    _ = place(of: answer.question.node, isCentre: true)
    for trace in answer.traces { add(FoldedTrace(trace, folding)) }
    let things = answer.hanging.agreements + answer.hanging.programs
    addThings(things.map { ($0.node, [$0.to]) })
  }

  /// A picture of a path.
  package init(_ path: LineagePath, of graph: LineageGraph, words: LineageWords, day: LineageDate) {
    self.init(graph, words: words, day: day)
    for (place, act) in path.acts.enumerated() {
      _ = self.place(of: act, isCentre: place == 0 || place == path.acts.count - 1)
    }
    for (place, relations) in path.relations.enumerated() {
      add(relations, from: place, to: place + 1)
    }
  }

  /// A picture of the whole: trees from the acts that rest on none, or everything where nothing is
  /// folded.
  package init(
    _ forest: LineageForest, tracer: inout LineageTracer, words: LineageWords,
    folding: LineageFolding
  ) {
    self.init(tracer.graph, words: words, day: nil)
    defer {
      addThings(
        graph.kinds.indices.filter { graph.kinds[$0] == .agreement || graph.kinds[$0] == .program }
          .map { ($0, Array(graph.edges(.basedOn).outgoing.neighbours(of: $0))) })
    }
    guard folding != .none else {
      addAll()
      return
    }
    let shown = forest.roots.prefix(folding.siblings(of: forest.roots.count))
    var drawn: Set<[Int]> = []
    var earlier: [Int: Int] = [:]
    for root in shown {
      let trace = tracer.trace(from: root, .down, mostActs: folding.mostActs)
      let folded = FoldedTrace(trace, folding.shared(among: shown.count), without: earlier)
      add(folded, without: &drawn)
      for place in folded.drawn { earlier[trace.nodes[place]] = root }
    }
    let rest = forest.roots.count - shown.count + forest.alone.count
    if rest > 0 { nodes.append(.folded(words.more(rest))) }
  }

  private mutating func addAll() {
    let extract = LineageExtract(all: graph)
    for act in extract.things { _ = place(of: act) }
    for relation in extract.relations {
      add(
        LineageRelations(relation.relation), from: place(of: relation.subject),
        to: place(of: relation.object))
    }
  }

  /// The place of an act, which is added if it is not there yet.
  mutating func place(of act: Int, isCentre: Bool = false) -> Int {
    if let place = placeOfAct[act] { return place }
    placeOfAct[act] = nodes.count
    nodes.append(
      Node(
        act: act, iri: graph.iri(of: act), label: graph.shortName(of: act, in: words.language),
        title: graph.title(of: act, in: words.language) ?? "",
        span: words.span(from: graph.beginDate(of: act)?.date, until: graph.end(of: act)?.date),
        state: day.map { graph.validity(of: act).state(on: $0) } ?? .unknown, isCentre: isCentre))
    return nodes.count - 1
  }

  /// Adds a relation.
  mutating func add(_ relations: LineageRelations, from source: Int, to target: Int) {
    let label = captions[relations.rawValue] ?? words.captions(relations, .up)
    captions[relations.rawValue] = label
    edges.append(Edge(source: source, target: target, label: label, relations: relations))
  }

  /// From when until when the act of a node is in force; nil for what stands for several.
  func validity(of node: Node) -> Validity? { node.act.map(graph.validity) }

  /// When the first of the relations of an edge takes effect; nil if nothing tells.
  func date(of edge: Edge) -> LineageDate? {
    guard let relation = edge.relations.all.first, let subject = nodes[edge.source].act,
      let object = nodes[edge.target].act
    else { return nil }
    return graph.changeDate(relation, from: subject, to: object)
  }

  /// Adds agreements and programs with what they are fastened to: the first act among it counts.
  private mutating func addThings(_ added: [(thing: Int, bases: [Int])]) {
    for (thing, bases) in added {
      func date(_ role: LineageVocabulary.DateRole) -> LineageDate? {
        graph.dates.stated[role.rawValue][thing].orNil
      }
      things.append(
        Thing(
          label: graph.label(of: thing, in: words.language),
          isProgram: graph.kinds[thing] == .program, signed: date(.signed), from: date(.period),
          until: date(.periodEnd), basis: bases.compactMap { placeOfAct[$0] }.first))
    }
    let order = things.indices.sorted {
      (things[$0].begin?.first ?? .max, $0) < (things[$1].begin?.first ?? .max, $1)
    }
    things = order.map { things[$0] }
  }

  /// Adds a node that stands for several, next to an act.
  mutating func addFolded(_ count: Int, at place: Int, _ direction: Trace.Direction) {
    nodes.append(.folded(words.more(count)))
    let folded = nodes.count - 1
    edges.append(
      Edge(
        source: direction == .up ? place : folded, target: direction == .up ? folded : place,
        label: "", relations: []))
  }

  private mutating func add(_ folded: FoldedTrace) {
    var drawn: Set<[Int]> = []
    add(folded, without: &drawn)
  }

  /// Adds a trace, without the relations that are drawn already.
  private mutating func add(_ folded: FoldedTrace, without drawn: inout Set<[Int]>) {
    let trace = folded.trace
    for place in folded.drawn {
      let here = self.place(of: trace.nodes[place])
      for step in folded.steps[place] {
        let there = self.place(of: trace.nodes[step.place])
        guard drawn.insert(trace.direction == .up ? [here, there] : [there, here]).inserted else {
          continue
        }
        trace.direction == .up
          ? add(step.relations, from: here, to: there) : add(step.relations, from: there, to: here)
      }
      if folded.hidden[place] > 0 { addFolded(folded.hidden[place], at: here, trace.direction) }
    }
  }
}

extension LineagePicture.Node {
  /// What stands for several acts.
  static func folded(_ label: String) -> Self {
    Self(
      act: nil, iri: "", label: label, title: "", span: nil, state: .unknown, isCentre: false)
  }
}
