internal import Claims

/// Local entities that are one thing because a person says so, whatever their names.
struct DecidedThing {
  /// The path of the thing.
  var path: String
  /// The class of the thing, and of all its members.
  var entityClass: EntityClass
  /// Key of the pack or of a regulation.
  var key: String?
  /// Not empty.
  var members: [LocalReference]
}
