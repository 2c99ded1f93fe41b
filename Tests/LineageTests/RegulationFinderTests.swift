import DomainPack
import Lineage
import TestSupport
import Testing

@Suite("Finding the regulation that is meant")
struct RegulationFinderTests {
  private func graph() throws -> LineageGraph {
    let pack = try PackUnderTest.shared.get()
    var sample = LineageSample()
    sample.relate("UU/2014/23", "repeals", "UU/2004/32")
    sample.addAct("PERDA-KOTA-BANDUNG/2017/10")
    var loader = LineageLoader(kinds: pack.kinds, known: pack.known)
    loader.take(sample.quads)
    return loader.finish()
  }

  @Test(
    "every form of citation is understood",
    arguments: [
      ("UU 23/2014", "UU/2014/23"), ("uu no. 23 tahun 2014", "UU/2014/23"),
      ("Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah", "UU/2014/23"),
      ("Law No. 23 of 2014 on Local Government", "UU/2014/23"), ("UU/2014/23", "UU/2014/23"),
      ("Pasal 363 UU No, 23/2014", "UU/2014/23"),
      ("Perda Kota Bandung 10/2017", "PERDA-KOTA-BANDUNG/2017/10"),
      ("PP Nomor 25 Tahun 2000", "PP/2000/25"), ("UUPA", "UU/1960/5"),
      ("https://w3id.org/simpul/id/regulation/uu/2014/23", "UU/2014/23"),
    ])
  func forms(text: String, key: String) throws {
    let graph = try graph()
    guard case .known(let node) = RegulationFinder(graph).find(text) else {
      Issue.record("\(text) is not found")
      return
    }
    #expect(graph.key(of: node) == key)
  }

  @Test("an unknown act is told with the nearest known ones")
  func unknown() throws {
    let graph = try graph()
    guard case .unknown(let key, let nearest) = RegulationFinder(graph).find("UU 24/2014") else {
      Issue.record("a finding of another kind")
      return
    }
    #expect(key == "UU/2014/24")
    #expect(nearest.compactMap(graph.key).contains("UU/2014/23"))
    #expect(nearest.count <= 5)
  }

  @Test("a text that is no citation is told so")
  func unreadable() throws {
    guard case .unreadable = RegulationFinder(try graph()).find("Nomor 5") else {
      Issue.record("a finding of another kind")
      return
    }
  }
}
