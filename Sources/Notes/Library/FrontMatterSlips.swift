/// A front matter that is none for one sign, so that it is shown as text: a line of two dashes, a key
/// without its colon, no second `---`.
package enum FrontMatterSlips {
  /// Keys that hardly any sentence begins with.
  private static let keys: Set<String> = [
    "title", "subtitle", "author", "authors", "date", "tags", "tag", "keywords", "categories",
    "category", "layout", "lang", "language", "draft", "slug", "permalink", "alias", "aliases",
    "id",
    "weight", "order", "nav_order", "description",
  ]
  /// So many lines does nobody's front matter have.
  private static let most = 60

  /// What is wrong with the lines that a file begins with; nothing where they are no front matter, or one.
  package static func find(in document: Document) -> [Diagnostic] {
    let bytes = document.bytes
    let start = FrontMatter.start(of: bytes)
    if let end = FrontMatter.end(of: bytes) { return values(in: bytes[start..<end]) }
    let lines = lines(of: bytes[start...])
    return find(in: lines).map(\.warned)
  }

  private static func lines(of bytes: ArraySlice<UInt8>) -> [String] {
    bytes.prefix(8_000)
      .split(separator: 0x0A, maxSplits: most, omittingEmptySubsequences: false).prefix(most)
      .map { String(decoding: $0, as: UTF8.self) }
  }

  /// Values of a front matter that is one, whose title is not read: quotes or brackets that nothing closes, and a key that
  /// is not at the margin.
  private static func values(in bytes: ArraySlice<UInt8>) -> [Diagnostic] {
    let lines = lines(of: bytes)
    let titles = lines.indices.filter { lines[$0].hasPrefix("title:") }
    return lines.indices.dropFirst().compactMap { index in
      let line = lines[index]
      if let first = titles.first, index > first, titles.contains(index) {
        return told(
          index, "title is there twice (first on line \(first + 1))", "take this line away"
        ).warned
      }
      guard line.trimmed.hasPrefix("title:") else { return nil }
      let value = line.trimmed.dropFirst(6).trimmed
      var found: Diagnostic
      if index == 1, line.first?.isWhitespace == true {
        found = told(
          index, "a key of a front matter stands at the margin", "write \(line.trimmed)")
      } else if let open = value.first, let close = closing[open],
        value.count(where: { $0 == open || $0 == close }) == 1
      {
        found = told(
          index, "nothing closes the \(open) of this title",
          "write title: \(value.dropFirst().trimmed)")
      } else {
        return nil
      }
      found.severity = .warning
      return found
    }
  }

  private static let closing: [Character: Character] = ["\"": "\"", "'": "'", "[": "]", "{": "}"]

  private static func find(in lines: [String]) -> [Diagnostic] {
    guard let opening = lines.firstIndex(where: { !$0.trimmed.isEmpty }) else { return [] }
    guard isFence(lines[opening]) else { return unopened(lines, from: opening) }
    var found: [Diagnostic] = []
    let shown = lines[opening].trimmed
    if lines[opening] != "---", shown != "---" || lines[opening].first == " " {
      found.append(
        told(
          opening, "a front matter begins with three dashes at the margin",
          shown == "---" ? "write --- at the margin" : "write --- in place of \(shown)"))
    }
    if opening > 0 {
      found.append(
        told(
          opening, "a front matter is no first line of its file",
          "take the empty lines above it away"))
    }
    var last = opening
    var count = 0
    for index in lines.indices.dropFirst(opening + 1) {
      let line = lines[index]
      if isFence(line) || line.trimmed == "..." {
        if line.trimmed != "---" {
          found.append(
            told(
              index, "a front matter ends with three dashes",
              "write --- in place of \(line.trimmed)"))
        }
        return count > 0 ? found : []
      }
      guard let (key, right) = entry(line) else {
        // The values of the key above.
        if count > 0, line.hasPrefix(" ") || line.hasPrefix("-"), !line.trimmed.isEmpty {
          last = index
          continue
        }
        break
      }
      if let right {
        found.append(
          told(
            index, "the front matter's \(key) has no colon and space behind it", "write \(right)"))
      }
      count += 1
      last = index
    }
    guard count > 0 else { return [] }
    return found + [
      told(
        opening, "this front matter is never closed",
        "write --- on a line of its own below line \(last + 1)")
    ]
  }

  /// One whose first line is missing: keys that are known, and three dashes below them.
  private static func unopened(_ lines: [String], from first: Int) -> [Diagnostic] {
    let rows = lines[first...].prefix { $0.trimmed != "---" }
    guard first + rows.count < lines.count, !rows.isEmpty,
      rows.allSatisfy({ line in
        entry(line).map { $0.right == nil && keys.contains($0.key.lowercased()) } ?? false
      })
    else { return [] }
    return [
      told(
        first, "this is nearly a front matter, and none", "write --- on a line of its own above it")
    ]
  }

  private static func told(_ index: Int, _ message: String, _ remedy: String) -> Diagnostic {
    Diagnostic(line: index + 1, column: 1, message, remedy: remedy)
  }

  /// Whether a line is what nearly opens or closes one: dashes alone, two at least, or signs like them.
  private static func isFence(_ line: String) -> Bool {
    let text = line.trimmed
    guard let first = text.first, text.count <= 10 else { return false }
    if text.allSatisfy({ "\u{2013}\u{2014}".contains($0) }) { return true }
    return "-=+_~".contains(first) && text.count > 1 && text.allSatisfy { $0 == first }
  }

  /// The key that a line begins with, and how it is written where that is wrong; nil for another line.
  private static func entry(_ line: String) -> (key: String, right: String?)? {
    guard line.utf8.count < 200 else { return nil }
    let key = line.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "_-".contains($0)) }
    guard !key.isEmpty else { return nil }
    let rest = line[key.endIndex...]
    let isKnown = keys.contains(key.lowercased())
    if rest.hasPrefix(":") {
      let value = rest.dropFirst()
      if value.isEmpty || value.first == " " { return (String(key), nil) }
      return isKnown ? (String(key), "\(key): \(value.trimmed)") : nil
    }
    guard isKnown, let sign = rest.first, " =;,".contains(sign) else { return nil }
    let value = rest.drop { " =:;,".contains($0) }.trimmed
    guard !value.isEmpty, value.split(separator: " ").count <= 8 else { return nil }
    return (String(key), "\(key.lowercased()): \(value)")
  }
}
