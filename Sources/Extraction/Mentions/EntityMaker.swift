import Claims
import DomainPack

/// Makes the things that rules describe.
enum EntityMaker {
  /// The thing that a rule makes of a match; nil if what it needs was not captured.
  static func make(
    _ template: RuleEntity, _ environment: RuleEnvironment, pick: [String: Int] = [:],
    fallbackLabel: String?,
    in reading: DocumentReading, reference: (String) -> [Int] = { _ in [] }
  ) -> LocalEntity? {
    let written = template.label.flatMap { environment.text($0, pick: pick, in: reading) }
    guard
      let label = (written ?? (template.label == nil ? fallbackLabel : nil))?.withoutLooseMarks,
      !label.isEmpty,
      template.key != nil || template.entityClass == EntityClass.agreement.rawValue
        || !reading.pack.neverLabels.contains(EntityTable.foldedLabel(label))
    else { return nil }
    var entity = LocalEntity(
      entityClass: EntityClass(rawValue: template.entityClass), label: label,
      language: reading.language)
    if let key = template.key { entity.key = environment.text(key, pick: pick, in: reading) }
    for alias in template.aliases {
      if let text = environment.text(alias, pick: pick, in: reading), !text.isEmpty {
        entity.aliases.append(text)
      }
    }
    for (name, value) in template.attributes.sorted(by: { $0.key < $1.key }) {
      if let text = environment.text(value, pick: pick, in: reading), !text.isEmpty {
        entity.attributes[name] = [text]
      }
    }
    for (name, arguments) in template.links.sorted(by: { $0.key < $1.key }) {
      var targets: [Int] = []
      for target in arguments.flatMap({ environment.resolve($0, in: reading, reference: reference) }
      ) where !targets.contains(target) {
        targets.append(target)
      }
      if !targets.isEmpty { entity.links[name] = targets }
    }
    return entity
  }
}
