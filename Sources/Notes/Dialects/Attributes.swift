/// What Pandoc, Quarto, MkDocs and kramdown write behind a heading, a link, a picture or words in brackets:
/// `{#id .class width=300}`, `{ .button }`, `{: .x}`. It says how something looks elsewhere, and is not shown.
///
/// A name in it is a place that links lead to, as are Hugging Face's `[[name]]` behind a heading and
/// MyST's `(name)=` above one.
enum Attributes {
  /// The characters of a list of attributes that a text begins with; nil for another text.
  static func length(_ text: Substring) -> Int? {
    guard text.first == "{" else { return nil }
    let limit = text.utf8.index(text.startIndex, offsetBy: longest, limitedBy: text.endIndex)
    var inside = text[..<(limit ?? text.endIndex)].dropFirst()
    let isMarked = inside.first == ":"
    if isMarked { inside = inside.dropFirst() }
    var words = 0
    while let first = inside.first {
      if first == "}" {
        return words > 0 ? text.distance(from: text.startIndex, to: inside.startIndex) + 1 : nil
      }
      if first == " " {
        inside = inside.dropFirst()
        continue
      }
      let name = inside.dropFirst(first == "#" || first == "." ? 1 : 0).prefix(while: isName)
      guard !name.isEmpty else { return nil }
      inside = inside[name.endIndex...]
      words += 1
      if first != "#", first != "." {
        if inside.first != "=", isMarked || name.hasPrefix("data-") { continue }
        guard inside.first == "=" else { return nil }
        inside = inside.dropFirst()
        if let quote = inside.first, "\"'\u{201C}".contains(quote) {
          let value = inside.dropFirst().prefix { $0 != quote && $0 != "\u{201D}" }
          guard value.endIndex < inside.endIndex else { return nil }
          inside = inside[value.endIndex...].dropFirst()
        } else {
          inside = inside.drop { $0 != " " && $0 != "}" }
        }
      }
      guard let next = inside.first, next == " " || next == "}" else { return nil }
    }
    return nil
  }

  /// No more bytes are looked through: a picture's alternative text may be a paragraph.
  private static let longest = 2_000

  private static func isName(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || "-_:".contains(character)
  }

  /// A text in which words in brackets have no attributes behind them any more: `[small]{.x}` is `small`.
  fileprivate static func withoutSpans(_ text: String) -> String {
    guard text.holds("]{") else { return text }
    var result = ""
    var rest = text[...]
    while let close = rest.firstIndex(of: "]") {
      let behind = rest[rest.index(after: close)...]
      if let length = length(behind), let open = rest[..<close].lastIndex(of: "[") {
        result += rest[..<open] + rest[rest.index(after: open)..<close]
        rest = behind.dropFirst(length)
      } else {
        result += rest[...close]
        rest = behind
      }
    }
    return result + rest
  }
}

extension [Inline] {
  /// The same without attributes behind links, pictures, code, formulas and words in brackets.
  var withoutAttributes: [Inline] {
    guard contains(where: { if case .text(let text) = $0 { text.holds("{") } else { false } })
    else {
      return self
    }
    var result: [Inline] = []
    // So much of the next text was read already.
    var passed = 0
    for (index, inline) in enumerated() {
      if case .code(let text) = inline, index + 1 < count, case .text(let behind) = self[index + 1],
        let raw = RawText(behind)
      {
        result += raw.inlines(text)
        passed = raw.length
        continue
      }
      if case .code(let text) = inline, case .text(let before)? = result.last,
        let role = Role(ending: before)
      {
        result[result.count - 1] = .text(String(before.dropLast(role.sign.count)))
        result += role.inlines(text)
        continue
      }
      guard case .text(var text) = inline, text.holds("{") else {
        // `[](){#name}` is a place, and no link.
        if case .link("", let inner) = inline, inner.plainText.isEmpty, index + 1 < count,
          case .text(let behind) = self[index + 1], Attributes.length(behind[...]) != nil
        {
          continue
        }
        if inline == .softBreak, result.isEmpty, index > 0 { continue }
        result.append(inline)
        continue
      }
      if passed > 0 {
        text.removeFirst(passed)
        passed = 0
      } else if index == 0 || self[index - 1].takesAttributes,
        let length = Attributes.length(text[...]), index > 0 || length == text.count
      {
        text.removeFirst(length)
      } else if index == count - 1, index > 0, self[index - 1] == .softBreak,
        Attributes.length(text[...]) == text.count
      {
        // Under its last line it is of the whole paragraph.
        while result.last == .softBreak { result.removeLast() }
        continue
      } else if index == count - 1, text.hasSuffix("}"),
        let open = text.allRanges(of: " {:").last?.lowerBound,
        Attributes.length(text[open...].dropFirst()) == text[open...].count - 1
      {
        text = String(text[..<open])
      }
      if let behind = result.withoutOpening(ofSpanIn: text) { text = behind }
      text = Attributes.withoutSpans(text)
      if !text.isEmpty { result.append(.text(text)) }
    }
    return result
  }

  /// Takes the bracket away that opens a span with more than text in it, which ends in a text behind these,
  /// `[see `code` here]{.x}`: what is left of that text; nil where none ends in it.
  fileprivate mutating func withoutOpening(ofSpanIn text: String) -> String? {
    guard let close = text.firstIndex(of: "]"), !text[..<close].contains("["),
      let length = Attributes.length(text[close...].dropFirst()),
      let index = lastIndex(where: { inline in
        if case .text(let before) = inline {
          before.contains("[") || before.contains("]")
        } else {
          false
        }
      }), case .text(var before) = self[index], let open = before.lastIndex(of: "["),
      !before[open...].contains("]")
    else { return nil }
    before.remove(at: open)
    self[index] = .text(before)
    return String(text[..<close]) + text[close...].dropFirst(1 + length)
  }

  /// A heading's text without the brackets around bold words, as d2lbook's slides have them.
  var withoutSlideBrackets: [Inline] {
    var result = self
    for index in indices.dropFirst().dropLast() {
      guard case .strong = self[index], case .text(let before) = result[index - 1],
        case .text(let after) = result[index + 1]
      else { continue }
      let isWhole = count == 3 && before == "(" && after == ")"
      guard isWhole || before.hasSuffix("[") && after.hasPrefix("]") else { continue }
      result[index - 1] = .text(String(before.dropLast()))
      result[index + 1] = .text(String(after.dropFirst()))
    }
    return result.filter { $0 != .text("") }
  }

  /// A heading's text without what stands behind it for other programs.
  var withoutHeadingAttributes: [Inline] {
    guard case .text(let text)? = last, let end = text.last, end == "}" || end == "]" else {
      return self
    }
    var kept: String?
    if end == "}", let open = text.lastIndex(of: "{"),
      Attributes.length(text[open...]) == text.distance(from: open, to: text.endIndex)
    {
      kept = String(text[..<open])
    } else if text.hasSuffix("]]"), let open = text.lastIndex(of: "["), open > text.startIndex {
      let name = text[text.index(after: open)...].dropLast(2)
      let before = text[..<text.index(before: open)]
      let title = (Array(dropLast()) + [.text(String(before))]).plainText.trimmed
      // Hugging Face's name of a place, and no link: right behind the last word, or the title itself as it stands
      // in addresses.
      let isBehindWord = before.last.map { $0 != " " } ?? false
      if text[text.index(before: open)] == "[", !name.isEmpty,
        isBehindWord
          && name.allSatisfy({
            $0.isASCII && ($0.isLetter || $0.isNumber || "-._".contains($0))
          })
          || !title.isEmpty && Slugs.slug(title) == Slugs.slug(String(name))
      {
        kept = String(before)
      }
    }
    guard var kept else { return self }
    while kept.last == " " { kept.removeLast() }
    return Array(dropLast()) + (kept.isEmpty ? [] : [.text(kept)])
  }

  /// A paragraph without MyST's `(name)=` at its head.
  var withoutPlaceName: [Inline] {
    guard case .text(let text)? = first, text.hasPrefix("("), text.hasSuffix(")="),
      text.dropFirst().dropLast(2).allSatisfy({ $0.isLetter || $0.isNumber || "-_:.".contains($0) }
      ),
      count == 1 || self[1] == .softBreak
    else { return self }
    return Array(dropFirst(2))
  }
}

extension Inline {
  fileprivate var takesAttributes: Bool {
    switch self {
    case .link, .image, .code, .maths, .displayMaths, .strong, .emphasis, .marked, .struck: true
    default: false
    }
  }
}
