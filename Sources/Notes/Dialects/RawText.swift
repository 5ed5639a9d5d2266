/// What Pandoc writes behind code that is meant for one kind of page as it stands, `` `<br>`{=html} ``.
struct RawText {
  private let format: Substring
  /// The characters of it.
  let length: Int

  /// What a text begins with; nil for another text.
  init?(_ text: String) {
    guard text.hasPrefix("{="), let close = text.prefix(40).firstIndex(of: "}") else { return nil }
    format = text[..<close].dropFirst(2)
    guard !format.isEmpty,
      format.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "-_.+".contains($0)) })
    else { return nil }
    length = format.count + 3
  }

  /// What a page shows of a fence that is called so, `{=html}`; nil for another fence.
  static func blocks(_ info: String, _ text: String, line: Int) -> [Block]? {
    let name = info.hasPrefix("=") ? "{\(info.trimmed)}" : info.trimmed
    guard let raw = RawText(name), raw.length == name.count else { return nil }
    switch raw.format {
    case "html", "html4", "html5": return [Block(.html(text), line: line)]
    case "markdown", "md", "commonmark", "gfm", "plain":
      return MarkdownParser.parse(Array(text.utf8)) ?? []
    default: return []
    }
  }

  /// What a page shows of it: what is meant for paper is left out.
  func inlines(_ text: String) -> [Inline] {
    switch format {
    case "html", "html4", "html5":
      // One tag keeps what it means for the words around it.
      if let tag = HTMLTag(text), tag.end == text.utf8.count { return [.html(text)] }
      return Array(HTMLText.lines(text).map(\.inlines).joined(separator: [.lineBreak]))
    case "markdown", "md", "commonmark", "gfm", "plain": return [.text(text)]
    default: return []
    }
  }
}

extension String {
  /// Code among words without what names its language for PyMdown, `` `#!python x` ``.
  var withoutLanguageMark: String {
    guard hasPrefix("#!") else { return self }
    let word = dropFirst(2).prefix {
      $0.isASCII && ($0.isLetter || $0.isNumber || "+-_".contains($0))
    }
    let rest = self[word.endIndex...].drop { $0 == " " }
    guard word.first?.isLetter == true, self[word.endIndex...].first == " ", !rest.isEmpty else {
      return self
    }
    return String(rest)
  }
}
