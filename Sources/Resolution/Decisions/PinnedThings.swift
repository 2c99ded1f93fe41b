internal import Claims

/// What people decided to be one thing, in the order of the decisions; no two share members.
struct PinnedThings {
  private var thingOfNumber: [Int: DecidedThing] = [:]
  private var numberOfMember: [LocalReference: Int] = [:]
  private var numberOfPath: [String: Int] = [:]
  private var next = 0

  /// The things in the order in which they were decided last.
  var things: [DecidedThing] {
    thingOfNumber.sorted { $0.key < $1.key }.map(\.value)
  }

  /// Adds a thing; what was decided earlier on any of its members, or on the thing of that path and
  /// class, becomes part of it.
  ///
  /// - Returns: the thing with all its members, sorted.
  mutating func pin(_ thing: DecidedThing) -> DecidedThing {
    var members = Set(thing.members)
    var earlier = Set(members.compactMap { numberOfMember[$0] })
    if let same = numberOfPath[thing.path],
      thingOfNumber[same]?.entityClass == thing.entityClass
    {
      earlier.insert(same)
    }
    for number in earlier {
      guard let old = thingOfNumber.removeValue(forKey: number) else { continue }
      members.formUnion(old.members)
      if numberOfPath[old.path] == number { numberOfPath[old.path] = nil }
    }
    var whole = thing
    whole.members = members.sorted()
    thingOfNumber[next] = whole
    numberOfPath[whole.path] = next
    for member in members { numberOfMember[member] = next }
    next += 1
    return whole
  }

  /// Takes local entities out of what they were decided to be.
  mutating func unpin(_ members: Set<LocalReference>) {
    for member in members {
      guard let number = numberOfMember.removeValue(forKey: member),
        var thing = thingOfNumber[number]
      else { continue }
      thing.members.removeAll { $0 == member }
      thingOfNumber[number] = thing.members.isEmpty ? nil : thing
      if thing.members.isEmpty, numberOfPath[thing.path] == number {
        numberOfPath[thing.path] = nil
      }
    }
  }
}
