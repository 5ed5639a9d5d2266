/// Which lines of a file are pulled in, as the tools that do so tell it.
enum FilePart: Equatable {
  case all
  /// Lines counted from 1; what is open at its end goes up to the largest number.
  case lines([ClosedRange<Int>])
  /// What stands between mdBook's `ANCHOR: name` and `ANCHOR_END: name`.
  case anchor(String)
  /// What stands between MkDocs' `--8<-- [start:name]` and `--8<-- [end:name]`; all of it, without such
  /// lines, where there is no name.
  case section(String?)
  /// What the options of MyST's directives leave of it.
  case options([String: String])

  /// The lines that are meant, each where it stands in the file; nil where that has no part of that name.
  func lines(of bytes: ArraySlice<UInt8>) -> [ArraySlice<UInt8>]? {
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
      .map { $0.last == 0x0D ? $0.dropLast() : $0 }
    if lines.last?.isEmpty == true { lines.removeLast() }
    switch self {
    case .all: return lines
    case .lines(let ranges): return Self.picked(ranges, of: lines)
    case .anchor(let name): return Self.between(lines, Self.anchor, name)
    case .section(let name):
      return name.map { Self.between(lines, Self.section, $0) }
        ?? lines.filter { Self.section($0) == nil }
    case .options(let options): return Self.left(of: lines, by: options)
    }
  }

  private static func picked(
    _ ranges: [ClosedRange<Int>], of lines: [ArraySlice<UInt8>]
  ) -> [ArraySlice<UInt8>] {
    var picked: [ArraySlice<UInt8>] = []
    var size = 0
    for range in ranges.prefix(100) {
      // Of one file no more is taken than it has, and what is too much needs not be all there to be refused.
      for line in lines.prefix(range.upperBound).dropFirst(max(0, range.lowerBound - 1)) {
        guard size <= PullingIn.mostBytes else { return picked }
        picked.append(line)
        size += line.count + 1
      }
    }
    return picked
  }

  // MARK: Parts with names

  private typealias Mark = (isStart: Bool, name: Substring)

  /// The lines between the two marks of a name, without other marks among them.
  private static func between(
    _ lines: [ArraySlice<UInt8>], _ mark: (ArraySlice<UInt8>) -> Mark?, _ name: String
  ) -> [ArraySlice<UInt8>]? {
    var found: [ArraySlice<UInt8>]?
    for line in lines {
      if let mark = mark(line) {
        guard mark.name == name else { continue }
        if mark.isStart { found = found ?? [] } else if found != nil { return found }
      } else {
        found?.append(line)
      }
    }
    return found
  }

  private static func anchor(_ line: ArraySlice<UInt8>) -> Mark? {
    mark(line, of: "ANCHOR", begin: "ANCHOR:", end: "ANCHOR_END:")
  }

  private static func section(_ line: ArraySlice<UInt8>) -> Mark? {
    mark(line, of: "8<-", begin: "[start:", end: "[end:")
  }

  /// The mark in a line that holds a sign of marks.
  private static func mark(
    _ line: ArraySlice<UInt8>, of sign: StaticString, begin: String, end: String
  ) -> Mark? {
    let text = String(decoding: line, as: UTF8.self)
    guard text.holds(sign) else { return nil }
    for (word, isStart) in [(begin, true), (end, false)] {
      guard let place = text.firstRange(of: word)?.upperBound else { continue }
      let name = text[place...].drop { $0 == " " }.prefix(while: isName)
      return name.isEmpty ? nil : (isStart, name)
    }
    return nil
  }

  private static func isName(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "-" || character == "_"
  }

  // MARK: Options of MyST

  private static func left(
    of all: [ArraySlice<UInt8>], by options: [String: String]
  ) -> [ArraySlice<UInt8>]? {
    var lines = all[...]
    /// The first line that holds what an option says; nil for none, where it says something.
    func first(_ text: String) -> Int? {
      lines.firstIndex { String(decoding: $0, as: UTF8.self).contains(text) }
    }
    if let name = options["pyobject"] {
      guard let found = definition(of: name, in: lines) else { return nil }
      lines = found
    }
    if let start = options["start-line"].flatMap({ Int($0) }), start > 0 {
      lines = lines.dropFirst(start)
    }
    if let end = options["end-line"].flatMap({ Int($0) }) {
      let bound = end < 0 ? max(0, all.count + max(end, -all.count)) : min(end, all.count)
      lines = lines[lines.startIndex..<max(lines.startIndex, min(bound, lines.endIndex))]
    }
    for (option, behind) in [("start-after", 1), ("start-at", 0)] {
      guard let text = options[option], !text.isEmpty else { continue }
      guard let found = first(text) else { return nil }
      lines = lines[(found + behind)...]
    }
    for (option, behind) in [("end-before", 0), ("end-at", 1)] {
      guard let text = options[option], !text.isEmpty else { continue }
      guard let found = first(text) else { return nil }
      lines = lines[..<(found + behind)]
    }
    var kept = Array(lines)
    if let written = options["lines"] { kept = picked(ranges(written, separator: "-"), of: kept) }
    if let count = options["dedent"].map({ Int($0) ?? .max }) {
      let least = kept.filter { $0.contains { $0 > 0x20 } }.map { $0.prefix { $0 == 0x20 }.count }
      let width = min(count, least.min() ?? 0)
      kept = kept.map { $0.dropFirst(min(max(0, width), $0.prefix { $0 == 0x20 }.count)) }
    }
    return kept
  }

  /// A function or class of Python with what is indented under it.
  private static func definition(
    of name: String, in lines: ArraySlice<ArraySlice<UInt8>>
  ) -> ArraySlice<ArraySlice<UInt8>>? {
    let last = name.split(separator: ".").last ?? ""
    let start = lines.firstIndex { line in
      let words = String(decoding: line, as: UTF8.self).split { " (:".contains($0) }
      return words.drop { $0 == "async" }.prefix(2).elementsEqual(["def", last])
        || words.prefix(2).elementsEqual(["class", last])
    }
    guard let start else { return nil }
    let depth = lines[start].prefix { $0 == 0x20 }.count
    let end =
      lines[(start + 1)...].firstIndex { line in
        line.contains { $0 > 0x20 } && line.prefix { $0 == 0x20 }.count <= depth
      } ?? lines.endIndex
    return lines[start..<end]
  }

  /// `1:3,5:6` of MkDocs and `1-3,5,20-` of MyST. A number alone is one line there, and there is no such
  /// thing here.
  static func ranges(_ text: some StringProtocol, separator: Character) -> [ClosedRange<Int>] {
    text.split(separator: ",").compactMap { part in
      let ends = part.split(separator: separator, omittingEmptySubsequences: false)
        .map { String($0).trimmed }
      guard let first = ends.first, ends.count <= 2 else { return nil }
      let start = first.isEmpty ? 1 : Int(first)
      let end = ends.count == 1 ? start : ends[1].isEmpty ? Int.max : Int(ends[1])
      guard let start, let end, start > 0, start <= end else { return nil }
      return start...end
    }
  }
}
