import Claims
import DomainPack
import Extraction
import Testing

@Suite("Cues of modality")
struct ModalityCuesTests {
  /// How the statement between square brackets is meant.
  private func read(_ marked: String) throws -> ModalityCues.Reading {
    var words = WordTable()
    let cues = ModalityCues(pack: try RealPack.pack(), words: &words)
    let open = words.intern(Array("[".utf8)[...])
    let close = words.intern(Array("]".utf8)[...])
    var tokens: [Token] = []
    var start = 0
    var end = 0
    for token in Tokenizer.tokens(of: Array(marked.utf8), words: &words) {
      if token.word == open {
        start = tokens.count
      } else if token.word == close {
        end = tokens.count
      } else {
        tokens.append(token)
      }
    }
    return cues.reading(of: start..<end, in: tokens, sentence: 0..<tokens.count)
  }

  @Test("are no words of names")
  func names() throws {
    var words = WordTable()
    let cues = ModalityCues(pack: try RealPack.pack(), words: &words)
    let text = "Kepala Bagian Perencanaan menyerahkan mobil."
    let tokens = Tokenizer.tokens(of: Array(text.utf8), words: &words)
    let sentence = 0..<tokens.count
    #expect(cues.reading(of: 3..<5, in: tokens, sentence: sentence) == .status(.planned))
    #expect(cues.reading(of: 3..<5, in: tokens, sentence: sentence, names: [0..<3]) == .plain)
  }

  @Test("say how a statement is meant")
  func readings() throws {
    #expect(try read("[Kochi menghibahkan mobil] kemarin.") == .plain)
    #expect(try read("[Kochi akan menghibahkan mobil].") == .status(.planned))
    #expect(try read("[Kochi] berencana [menghibahkan mobil].") == .status(.planned))
    #expect(try read("Jika [Kochi menghibahkan mobil], warga senang.") == .unstated)
    #expect(try read("[Hibah itu] dibatalkan.") == .status(.notRealised))
    #expect(try read("[Program itu] masih berjalan.") == .status(.ongoing))
    #expect(try read("Baru sebagian [program itu] selesai.") == .status(.partlyRealised))
    #expect(try read("Kochi will [donate a car].") == .status(.planned))
    #expect(try read("Kochi denied that it [donated a car].") == .unstated)
  }

  @Test("reach no further than the clause")
  func boundaries() throws {
    #expect(try read("[Kochi menghibahkan mobil], sedangkan Busan akan mengirim guru.") == .plain)
    #expect(try read("Busan akan mengirim guru; [Kochi menghibahkan mobil].") == .plain)
    #expect(try read("Busan will send teachers, but [Kochi donated a car].") == .plain)
  }

  @Test("of more than one kind count by the gravest")
  func gravest() throws {
    #expect(try read("Jika [Kochi akan menghibahkan mobil].") == .unstated)
    #expect(try read("[Kochi] yang akan [menghibahkan mobil] batal.") == .status(.notRealised))
  }
}
