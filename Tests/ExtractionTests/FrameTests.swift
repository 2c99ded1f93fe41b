import Claims
import Diagnostics
import Documents
import DomainPack
import Extraction
import Foundation
import TestSupport
import Testing

@Suite("Frames")
struct FrameTests {
  private static let frames = """
    frames:
      - id: giving
        stems: [hibah, serah]
        active: [gave, menyumbangkan]
        participle: [donated]
        noun: [hibah, donation of]
        roles:
          g: {class: [City, Government, School, Person, Role], active: before, passive: ["@frame-by", right], noun: ["@frame-by", "@frame-from"]}
          t: {class: Tool, active: after, passive: before, noun: [right, after]}
          r: {class: [City, Government, School], at: "@frame-to"}
        claims: ["g donates t; planned=plannedDonation", "t donatedTo r; planned=plannedRecipient"]
      - id: receiving
        passive: [diterima]
        roles:
          r: {class: [City, Government, School], at: "@frame-by"}
          t: {class: Tool, passive: before}
        claims: ["t donatedTo r; planned=plannedRecipient"]
      - id: stopping
        passive: [terhalang oleh]
        roles:
          a: {class: School, at: before}
          x: {words: phrase, at: right}
        entities: {o: {class: Obstacle, label: "{x}"}}
        claims: ["o hampers a"]
    """

  /// The pack with these frames for all that sentences say.
  private static let extractor = Result {
    var pack = try RealPack.pack()
    pack.rules.removeAll { $0.layer == .relation }
    pack.frames = try FrameFile.load(try PackNode.parse(frames, file: "f.yaml"), name: "f")
    return try Extractor(CompiledPack(pack))
  }

  /// The claims that frames make of a text, with the status where one is told.
  private func claims(_ text: String) throws -> Set<String> {
    let document = try RealPack.reader().read(Array(text.utf8), fileName: "text.txt")
    let result = try Self.extractor.get().claims(of: document, key: "text")
    return Set(
      result.claims.filter { $0.rule.hasPrefix("f/") }.map { claim in
        var object = ""
        if case .entity(let entity) = claim.object { object = result.entities[entity].label }
        let status = claim.status.map { " (\($0.rawValue))" } ?? ""
        let subject = result.entities[claim.subject].label
        return "\(subject) \(claim.predicate.rawValue) \(object)\(status)"
      })
  }

  @Test(
    "find who gave what to whom by voice, prepositions and lists",
    arguments: [
      (
        "Kota Kochi, kata warga, pekan lalu menghibahkan lima ambulans kepada Kota Surabaya.",
        ["Kochi donates ambulans", "ambulans donatedTo Kota Surabaya"]
      ),
      (
        "Lima ambulans telah diserahkan oleh Kota Kochi kepada Kota Surabaya.",
        ["Kochi donates ambulans", "ambulans donatedTo Kota Surabaya"]
      ),
      (
        "Lima ambulans diserahkan Kota Kochi kepada SMK Negeri 1 dan SMK Negeri 2.",
        [
          "Kochi donates ambulans", "ambulans donatedTo SMK Negeri 1",
          "ambulans donatedTo SMK Negeri 2",
        ]
      ),
      (
        "Penyerahan lima ambulans dari Kota Kochi berlangsung kemarin.",
        ["Kochi donates ambulans"]
      ),
      (
        "Hibah lima ambulans dari Kota Kochi diterima oleh Kota Surabaya.",
        ["Kochi donates ambulans", "ambulans donatedTo Kota Surabaya"]
      ),
      (
        "Hibah lima ambulans dari Kota Kochi disambut oleh Kota Surabaya.",
        ["Kochi donates ambulans"]
      ),
      ("Hibah lima ambulans oleh Kota Kochi dikenang warga.", ["Kochi donates ambulans"]),
      (
        "Five ambulances were donated by the City of Kochi.",
        ["Kochi donates ambulances"]
      ),
      (
        "Kota Kochi akan menghibahkan lima ambulans kepada Kota Surabaya.",
        [
          "Kochi plannedDonation ambulans (Planned)",
          "ambulans plannedRecipient Kota Surabaya (Planned)",
        ]
      ),
    ] as [(String, Set<String>)])
  func roles(text: String, expected: Set<String>) throws {
    #expect(try claims(text) == expected)
  }

  @Test("make a thing of the words that fill a role")
  func words() throws {
    #expect(
      try claims("SMK Negeri 1 terhalang oleh biaya perjalanan yang mahal.")
        == ["biaya perjalanan hampers SMK Negeri 1"])
  }

  @Test(
    "read nothing where a role is missing, governed otherwise, in another clause, asked or denied",
    arguments: [
      "Kota Kochi menghibahkan penghargaan kepada Kota Surabaya.",
      "Di Kota Kochi menghibahkan lima ambulans adalah kebiasaan.",
      "Kota Kochi gembira, sedangkan lima ambulans rusak karena diserahkan terlambat.",
      "Apakah Kota Kochi menghibahkan lima ambulans?",
      "Kota Kochi tidak pernah menghibahkan lima ambulans.",
      "Lima ambulans rusak.",
      "SMK Negeri 1 terhalang oleh hujan.",
    ])
  func nothing(text: String) throws {
    #expect(try claims(text) == [])
  }

  @Test("leave to the rules what these say already")
  func rulesFirst() throws {
    var pack = try RealPack.pack()
    pack.frames = try FrameFile.load(try PackNode.parse(Self.frames, file: "f.yaml"), name: "f")
    let document = try RealPack.reader().read(
      Array("Kota Kochi menghibahkan lima ambulans kepada Kota Surabaya.".utf8), fileName: "t.txt")
    let claims = try Extractor(CompiledPack(pack)).claims(of: document, key: "t").claims
    let gifts = claims.filter { ["donates", "donatedTo"].contains($0.predicate.rawValue) }
    #expect(!gifts.isEmpty && gifts.allSatisfy { $0.rule.hasPrefix("71-gifts/") })
  }

  @Test(
    "name the frame and what it does not know",
    arguments: [
      ("{class: Dragon, at: before}", "frame f/x: the class “Dragon” of the role “g” is unknown"),
      ("{class: City, at: \"@dragons\"}", "frame f/x: the word class @dragons is unknown"),
    ])
  func unknown(role: String, expected: String) throws {
    var pack = try RealPack.pack()
    let text = "frames:\n- {id: x, active: [gave], roles: {g: \(role)}, claims: [g x g]}"
    pack.frames = try FrameFile.load(try PackNode.parse(text, file: "f.yaml"), name: "f")
    let error = #expect(throws: SyntaxError.self) { try CompiledPack(pack) }
    #expect(error?.description.contains("f.yaml:2:3: \(expected)") == true)
  }

  @Test(
    "tell which word class on which they rest is missing, and which one is likely meant",
    arguments: ["frame-border", "frame-people", "frame-adverb"])
  func missingClass(name: String) throws {
    let path = TestPlaces.root.appending(path: "ontology/words.yaml")
    let text = try String(contentsOf: path, encoding: .utf8)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let line = try #require(lines.firstIndex { $0.hasPrefix("  \(name):") })
    var pack = try RealPack.pack()
    // Rules may rest on the same classes, and would be told first.
    pack.rules = []
    pack.words = try WordClasses.load(
      PackNode.parse(
        text.replacing("\n  \(name):", with: "\n  \(name)s:"), file: "words.yaml"))
    let error = #expect(throws: SyntaxError.self) { try CompiledPack(pack) }
    #expect(
      error?.description
        == "words.yaml:\(line + 1):3: the word class “\(name)”, on which the frames rest, is missing; is “\(name)s” meant to be it?"
    )
    // A pack without frames needs none of them.
    pack.frames = []
    pack.rules = []
    #expect(throws: Never.self) { try CompiledPack(pack) }
  }
}
