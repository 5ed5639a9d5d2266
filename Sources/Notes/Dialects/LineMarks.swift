/// Marks among the words of a line that other tools read before Markdown: what Critic Markup adds, takes out
/// and says, MkDocs' keys (`++ctrl+c++`) and abbreviations, shortcodes of Quarto and Hugo.
///
/// Each line becomes another one, so that line numbers hold. Code and formulas stay as they are.
enum LineMarks {
  private static let signs = [
    "{++", "{--", "{~~", "{==", "{>>", "++", "^^", "{{<", "{{%", "*[", "[TOC]",
    "[[_TOC_]]", "[[toc]]", "${toc}", "{tableofcontents}", "{:toc}", "{: toc}", "{% highlight ",
    "{% raw %}",
  ].compactMap { ByteSearch($0) }

  static func rewrite(_ bytes: inout [UInt8]) {
    guard signs.contains(where: { $0.first(in: bytes, from: 0, to: bytes.count) != nil }) else {
      return
    }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var fence = FenceState()
    var isInMaths = false
    /// Whether a shortcode is open whose lines are code.
    var isInHighlight = false
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    let blocks = CriticMarks.blocks(in: lines)
    let closed = Brackets.closed(in: bytes)
    for (index, line) in lines.enumerated() {
      if index > 0 { result.append(0x0A) }
      if isInHighlight {
        isInHighlight = !isEndOfHighlight(line)
        result += isInHighlight ? Array(line) : highlightFence
        continue
      }
      if fence.isCode(line) {
        result += line
        continue
      }
      let trimmed = line.trimmedBytes
      let dollars = trimmed.dollars
      defer { if dollars % 2 == 1 { isInMaths.toggle() } }
      guard !isInMaths, dollars == 0, !blocks.contains(index) else {
        result += blocks.contains(index) ? [] : Array(line)
        continue
      }
      if isContents(trimmed) { continue }
      if index + 1 < lines.count,
        trimmed.starts(with: "* ".utf8) || trimmed.starts(with: "- ".utf8),
        lines[index + 1].trimmedBytes.starts(with: "{:".utf8),
        isContents(lines[index + 1].trimmedBytes)
      {
        // kramdown puts it in the place of an item.
        continue
      }
      if trimmed.elementsEqual("{% raw %}".utf8) || trimmed.elementsEqual("{% endraw %}".utf8) {
        continue
      }
      if let (name, meaning) = abbreviation(line) {
        // What elsewhere shows under a pointer is a list here.
        result += Array("- **".utf8) + name + Array("**: ".utf8) + meaning
        continue
      }
      if let language = language(ofHighlight: trimmed) {
        isInHighlight = true
        result += highlightFence + language
        continue
      }
      guard line.contains(where: "{+^".utf8.contains) else {
        result += line
        continue
      }
      let written = String(decoding: line, as: UTF8.self)
      let shown = rewritten(written[...], closed)
      result += shown.utf8
      // A title on a line of its own stands above what follows.
      if trimmed.starts(with: "{{".utf8), shown.hasSuffix("**") { result += "  ".utf8 }
    }
    bytes = result
  }

  /// A text of one line with its marks as what they say.
  ///
  /// - Parameter closed: names of shortcodes that stand around something.
  static func rewritten(_ text: Substring, _ closed: Set<String> = []) -> String {
    guard text.contains("{") || text.contains("++") || text.contains("^^") else {
      return String(text)
    }
    var result = ""
    var rest = text
    var ends = SpanEnds()
    while let first = rest.first {
      switch first {
      case "`", "$":
        let end = ends.end(ofSpan: rest) ?? rest.drop { $0 == first }.startIndex
        result += rest[..<end]
        rest = rest[end...]
        continue
      case "\\":
        result += rest.prefix(2)
        rest = rest.dropFirst(2)
        continue
      case "{":
        let found =
          result.last == "{"
          ? nil
          : CriticMarks.read(rest, behind: result.last, &ends)
            ?? Brackets.read(rest, closed, &ends) ?? Brackets.asWritten(rest)
        if let (words, end) = found {
          result += words
          rest = rest[end...]
          continue
        }
      case "+", "^":
        let found =
          first == "+"
          ? Keys.read(rest, behind: result.last).map { ("<kbd>\($0.0)</kbd>", $0.1) }
          : inserted(rest, behind: result.last)
        let run = rest.prefix { $0 == first }
        let (words, end) = found ?? (String(run), run.endIndex)
        result += words
        rest = rest[end...]
        continue
      default: break
      }
      result.append(first)
      rest = rest.dropFirst()
    }
    return result
  }

  /// `^^what was put in^^` of PyMdown, which others underline.
  private static func inserted(
    _ text: Substring, behind before: Character?
  ) -> (String, String.Index)? {
    guard text.hasPrefix("^^"), before != "^" else { return nil }
    let behind = text.dropFirst(2)
    guard let first = behind.first, first != "^", !first.isWhitespace,
      let end = behind.prefix(1_000).firstRange(of: "^^"), end.lowerBound > behind.startIndex,
      text[end.upperBound...].first != "^"
    else { return nil }
    let inside = behind[..<end.lowerBound]
    guard inside.last?.isWhitespace == false, !inside.contains("`") else { return nil }
    return (rewritten(inside), end.upperBound)
  }

  // MARK: Abbreviations

  /// `*[HTML]: what it stands for`: the two of them; nil for another line.
  private static func abbreviation(
    _ line: ArraySlice<UInt8>
  ) -> (name: ArraySlice<UInt8>, meaning: ArraySlice<UInt8>)? {
    let text = line.drop { $0 == 0x20 }
    guard line.count - text.count < 4, text.starts(with: "*[".utf8),
      let close = text.firstIndex(of: UInt8(ascii: "]")), close > text.startIndex + 2
    else { return nil }
    let behind = text[close...].dropFirst()
    guard behind.first == UInt8(ascii: ":"), !behind.dropFirst().contains(UInt8(ascii: "*")) else {
      return nil
    }
    return (text[..<close].dropFirst(2), behind.dropFirst().drop { $0 == 0x20 })
  }

  private static let contentsMarks: Set = [
    "[toc]", "[[_toc_]]", "[[toc]]", "${toc}", "{tableofcontents}", "{:toc}", "{: toc}",
  ]

  /// What stands for a table of contents, which is a screen of its own here.
  private static func isContents(_ text: ArraySlice<UInt8>) -> Bool {
    text.count < 30 && contentsMarks.contains(String(decoding: text, as: UTF8.self).lowercased())
  }

  // MARK: Code of Hugo

  private static let highlightFence = [UInt8](repeating: 0x60, count: 5)

  /// What the code is written in behind a line that opens some; nil for another line.
  static func language(ofHighlight text: ArraySlice<UInt8>) -> [UInt8]? {
    guard let words = Brackets.words(of: text), words.first == "highlight", words.count > 1 else {
      return nil
    }
    return Array(words[1].utf8.filter { $0 != 0x22 })
  }

  static func isEndOfHighlight(_ line: ArraySlice<UInt8>) -> Bool {
    ["/highlight", "endhighlight"].contains(Brackets.words(of: line.trimmedBytes)?.joined() ?? "")
  }
}

/// Critic Markup: what was added, taken out, replaced, marked and said of a text.
private enum CriticMarks {
  private static let endings = [
    "{++": "++}", "{--": "--}", "{~~": "~~}", "{==": "==}", "{>>": "<<}",
  ]

  static func read(
    _ text: Substring, behind before: Character?, _ ends: inout SpanEnds
  ) -> (String, String.Index)? {
    let sign = String(text.prefix(3))
    guard let ending = endings[sign] else { return nil }
    let behind = text.dropFirst(3)
    guard let end = ends.first(ending, in: behind), end.lowerBound > behind.startIndex,
      text[end.upperBound...].first != "}"
    else { return nil }
    let inside = behind[..<end.lowerBound]
    // One that nothing ends does not end with the next one, nor in code.
    guard inside.first != "}", !inside.contains(sign), inside.count(where: { $0 == "`" }) % 2 == 0
    else { return nil }
    // Within a word the signs of Markdown are none: what they say is said in HTML.
    let isInWord = [before, text[end.upperBound...].first].contains {
      $0.map { $0.isLetter || $0.isNumber } == true
    }
    let words: String
    switch sign {
    case "{++": words = LineMarks.rewritten(inside)
    case "{--": words = struck(inside, isInWord)
    case "{==": words = around(inside, isInWord ? "mark" : "==")
    case "{~~":
      guard let arrow = inside.firstRange(of: "~>") else { return nil }
      let old = struck(inside[..<arrow.lowerBound], isInWord)
      let new = LineMarks.rewritten(inside[arrow.upperBound...])
      let isApart = !isInWord && !old.isEmpty && !new.isEmpty && new.first != " "
      words = isApart ? "\(old) \(new)" : old + new
    default:
      let said = inside.trimmed
      guard !said.isEmpty else { return ("", end.upperBound) }
      let isApart = before.map { $0 == " " || $0 == "(" } ?? true
      words = (isApart ? "" : " ") + (said.contains("*") ? "(\(said))" : "*(\(said))*")
    }
    return (words, end.upperBound)
  }

  private static func struck(_ text: Substring, _ isInWord: Bool) -> String {
    around(text, isInWord ? "del" : "~~")
  }

  /// A text between signs or the tags of an element, which stand right beside its first and last word.
  private static func around(_ text: Substring, _ sign: String) -> String {
    let inner = text.drop { $0 == " " }
    let start = text[..<inner.startIndex]
    var words = inner
    while words.last == " " { words = words.dropLast() }
    if words.isEmpty { return String(text) }
    let isTag = sign.first?.isLetter == true
    return start + (isTag ? "<\(sign)>" : sign) + LineMarks.rewritten(words)
      + (isTag ? "</\(sign)>" : sign) + inner[words.endIndex...]
  }

  /// Lines that are nothing but the beginning or end of a mark around whole paragraphs.
  static func blocks(in lines: [ArraySlice<UInt8>]) -> Set<Int> {
    var found: Set<Int> = []
    var open: (line: Int, ending: String)?
    for (index, line) in lines.enumerated() where line.contains(where: "{}".utf8.contains) {
      let text = String(decoding: line.trimmedBytes, as: UTF8.self)
      if let begun = open, text == begun.ending {
        found.formUnion([begun.line, index])
        open = nil
      } else if let ending = endings[text] {
        open = (index, ending)
      }
    }
    return found
  }
}

/// Keys as MkDocs writes them, `++ctrl+alt+del++`.
private enum Keys {
  /// Names with what stands on the key, where that is not the name itself with a capital.
  private static let known: [String: String] = {
    var names = [
      "cmd": "Cmd", "esc": "Esc", "del": "Del", "ins": "Ins", "pgup": "Page Up",
      "pgdn": "Page Down",
      "page-up": "Page Up", "page-down": "Page Down", "plus": "+", "minus": "-", "win": "Win",
      "arrow-up": "↑", "arrow-down": "↓", "arrow-left": "←", "arrow-right": "→", "up": "↑",
      "down": "↓", "left": "←", "right": "→", "caps-lock": "Caps Lock",
      "print-screen": "Print Screen",
      "left-button": "Left Button", "right-button": "Right Button",
      "middle-button": "Middle Button", "slash": "/", "backslash": "\\\\", "comma": ",",
      "period": ".", "grave": "\\`", "equal": "=", "semicolon": ";", "num-lock": "Num Lock",
      "question-mark": "?", "bracket-left": "\\[", "bracket-right": "\\]",
    ]
    let plain = [
      "ctrl", "control", "alt", "shift", "command", "option", "meta", "super", "windows", "fn",
      "enter", "return", "tab", "space", "spacebar", "backspace", "delete", "escape", "insert",
      "home", "end", "break", "pause", "menu",
    ]
    for name in plain + (1...24).map({ "f\($0)" }) {
      names[name] = name.prefix(1).uppercased() + name.dropFirst()
    }
    return names
  }()

  static func read(_ text: Substring, behind before: Character?) -> (String, String.Index)? {
    guard text.hasPrefix("++"), text.dropFirst(2).first != "+",
      before.map({ !$0.isLetter && !$0.isNumber && !"/+)]_\\".contains($0) }) ?? true,
      let end = text.dropFirst(2).prefix(80).firstRange(of: "++")
    else { return nil }
    let next = text[end.upperBound...].first
    guard next.map({ !$0.isLetter && !$0.isNumber && $0 != "+" }) ?? true else { return nil }
    var keys: [String] = []
    var isKnown = false
    for name in text[..<end.lowerBound].dropFirst(2)
      .split(separator: "+", omittingEmptySubsequences: false)
    {
      if let sign = name.first, sign == "\"" || sign == "'", name.count > 2, name.last == sign {
        keys.append(String(name.dropFirst().dropLast()))
        isKnown = true
      } else if let key = known[name.lowercased()] {
        keys.append(key)
        isKnown = true
      } else if name.count == 1, let key = name.first, key.isLetter || key.isNumber {
        keys.append(key.uppercased())
      } else {
        return nil
      }
    }
    return isKnown ? (keys.joined(separator: "+"), end.upperBound) : nil
  }
}

/// Shortcodes of Quarto and Hugo, `{{< video address >}}`, as what they say.
private enum Brackets {
  /// Of which nothing is shown.
  private static let unseen: Set<String> = [
    "pagebreak", "fa", "bi", "iconify", "icon", "lipsum", "br", "toc", "clear", "brand",
    "placeholder",
  ]

  private static let closing = ["{{< /", "{{% /", "{{</", "{{%/"].compactMap { ByteSearch($0) }

  /// The names of those that something closes.
  static func closed(in bytes: [UInt8]) -> Set<String> {
    var found: Set<String> = []
    for search in closing {
      var start = 0
      while let next = search.first(in: bytes, from: start, to: bytes.count) {
        start = next + 4
        let name = bytes[start...].prefix(60).drop { $0 == UInt8(ascii: "/") || $0 == 0x20 }
          .prefix { $0 > 0x20 && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "%") }
        found.insert(String(decoding: name, as: UTF8.self))
      }
    }
    return found
  }

  /// The words in a line that is one of them and nothing else; nil for another line.
  static func words(of line: ArraySlice<UInt8>) -> [String]? {
    // Jekyll's are of one brace.
    if line.starts(with: "{% ".utf8), line.suffix(2).elementsEqual("%}".utf8), line.count < 2000 {
      return String(decoding: line.dropFirst(2).dropLast(2), as: UTF8.self)
        .split(separator: " ").map(String.init)
    }
    guard line.starts(with: "{{<".utf8) || line.starts(with: "{{%".utf8), line.count < 2000 else {
      return nil
    }
    let text = String(decoding: line, as: UTF8.self)
    guard text.hasSuffix(text.hasPrefix("{{<") ? ">}}" : "%}}") else { return nil }
    return String(text.dropFirst(3).dropLast(3)).trimmed.split(separator: " ").map(String.init)
  }

  /// What Jekyll is told to leave as it stands, `{% raw %}{{ x }}{% endraw %}`.
  static func asWritten(_ text: Substring) -> (String, String.Index)? {
    let (opening, closing) = ("{% raw %}", "{% endraw %}")
    guard text.hasPrefix(opening), let end = text.firstRange(of: closing) else { return nil }
    return (String(text[..<end.lowerBound].dropFirst(opening.count)), end.upperBound)
  }

  static func read(
    _ text: Substring, _ closed: Set<String>, _ ends: inout SpanEnds
  ) -> (String, String.Index)? {
    // How one is written, in a text about them.
    if text.hasPrefix("{{{<"), let end = ends.first(">}}}", in: text)?.upperBound {
      return ("`" + text[..<end].dropFirst().dropLast().filter { $0 != "`" } + "`", end)
    }
    guard text.hasPrefix("{{<") || text.hasPrefix("{{%"),
      let next = text.dropFirst(3).first, next == " " || next == "/"
    else { return nil }
    let ending = text.hasPrefix("{{<") ? ">}}" : "%}}"
    guard let end = text.prefix(2000).firstRange(of: ending) else { return nil }
    let inside = text[..<end.lowerBound].dropFirst(3).trimmed
    if inside.hasPrefix("/*"), inside.hasSuffix("*/") {
      let shown = inside.dropFirst(2).dropLast(2).filter { $0 != "`" }
      return ("`\(text.prefix(3))\(shown)\(ending)`", end.upperBound)
    }
    return said(inside, closed).map { ($0, end.upperBound) }
  }

  /// What is shown of one; nil for what is none.
  private static func said(_ inside: String, _ closed: Set<String>) -> String? {
    let name = String(inside.prefix { $0 != " " })
    guard let first = name.first, first.isLetter || first == "/" else { return nil }
    if first == "/" || unseen.contains(name) { return "" }
    let written = "<x \(inside.dropFirst(name.count))>"
    func named(_ keys: String...) -> String? {
      keys.lazy.compactMap { HTMLTag.value(of: $0, in: written) }.first { !$0.isEmpty }
    }
    let rest = inside.dropFirst(name.count).trimmed
    // The first word that has no name, or what stands in quotes.
    let bare: String? =
      if let quote = rest.first, quote == "\"" || quote == "'" {
        String(rest.dropFirst().prefix { $0 != quote })
      } else {
        // `=` stands in addresses too, behind a slash.
        rest.split(separator: " ").first.flatMap { word in
          let key = word.prefix { $0 != "=" }
          return key.count == word.count || key.contains("/") ? String(word) : nil
        }
      }
    switch name {
    case "video", "audio":
      let address = bare ?? named("src") ?? ""
      return address.isEmpty ? "" : "[\(named("title") ?? "A \(name)")](\(address))"
    case "youtube", "vimeo":
      guard let id = bare ?? named("id") else { return "" }
      return "[A video](\(VideoAddress.of(id, at: name)))"
    case "ref", "relref": return bare ?? ""
    case "kbd":
      let keys = rest.split(separator: " ").filter { !$0.contains("=") }.joined(separator: " ")
      return "<kbd>\(keys.isEmpty ? named("linux", "win", "mac") ?? "" : keys)</kbd>"
    case "figure", "img":
      let said = named("caption", "title", "alt") ?? ""
      return "![\(said.filter { !"[]".contains($0) })](<\(named("src") ?? bare ?? "")>)"
    case "include":
      return "*Text of `\(rest.filter { $0 != "`" })`, which is pulled in from there.*"
    case "embed": return "*What `\(rest.filter { $0 != "`" })` shows.*"
    case "meta", "var", "env": return "`\(rest.filter { $0 != "`" })`"
    default:
      // A box or a tab has a title; what has none and stands around others says nothing, and another one is
      // told by its name.
      let quoted = bare.flatMap { $0.contains(" ") ? $0 : nil }
      if let title = named("title", "summary", "name", "label", "text") ?? quoted {
        guard let link = named("link", "href", "url") else { return "**\(title)**" }
        return "[\(title.filter { !"[]".contains($0) })](<\(link)>)"
      }
      if closed.contains(name) { return "" }
      return "`{\(inside.filter { $0 != "`" })}`"
    }
  }
}
