/// Where questions may stand in a text, and their answers: its sections, told by its lines alone, so that
/// nothing that stands below it, or in another part of a file, has to be read for it.
package struct QuestionSections {
  /// What stands under one heading, or above the first one.
  package struct Section {
    /// Its lines, the heading first.
    package var lines: Range<Int>
    /// That of its heading; 0 above the first one.
    package internal(set) var level = 0
    /// The lines of its first quiz comment.
    package internal(set) var comment: ClosedRange<Int>?
    /// The first line that may be an answer's: a list, or an answer mark.
    package internal(set) var answer: Int?
    /// Whether there are boxes or answer marks in it.
    package internal(set) var hasKeys = false
    /// Whether a quote stands below its comment, as of what is told after an answer.
    package internal(set) var isTold = false
    /// The last line that is not blank.
    package internal(set) var last = 0
  }

  /// The sections in order.
  package private(set) var all: [Section] = []
  /// The text with its quiz comments as Markdown has them, line by line.
  let lines: [ArraySlice<UInt8>]

  /// The sections of a text.
  package init(_ bytes: [UInt8]) {
    var mended = bytes
    QuizComment.mend(&mended)
    lines = mended.split(separator: 0x0A, omittingEmptySubsequences: false)
    split()
  }

  /// Headings in quotes and lists end no question: only those at the margin part the file.
  private mutating func split() {
    var fence = FenceState()
    /// Where a comment begins that goes on.
    var open: Int?
    var section = Section(lines: 0..<0)
    for (number, line) in lines.enumerated() {
      let text = line.trimmedBytes
      if !text.isEmpty { section.last = number }
      if let start = open {
        guard text.holds("-->") else { continue }
        if section.comment?.lowerBound == start { section.comment = start...number }
        open = nil
        continue
      }
      if fence.isCode(line) { continue }
      let inside = Self.inside(line)
      if let level = Self.level(of: line) {
        section.lines = section.lines.lowerBound..<number
        all.append(section)
        section = Section(lines: number..<number, level: level, last: number)
      } else if section.answer == nil, Self.mayAnswer(inside) {
        section.answer = number
      }
      if section.comment != nil, text.first == UInt8(ascii: ">") { section.isTold = true }
      section.hasKeys = section.hasKeys || Self.holdsKeys(inside)
      let next = number + 1 < lines.count ? Self.inside(lines[number + 1]) : []
      if section.comment == nil, Self.asks(inside, next) { section.comment = number...number }
      if inside.starts(with: "<!--".utf8), !inside.holds("-->") { open = number }
    }
    section.lines = section.lines.lowerBound..<lines.count
    all.append(section)
  }

  // MARK: Lines

  /// A line without the quotes that it stands in.
  private static func inside(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    line.trimmedBytes.drop { $0 == UInt8(ascii: ">") || $0 == 0x20 || $0 == 0x09 }
  }

  /// More places of one line are not looked at: then it is taken for one that asks.
  private static let mostSigns = 20

  /// Whether a quiz comment begins in a line, be it among words.
  private static func asks(_ line: ArraySlice<UInt8>, _ next: ArraySlice<UInt8>) -> Bool {
    if line.suffix(4).elementsEqual("<!--".utf8) {
      // Its word stands on the next line.
      let words = String(decoding: next.prefix(QuizComment.longest), as: UTF8.self)
      return QuizComment("<!-- \(words) -->") != nil
    }
    guard QuizComment.mayStand(in: line) else { return false }
    if line.count > QuizComment.longest { return true }
    if QuizComment(String(decoding: line, as: UTF8.self)) != nil { return true }
    // What code shows is none.
    let text = String(decoding: line, as: UTF8.self)
    let parts = text.split(separator: "`", omittingEmptySubsequences: false)
    let words =
      parts.count % 2 == 1 ? stride(from: 0, to: parts.count, by: 2).map { parts[$0] } : [text[...]]
    let starts = words.flatMap { words in
      words.indices.filter { words[$0] == "<" }.map { words[$0...] }
    }
    return starts.count > mostSigns || starts.contains { QuizComment($0) != nil }
  }

  private static func holdsKeys(_ text: ArraySlice<UInt8>) -> Bool {
    text.contains(UInt8(ascii: "["))
      && (text.holds("[[") || text.holds("[ ]") || text.holds("[x]") || text.holds("[X]"))
  }

  private static func mayAnswer(_ text: ArraySlice<UInt8>) -> Bool {
    if text.holds("[[") { return true }
    let behind = text.drop { (0x30...0x39).contains($0) }
    guard let sign = behind.first, behind.dropFirst().first.map({ $0 <= 0x20 }) ?? true else {
      return false
    }
    return behind.startIndex > text.startIndex
      ? sign == UInt8(ascii: ".") || sign == UInt8(ascii: ")")
      : sign == UInt8(ascii: "-") || sign == UInt8(ascii: "*") || sign == UInt8(ascii: "+")
  }

  /// The level of a heading; nil for another line.
  private static func level(of line: ArraySlice<UInt8>) -> Int? {
    let count = line.prefix { $0 == UInt8(ascii: "#") }.count
    let next = line.dropFirst(count).first ?? 0x20
    return (1...6).contains(count) && next <= 0x20 ? count : nil
  }
}

extension ArraySlice<UInt8> {
  fileprivate func holds(_ text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    return withUnsafeBufferPointer { bytes in
      guard bytes.count >= count else { return false }
      return (0...(bytes.count - count)).contains { start in
        (0..<count).allSatisfy { bytes[start + $0] == text.utf8Start[$0] }
      }
    }
  }
}
