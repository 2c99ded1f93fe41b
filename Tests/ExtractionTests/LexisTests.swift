import Documents
import DomainPack
import Extraction
import Testing

@Suite("Tokenizer")
struct TokenizerTests {
  @Test(
    "divides text into folded words, numbers and marks",
    arguments: [
      ("", []),
      (" \t\n ", []),
      ("Kota Bandung", ["kota", "bandung"]),
      ("kerja-sama", ["kerja", "-", "sama"]),
      ("MoU.", ["mou", "."]),
      ("1.234,5 jiwa", ["1.234,5", "jiwa"]),
      ("No. 7", ["no", ".", "7"]),
      ("tahun 2016.", ["tahun", "2016", "."]),
      ("2016–2018", ["2016", "-", "2018"]),
      ("“Kang Pisman”", ["\"", "kang", "pisman", "\""]),
      ("Kōchi São", ["kochi", "sao"]),
      ("S.H.", ["s", ".", "h", "."]),
      ("15/10/2022", ["15", "/", "10", "/", "2022"]),
      ("km2", ["km2"]),
      ("京都 Kyoto", ["京都", "kyoto"]),
      ("5 m² ½ 2½ ①", ["5", "m²", "½", "2½", "①"]),
      ("٣ Ⅳ", ["٣", "ⅳ"]),
    ])
  func words(text: String, expected: [String]) {
    var words = WordTable()
    let tokens = Tokenizer.tokens(of: Array(text.utf8), words: &words)
    #expect(tokens.map { String(decoding: words.word($0.word), as: UTF8.self) } == expected)
  }

  @Test("takes every character that Unicode has, wherever it stands, and goes on behind it")
  func everyCharacter() throws {
    var words = WordTable()
    var failures: [UInt32] = []
    for value in UInt32(0x21)...0x1_F9FF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = Array("\(scalar) a\(scalar)1\(scalar)".utf8)
      let tokens = Tokenizer.tokens(of: text, words: &words)
      let ends = tokens.map(\.range.upperBound)
      let isDivision =
        tokens.allSatisfy { !$0.range.isEmpty } && ends == ends.sorted() && ends.last == text.count
      if !isDivision, !scalar.properties.isWhitespace { failures.append(value) }
    }
    #expect(failures.isEmpty, "\(failures.prefix(10).map { String($0, radix: 16) })")
  }

  @Test("tells how every token looks")
  func looks() {
    var words = WordTable()
    let tokens = Tokenizer.tokens(of: Array("Kota DKI 7 a, Ō".utf8), words: &words)
    #expect(
      tokens.map(\.look.rawValue) == [
        Token.Look([.word, .capital]).rawValue, Token.Look([.word, .capital, .upper]).rawValue,
        Token.Look.number.rawValue, Token.Look.word.rawValue,
        Token.Look([.mark, .glued]).rawValue, Token.Look([.word, .capital]).rawValue,
      ])
  }

  @Test("covers the text: tokens stand in order, and only white space lies between")
  func coverage() {
    let text = Array("“Wali Kota” (Kōchi), 1.5 – e.g. naïve 東京?! ‘x’".utf8)
    var words = WordTable()
    var end = 0
    for token in Tokenizer.tokens(of: text, words: &words) {
      #expect(text[end..<token.range.lowerBound].allSatisfy { $0 == 0x20 })
      #expect(!token.range.isEmpty && token.range.lowerBound >= end)
      end = token.range.upperBound
    }
    #expect(end == text.count)
  }
}

@Suite("Tokens of all scalars")
struct TokenScalarTests {
  @Test("covers a text of any scalar, in the middle of a word and by itself")
  func scalars() {
    var words = WordTable()
    for value: UInt32 in 0x21...0x1_F9FF {
      guard let scalar = Unicode.Scalar(value), value < 0x3400 || value > 0xABFF else { continue }
      let text = Array("a\(scalar)1 \(scalar)".utf8)
      let tokens = Tokenizer.tokens(of: text, words: &words)
      let covered = tokens.reduce(0) { $0 + $1.range.count }
      #expect(covered >= text.count - 3 && tokens.allSatisfy { !$0.range.isEmpty }, "U+\(value)")
    }
  }
}

@Suite("Word table")
struct WordTableTests {
  @Test("gives a word one number, however many others come")
  func numbers() {
    var table = WordTable()
    let ids = (0..<20_000).map { table.intern(Array("word\($0)".utf8)[...]) }
    #expect(ids == (0..<20_000).map { Int32($0) })
    #expect(table.count == 20_000)
    for number in stride(from: 0, to: 20_000, by: 7) {
      let word = Array("word\(number)".utf8)
      #expect(table.id(of: word[...]) == Int32(number))
      #expect(Array(table.word(Int32(number))) == word)
    }
    #expect(table.id(of: Array("absent".utf8)[...]) == nil)
  }

  @Test("knows the empty word, and takes no beginning for the whole")
  func edges() {
    var table = WordTable()
    let empty = table.intern([])
    let long = table.intern(Array("kota".utf8)[...])
    #expect(table.id(of: []) == empty)
    #expect(table.id(of: Array("kot".utf8)[...]) == nil)
    #expect(table.id(of: Array("kota".utf8)[...]) == long)
  }
}

@Suite("Phrase trie")
struct PhraseTrieTests {
  private func tokens(_ text: String, _ words: inout WordTable) -> [Token] {
    Tokenizer.tokens(of: Array(text.utf8), words: &words)
  }

  @Test("finds every phrase that begins at a token, the shortest first, within the bounds")
  func matches() {
    var words = WordTable()
    var trie = PhraseTrie()
    for (number, phrase) in ["kota", "kota kembar", "kota kembar hijau", "kembar"].enumerated() {
      trie.insert(tokens(phrase, &words).map(\.word), payload: Int32(number))
    }
    trie.insert(tokens("Kota Kembar", &words).map(\.word), payload: 9)
    trie.insert([], payload: 5)
    let text = tokens("kota kembar hijau itu", &words)
    let found = trie.matches(from: 0, in: text, upTo: text.count)
    #expect(found.map(\.length) == [1, 2, 3])
    #expect(found.map(\.payloads) == [[0], [1, 9], [2]])
    #expect(trie.matches(from: 0, in: text, upTo: 2).map(\.length) == [1, 2])
    #expect(trie.matches(from: 1, in: text, upTo: text.count).map(\.payloads) == [[3]])
    #expect(trie.matches(from: 3, in: text, upTo: text.count).isEmpty)
  }
}

@Suite("Sentence splitter")
struct SentenceSplitterTests {
  @Test(
    "ends sentences where they end, with the pack's abbreviations",
    arguments: [
      ("Kota itu besar. Warganya ramah.", ["Kota itu besar.", "Warganya ramah."]),
      (
        "UU No. 23 Tahun 2014 berlaku. Lalu diubah.",
        ["UU No. 23 Tahun 2014 berlaku.", "Lalu diubah."]
      ),
      ("Drs. Amir hadir. Rapat dibuka.", ["Drs. Amir hadir.", "Rapat dibuka."]),
      ("Rina Wati, S.H. hadir di sana.", ["Rina Wati, S.H. hadir di sana."]),
      ("Bpk. J. R. Utomo berpidato. Ia singkat.", ["Bpk. J. R. Utomo berpidato.", "Ia singkat."]),
      ("Luasnya 1.234,5 hektare. Cukup.", ["Luasnya 1.234,5 hektare.", "Cukup."]),
      ("Ia berkata, \"Kami siap.\" Lalu pergi.", ["Ia berkata, \"Kami siap.\"", "Lalu pergi."]),
      ("Apakah siap? Ya! Siap.", ["Apakah siap?", "Ya!", "Siap."]),
      ("Lihat hlm. 12 dan dsb. di sana.", ["Lihat hlm. 12 dan dsb. di sana."]),
      (
        "The U.S. Embassy wrote to Dr. Lee. He came.",
        ["The U.S. Embassy wrote to Dr. Lee.", "He came."]
      ),
      ("Kota tumbuh.Kemudian besar.", ["Kota tumbuh.", "Kemudian besar."]),
      ("1. Pendidikan dan olahraga.", ["1. Pendidikan dan olahraga."]),
      ("tanpa titik", ["tanpa titik"]),
      ("", []),
    ])
  func sentences(text: String, expected: [String]) throws {
    var words = WordTable()
    let splitter = SentenceSplitter(SentenceWords(try RealPack.pack().languages))
    let bytes = Array(text.utf8)
    let tokens = Tokenizer.tokens(of: bytes, words: &words)
    let spans = SentenceSpan.spans(of: tokens, in: splitter.sentences(bytes))
    let found = spans.map { span in
      String(
        decoding: bytes[
          tokens[span.tokens.lowerBound].range
            .lowerBound..<tokens[span.tokens.upperBound - 1].range
            .upperBound], as: UTF8.self)
    }
    #expect(found == expected)
    #expect(spans.flatMap { Array($0.tokens) } == Array(tokens.indices))
  }
}
