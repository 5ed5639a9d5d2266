/// Footnotes as GitHub has them: `[^label]` in the text, `[^label]: …` somewhere in the file.
enum Footnotes {
  /// Takes the definitions out of a text: their lines become blank, so that line numbers hold.
  static func extract(from bytes: inout [UInt8]) -> [String: String] {
    var found: [String: String] = [:]
    guard bytes.contains(UInt8(ascii: "^")) else { return found }
    // Read from a copy: writing under slices of the same bytes copies all of them each time.
    let written = bytes
    var start = 0
    var open: String?
    var isBehindBlank = true
    var fence = FenceState()
    while start < written.count {
      let end = written[start...].firstIndex(of: 0x0A) ?? written.count
      defer { start = end + 1 }
      let line = written[start..<end]
      let text = line.drop { $0 == 0x20 }
      let indent = line.count - text.count
      if let label = open, indent >= 4, !text.isEmpty {
        // Further blocks of it, a fence among them, stand as deep as its first line.
        found[label, default: ""] += isBehindBlank ? "\n\n" : "\n"
        found[label, default: ""] += String(decoding: line.dropFirst(4), as: UTF8.self)
        isBehindBlank = false
        blank(start..<end, in: &bytes)
        continue
      }
      let isLazy = !isBehindBlank && goesOnLazily(text)
      isBehindBlank = text.isEmpty
      // A fence in a quote ends with it, and a footnote there is none.
      if text.first != UInt8(ascii: ">"), fence.isCode(text) {
        open = nil
        continue
      }
      if let label = label(of: text), indent < 4 {
        let rest = text.drop { $0 != UInt8(ascii: ":") }.dropFirst()
        if found[label] == nil { found[label] = String(decoding: rest, as: UTF8.self).trimmed }
        open = label
        blank(start..<end, in: &bytes)
      } else if let label = open, !text.isEmpty, indent >= 2 && !isLinkDefinition(text) || isLazy {
        found[label, default: ""] += "\n" + String(decoding: text, as: UTF8.self)
        blank(start..<end, in: &bytes)
      } else if !text.isEmpty {
        open = nil
      }
    }
    return found
  }

  /// Whether a line right under a footnote's text goes on with it, though it stands at the margin: no
  /// other block begins there.
  private static func goesOnLazily(_ text: ArraySlice<UInt8>) -> Bool {
    guard let first = text.first, first > 0x20, label(of: text) == nil else { return false }
    let next = text.dropFirst().first ?? 0x20
    switch first {
    case UInt8(ascii: "#"), UInt8(ascii: ">"), UInt8(ascii: "|"), UInt8(ascii: "<"),
      UInt8(ascii: "="):
      return false
    case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"), UInt8(ascii: "_"):
      return next > 0x20 && next != first || first == UInt8(ascii: "*") && next == first
        || first == UInt8(ascii: "_") && next == first
    case UInt8(ascii: "`"), UInt8(ascii: "~"), UInt8(ascii: ":"), UInt8(ascii: "$"):
      return !(next == first)
    case 0x30...0x39:
      let behind = text.drop { (0x30...0x39).contains($0) }.first
      return behind != UInt8(ascii: ".") && behind != UInt8(ascii: ")")
    case UInt8(ascii: "["): return !isLinkDefinition(text)
    default: return true
    }
  }

  /// Whether a line says where links of a name lead: `[name]: address`, which is part of no footnote above it.
  private static func isLinkDefinition(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.first == UInt8(ascii: "["), let close = text.firstIndex(of: UInt8(ascii: "]"))
    else { return false }
    return close + 1 < text.endIndex && text[close + 1] == UInt8(ascii: ":")
  }

  /// Where a footnote ends whose first line ends at a place: behind its further lines and blocks.
  static func end(in bytes: [UInt8], from firstEnd: Int) -> Int {
    var end = firstEnd
    var start = firstEnd + 1
    var isBehindBlank = false
    while start < bytes.count {
      let lineEnd = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      let line = bytes[start..<lineEnd]
      let text = line.drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
      if text.isEmpty {
        isBehindBlank = true
      } else if line.first == 0x09 || line.count - text.count >= 4
        || line.count - text.count >= 2 && FenceState.mark(atStartOf: text) == nil
          && label(of: text) == nil && !isLinkDefinition(text)
        || !isBehindBlank && goesOnLazily(text)
      {
        isBehindBlank = false
        end = lineEnd
      } else {
        break
      }
      start = lineEnd + 1
    }
    return end
  }

  private static func label(of line: ArraySlice<UInt8>) -> String? {
    guard line.starts(with: "[^".utf8), let close = line.firstIndex(of: UInt8(ascii: "]")),
      close + 1 < line.endIndex, line[close + 1] == UInt8(ascii: ":"),
      close - line.startIndex > 2, close - line.startIndex < 100
    else { return nil }
    return String(decoding: line[(line.startIndex + 2)..<close], as: UTF8.self)
  }

  private static func blank(_ range: Range<Int>, in bytes: inout [UInt8]) {
    for index in range { bytes[index] = 0x20 }
  }
}

/// Gives footnotes their numbers by first use.
struct FootnoteNumbering {
  let texts: [String: String]
  private(set) var order: [String] = []
  /// Those that stand in the text itself, by their labels, which nobody can write.
  private var inline: [String: [Inline]] = [:]

  init(texts: [String: String]) { self.texts = texts }

  mutating func number(of label: String) -> Int? {
    guard texts[label] != nil || inline[label] != nil else { return nil }
    if let known = order.firstIndex(of: label) { return known + 1 }
    order.append(label)
    return order.count
  }

  /// Takes one that is written where it belongs, `^[so]`, and gives it a label.
  mutating func label(ofText text: [Inline]) -> String {
    let label = "^\(inline.count + 1)"
    inline[label] = text
    return label
  }

  /// All that are referred to, each once, and so those of footnotes too.
  mutating func footnotes() -> [Block.Footnote] {
    var all: [Block.Footnote] = []
    while all.count < order.count {
      let label = order[all.count]
      let blocks =
        inline[label].map { [Block(.paragraph($0))] }
        ?? (MarkdownParser.parse(Array((texts[label] ?? "").utf8)) ?? []).refined(&self)
      all.append(Block.Footnote(label: label, number: all.count + 1, blocks: blocks))
    }
    return all
  }
}
