/// Parts of a note that others embed: what stands below a heading, or one of its blocks.
struct VaultPart {
  private let lines: [ArraySlice<UInt8>]

  init(of bytes: [UInt8]) {
    lines = FrontMatter.body(of: bytes)
      .split(separator: 0x0A, omittingEmptySubsequences: false)
      .map { $0.last == 0x0D ? $0.dropLast() : $0 }
  }

  /// The lines of a block, of what stands below a path of headings, or of all of it; nil where it is not there.
  func lines(at headings: [String], block: String) -> [ArraySlice<UInt8>]? {
    let range = block.isEmpty ? self.range(below: headings) : range(ofBlock: block)
    return range.map { Array(lines[$0].drop { $0.trimmedBytes.isEmpty }) }
      .map { lines in
        Array(lines[..<((lines.lastIndex { !$0.trimmedBytes.isEmpty } ?? -1) + 1)])
      }
  }

  /// The level of a heading and what it says; nil for another line.
  static func heading(_ line: ArraySlice<UInt8>) -> (level: Int, title: [UInt8])? {
    let level = line.prefix { $0 == UInt8(ascii: "#") }.count
    guard (1...6).contains(level), line.dropFirst(level).first == 0x20 else { return nil }
    return (level, Array(line.dropFirst(level).trimmedBytes))
  }

  private func range(below path: [String]) -> Range<Int>? {
    guard !path.isEmpty else { return lines.indices }
    var way = HeadingPath(path)
    var fence = FenceState()
    var found: (start: Int, level: Int)?
    for (index, line) in lines.enumerated() {
      guard !fence.isCode(line), let (level, title) = Self.heading(line) else { continue }
      if let found {
        if level <= found.level { return found.start..<index }
        continue
      }
      if way.isEnd(level, Slugs.slug(Titles.plain(title[...]))) { found = (index, level) }
    }
    return found.map { $0.start..<lines.count }
  }

  private func range(ofBlock name: String) -> Range<Int>? {
    let sign = Array("^\(name)".utf8)
    let found = lines.firstIndex { line in
      let text = line.trimmedBytes
      guard text.suffix(sign.count).elementsEqual(sign) else { return false }
      return text.dropLast(sign.count).last ?? 0x20 == 0x20
    }
    guard var last = found else { return nil }
    var end = last + 1
    if lines[last].trimmedBytes.count == sign.count {
      // By itself it names what stands above it.
      end = last
      while last > 0, lines[last].trimmedBytes.isEmpty || last == end { last -= 1 }
      end = last + 1
    }
    var start = last
    while start > 0, !isItem(start), !lines[start - 1].trimmedBytes.isEmpty,
      Self.heading(lines[start - 1]) == nil
    {
      start -= 1
    }
    return start..<end
  }

  /// Whether an item of a list begins on a line.
  private func isItem(_ line: Int) -> Bool {
    let text = lines[line].trimmedBytes
    guard let first = text.first else { return false }
    if "-*+".utf8.contains(first) { return text.dropFirst().first == 0x20 }
    let digits = text.prefix { (0x30...0x39).contains($0) }
    return !digits.isEmpty && ".)".utf8.contains(text.dropFirst(digits.count).first ?? 0)
  }
}
