extension Block {
  /// The paragraph with its display maths standing alone, as it does in print: what is before and
  /// after becomes paragraphs of their own. Only a short formula in the middle of a line stays.
  static func paragraphs(_ inlines: [Inline], line: Int) -> [Block] {
    guard inlines.contains(where: { if case .displayMaths = $0 { true } else { false } }) else {
      return [Block(.paragraph(inlines), line: line)]
    }
    var splitter = Splitter(line: line)
    let (before, after) = (
      inlines.wordsBefore(), Array(inlines.reversed().wordsBefore().reversed())
    )
    for index in inlines.indices {
      let isAmidWords = before[index] && after[index]
      guard case .displayMaths(let tex) = inlines[index],
        !isAmidWords || tex.utf8.contains(0x0A)
      else {
        splitter.add(inlines[index])
        continue
      }
      splitter.finishText()
      splitter.addMaths(tex)
    }
    splitter.finishText()
    return splitter.blocks
  }

  private struct Splitter {
    var blocks: [Block] = []
    /// The line that has been reached, and that on which the open text begins.
    var line: Int
    var textLine: Int
    var text: [Inline] = []

    init(line: Int) {
      self.line = line
      textLine = line
    }

    mutating func add(_ inline: Inline) {
      var inline = inline
      if text.isEmpty {
        if case .text(let string) = inline, case .maths(var tex)? = blocks.last?.kind,
          line == textLine
        {
          var rest = string[...]
          tex += Self.takeMarks(from: &rest)
          blocks[blocks.count - 1].kind = .maths(tex)
          inline = .text(rest.trimmedStart)
        }
        if inline == .text("") { return }
        if inline == .softBreak || inline == .lineBreak {
          line += 1
          textLine = line
          return
        }
        textLine = line
      }
      if inline == .softBreak || inline == .lineBreak { line += 1 }
      text.append(inline)
    }

    mutating func finishText() {
      while let last = text.last, last == .softBreak || last == .lineBreak || last.isBlank {
        text.removeLast()
      }
      if case .text(let string)? = text.last { text[text.count - 1] = .text(string.trimmedEnd) }
      if !text.isEmpty { blocks.append(Block(.paragraph(text), line: textLine)) }
      text = []
      textLine = line
    }

    mutating func addMaths(_ tex: String) {
      blocks.append(Block(.maths(tex.trimmed.withRowsAtBlanks), line: line))
      line += tex.utf8.count { $0 == 0x0A }
      textLine = line
    }

    /// The full stop or comma after a formula, and the label that Pandoc's notes give it, stand
    /// beside it.
    private static func takeMarks(from rest: inout Substring) -> String {
      var tex = ""
      let marks = rest.prefix { ".,;:!?".contains($0) }
      let after = rest.dropFirst(marks.count)
      if !marks.isEmpty, after.first.map({ $0 == " " }) ?? true {
        tex += String(marks)
        rest = after
      }
      let label = rest.drop { $0 == " " }
      if label.hasPrefix("{#"), let close = label.firstIndex(of: "}") {
        tex += "\\qquad\\text{(\(label[..<close].dropFirst(2)))}"
        rest = label[label.index(after: close)...]
      }
      return tex
    }
  }
}

extension Inline {
  fileprivate var isBlank: Bool {
    if case .text(let text) = self { text.allSatisfy(\.isWhitespace) } else { false }
  }
}

extension Collection where Element == Inline {
  /// Of each inline, whether words stand before it in its line; formulas are none.
  fileprivate func wordsBefore() -> [Bool] {
    var hasWords = false
    return map { inline in
      defer {
        switch inline {
        case .softBreak, .lineBreak: hasWords = false
        case .text(let text):
          hasWords = hasWords || text.contains { $0.isLetter || $0.isNumber }
        case .displayMaths: break
        default: hasWords = true
        }
      }
      return hasWords
    }
  }
}

extension String {
  /// TeX has no blank lines in display maths; who writes one means another row.
  fileprivate var withRowsAtBlanks: String {
    guard holds("\n"), !contains("\\begin") else { return self }
    var rows: [String] = [""]
    for line in split(separator: "\n", omittingEmptySubsequences: false) {
      if !line.allSatisfy(\.isWhitespace) {
        rows[rows.count - 1] += line + "\n"
      } else if rows.last?.isEmpty == false {
        rows.append("")
      }
    }
    return rows.joined(separator: "\\\\").trimmed
  }
}

extension StringProtocol {
  fileprivate var trimmedStart: String { String(drop(while: \.isWhitespace)) }
  fileprivate var trimmedEnd: String {
    var text = self[...]
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
