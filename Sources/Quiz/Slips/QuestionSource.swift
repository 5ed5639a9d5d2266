import Notes

/// A question as its author wrote it, line by line: what was nearly meant shows there alone.
struct QuestionSource {
  /// A line outside of fences.
  struct Line {
    /// Counted from 1 in the lesson.
    let number: Int
    let text: String
    /// Without white space at its ends.
    let trimmed: String
    let signs: SignSet
    /// The item of a list that it begins.
    let item: ItemLine?

    init(number: Int, text: String) {
      self.number = number
      self.text = text
      trimmed = text.trimmed
      signs = SignSet(text.utf8)
      item = ItemLine(text)
    }

    /// Whether it begins with white space.
    var isIndented: Bool {
      guard let first = text.utf8.first else { return false }
      return first == 0x20 || (first < 0x21 || first > 0x7F) && text.first?.isWhitespace == true
    }
  }

  private(set) var lines: [Line] = []

  /// The lines of a lesson from one to before another, those of fences and formulas left out.
  init(_ lesson: [Substring], _ range: Range<Int>) {
    var fence = FenceState()
    var isFormula = false
    for number in range.clamped(to: 1..<lesson.count + 1) {
      let text = lesson[number - 1]
      if fence.isCode(Array(text.utf8)) { continue }
      let line = Line(number: number, text: String(text))
      if line.signs.contains("$"), line.trimmed == "$$" { isFormula.toggle() }
      if !isFormula { lines.append(line) }
    }
  }

  /// The lines that may hold what is looked for, with all that stands in code or in a formula made blank;
  /// none whose columns that would move.
  func linesWithoutCode(where mayHold: (Line) -> Bool) -> [Line] {
    lines.compactMap { line in
      guard mayHold(line) else { return nil }
      if !line.signs.contains("`"), !line.signs.contains("$") { return line }
      let text = line.text.withoutCode
      return text.count == line.text.count ? Line(number: line.number, text: text) : nil
    }
  }

  /// The text of a line; nil where it stands in a fence, or elsewhere.
  subscript(number: Int) -> String? {
    lines.from(number).first.flatMap { $0.number == number ? $0.text : nil }
  }
}

extension QuestionSource {
  /// The line that an item of a list begins on, read as one, and its number; nil where it stands in a fence.
  func line(of item: Block.List.Item) -> (number: Int, item: ItemLine)? {
    guard let number = item.blocks.first?.line, let line = self[number].flatMap(ItemLine.init)
    else {
      return nil
    }
    return (number, line)
  }

  /// The same of all items of a list; nil where one of them stands in a fence.
  func lines(of list: Block.List) -> [(number: Int, item: ItemLine)]? {
    let lines = list.items.compactMap { line(of: $0) }
    return lines.count == list.items.count ? lines : nil
  }
}

extension QuestionSource {
  /// Where the first matrix stands that looks like an answer mark and asks nothing.
  func matrixPlace(in blocks: [Block]) -> Marks.Place? {
    let lines = lines.filter { $0.signs.contains("[") }
    guard !lines.isEmpty, let inner = blocks.firstMatrix else { return nil }
    let text = inner.hasPrefix("[") ? "[[\(inner)" : "[[\(inner)]]"
    return lines.lazy.compactMap { line in
      line.text.firstRange(of: text).map { place in
        Marks.Place(
          line: line.number,
          column: line.text.distance(from: line.text.startIndex, to: place.lowerBound) + 1,
          text: text, isInTable: false)
      }
    }.first
  }
}

extension [Block] {
  /// The first matrix that looks like an answer mark; in code all is as it is written.
  var firstMatrix: String? {
    lazy.filter { !$0.isCode }.compactMap { Marks.matrix(in: $0.plainText) }.first
  }
}

extension [QuestionSource.Line] {
  /// Those from a line of the lesson on; they stand in their order.
  func from(_ number: Int) -> ArraySlice<QuestionSource.Line> {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle].number < number { low = middle + 1 } else { high = middle }
    }
    return self[low...]
  }

  /// Those of the paragraph that begins on a line of the lesson; of a long one as many as anybody writes by hand.
  func paragraph(from number: Int) -> ArraySlice<QuestionSource.Line> {
    from(number).prefix(60).prefix { !$0.trimmed.isEmpty }
  }
}

/// An item of a list at the head of a line.
struct ItemLine {
  /// The boxes of options, as the parser knows them.
  static let boxes = ["[ ] ", "[x] ", "[X] "]

  /// What stands before its text: `1. `.
  let marker: String
  let text: Substring
  /// The column of its text, counted from 1.
  var column: Int { marker.utf8.count + 1 }
  /// Whether it begins with the box of an option.
  let hasBox: Bool

  init?(_ line: String) {
    // Most lines begin no item, as their first byte shows.
    guard let byte = line.utf8.first(where: { $0 != 0x20 }), Self.mayBegin(byte) else { return nil }
    let indent = line.prefix { $0 == " " }
    let rest = line[indent.endIndex...]
    let sign: Substring
    if let first = rest.first, "-*+".contains(first) {
      sign = rest.prefix(1)
    } else {
      guard let number = Self.number(rest) else { return nil }
      sign = number
    }
    let space = rest[sign.endIndex...].prefix { $0 == " " }
    guard !space.isEmpty else { return nil }
    marker = String(indent) + sign + space
    let text = rest[space.endIndex...]
    self.text = text
    hasBox =
      text.utf8.contains(0x5B)
      && (Self.boxes.contains { text.hasPrefix($0) } || text.trimmed == "[ ]")
  }

  private static func mayBegin(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || byte == 0x2A || byte == 0x2B || byte == 0x2D
  }

  /// The number that a text begins with, and its point or bracket: `12.`; nil where there is none.
  static func number(_ text: Substring) -> Substring? {
    guard let byte = text.utf8.first, (0x30...0x39).contains(byte) else { return nil }
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard !digits.isEmpty, digits.count < 10, let point = text[digits.endIndex...].first,
      point == "." || point == ")"
    else { return nil }
    return text.prefix(digits.count + 1)
  }
}

extension String {
  /// The text with all that stands in code or in a formula made blank, so that columns stay.
  var withoutCode: String {
    guard utf8.contains(where: { $0 == 0x60 || $0 == 0x24 }) else { return self }
    let bytes = Array(utf8)
    var spans = CodeSpans(bytes)
    var result: [UInt8] = []
    var index = 0
    var dollar: Int?
    while index < bytes.count {
      if let end = spans.end(at: index) {
        result += bytes[index..<end].map { $0 & 0xC0 == 0x80 ? $0 : 0x20 }.filter { $0 == 0x20 }
        index = end
        continue
      }
      if bytes[index] == 0x24, index == 0 || bytes[index - 1] != 0x5C {
        if let start = dollar {
          for at in start..<result.count where result[at] & 0x80 == 0 { result[at] = 0x20 }
          dollar = nil
        } else {
          dollar = result.count
        }
      }
      result.append(bytes[index])
      index += 1
    }
    return String(decoding: result, as: UTF8.self)
  }
}
