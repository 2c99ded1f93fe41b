import Diagnostics
import DomainPack
import Extraction
import Testing

@Suite("Examples of the rules")
struct RuleExampleTests {
  @Test("all come out as the rule files say")
  func examples() throws {
    let report = try RuleTester(RealPack.pack()).report()
    #expect(report.failures.map { $0.rendered(in: .english) } == [])
    #expect(report.untested == [])
    #expect(report.examples > 500)
  }
}

@Suite("Tester of rules")
struct RuleTesterTests {
  private func report(_ examples: String) throws -> RuleTester.Report {
    var pack = try RealPack.pack()
    let file = """
      layer: relation
      rules:
        - id: visits
          pattern: "a:<City> mengunjungi b:<City>"
          claims: ["a visits b; mood=good"]
          examples:
            \(examples)
      """
    pack.rules += try RuleFile.load(try PackNode.parse(file, file: "t.yaml"), name: "t")
    return try RuleTester(pack).report(ofRulesNamed: "t/visits")
  }

  @Test("is content with what comes out as written")
  func good() throws {
    let report = try report(
      #"{match: [{"Surabaya mengunjungi Busan.": ["Surabaya visits Busan; mood=good"]}], "#
        + #"not: ["Surabaya menyapa Busan."]}"#)
    #expect(report.failures.isEmpty)
    #expect(report.examples == 2 && report.rules == 1 && report.untested.isEmpty)
  }

  @Test(
    "tells the place and what is wrong",
    arguments: [
      (#"{match: ["Surabaya menyapa Busan."]}"#, "7:16", "does not match"),
      (#"{not: ["Surabaya mengunjungi Busan."]}"#, "7:14", "must not match"),
      (
        #"{match: [{"Surabaya mengunjungi Busan.": ["Busan visits Surabaya"]}]}"#, "7:17",
        "does not give “Busan visits Surabaya”; it gives: Kota Surabaya visits Busan; mood=good"
      ),
      (
        #"{match: [{"Surabaya mengunjungi Busan.": ["Surabaya visits Busan; mood=bad"]}]}"#,
        "7:17", "does not give"
      ),
    ])
  func bad(examples: String, place: String, message: String) throws {
    let failures = try report(examples).failures.map { $0.rendered(in: .english) }
    #expect(failures.count == 1)
    #expect(failures.first?.hasPrefix("t.yaml:\(place): error: rule t/visits: ") == true)
    #expect(failures.first?.contains(message) == true)
  }

  @Test("names the rules that nobody has tried")
  func untested() throws {
    #expect(try report("{}").untested == ["t/visits"])
  }
}
