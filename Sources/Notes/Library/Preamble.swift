/// What other tools put above the first heading of a file and no reader is meant to see: names of places,
/// MDX's imports and components without content, comments, empty anchors.
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
    guard line.hasPrefix("<"), let name = line.dropFirst().first, name.isUppercase else {
      return nil
    }
    // A component with content is a part of the text.
    return line.contains(">") && !line.hasSuffix("/>") ? nil : "/>"
  }

  private static func isWhole(_ line: String) -> Bool {
    if line == "[[open-in-colab]]" || line.hasPrefix("{/*") && line.hasSuffix("*/}") { return true }
    if line.hasPrefix("("), line.hasSuffix(")=") { return true }
    if line.hasPrefix("import ") { return line.contains(" from ") || line.contains("'") }
    if line.hasPrefix("export ") { return line.contains("=") }
    return line.hasPrefix("<a ") && line.hasSuffix("></a>")
  }
}
