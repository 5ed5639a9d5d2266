/// What tags mean that would be wrong or lost without their meaning: `2<sup>10</sup>` is not 210, two
/// items of a list are no one word, and the text of a picture is all that a terminal can show of it.
extension [Inline] {
  var withHTMLMeaning: [Inline] {
    guard contains(where: { if case .html = $0 { true } else { false } }) else { return self }
    var reader = HTMLReader(inlines: self)
    return reader.read()
  }
}

private struct HTMLReader {
  let inlines: [Inline]
  private var result: [Inline] = []
  private var index = 0
  /// Whether anything is shown already.
  private var hasBegun = false
  /// Ends of lines that come before whatever comes next.
  private var pendingBreaks = 0
  /// `<sup>` and `<sub>` that are open, each with whether it was opened with a sign and a bracket.
  private var openScripts: [Bool] = []
  /// The last closing tag of each name that was asked for; −1 for none.
  private var lastClosing: [String: Int] = [:]
  /// Elements that were opened.
  private var opened: Set<String> = []

  init(inlines: [Inline]) { self.inlines = inlines }

  mutating func read() -> [Inline] {
    while index < inlines.count {
      if case .html(let tag) = inlines[index] {
        read(tag)
      } else if inlines[index] != .softBreak || pendingBreaks == 0 {
        add(inlines[index])
      }
      index += 1
    }
    return result.joinedTexts
  }

  private mutating func add(_ inline: Inline) {
    if hasBegun { result += [Inline](repeating: .lineBreak, count: pendingBreaks) }
    pendingBreaks = 0
    hasBegun = true
    result.append(inline)
  }

  private mutating func read(_ written: String) {
    guard let tag = HTMLTag(written) else { return result.append(.html(written)) }
    if isName(tag, written) {
      add(.text(written))
    } else if let script = script(tag) {
      add(script)
      index += 2
    } else if let image = HTMLImage(tag, written) {
      // The same picture for another background stands beside it.
      if image.isForDark { return }
      add(.image(alternative: .words(image.alternative), source: image.source))
    } else if tag.name == "a", let address = HTMLTag.value(of: "href", in: written),
      let inner = takeContent(of: tag)
    {
      add(.link(destination: address, inner))
    } else if ["del", "strike"].contains(tag.name), let inner = takeContent(of: tag) {
      add(.struck(inner))
    } else if tag.name == "mark", let inner = takeContent(of: tag) {
      add(.marked(inner))
    } else {
      addSign(of: tag, written)
    }
  }

  /// Elements that nothing needs to close, and those whose content may be a paragraph away.
  private static let unclosed = HTMLBlock.blockTags
    .union(["br", "h2", "h3", "h4", "h5", "h6", "img", "pre", "wbr"])
    .subtracting(HTMLNames.ofPages)

  /// Whether a tag is a name in angle brackets, as `<output>` in a prompt or `<b>` in `List<b>`:
  /// it says nothing else, and nothing closes it.
  private mutating func isName(_ tag: HTMLTag, _ written: String) -> Bool {
    let isBare = written.utf8.count == tag.name.utf8.count + (tag.isClosing ? 3 : 2)
    // With attributes it opens something.
    if !isBare, !tag.isClosing { opened.insert(tag.name) }
    guard isBare, !Self.unclosed.contains(tag.name) else { return false }
    if tag.isClosing { return !opened.contains(tag.name) }
    if index < lastClosing(of: tag.name) {
      opened.insert(tag.name)
      return false
    }
    return true
  }

  private mutating func lastClosing(of name: String) -> Int {
    if let known = lastClosing[name] { return known }
    let last = inlines.lastIndex(of: .html("</\(name)>")) ?? -1
    lastClosing[name] = last
    return last
  }

  private mutating func addSign(of tag: HTMLTag, _ written: String) {
    switch tag.sign {
    case .newLine where tag.name == "br": pendingBreaks += 1
    case .newLine: pendingBreaks = max(1, pendingBreaks)
    case .item:
      pendingBreaks = max(1, pendingBreaks)
      add(.text("• "))
    case .cell: if hasBegun, pendingBreaks == 0 { add(.text(" | ")) }
    case .script(let sign):
      if !tag.isClosing {
        // What stands on nothing is in small print, and no index.
        openScripts.append(standsOnWord && openScripts.last != false)
        if openScripts.last == true { add(.text("\(sign)(")) }
      } else if openScripts.popLast() == true {
        add(.text(")"))
      }
    case .text(let sign): add(.text(sign))
    case .nothing: break
    }
    // What else it says may be lost, which is told.
    if !tag.isClosing { result.append(.html(written)) }
  }

  /// Whether a word or a formula stands right before what comes next.
  private var standsOnWord: Bool {
    guard pendingBreaks == 0 else { return false }
    switch result.last(where: { if case .html = $0 { false } else { true } }) {
    case .text(let text): return text.last.map { !$0.isWhitespace && $0 != "(" } ?? false
    case .softBreak, .lineBreak, nil: return false
    default: return true
    }
  }

  /// What stands up to the tag that closes this one, which is passed.
  private mutating func takeContent(of tag: HTMLTag) -> [Inline]? {
    guard !tag.isClosing else { return nil }
    let end = Inline.html("</\(tag.name)>")
    guard index < lastClosing(of: tag.name), let close = inlines[index...].firstIndex(of: end)
    else { return nil }
    defer { index = close }
    return Array(inlines[(index + 1)..<close])
  }

  /// `<sup>10</sup>` as a formula; words stay words.
  private func script(_ tag: HTMLTag) -> Inline? {
    guard !tag.isClosing, case .script(let sign) = tag.sign, index + 2 < inlines.count,
      case .text(let text) = inlines[index + 1], case .html(let close) = inlines[index + 2],
      close.lowercased() == "</\(tag.name)>"
    else { return nil }
    let isPlain = text.allSatisfy { character in
      character.isLetter || character.isNumber || "+-−=(),.*'".contains(character)
    }
    guard isPlain, !text.isEmpty, text.utf8.count <= 12 else { return nil }
    return .maths("\(sign){\(text)}")
  }
}

extension HTMLTag {
  /// What stands in a text in the place of a tag.
  package enum Sign: Equatable {
    case nothing, newLine
    /// A list's item begins.
    case item
    /// A table's cell begins.
    case cell
    /// `^` or `_`, with what is raised or lowered.
    case script(String)
    case text(String)
  }

  /// What stands in the text for this one.
  package var sign: Sign {
    switch name {
    case "br", "pre": .newLine
    case "li": isClosing ? .newLine : .item
    case "td", "th": isClosing ? .nothing : .cell
    case "sup": .script("^")
    case "sub": .script("_")
    case "del", "strike": .text("~~")
    case "q": .text("\"")
    case "h2", "h3", "h4", "h5", "h6": .newLine
    default: HTMLBlock.blockTags.contains(name) ? .newLine : .nothing
    }
  }
}

extension [Inline] {
  /// The heading that all of it is, `<h2>…</h2>`, with its level; nil for anything else.
  var htmlHeading: (level: Int, title: [Inline])? {
    guard case .html(let open)? = first, case .html(let close)? = last, count > 2,
      let tag = HTMLTag(open), !tag.isClosing, let level = tag.heading,
      close.lowercased() == "</\(tag.name)>"
    else { return nil }
    let title = Array(self[1..<(count - 1)])
    // A second one in it is a heading of its own.
    let isOne = !title.contains { inline in
      if case .html(let html) = inline { HTMLTag(html)?.heading != nil } else { false }
    }
    return isOne ? (level, title) : nil
  }
}

extension HTMLTag {
  /// The level of a heading that it begins or ends.
  var heading: Int? {
    guard name.utf8.count == 2, name.hasPrefix("h") else { return nil }
    return name.utf8.last.flatMap { (0x31...0x36).contains($0) ? Int($0) - 0x30 : nil }
  }
}

/// A picture that HTML puts into the text.
package struct HTMLImage {
  /// Its text.
  package var alternative = ""
  /// Its address.
  package var source = ""

  /// Reads a tag as it is written; nil for another one.
  package init?(_ tag: HTMLTag, _ written: String) {
    guard tag.name == "img" else { return nil }
    alternative = HTMLTag.value(of: "alt", in: written) ?? ""
    source = HTMLTag.value(of: "src", in: written) ?? ""
    let classes = (HTMLTag.value(of: "class", in: written) ?? "").split(separator: " ")
    isForDark =
      HTMLImage.isForDark(source)
      || classes.contains { ["only-dark", "dark-only"].contains($0) }
      || classes.contains("hidden") && classes.contains { $0.hasPrefix("dark:") }
    source = HTMLImage.shown(source)
  }

  /// Whether it is shown on a dark background alone, beside one for a light one.
  package var isForDark = false

  /// Whether an address says so, as GitHub and MkDocs have it.
  static func isForDark(_ source: String) -> Bool {
    source.hasSuffix("#gh-dark-mode-only") || source.hasSuffix("#only-dark")
  }

  /// An address without what says that it is shown on a light background alone.
  static func shown(_ source: String) -> String {
    guard let sign = ["#gh-light-mode-only", "#only-light"].first(where: source.hasSuffix) else {
      return source
    }
    return String(source.dropLast(sign.count))
  }
}

extension HTMLTag {
  /// The tag that a text is; nil where it is none.
  package init?(_ text: String) {
    guard let tag = HTMLTag(in: Array(text.utf8), at: 0) else { return nil }
    self = tag
  }

  /// The tag that begins there, if it is no longer than any that means something.
  package init?(in bytes: [UInt8], at start: Int) {
    guard
      let tag = bytes.withUnsafeBufferPointer({
        HTMLTag(in: $0, at: start, before: min($0.count, start + 4000))
      })
    else { return nil }
    self = tag
  }

  /// The value of an attribute, entities decoded; nil where it is not given.
  package static func value(of name: String, in tag: String) -> String? {
    var rest = Array(tag.utf8).drop { $0 > 0x20 && $0 != UInt8(ascii: ">") }
    func isEnd(_ byte: UInt8) -> Bool { byte <= 0x20 || byte == UInt8(ascii: ">") }
    while !rest.isEmpty {
      rest = rest.drop { $0 <= 0x20 || $0 == UInt8(ascii: "/") }
      let key = rest.prefix { !isEnd($0) && $0 != UInt8(ascii: "=") }
      rest = rest.dropFirst(key.count).drop { $0 <= 0x20 }
      guard rest.first == UInt8(ascii: "=") else {
        if key.isEmpty { rest = rest.dropFirst() }
        continue
      }
      rest = rest.dropFirst().drop { $0 <= 0x20 }
      let value: ArraySlice<UInt8>
      if let quote = rest.first, quote == 0x22 || quote == 0x27 {
        value = rest.dropFirst().prefix { $0 != quote }
        rest = rest.dropFirst(value.count + 2)
      } else {
        value = rest.prefix { !isEnd($0) }
        rest = rest.dropFirst(value.count)
      }
      if String(decoding: key, as: UTF8.self).lowercased() == name {
        return Entities.decodingAll(String(decoding: value, as: UTF8.self))
      }
    }
    return nil
  }
}
