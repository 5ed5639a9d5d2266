/// Obsidian's comments that go on over lines, `%%` up to the next `%%`, whatever stands between: each of their lines
/// is empty where a text is read, so that line numbers hold. Those that end on their own line stand among its words.
struct VaultComments {
  private static let sign = ByteSearch("%%")
  private let lines: [ArraySlice<UInt8>]
  /// The lines that comments stand on, and what is left of them; of a text without any none.
  private var left: [Int: [UInt8]] = [:]

  static func rewrite(_ bytes: inout [UInt8]) {
    guard let comments = VaultComments(bytes) else { return }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    for (index, line) in comments.lines.enumerated() {
      if index > 0 { result.append(0x0A) }
      result += comments.left[index] ?? Array(line)
    }
    bytes = result
  }

  /// A text in which nothing looks like a heading that stands in a comment: its bytes keep their places.
  static func masked(_ bytes: [UInt8]) -> [UInt8] {
    guard mayStand(in: bytes) else { return bytes }
    let start = FrontMatter.end(of: bytes) ?? 0
    guard let comments = VaultComments(start == 0 ? bytes : Array(bytes[start...])) else {
      return bytes
    }
    var masked = bytes
    for (index, left) in comments.left where left.isEmpty {
      for at in comments.lines[index].indices { masked[start + at] = 0x20 }
    }
    return masked
  }

  private static func mayStand(in bytes: [UInt8]) -> Bool {
    sign?.first(in: bytes, from: 0, to: bytes.count) != nil
  }

  /// Those of a text; nil where it has none.
  private init?(_ bytes: [UInt8]) {
    guard Self.mayStand(in: bytes) else { return nil }
    lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    find()
    if left.isEmpty { return nil }
  }

  private mutating func find() {
    var fence = FenceState()
    var isInMaths = false
    /// Whether one began among the words of the paragraph.
    var isAmongWords = false
    /// From here on nothing ends one.
    var endless = lines.count
    var at = 0
    while at < lines.count {
      let line = lines[at]
      defer { at += 1 }
      if fence.isCode(line) { continue }
      let dollars = line.dollars
      defer { if dollars % 2 == 1 { isInMaths.toggle() } }
      if line.isBlank { isAmongWords = false }
      guard !isInMaths, dollars == 0, at < endless, line.contains(UInt8(ascii: "%")) else {
        continue
      }
      let signs = Self.signs(in: line)
      guard signs.count % 2 == 1, let last = signs.last else { continue }
      let start = Self.start(of: line)
      guard !isAmongWords, signs[0] == start, last == start || line[last - 1] == 0x20 else {
        isAmongWords.toggle()
        continue
      }
      guard let end = end(after: at) else {
        endless = at
        continue
      }
      left[at] = last == start ? Self.quote(of: line) : Array(line[..<last])
      for index in (at + 1)..<end.line { left[index] = Self.quote(of: lines[index]) }
      left[end.line] = Self.quote(of: lines[end.line])
      let rest = lines[end.line][end.byte...].drop { $0 == 0x20 }
      guard !rest.isBlank else {
        at = end.line
        continue
      }
      // What stands behind it may begin another one.
      left[end.line]? += rest
      at = end.line
    }
  }

  /// The line that ends a comment, and the place behind its sign.
  private func end(after opening: Int) -> (line: Int, byte: Int)? {
    for index in (opening + 1)..<max(lines.count, opening + 1)
    where lines[index].contains(UInt8(ascii: "%")) {
      let line = lines[index]
      for sign in Self.signs(in: line) {
        let behind = line[(sign + 2)...].first
        let isApart = behind.map { $0 <= 0x20 } ?? true
        // `100%% of it` ends none.
        if behind == nil || line[(sign + 2)...].isBlank || sign == Self.start(of: line) && isApart
          || isApart && line[sign - 1] == 0x20
        {
          return (index, sign + 2)
        }
      }
    }
    return nil
  }

  /// Where the signs of a line stand that are in no code and behind no backslash.
  private static func signs(in line: ArraySlice<UInt8>) -> [Int] {
    var found: [Int] = []
    var at = line.startIndex
    while at < line.endIndex {
      switch line[at] {
      case UInt8(ascii: "\\"): at += 2
      case UInt8(ascii: "`"):
        let run = line[at...].prefix { $0 == UInt8(ascii: "`") }
        at = Self.end(ofCode: run.count, in: line[run.endIndex...]) ?? run.endIndex
      case UInt8(ascii: "%"):
        let run = line[at...].prefix { $0 == UInt8(ascii: "%") }
        if run.count == 2 { found.append(at) }
        at = run.endIndex
      default: at += 1
      }
    }
    return found
  }

  private static func end(ofCode length: Int, in text: ArraySlice<UInt8>) -> Int? {
    var rest = text
    while let open = rest.firstIndex(of: UInt8(ascii: "`")) {
      let run = rest[open...].prefix { $0 == UInt8(ascii: "`") }
      if run.count == length { return run.endIndex }
      rest = rest[run.endIndex...]
    }
    return nil
  }

  /// Where a line's own words begin, behind the signs of quotes and of an item.
  private static func start(of line: ArraySlice<UInt8>) -> Int {
    let text = line.drop { $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: ">") }
    let digits = text.prefix { (0x30...0x39).contains($0) }
    guard let sign = text[digits.endIndex...].first,
      (digits.isEmpty ? "-*+" : ".)").utf8.contains(sign)
    else { return text.startIndex }
    let behind = text[(digits.endIndex + 1)...]
    return behind.first == 0x20 ? behind.drop { $0 == 0x20 }.startIndex : text.startIndex
  }

  /// What a line in a quote, or an item's first one, begins with; of others nothing.
  private static func quote(of line: ArraySlice<UInt8>) -> [UInt8] {
    let quotes = line.prefix { $0 == 0x20 || $0 == UInt8(ascii: ">") }
    return quotes.contains(UInt8(ascii: ">")) ? Array(quotes) : []
  }
}
