import Citations
import Diagnostics
import DomainPack
import Testing

@Suite("The regulation tables of the pack")
struct RegulationTablesTests {
  @Test("every known act is of a known kind, and its relations name acts of known kinds")
  func knowsKinds() throws {
    let pack = try PackUnderTest.shared.get()
    #expect(pack.known.entries.count >= 150)
    for entry in pack.known.entries {
      #expect(pack.reference.rendered(entry.key) != nil, "\(entry.key)")
      for target in entry.relations.map(\.target) + [entry.endedBy].compactMap(\.self) {
        #expect(pack.reference.rendered(target) != nil, "\(entry.key): \(target)")
        #expect(target != entry.key)
      }
    }
  }

  @Test("an act that ended did so by an act that the table knows to repeal it")
  func endsAgree() throws {
    let known = try PackUnderTest.shared.get().known
    for entry in known.entries {
      if let from = entry.inForceFrom, let until = entry.inForceUntil { #expect(from < until) }
      if let issued = entry.issued, let from = entry.inForceFrom { #expect(issued <= from) }
      guard let ender = entry.endedBy else { continue }
      let relations = known[ender]?.relations ?? []
      #expect(relations.contains(.init(kind: .repeals, target: entry.key)), "\(entry.key)")
    }
  }

  @Test("no name stands for two kinds")
  func namesAreUnique() throws {
    let kinds = try PackUnderTest.shared.get().kinds
    var owners: [String: String] = [:]
    for kind in kinds.kinds {
      for name in kind.names {
        let owner = owners[name.text.lowercased()]
        #expect(owner == nil || owner == kind.code, "\(name.text): \(kind.code) and \(owner ?? "")")
        owners[name.text.lowercased()] = kind.code
      }
    }
  }

  @Test("the hierarchy is that of Law 12 of 2011")
  func ranks() throws {
    let kinds = try PackUnderTest.shared.get().kinds
    let keys = [
      "UUD/1945", "TAP-MPR/2000/III", "UU/2014/23", "PP/2018/28", "PERPRES/2014/87",
      "PERDA-PROVINSI-JAWA-BARAT/2010/12", "PERDA-KOTA-BANDUNG/2017/10",
    ]
    #expect(keys.map { kinds.rank(ofKey: $0) } == [1, 2, 3, 4, 5, 6, 7])
    #expect(kinds.rank(ofKey: "PERPPU/2014/2") == 3)
    #expect(kinds.rank(ofKey: "PERMENDAGRI/2008/3") == nil)
    #expect(kinds.kindAndPlace(ofKey: "PERDA-KOTA-BANDUNG/2017/10")?.place == "kota-bandung")
    #expect(kinds.kindAndPlace(ofKey: "SE-MENDAGRI/1993/193")?.place == nil)
  }

  @Test(
    "a table with a fault names its line",
    arguments: [
      ("UU/2014/23\ta", 1), ("uu/2014/23\t\t\t\t\t\t\t\t\t", 1),
      ("\n\nUU/2014/23\t\t\t\t2014-13\t\t\t\t\t", 3),
      ("UU/2014/23\t\t\t\t\t\t\t\t\tends=UU/1/2", 1),
      ("UU/2014/23\t\t\t\t\t\t\t\t\t\nUU/2014/23\t\t\t\t\t\t\t\t\t", 2),
    ])
  func refusesFaults(rows: String, line: Int) {
    let header =
      "key\ttitle_id\ttitle_en\tnames\tissued\tin_force_from\tin_force_until\tended_by\turl\trelations\n"
    do {
      _ = try KnownRegulations.load(table: Array((header + rows).utf8), file: "r.tsv")
      Issue.record("no error")
    } catch {
      #expect(error.location.lowerBound.line == line)
      #expect(error.file == "r.tsv")
    }
  }
}
