/// Pictures of icons that MkDocs' theme has, `:material-arrow-right:`: they say nothing that words beside them
/// do not say. Those that stand alone, as in the cells of a table, are a sign or their name.
extension [Inline] {
  var withoutIcons: [Inline] {
    let isThere = contains {
      if case .text(let text) = $0 {
        Icon.sets.contains { text.contains(":\($0)-") }
      } else {
        false
      }
    }
    guard isThere else { return self }
    let isAlone = allSatisfy { inline in
      switch inline {
      case .text(let text): Icon.rewritten(text, isAlone: false, end: true).trimmed.isEmpty
      case .softBreak, .lineBreak: true
      default: false
      }
    }
    var result: [Inline] = []
    for (index, inline) in enumerated() {
      guard case .text(let text) = inline else {
        result.append(inline)
        continue
      }
      let isStart = result.isEmpty || result.last == .softBreak || result.last == .lineBreak
      var shown = Icon.rewritten(text, isAlone: isAlone, end: index == count - 1)
      if isStart { shown = String(shown.drop { $0 == " " }) }
      if !shown.isEmpty { result.append(.text(shown)) }
    }
    return result
  }
}

/// How icons are written.
enum Icon {
  fileprivate static let sets = ["material", "octicons", "fontawesome", "simple"]

  private static let beginnings = sets.map { Array("\($0)-".utf8) }

  /// Whether one may stand in a text.
  static func mayStand(in bytes: ArraySlice<UInt8>) -> Bool {
    var rest = bytes
    while let colon = rest.firstIndex(of: UInt8(ascii: ":")) {
      rest = rest[(colon + 1)...]
      if beginnings.contains(where: { rest.starts(with: $0) }) { return true }
    }
    return false
  }

  /// What a text without other marks is shown as.
  static func shown(_ text: String) -> String { [.text(text)].withoutIcons.plainText.trimmed }

  /// What GitHub calls a heading that ends in an icon, without that: `welcome-material-rocket`.
  static func anchorWithout(_ anchor: String) -> String {
    let icons = sets.compactMap { anchor.firstRange(of: "-\($0)-")?.lowerBound }
    return icons.min().map { String(anchor[..<$0]) } ?? anchor
  }

  /// Signs for those that say something by themselves.
  private static let signs = [
    "check": "✓", "close": "✗", "cancel": "✗", "arrow-right": "→", "arrow-left": "←",
    "arrow-up": "↑", "arrow-down": "↓",
  ]

  /// A text without its icons, and of two blanks around one with one; `end`: whether it ends a line.
  fileprivate static func rewritten(_ text: String, isAlone: Bool, end: Bool) -> String {
    var result = ""
    var rest = text[...]
    while let colon = rest.firstIndex(of: ":") {
      result += rest[..<colon]
      let behind = rest[colon...].dropFirst()
      let name = behind.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
      let before = result.last
      guard behind[name.endIndex...].first == ":", let word = word(name),
        before.map({ !$0.isLetter && !$0.isNumber && $0 != ":" }) ?? true
      else {
        result.append(":")
        rest = behind
        continue
      }
      rest = behind[name.endIndex...].dropFirst()
      let attributes = rest.drop { $0 == " " }
      if let length = Attributes.length(attributes) { rest = attributes.dropFirst(length) }
      if let sign = sign(word) {
        result += sign
        // In cells they are set apart by several.
        let next = rest.drop { $0 == " " }
        if next.startIndex > rest.startIndex, !next.isEmpty {
          result.append(" ")
          rest = next
        }
      } else if isAlone {
        result += word.split(separator: "-").drop { isStyle($0) }.joined(separator: " ")
      } else if result.isEmpty || result.last == " " {
        rest = rest.drop { $0 == " " }
        // What stands behind the last word is no blank.
        if end, rest.isEmpty, !result.isEmpty { result.removeLast() }
      }
    }
    return result + rest
  }

  /// What an icon is called in its set.
  private static func word(_ name: Substring) -> Substring? {
    guard let set = sets.first(where: { name.hasPrefix($0 + "-") }) else { return nil }
    let word = name.dropFirst(set.count + 1)
    return word.isEmpty ? nil : word
  }

  private static func sign(_ word: Substring) -> String? {
    let plain = word.split(separator: "-").filter { !isStyle($0) }.joined(separator: "-")
    return signs[plain]
  }

  /// Which look of an icon it is, and how large.
  private static func isStyle(_ word: Substring) -> Bool {
    ["brands", "solid", "regular", "outline", "bold", "thick", "circle", "box", "all"].contains(
      word)
      || word.allSatisfy(\.isNumber)
  }
}
