/// A part of Quarto's notes with its references as what they name, the numbers of what it names, and without
/// the options of its cells. Lines come and go, and it is known from which each comes.
struct QuartoText {
  private static let labels =
    CrossReferences.marks + CrossReferences.kinds.keys.compactMap { ByteSearch("@\($0)-") }
  private static let at = ByteSearch("@")
  private static let brace = ByteSearch("{#")

  /// The text as a reader of the book sees it; nil where that is as it stands.
  ///
  /// - Parameters:
  ///   - start: where in its note it begins.
  ///   - elsewhere: the other note that has a name.
  ///   - isNamed: whether another note names a place so, as MyST does.
  static func text(
    of bytes: [UInt8], in document: Document, from start: Int = 0,
    elsewhere: @escaping (Substring) -> CrossReferences.Elsewhere? = { _ in nil },
    isNamed: @escaping (Substring) -> Bool = { _ in false }
  ) -> TracedText? {
    func holds(_ search: ByteSearch?) -> Bool {
      search?.first(in: bytes, from: 0, to: bytes.count) != nil
    }
    let isQuarto = NoteName.ending(of: document.path) == ".qmd"
    let mayRefer = (holds(at) || holds(brace)) && labels.contains(where: holds)
    let examples = ExampleLists(
      document.bytes, readingFrom: start, part: bytes, isQuarto: isQuarto)
    let mayName = !isQuarto && holds(at)
    guard
      mayRefer || isQuarto || examples != nil || mayName
        || CellOption.searches.contains(where: holds)
    else { return nil }
    var reader = QuartoText(
      references: document.references, isQuarto: isQuarto, elsewhere: elsewhere)
    reader.examples = examples
    if mayName {
      // Looked for once, and only where something may refer to one.
      var known: Set<String>?
      reader.named = { name in
        let names =
          known
          ?? (PlaceNames.mayName(document.bytes) ? PlaceNames.names(in: document.bytes) : [])
        known = names
        // It is called what it leads to.
        return names.contains(String(name)) || isNamed(name) ? "[](#\(name))" : nil
      }
    }
    reader.read(bytes)
    return reader.isChanged ? reader.text : nil
  }

  private let references: CrossReferences
  private let isQuarto: Bool
  private let elsewhere: (Substring) -> CrossReferences.Elsewhere?
  private var text = TracedText()
  private var isChanged = false
  private var examples: ExampleLists?
  /// What the note names as MyST does, where it is no note of Quarto's.
  private var named: (Substring) -> String? = { _ in nil }

  private init(
    references: CrossReferences, isQuarto: Bool,
    elsewhere: @escaping (Substring) -> CrossReferences.Elsewhere?
  ) {
    self.references = references
    self.isQuarto = isQuarto
    self.elsewhere = elsewhere
  }

  private mutating func read(_ bytes: [UInt8]) {
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    var fence = FenceState()
    var isInMaths = false
    /// Whether a table was the last that stood there.
    var isBehindTable = false
    // What is said of the cell that is open.
    var captions: [String] = []
    var wasCode = false
    // The numbers of divisions, by the lines where what is said of them begins.
    var numbers: [Int: String] = [:]
    var at = 0
    while at < lines.count {
      let line = lines[at]
      let wasOpen = fence.isOpen
      let isCode = fence.isCode(line)
      if isCode {
        let opening = at
        at += 1
        guard !wasOpen else {
          text.add(line, from: at)
          continue
        }
        if wasCode { add(captions, from: opening) }
        wasCode = true
        let first = at
        while at < lines.count, CellOption.isOne(lines[at]) {
          _ = fence.isCode(lines[at])
          isChanged = true
          at += 1
        }
        let options = CellOption.values(
          lines[first..<at].map { String(decoding: $0, as: UTF8.self) })
        captions = said(by: options)
        if hides(line, options) {
          isChanged = true
          text.add([], from: opening + 1)
          while fence.isOpen, at < lines.count {
            _ = fence.isCode(lines[at])
            at += 1
          }
          if options["include"] == "false" { captions = [] }
        } else if fence.isOpen, line.first == 0x60 || line.first == 0x7E,
          let fold = ["true": "-", "show": "+"][options["code-fold"] ?? ""]
        {
          isChanged = true
          let title = options["code-summary"] ?? "The code"
          text.add("> [!details]\(fold) \(title)".utf8, from: opening + 1)
          text.add("> ".utf8 + Array(line), from: opening + 1)
          while fence.isOpen, at < lines.count {
            _ = fence.isCode(lines[at])
            text.add("> ".utf8 + Array(lines[at]), from: at + 1)
            at += 1
          }
          text.add([], from: at)
        } else {
          if let said = listing(line, options) {
            isChanged = true
            add([said], from: opening + 1)
          }
          text.add(line, from: opening + 1)
        }
        continue
      }
      if wasCode {
        add(captions, from: at)
        captions = []
      }
      wasCode = false
      if let (head, count) = numberedBox(lines, at) {
        isChanged = true
        text.add(head.utf8, from: at + 1)
        for line in 1..<max(1, count) { text.add([], from: at + 1 + line) }
        at += count
        continue
      }
      if let (caption, number) = captionOfDivision(lines, at) { numbers[caption] = number }
      if let number = numbers.removeValue(forKey: at) {
        isChanged = true
        text.add(
          "**\(number)** \(shown(String(decoding: line, as: UTF8.self)))".utf8, from: at + 1)
        at += 1
        continue
      }
      let trimmed = line.trimmedBytes
      let dollars = trimmed.dollars
      add(line, at + 1, isMaths: isInMaths || dollars > 0, isCaption: isBehindTable)
      if dollars % 2 == 1 { isInMaths.toggle() }
      if let first = trimmed.first { isBehindTable = first == UInt8(ascii: "|") }
      at += 1
    }
    add(captions, from: lines.count)
  }

  /// Lines that are paragraphs each.
  private mutating func add(_ said: [String], from line: Int) {
    guard !said.isEmpty else { return }
    for written in said.flatMap({ ["", $0] }) + [""] { text.add(written.utf8, from: line) }
  }

  private static let theorems: Set<String> = [
    "thm", "lem", "cor", "prp", "cnj", "def", "exm", "exr", "sol", "rem", "alg",
  ]
  private static let callouts = [
    "nte": "note", "tip": "tip", "wrn": "warning", "imp": "important", "cau": "caution",
  ]

  /// The head of a division that is a theorem or its like, `::: {#thm-line}`, or a callout with a name, with its
  /// number and what the heading below calls it; and how many lines that takes. Nil for another line.
  private func numberedBox(_ lines: [ArraySlice<UInt8>], _ at: Int) -> (String, Int)? {
    guard let division = Division(lines[at]), let label = division.label,
      let number = references.number(of: label),
      let word = CrossReferences.kinds[division.kind]
    else { return nil }
    let callout = Self.callouts[division.kind]
    guard callout != nil || Self.theorems.contains(division.kind) else { return nil }
    var title = "\(word) \(number.text)"
    var count = 1
    let next = lines[(at + 1)...].prefix(3).firstIndex { !$0.trimmedBytes.isEmpty }
    if let own = division.value("title") {
      title += ": " + own
    } else if let next, lines[next].first == UInt8(ascii: "#") {
      let heading = lines[next].drop { $0 == UInt8(ascii: "#") }
      if heading.first == 0x20 {
        title += ": " + String(decoding: heading, as: UTF8.self).trimmed
        count = next - at + 1
      }
    }
    let folds = division.value("collapse").map { " collapse=\"\($0)\"" } ?? ""
    let head = "{.callout-\(callout ?? "note") title=\"\(title.filter { $0 != "\"" })\"\(folds)}"
    return (division.colons + " " + head, count)
  }

  private static let captioned: Set<String> = ["fig", "tbl", "lst"]

  /// Where a division that is a figure, a table or code says what it shows, which is its last paragraph, and its
  /// number; nil for another line, and for one that says nothing.
  private func captionOfDivision(
    _ lines: [ArraySlice<UInt8>], _ at: Int
  ) -> (line: Int, number: String)? {
    guard let division = Division(lines[at]), let label = division.label,
      Self.captioned.contains(division.kind), let number = references.number(of: label),
      let word = CrossReferences.kinds[division.kind], let end = Division.end(lines, at)
    else { return nil }
    let inside = lines[(at + 1)..<end]
    guard let last = inside.lastIndex(where: { !$0.trimmedBytes.isEmpty }) else { return nil }
    let found = inside[...last].lastIndex {
      $0.trimmedBytes.isEmpty || Division.colons($0) != nil
        || FenceState.mark(atStartOf: $0.trimmedBytes) != nil
    }
    let above = found ?? at
    guard above < last else { return nil }
    let first = lines[above + 1].trimmedBytes
    // A picture, a table, code, an item or another division is no paragraph.
    guard let sign = first.first, !"!|:`~#>-+{<$".utf8.contains(sign) else { return nil }
    return (above + 1, number.part.map { "(\($0))" } ?? "\(word) \(number.text):")
  }

  /// A line of words with its references as what they say.
  private func shown(_ line: String) -> String { Self.rewritten(line, by: reference) }

  /// Whether a fence runs code that is not shown, as its options say, or its own line does as R Markdown has
  /// it: `{r, echo=FALSE}`. `{{python}}` shows how one is written.
  private func hides(_ line: ArraySlice<UInt8>, _ options: [String: String]) -> Bool {
    let info = line.drop { $0 == 0x20 || $0 == 0x3E || $0 == 0x09 || $0 == 0x60 || $0 == 0x7E }
    guard info.first == UInt8(ascii: "{"), info.dropFirst().first != UInt8(ascii: "{") else {
      return false
    }
    let head =
      isQuarto ? String(decoding: info, as: UTF8.self).lowercased().filter { $0 != " " } : ""
    let tags = options["tags"] ?? ""
    return ["echo", "include"].contains {
      options[$0]?.lowercased() == "false" || head.contains("\($0)=false")
    } || tags.contains("remove-cell") || tags.contains("remove-input")
  }

  /// What is said of what a cell draws or makes, and of its parts.
  private func said(by options: [String: String]) -> [String] {
    let parts = options["fig-subcap"] ?? options["tbl-subcap"] ?? ""
    let whole = caption(options["fig-cap"] ?? options["tbl-cap"], named: options["label"])
    let own = parts.hasPrefix("(a)") ? "*\(parts.filter { $0 != "*" })*" : nil
    return [own, whole].compactMap(\.self)
  }

  /// What is said above code that has a number.
  private func listing(_ line: ArraySlice<UInt8>, _ options: [String: String]) -> String? {
    let head = ListingHead(line)
    let name =
      options["label"].flatMap { $0.hasPrefix("lst-") ? $0 : nil } ?? head?.label.map(String.init)
    guard let said = options["lst-cap"] ?? head?.caption else { return nil }
    let margin = String(decoding: line.prefix { $0 <= 0x20 || $0 == 0x3E }, as: UTF8.self)
    return caption(said, named: name).map { margin + $0 }
  }

  private func caption(_ words: String?, named name: String?) -> String? {
    guard let words, !words.isEmpty else { return nil }
    let head = references.said(of: (name ?? "")[...], isBare: false, knowsAll: false)
    return "*\(head.map { "\($0): " } ?? "")\(words.filter { $0 != "*" })*"
  }

  private mutating func add(
    _ line: ArraySlice<UInt8>, _ number: Int, isMaths: Bool, isCaption: Bool
  ) {
    if !isMaths, line.contains(UInt8(ascii: "@")), var lists = examples {
      let written = String(decoding: line, as: UTF8.self)
      let shown = lists.shown(written)
      examples = lists
      if shown != written {
        isChanged = true
        text.add(self.shown(shown).utf8, from: number)
        return
      }
    }
    let isPlain = !line.contains { $0 == UInt8(ascii: "@") || $0 == UInt8(ascii: "{") }
    guard !isPlain || isCaption && line.first == UInt8(ascii: ":") else {
      return text.add(line, from: number)
    }
    let written = String(decoding: line, as: UTF8.self)
    var changed = isMaths ? written : shown(written)
    if let open = changed.firstRange(of: "{#") {
      changed = labelled(changed, at: open.lowerBound, isCaption: isCaption)
    } else if isQuarto, isCaption, changed.hasPrefix(": ") {
      changed = "*" + changed.dropFirst().trimmed.filter { $0 != "*" } + "*"
    }
    if changed != written { isChanged = true }
    text.add(changed.utf8, from: number)
  }

  /// A line with a name at a place, with the number of what has that name.
  private func labelled(_ line: String, at open: String.Index, isCaption: Bool) -> String {
    let label = line[open...].dropFirst(2).prefix(while: CrossReferences.isName)
    let kind = label.prefix { $0 != "-" }
    let word = CrossReferences.kinds[String(kind)] ?? ""
    let before = line[..<open]
    guard let number = references.number(of: label) else {
      // In a note that is too long for its names to be counted what has a name has no number.
      guard isQuarto, isCaption, kind == "tbl" else { return line }
      return "*\(before.drop { $0 != ":" }.dropFirst().trimmed.filter { $0 != "*" })*"
    }
    switch kind {
    case "eq":
      // It stands beside its formula.
      let rest = line[label.endIndex...]
      return before + "{#\(number.text)" + rest
    case "fig":
      guard let sign = before.allRanges(of: "![").last?.upperBound else { return line }
      let isUnnamed = line[sign...].hasPrefix("]")
      let head = number.part.map { "(\($0))\(isUnnamed ? "" : " ")" }
      return line[..<sign] + (head ?? "\(word) \(number.text)\(isUnnamed ? "" : ": ")")
        + line[sign...]
    case "tbl":
      guard
        before.hasPrefix(":") && !before.hasPrefix("::") || isCaption && before.hasPrefix("Table:")
      else { return line }
      let said = before.drop { $0 != ":" }.dropFirst().trimmed.filter { $0 != "*" }
      return "*\(number.part.map { "(\($0))" } ?? "\(word) \(number.text):") \(said)*"
    default: return line
    }
  }

  // MARK: References

  /// What a reference with that sign before its name says; nil for one that is none.
  private func reference(_ label: Substring, _ place: ReferencePlace) -> String? {
    references.said(
      of: label, isBare: place.isBare, isLink: !place.isInLink, knowsAll: isQuarto,
      elsewhere: elsewhere) ?? named(label)
  }

  /// How a reference stands: by its number alone, and in the text of a link.
  private typealias ReferencePlace = (isBare: Bool, isInLink: Bool)

  /// A line with its references as what is said of them; code and formulas stay.
  private static func rewritten(
    _ line: String, isInLink: Bool = false, by said: (Substring, ReferencePlace) -> String?
  ) -> String {
    guard line.contains("@") else { return line }
    return line.replacingOutsideCode(orFormulas: true) { rest, before in
      if rest.first == "[", !isInLink {
        return bracketed(rest, by: said) ?? linked(rest, by: said)
      }
      let isApart =
        before.map { !$0.isLetter && !$0.isNumber && !"@/-.\\".contains($0) } ?? true
      return isApart ? one(rest, (false, isInLink), by: said) : nil
    }
  }

  /// The text of a link or of a picture, `[as @fig-plot has it](a.md)`.
  private static func linked(
    _ text: Substring, by said: (Substring, ReferencePlace) -> String?
  ) -> (String, String.Index)? {
    guard let close = text.prefix(300).firstIndex(of: "]"),
      case let inside = text[..<close].dropFirst(), inside.contains("@"), !inside.contains("["),
      "([".contains(text[close...].dropFirst().first ?? " ")
    else { return nil }
    return ("[" + rewritten(String(inside), isInLink: true, by: said), close)
  }

  /// `@fig-plot` or `-@fig-plot`.
  private static func one(
    _ text: Substring, _ place: ReferencePlace, by said: (Substring, ReferencePlace) -> String?
  ) -> (String, String.Index)? {
    let name = text.dropFirst(text.first == "-" ? 1 : 0)
    guard name.first == "@" else { return nil }
    var label = name.dropFirst().prefix(while: CrossReferences.isName)
    while let last = label.last, ".:-_".contains(last) { label = label.dropLast() }
    let isBare = place.isBare || text.first == "-"
    return said(label, (isBare, place.isInLink)).map { ($0, label.endIndex) }
  }

  /// `[@fig-plot; see @tbl-a]`, where each part ends in a reference.
  private static func bracketed(
    _ text: Substring, by said: (Substring, ReferencePlace) -> String?
  ) -> (String, String.Index)? {
    guard let close = text.prefix(300).firstIndex(of: "]") else { return nil }
    let behind = text[close...].dropFirst()
    guard behind.first != "(", behind.first != "[" else { return nil }
    var words: [String] = []
    for part in text[..<close].dropFirst().split(separator: ";") {
      let written = part.trimmed[...]
      // Words may stand before it.
      let sign = written.firstIndex(of: "@") ?? written.startIndex
      let start = written[..<sign].last == "-" ? written.index(before: sign) : sign
      let before = written[..<start]
      guard before.isEmpty || before.last == " ", !before.contains(where: { "`$[".contains($0) }),
        // They take the place of its kind.
        let (word, end) = one(written[start...], (!before.isEmpty, false), by: said),
        end == written.endIndex
      else { return nil }
      words.append(before + word)
    }
    return words.isEmpty ? nil : (words.joined(separator: ", "), behind.startIndex)
  }
}
