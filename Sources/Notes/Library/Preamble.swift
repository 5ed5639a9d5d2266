/// What other tools put above the first heading of a file and no reader is meant to see: names of places,
/// MDX's imports and components without content, comments, empty anchors, code; and pictures, such as a project's
/// logo and badges.
enum Preamble {
  /// Whether a text is nothing but that.
  static func isAll(of bytes: ArraySlice<UInt8>) -> Bool {
    // What ends the tag or comment that a line before has begun.
    var awaited: String?
    for line in bytes.split(separator: 0x0A) {
      let text = String(decoding: line, as: UTF8.self).trimmed
      if text.isEmpty { continue }
      if let end = awaited {
        if text.hasSuffix(end) { awaited = nil }
      } else if text.hasPrefix("```") {
        awaited = "```"
      } else if let end = end(of: text) {
        if !text.hasSuffix(end) { awaited = end }
      } else if !isWhole(text) {
        return false
      }
    }
    return awaited == nil
  }

  /// What ends the component or comment that a line begins; nil where it begins none.
  private static func end(of line: String) -> String? {
    if line.hasPrefix("<!--") { return "-->" }
    guard line.hasPrefix("<"), let name = line.dropFirst().first else { return nil }
    guard name.isUppercase else {
      // A tag over several lines.
      return isOfPictures(line.dropFirst()) && !line.contains(">") ? ">" : nil
    }
    // A component with content is a part of the text.
    return line.contains(">") && !line.hasSuffix("/>") ? nil : "/>"
  }

  private static func isWhole(_ line: String) -> Bool {
    if line == "[[open-in-colab]]" || line.hasPrefix("{/*") && line.hasSuffix("*/}") { return true }
    if line.hasPrefix("("), line.hasSuffix(")=") { return true }
    if line.hasPrefix("import ") { return line.contains(" from ") || line.contains("'") }
    if line.hasPrefix("export ") { return line.contains("=") }
    return line.hasPrefix("<a ") && line.hasSuffix("></a>") || isPictures(line)
  }

  /// The elements that stand around pictures, and they themselves.
  private static let pictured: Set<String> = [
    "p", "div", "center", "a", "img", "picture", "source", "br", "h1",
  ]

  private static func isOfPictures(_ tag: Substring) -> Bool {
    pictured.contains(tag.drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber }.lowercased())
  }

  /// Whether a line is nothing but pictures, links around them and the elements that they stand in.
  private static func isPictures(_ line: String) -> Bool {
    var rest = line[...]
    while let first = rest.first {
      if first == "<" {
        guard isOfPictures(rest.dropFirst()), let end = rest.firstIndex(of: ">") else {
          return false
        }
        rest = rest[end...].dropFirst()
      } else if rest.hasPrefix("[![") || rest.hasPrefix("![") {
        let isLinked = first == "["
        guard let picture = linkEnd(rest.dropFirst(isLinked ? 2 : 1)) else { return false }
        rest = rest[picture...]
        if isLinked {
          guard rest.first == "]", let end = linkEnd(rest, isOpen: true) else { return false }
          rest = rest[end...]
        }
      } else if first == " " || first == "\\" {
        rest = rest.dropFirst()
      } else {
        return false
      }
    }
    return true
  }

  /// Behind the address of a link from its first bracket on, or, where that is open already, from its last.
  private static func linkEnd(_ text: Substring, isOpen: Bool = false) -> String.Index? {
    guard isOpen || text.first == "[", let close = text.firstIndex(of: "]") else { return nil }
    let behind = text[close...].dropFirst()
    guard behind.first == "(", let end = behind.firstIndex(of: ")") else { return nil }
    return text.index(after: end)
  }
}
