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
    #expect(report.examples > 300)
  }
}
