internal import Claims

/// The names of a thing in the forms in which they are compared with those of others.
struct NameProfile {
  /// Labels, folded.
  let labels: [String]
  /// Labels and all other names, folded, without those of less than three letters.
  let names: Set<String>
  /// Names of one word that are mostly capitals, folded.
  let shortNames: Set<String>
  /// First letters of names of three words or more.
  let initials: Set<String>
  /// The words of each label, folded.
  let words: [Set<String>]
  /// The numbers in the labels.
  let numbers: Set<String>

  init(_ entity: Entity) {
    let shown = entity.labels.map(\.text)
    let all = shown + entity.aliases
    labels = Array(Set(shown.map(Slug.folded))).sorted()
    names = Set(all.map(Slug.folded).filter { $0.utf8.count > 2 })
    func words(_ text: String) -> [Substring] {
      text.split { !$0.isLetter && !$0.isNumber }
    }
    shortNames = Set(
      all.filter { name in
        let capitals = name.filter(\.isUppercase).count
        return (3...10).contains(name.count) && words(name).count == 1 && 2 * capitals > name.count
      }.map(Slug.folded))
    initials = Set(
      all.flatMap { name -> [String] in
        let parts = words(name)
        guard parts.count > 2 else { return [] }
        // Small words may count or not: Dinas Lingkungan Hidup dan Kebersihan, DLHK.
        let capital = parts.filter { $0.first?.isUppercase == true }
        return [parts, capital].map { Slug.folded(String($0.compactMap(\.first))) }
      }.filter { $0.utf8.count > 2 })
    self.words = shown.map { Set(words($0).map { Slug.folded(String($0)) }) }
    numbers = Set(shown.flatMap(words).filter { $0.allSatisfy(\.isNumber) }.map(String.init))
  }

  /// What two things must share to be compared at all: a name, a short name, a word, or a label
  /// with one letter less.
  var blockingKeys: Set<String> {
    var keys = Set(names.map { "name \($0)" })
    keys.formUnion(shortNames.union(initials).map { "short \($0)" })
    keys.formUnion(words.flatMap { $0 }.filter { $0.utf8.count > 2 }.map { "word \($0)" })
    for label in labels where (6...60).contains(label.utf8.count) {
      keys.insert("less \(label)")
      let letters = Array(label.utf8)
      for position in letters.indices {
        var less = letters
        less.remove(at: position)
        keys.insert("less \(String(decoding: less, as: UTF8.self))")
      }
    }
    return keys
  }
}
