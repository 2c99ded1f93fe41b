import XML

/// Takes the elements of styles as ``OpenDocumentContent`` meets them.
struct OpenDocumentStylesReader {
  /// What was read so far.
  var result = OpenDocumentStyles()
  private var style: (name: String, family: String, value: OpenDocumentStyles.Style)?
  private var list: (name: String?, levels: [NumberLevel])?
  private var level: (index: Int, value: NumberLevel)?

  /// Takes a start tag.
  mutating func start(
    _ element: OpenDocumentElement, _ tag: XMLTag,
    _ attributes: inout NameMeanings<OpenDocumentAttribute>
  ) {
    switch element {
    case .style:
      let name = tag.value(.name, &attributes)?.string ?? ""
      style = (
        name, tag.value(.family, &attributes)?.string ?? "",
        OpenDocumentStyles.Style(
          name: tag.value(.displayName, &attributes)?.string ?? name,
          parent: tag.value(.parentName, &attributes)?.string)
      )
    case .textProperties:
      if tag.value(.display, &attributes)?.string == "none" { style?.value.isHidden = true }
    case .listStyle: list = (tag.value(.name, &attributes)?.string ?? "", [])
    case .outlineStyle: list = (nil, [])
    case .numberLevel, .bulletLevel:
      guard let number = tag.value(.level, &attributes)?.integer,
        (1...NumberCounter.lastLevel + 1).contains(number)
      else { return }
      level = (number - 1, Self.level(element, number - 1, tag, &attributes))
    case .levelAlignment:
      if tag.value(.followedBy, &attributes)?.string == "nothing" { level?.value.isSpaced = false }
    default: break
    }
  }

  /// Takes an end tag.
  mutating func end(_ element: OpenDocumentElement) {
    switch element {
    case .style:
      if let (name, family, value) = style { result.add(value, name: name, family: family) }
      style = nil
    case .listStyle, .outlineStyle:
      if let (name, levels) = list {
        if let name { result.addList(levels, name: name) } else { result.outline = levels }
      }
      list = nil
    case .numberLevel, .bulletLevel:
      if let (index, value) = level, list != nil {
        while (list?.levels.count ?? .max) <= index { list?.levels.append(NumberLevel()) }
        list?.levels[index] = value
      }
      level = nil
    default: break
    }
  }

  private static func level(
    _ element: OpenDocumentElement, _ index: Int, _ tag: XMLTag,
    _ attributes: inout NameMeanings<OpenDocumentAttribute>
  ) -> NumberLevel {
    var level = NumberLevel()
    guard element == .numberLevel else {
      level.format = .bullet
      return level
    }
    level.format = OpenDocumentLevel.format(tag.value(.numberFormat, &attributes)?.string ?? "")
    level.start = tag.value(.startValue, &attributes)?.integer ?? 1
    level.label = OpenDocumentLevel.label(
      index: index, format: tag.value(.listFormat, &attributes)?.string,
      prefix: tag.value(.prefix, &attributes)?.string ?? "",
      suffix: tag.value(.suffix, &attributes)?.string ?? "",
      displayLevels: tag.value(.displayLevels, &attributes)?.integer ?? 1)
    return level
  }
}
