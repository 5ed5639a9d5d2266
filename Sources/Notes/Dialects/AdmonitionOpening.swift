/// What the first line of a box of another program says: the box that it opens, and what is shown of the line.
enum AdmonitionOpening {
  /// The box that a line opens, and what is shown of the line; nil for another line.
  static func find(in text: ArraySlice<UInt8>) -> (AdmonitionBox, [UInt8])? {
    if text.starts(with: "!!! ".utf8) || text.starts(with: "??? ".utf8)
      || text.starts(with: "???+ ".utf8)
    {
      let words = text.drop { $0 != 0x20 }.drop { $0 == 0x20 }
      let name = words.prefix { $0 != 0x20 && $0 != 0x22 }
      let rest = Self.withoutPlacing(words.dropFirst(name.count))
      // `???` folds, `???+` stands open at first.
      let fold =
        text.first == UInt8(ascii: "?") ? (text.dropFirst(3).first == 0x2B ? "+" : "-") : ""
      let heading = Self.callout(
        name, rest, takesAnyName: true, fold: fold)
      return heading.map { (.indented(isQuote: true), $0) }
    }
    if text.trimmedBytes.elementsEqual("<div class=\"warning\">".utf8) {
      return (.markup(0), Array("[!warning]".utf8))
    }
    if let title = tab(text) {
      return (.indented(isQuote: false), Array("**".utf8) + title + Array("**".utf8))
    }
    if text.starts(with: "/// ".utf8) || text.starts(with: "//// ".utf8) { return slashes(text) }
    let colons = text.prefix { $0 == UInt8(ascii: ":") }.count
    guard colons >= 3 else { return nil }
    var fold = ""
    var words = text.dropFirst(colons).drop { $0 == 0x20 }
    let name: ArraySlice<UInt8>
    if words.first == UInt8(ascii: "{") {
      let inside = words.dropFirst().prefix { $0 != UInt8(ascii: "}") }
      words = words.dropFirst(inside.count + 2)
      // `{note}` of MyST, `{.callout-note}` of Quarto.
      name = inside.drop { $0 == UInt8(ascii: ".") }.prefix { $0 != 0x20 }
      let attributes = "<x " + String(decoding: inside, as: UTF8.self) + ">"
      if words.isBlank, let title = HTMLTag.value(of: "title", in: attributes) {
        words = Array(title.utf8)[...]
      }
      switch HTMLTag.value(of: "collapse", in: attributes) {
      case "true": fold = "-"
      case "false": fold = "+"
      default: break
      }
    } else {
      name = words.prefix { $0 != 0x20 && $0 != UInt8(ascii: "[") && $0 != UInt8(ascii: "{") }
      words = words.dropFirst(name.count)
    }
    let prefix = Array("callout-".utf8)
    let heading = Self.callout(
      name.starts(with: prefix) ? name.dropFirst(prefix.count) : name, words, fold: fold)
    if let heading { return (.colons(colons), heading) }
    if Self.isTable(name) || Self.isReadAsFence(text) {
      let title = String(decoding: words, as: UTF8.self).trimmed
      let directive = DirectiveFence.Directive(
        name: name, attributes: [], rest: Array(title.utf8)[...])
      return (.table(colons), Self.tableFence + Self.language(directive))
    }
    let behind = text.dropFirst(colons)
    // Pandoc's `::: name` needs no braces; one word alone is no text.
    let isBare = behind.first == 0x20 && name.contains { $0 > 0x40 } && words.isBlank
    let isDivision = behind.drop { $0 == 0x20 }.first == UInt8(ascii: "{") || isBare
    return isDivision ? (.division(colons), Self.divisionHead(name, words) ?? []) : nil
  }

  /// The title of a tab, `=== "Title"`; `===!` begins a set of tabs and `===+` shows one first. Nil for another line.
  static func tab(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard text.starts(with: "===".utf8) else { return nil }
    let rest = text.dropFirst(3).drop { "!+".utf8.contains($0) }
    guard rest.starts(with: " \"".utf8) else { return nil }
    return rest.dropFirst(2).prefix { $0 != 0x22 }
  }

  /// The name of the directive that a line opens, with backticks, tildes or colons: `{note}`; nil for another line.
  static func directiveName(_ text: ArraySlice<UInt8>) -> String? {
    guard let sign = text.first, ":`~".utf8.contains(sign) else { return nil }
    let rest = text.drop { $0 == sign }.drop { $0 == 0x20 }
    guard rest.first == UInt8(ascii: "{") else { return nil }
    let name = rest.dropFirst().prefix { $0 > 0x20 && $0 != UInt8(ascii: "}") }
    return name.isEmpty ? nil : String(decoding: name, as: UTF8.self)
  }

  /// `/// kind | Title` of PyMdown's blocks.
  private static func slashes(_ text: ArraySlice<UInt8>) -> (AdmonitionBox, [UInt8])? {
    let count = text.prefix { $0 == UInt8(ascii: "/") }.count
    let parts = String(decoding: text.dropFirst(count), as: UTF8.self)
      .split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
    let name = parts[0].trimmed.lowercased()
    let title = parts.count > 1 ? parts[1].trimmed : ""
    guard !name.isEmpty, name.allSatisfy({ $0.isLetter || $0 == "-" }) else { return nil }
    switch name {
    case "tab": return (.slashes(count, isQuote: false), Array("**\(title)**  ".utf8))
    case "caption", "figure-caption", "table-caption", "html", "define":
      return (.slashes(count, isQuote: false), [])
    default:
      let heading = Self.callout(
        Array(name.utf8)[...], Array(title.utf8)[...], fold: name == "details" ? "-" : "")
      return heading.map { (.slashes(count, isQuote: true), $0) }
    }
  }

  /// What stands behind the kind of MkDocs' boxes without what says where they stand: `inline end "Title"`.
  private static func withoutPlacing(_ rest: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var rest = rest.drop { $0 == 0x20 }
    for word in ["inline", "annotate", "end", "annotate"] {
      guard rest.starts(with: word.utf8), rest.dropFirst(word.utf8.count).first ?? 0x20 <= 0x22
      else { continue }
      rest = rest.dropFirst(word.utf8.count).drop { $0 == 0x20 }
    }
    return rest
  }

  /// What is shown of the first line of a directive that only says how its content stands: the title of a
  /// tab or card, a figure's picture. Nil for directives that are none.
  static func divisionHead(
    _ name: ArraySlice<UInt8>, _ rest: ArraySlice<UInt8>
  ) -> [UInt8]? {
    let title = Array(rest.filter { $0 != 0x0D }.drop { $0 == 0x20 })
    let word = String(decoding: name, as: UTF8.self)
    if let head = DirectiveWords.head(of: word, title) { return head }
    switch word {
    case "tab-set", "grid", "card-carousel", "div": return []
    case "tab-item", "card", "grid-item-card", "tab":
      return title.isEmpty ? [] : Array("**".utf8) + title + Array("**  ".utf8)
    case "table":
      return title.isEmpty ? [] : Array("**".utf8) + title + Array("**  ".utf8)
    // Contents and the outline are at hand always.
    case "contents", "tableofcontents": return []
    case "bibliography", "footbibliography":
      return Array("*\\[The references, which `{".utf8) + name
        + Array("}` lists where the book is built.\\]*".utf8)
    case "include", "literalinclude", "printindex", "glue",
      "glue:figure", "glue:text", "embed":
      // What another program puts there is not known here; its name is told.
      let shown = title.filter { $0 != UInt8(ascii: "`") }
      return Array("`{".utf8) + name + [UInt8(ascii: "}")] + (shown.isEmpty ? [] : [0x20] + shown)
        + [UInt8(ascii: "`")]
    // Without a picture of its own it stands around others.
    case "figure", "image":
      return title.isEmpty ? [] : Array("![](<".utf8) + title + Array(">)".utf8)
    default: return nil
    }
  }

  /// `[!note] Title` for a name that a callout has.
  static func callout(
    _ name: ArraySlice<UInt8>, _ rest: ArraySlice<UInt8>, takesAnyName: Bool = false,
    fold: String = ""
  ) -> [UInt8]? {
    let word = String(decoding: name, as: UTF8.self).lowercased()
    if let heading = ownHeading(word, rest) { return heading }
    let folds = ["details", "toggle"].contains(word)
    guard !word.isEmpty, word.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" }),
      takesAnyName || folds || Callout.isKnown(word)
    else { return nil }
    // Titles stand in quotes, in brackets or bare; behind them attributes may stand.
    var title = rest.prefix { $0 != UInt8(ascii: "{") }.filter { $0 != 0x0D }
    while let last = title.last, last == 0x20 { title.removeLast() }
    title = Array(title.drop { $0 == 0x20 })
    let isPaired =
      title.count >= 2
      && (title.first == 0x22 && title.last == 0x22
        || title.first == UInt8(ascii: "[") && title.last == UInt8(ascii: "]"))
    if isPaired { title = Array(title.dropFirst().dropLast()) }
    if isPaired, title.isEmpty, fold.isEmpty { title = Array(Callout.noTitle.utf8) }
    let shown = word == "admonition" ? "note" : folds ? "details" : word
    return Array("[!\(shown)]\(folds && fold.isEmpty ? "-" : fold)".utf8)
      + (title.isEmpty ? [] : [0x20] + title)
  }

  /// The same for MyST's directives that are no callouts elsewhere: their kind stands before their title.
  private static func ownHeading(_ word: String, _ rest: ArraySlice<UInt8>) -> [UInt8]? {
    var title = Array(rest.filter { $0 != 0x0D }.drop { $0 == 0x20 })
    while title.last == 0x20 { title.removeLast() }
    let behind = title.isEmpty ? [] : [0x20] + title
    switch word {
    case "dropdown": return Array("[!details]-".utf8) + behind
    // A quote that is called nothing.
    case "epigraph", "pull-quote", "highlights", "blockquote": return []
    case "aside", "margin", "sidebar", "topic": return Array("[!\(word)]".utf8) + behind
    // What stands behind it is the label of its exercise.
    case "solution": return Array("[!solution]-".utf8)
    case "exercise": return labelled("Exercise", title)
    case "proof", "remark": return title.isEmpty ? Array("[!\(word)]".utf8) : nil
    default:
      guard word.hasPrefix("prf:"), word.utf8.count > 4,
        word.dropFirst(4).allSatisfy({ $0.isASCII && $0.isLetter })
      else { return nil }
      return labelled(word.dropFirst(4).prefix(1).uppercased() + word.dropFirst(5), title)
    }
  }

  private static func labelled(_ kind: String, _ title: [UInt8]) -> [UInt8] {
    let head = Array("[!\(kind.lowercased())]".utf8)
    return title.isEmpty ? head : head + Array(" \(kind): ".utf8) + title
  }

  /// The language of a fence that runs code or sets maths, `{code-cell} python`, `{math}`, `{python}`.
  static func language(_ directive: DirectiveFence.Directive) -> [UInt8] {
    let name = String(decoding: directive.name, as: UTF8.self)
    let rest = directive.rest.drop { $0 == 0x20 }
    switch name {
    case "code-cell", "code-block", "code", "sourcecode", "ipython":
      let language = String(decoding: rest.prefix { $0 > 0x20 }, as: UTF8.self)
      return Array((language.hasPrefix("ipython") ? "python" : language).utf8)
    default:
      let attributes = String(decoding: directive.attributes, as: UTF8.self)
      // A class names the language too, wherever it stands.
      let words = [Substring(name)] + (name.first == "#" ? attributes.split(separator: " ") : [])
      let word = words.first { $0.first == "." } ?? words[0]
      let shown = word.first == "." ? word.dropFirst() : word
      let file = HTMLTag.value(of: "filename", in: "<x \(attributes)>") ?? ""
      let title = file.isEmpty ? "" : " title=\"\(file.filter { !"\"`{}<>".contains($0) })\""
      return Array(shown.utf8) + title.utf8 + (rest.isEmpty ? [] : [0x20] + rest)
    }
  }

  /// More than anybody has in a table.
  static let tableFence = [UInt8](repeating: UInt8(ascii: "`"), count: 9)

  /// What is code, a formula or a diagram, or is read as lines (see `WrittenLines`), where colons open it.
  private static let readAsFences = codes.union([
    "math", "mermaid", "glossary", "parsed-literal", "line-block", "button-link", "button-ref",
  ])

  private static func isReadAsFence(_ text: ArraySlice<UInt8>) -> Bool {
    directiveName(text).map(readAsFences.contains) ?? false
  }

  /// What code is called.
  static let codes: Set = ["code-block", "code", "sourcecode"]

  static func isCode(_ name: ArraySlice<UInt8>) -> Bool {
    codes.contains { name.elementsEqual($0.utf8) }
  }

  static func isTable(_ name: ArraySlice<UInt8>) -> Bool {
    name.elementsEqual("csv-table".utf8) || name.elementsEqual("list-table".utf8)
  }

  /// How many colons open a directive on a line; nil for another line.
  static func colons(opening text: ArraySlice<UInt8>) -> Int? {
    switch find(in: text)?.0 {
    case .colons(let count), .division(let count): count
    default: nil
    }
  }
}
