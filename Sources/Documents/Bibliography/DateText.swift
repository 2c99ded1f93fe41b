/// Dates in running text.
enum DateText {
  /// The dates of a text, in its order: days (`12 Mei 2017`, `May 12, 2017`), months (`Mei 2017`)
  /// and days in digits (`2017-05-12`, `12/05/2017`) as EDTF.
  ///
  /// Month names in lower case lead to 1…12.
  static func dates(in text: some StringProtocol, months: [String: Int]) -> [String] {
    let tokens = text.split { !$0.isLetter && !$0.isNumber }
    func number(_ index: Int, _ digits: ClosedRange<Int>) -> Int? {
      guard tokens.indices.contains(index), digits.contains(tokens[index].utf8.count),
        tokens[index].utf8.allSatisfy({ (0x30...0x39).contains($0) })
      else { return nil }
      return Int(tokens[index])
    }
    var dates: [String] = []
    for index in tokens.indices {
      if let month = months[tokens[index].lowercased()] {
        let date: String? =
          if let year = number(index + 1, 4...4) {
            number(index - 1, 1...2).flatMap {
              DocumentDate.written(year: year, month: month, day: $0)
            } ?? DocumentDate.written(year: year, month: month)
          } else if let day = number(index + 1, 1...2), let year = number(index + 2, 4...4) {
            DocumentDate.written(year: year, month: month, day: day)
          } else {
            nil
          }
        if let date { dates.append(date) }
      } else if let first = number(index, 4...4), let month = number(index + 1, 2...2),
        let day = number(index + 2, 2...2)
      {
        if let date = DocumentDate.written(year: first, month: month, day: day) {
          dates.append(date)
        }
      } else if let day = number(index, 1...2), let month = number(index + 1, 1...2),
        let year = number(index + 2, 4...4)
      {
        if let date = DocumentDate.written(year: year, month: month, day: day) {
          dates.append(date)
        }
      }
    }
    return dates
  }

  /// Whether a number can be a year of publication.
  static func isYear(_ text: some StringProtocol) -> Bool {
    Int(text).map { (1500...2099).contains($0) } ?? false
  }
}
