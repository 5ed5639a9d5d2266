/// GitHub's names of pictures in text, `:rocket:`: those that people write by hand. Others stay as written.
enum Shortcodes {
  private static let signs: [String: String] = [
    "rocket": "🚀", "tada": "🎉", "sparkles": "✨", "fire": "🔥", "bulb": "💡", "memo": "📝", "bug": "🐛",
    "warning": "⚠️", "white_check_mark": "✅", "heavy_check_mark": "✔️", "x": "❌", "star": "⭐",
    "heart": "❤️", "smile": "😄", "thinking": "🤔", "eyes": "👀", "construction": "🚧", "book": "📖",
    "books": "📚", "point_right": "👉", "+1": "👍", "thumbsup": "👍", "-1": "👎", "thumbsdown": "👎",
    "question": "❓", "exclamation": "❗", "zap": "⚡", "lock": "🔒", "key": "🔑", "link": "🔗",
    "100": "💯",
  ]

  /// Whether a picture has that name.
  static func isName(_ name: String) -> Bool { signs[name] != nil }

  /// A text with their pictures in place of names that stand between blanks or signs.
  static func shown(_ text: String) -> String {
    guard text.holds(":") else { return text }
    var result = ""
    var rest = text[...]
    while let colon = rest.firstIndex(of: ":") {
      let behind = rest[rest.index(after: colon)...]
      let name = behind.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "_+-".contains($0)) }
      let after = behind[name.endIndex...]
      let before = rest[..<colon].last ?? result.last
      let next = after.dropFirst().first
      let isAlone = !(before?.isPart ?? false) && !(next?.isPart ?? false)
      guard after.first == ":", isAlone, let sign = signs[String(name)] else {
        result += rest[...colon]
        rest = behind
        continue
      }
      result += rest[..<colon] + sign
      rest = after.dropFirst()
    }
    return result + rest
  }
}

extension Character {
  /// Whether what stands right beside it may be one word with it.
  fileprivate var isPart: Bool { isLetter || isNumber || self == ":" || self == "_" }
}
