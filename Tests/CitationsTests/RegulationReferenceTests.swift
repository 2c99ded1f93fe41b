import Citations
import DomainPack
import Testing

@Suite("Regulations as a person names them")
struct RegulationReferenceTests {
  @Test(
    "every usual way of naming an act gives its key",
    arguments: [
      ("UU 23/2014", "UU/2014/23"), ("uu 23/2014", "UU/2014/23"), ("UU/2014/23", "UU/2014/23"),
      ("uu/2014/23", "UU/2014/23"), ("pp 28/2018", "PP/2018/28"),
      ("permendagri 3/2008", "PERMENDAGRI/2008/3"),
      ("perda kota bandung 10/2017", "PERDA-KOTA-BANDUNG/2017/10"),
      ("PERDA-KOTA-BANDUNG/2017/10", "PERDA-KOTA-BANDUNG/2017/10"),
      ("Law No. 23 of 2014 on Local Government", "UU/2014/23"), ("law 23/2014", "UU/2014/23"),
      ("UUD 1945", "UUD/1945"), ("uud/1945", "UUD/1945"), ("UU Desa", "UU/2014/6"),
      ("Perjanjian Internasional", "UU/2000/24"), ("SE-MENDAGRI/1993/193", "SE-MENDAGRI/1993/193"),
    ])
  func parses(text: String, key: String) throws {
    #expect(try PackUnderTest.shared.get().reference.parse(text) == key)
  }

  @Test(
    "what names no act or more than one gives nothing",
    arguments: [
      "", "UU", "UU 23", "Kesehatan", "Bandung", "UU 22/1999 dan UU 25/1999", "XX/2014/23",
    ])
  func refuses(text: String) throws {
    #expect(try PackUnderTest.shared.get().reference.parse(text) == nil)
  }

  @Test("a written key reads back, whatever the act")
  func readsBack() throws {
    let pack = try PackUnderTest.shared.get()
    let seed = UInt64.random(in: 0 ... .max)
    var random = SplitMix(state: seed)
    let places = [
      "kota-bandung", "kabupaten-bandung-barat", "provinsi-jawa-barat", "kota-banda-aceh",
    ]
    for _ in 0..<5_000 {
      let kind = pack.kinds.kinds[random.below(pack.kinds.kinds.count)]
      guard kind.issue != .unnamed else { continue }
      var place: String?
      if case .local(let level) = kind.issue {
        let fitting = places.filter { level == nil || $0.hasPrefix("\(level ?? "")-") }
        place = fitting[random.below(fitting.count)]
      }
      var year = 1945 + random.below(85)
      var number: String? = String(1 + random.below(400))
      if case .none(let years) = kind.number {
        year = years[0]
        number = nil
      }
      let key = RegulationReference.key(kind: kind.code, place: place, year: year, number: number)
      for text in [pack.reference.rendered(key), pack.reference.renderedShort(key)] {
        let text = try #require(text, "seed \(seed): \(key)")
        let expected = pack.parser.citations(in: Array("Lihat \(text), ya.".utf8)).map(\.key)
        #expect(expected == [key], "seed \(seed): \(text)")
        #expect(pack.reference.parse(text) == key, "seed \(seed): \(text)")
      }
    }
  }

  @Test("an act of a known table row reads back from its own names")
  func knowsItsNames() throws {
    let pack = try PackUnderTest.shared.get()
    for entry in pack.known.entries {
      #expect(pack.reference.parse(entry.key) == entry.key)
      for name in entry.names { #expect(pack.reference.parse(name) == entry.key, "\(name)") }
    }
  }

  @Test("a list of citations names each act once, in order")
  func lists() throws {
    let reference = try PackUnderTest.shared.get().reference
    #expect(reference.keys(in: "UU No. 22 dan 25 Tahun 1999") == ["UU/1999/22", "UU/1999/25"])
    #expect(reference.keys(in: "UU 23/2014, uu no. 23 tahun 2014") == ["UU/2014/23"])
    #expect(
      reference.keys(in: "Perda Kota Bandung No. 10 T\nahun 2017") == ["PERDA-KOTA-BANDUNG/2017/10"]
    )
    #expect(reference.keys(in: "Nomor 5 Tahun") == [])
  }
}

/// A small generator whose sequence its seed decides.
private struct SplitMix {
  var state: UInt64

  mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((value ^ (value >> 31)) % UInt64(bound))
  }
}
