/// Footnotes that stand where they belong, `so^[By many accounts.]`, as Pandoc and Obsidian have them.
extension [Inline] {
  func withInlineFootnotes(_ notes: inout FootnoteNumbering, inLink: Bool) -> [Inline] {
    let isThere = contains { if case .text(let text) = $0 { text.holds("^[") } else { false } }
    guard isThere, !inLink else { return self }
    var result: [Inline] = []
    var index = 0
    // What is left of a text in which a footnote ends that began before it.
    var left: Substring?
    // Where none ends there is no use in looking for an end again.
    var hasEnd = true
    next: while index < count {
      guard case .text(let whole) = self[index] else {
        result.append(self[index])
        index += 1
        continue
      }
      var rest = left ?? whole[...]
      left = nil
      var plain = ""
      while hasEnd, let open = rest.firstRange(of: "^[") {
        let behind = rest[open.upperBound...]
        guard let (note, last, after) = note(from: behind, at: index) else {
          hasEnd = false
          break
        }
        let before = rest[..<open.lowerBound].last ?? plain.last ?? result.last?.plainEnd
        guard before != "[", note.isNote || note.isShortNote(behind: before, before: after.first)
        else {
          plain += rest[..<open.upperBound]
          rest = behind
          continue
        }
        plain += rest[..<open.lowerBound]
        // What stands in it is read now; a second one in it stays as it is written.
        var none = FootnoteNumbering(texts: [:])
        let text = note.refined(&none, inLink: note.plainText.holds("^["))
        // It gets its number with the others, in the order in which they stand.
        plain += "[^\(notes.label(ofText: text))]"
        if last > index {
          result.append(.text(plain))
          index = last
          left = after
          continue next
        }
        rest = after
      }
      plain += rest
      if !plain.isEmpty { result.append(.text(plain)) }
      index += 1
    }
    return result.joinedTexts
  }

  /// Words, and not the exponent or the class of characters that somebody typed.
  private var isNote: Bool {
    let text = plainText
    return text.contains(" ") && text.contains(where: \.isLetter) || text.utf8.count > 12
  }

  /// The same of a word or two, as long as nothing around it looks like a pattern: `a^[x]`, and not `^[a-z]+`.
  private func isShortNote(behind: Character?, before: Character?) -> Bool {
    guard let behind, !behind.isWhitespace, !"(|/\\\"'`^$=".contains(behind) else { return false }
    if let before, "+*?{$".contains(before) { return false }
    let text = plainText
    guard text.contains(where: \.isLetter), !text.contains("\\") else { return false }
    // A range of a class of characters.
    let parts: [Substring] = text.split { $0 == "-" }
    return !parts.dropFirst().contains { $0.count == 1 } && !text.hasPrefix("^")
  }

  /// What stands before the bracket that ends it, where that is, and the text behind it.
  private func note(
    from text: Substring, at index: Int
  ) -> (note: [Inline], last: Int, after: Substring)? {
    var inside: [Inline] = []
    var depth = 1
    var text = text
    for last in index..<count {
      if last > index {
        guard case .text(let next) = self[last] else {
          inside.append(self[last])
          continue
        }
        text = next[...]
      }
      for place in text.utf8.indices {
        switch text.utf8[place] {
        case UInt8(ascii: "["): depth += 1
        case UInt8(ascii: "]"): depth -= 1
        default: continue
        }
        guard depth == 0 else { continue }
        if place > text.startIndex { inside.append(.text(String(text[..<place]))) }
        return (inside, last, text[text.index(after: place)...])
      }
      if !text.isEmpty { inside.append(.text(String(text))) }
    }
    return nil
  }
}

extension Inline {
  /// The sign that it ends with; nil where a line ends there or nothing is shown.
  fileprivate var plainEnd: Character? { [self].plainText.last }
}

extension [Inline] {
  /// A picture's text without the size that Obsidian writes behind it: `A cat|100x145`.
  var withoutPictureSize: [Inline] {
    guard case .text(let text)? = last else { return self }
    return dropLast() + .words(text.withoutPictureSize)
  }
}

extension String {
  fileprivate var withoutPictureSize: String {
    guard let bar = lastIndex(of: "|") else { return self }
    let parts = self[index(after: bar)...].split(
      separator: "x", omittingEmptySubsequences: false)
    let isSize =
      parts.count <= 2
      && parts.allSatisfy { !$0.isEmpty && $0.utf8.count <= 5 && $0.allSatisfy(\.isNumber) }
    return isSize ? String(self[..<bar]).trimmedAtEnd : self
  }
}
