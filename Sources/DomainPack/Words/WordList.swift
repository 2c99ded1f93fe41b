package import Diagnostics

/// Whole words, rightly written: the files of the pack's folders `lexicon` and `common-words`.
public enum WordList {
  /// Reads a list: words in small ASCII letters between blanks; lines that begin with `#` are notes.
  ///
  /// - Throws: ``SyntaxError`` at the first word with anything else in it.
  package static func load(_ bytes: [UInt8], file: String) throws(SyntaxError) -> Set<String> {
    var words: Set<String> = []
    for (line, row) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
    where row.first != UInt8(ascii: "#") {
      for word in row.split(whereSeparator: { $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }) {
        guard word.allSatisfy({ $0 >= 0x61 && $0 <= 0x7A }) else {
          let start = TextPosition(
            line: line, column: word.startIndex - row.startIndex, offset: word.startIndex)
          let end = TextPosition(
            line: line, column: word.endIndex - row.startIndex, offset: word.endIndex)
          throw SyntaxError(
            Message(
              en: "a word of a list has small letters a to z only",
              id: "kata dalam daftar hanya terdiri atas huruf kecil a sampai z"),
            at: start..<end, file: file)
        }
        words.insert(String(decoding: word, as: UTF8.self))
      }
    }
    return words
  }
}
