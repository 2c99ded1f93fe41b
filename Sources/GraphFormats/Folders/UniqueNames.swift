/// Gives things names that differ in more than the case of their letters, since some programs and
/// file systems forget case.
///
/// Names that only Unicode normalisation makes alike count as the same, as texts of Swift do.
struct UniqueNames {
  private var taken: Set<String> = []

  /// The name, with a number behind it if another thing has it.
  mutating func name(_ wanted: String) -> String {
    var name = wanted
    var number = 2
    while !taken.insert(name.lowercased()).inserted {
      name = "\(wanted) (\(number))"
      number += 1
    }
    return name
  }
}
