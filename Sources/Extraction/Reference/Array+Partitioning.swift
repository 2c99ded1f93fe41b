extension Array {
  /// The first position whose element fulfils a condition, which all elements behind it fulfil, too;
  /// the end if none does.
  func partitioningIndex(where condition: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = low + (high - low) / 2
      if condition(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// The elements that fulfil a condition, and the others, both in their order.
  func partitioned(by condition: (Element) -> Bool) -> (fulfilling: [Element], others: [Element]) {
    (filter(condition), filter { !condition($0) })
  }
}
