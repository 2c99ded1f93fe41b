import Claims
import Diagnostics
import DomainPack
import Resolution

extension Report {
  /// The documents that were read.
  mutating func writeDocuments() {
    section("Documents read", "Dokumen yang dibaca", isEmpty: graph.documents.isEmpty)
    var claimCounts = [Int](repeating: 0, count: graph.documents.count)
    for claim in graph.claims { claimCounts[claim.document] += 1 }
    var outcomes: [String: DocumentOutcome] = [:]
    for outcome in reading.outcomes {
      if let key = outcome.documentKey { outcomes[key] = outcome }
    }
    let rows = graph.documents.enumerated().map { number, document in
      let outcome = outcomes[document.key]
      return [
        "\(number + 1)", MarkdownText.escaped(document.title ?? "–"),
        MarkdownText.escaped(document.fileName), document.language ?? "–",
        outcome?.format ?? "–", outcome.map { "\($0.length)" } ?? "–",
        "\(document.mentions.count)", "\(claimCounts[number])",
      ]
    }
    out.table(
      [
        say("No.", "No."), say("Title", "Judul"), say("File", "Berkas"),
        say("Language", "Bahasa"), say("Format", "Format"), say("Characters", "Karakter"),
        say("Things named", "Entitas disebut"), say("Claims", "Klaim"),
      ], rows)
  }

  /// How many things of each class, and the best connected of them.
  mutating func writeClasses() {
    section("Things found", "Entitas yang ditemukan", isEmpty: graph.entities.isEmpty)
    var places: [EntityClass: [Int]] = [:]
    for (position, entity) in graph.entities.enumerated() {
      places[entity.entityClass, default: []].append(position)
    }
    var rows: [[String]] = []
    let known = vocabulary.classes.map(\.name)
    for entityClass in known + Set(places.keys).subtracting(known).sorted() {
      guard let members = places[entityClass], entityClass != .document else { continue }
      let connected = members.sorted {
        let (left, right) = (degree($0), degree($1))
        return left == right ? $0 < $1 : left > right
      }
      let title = vocabulary.description(of: entityClass).map { caption($0.plural) }
      let best = connected.prefix(5).map(name).joined(separator: "; ")
      rows.append([
        MarkdownText.escaped(title ?? entityClass.rawValue), "\(members.count)",
        members.count > 5 ? "\(best); …" : best,
      ])
    }
    if !rows.isEmpty {
      out.table(
        [say("Class", "Kelas"), say("Number", "Jumlah"), say("Among them", "Di antaranya")], rows)
    }
    let facts = graph.facts.count
    let conflicts = graph.conflicts.count
    out.paragraph(
      say(
        """
        \(facts) facts from \(graph.claims.count) claims; \(conflicts) \
        \(conflicts == 1 ? "conflict" : "conflicts").
        """,
        "\(facts) fakta dari \(graph.claims.count) klaim; \(conflicts) pertentangan."))
  }

  private func degree(_ position: Int) -> Int {
    index.facts(of: position).count + index.facts(to: position).count
  }

  /// Where sources contradict each other.
  mutating func writeConflicts() {
    section("Conflicts", "Pertentangan", isEmpty: graph.conflicts.isEmpty)
    for conflict in graph.conflicts {
      let captions = graph.predicates(of: conflict).map(predicate).joined(separator: " / ")
      out.heading("\(name(conflict.thing)): \(captions)", level: 3)
      out.list(
        conflict.claims.map { position in
          let claim = graph.claims[position]
          let value =
            conflict.predicate == nil
            ? "\(name(claim.subject)) \(predicate(claim.claim.predicate)) \(object(claim.object))"
            : object(claim.object)
          let isChosen = graph.agreesWithChosen(position, of: conflict)
          return "\(isChosen ? "**\(value)** (\(say("taken", "dipakai")))" : value): "
            + "\(MarkdownText.quotation(claim.claim.evidence.quote)) \(sources([claim.document]))"
        })
    }
  }

  /// What was not read, and what was noticed while reading.
  mutating func writeSkipped() {
    section(
      "Skipped and noticed", "Dilewati dan catatan", isEmpty: reading.diagnostics.isEmpty)
    out.list(
      reading.diagnostics.map { diagnostic in
        var place = diagnostic.file ?? ""
        if let start = diagnostic.location?.lowerBound {
          place += ":\(start.line + 1):\(start.column + 1)"
        }
        let message = MarkdownText.escaped(diagnostic.message.text(in: language))
        return place.isEmpty ? message : "\(MarkdownText.escaped(place)): \(message)"
      })
  }
}
