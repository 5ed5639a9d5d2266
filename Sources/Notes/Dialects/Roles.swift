/// MyST's roles, `{ref}`name``: what they say of the code behind them. A role is named by braces before the code. Of
/// one that is not known, as a book may have its own, the words are shown.
struct Role {
  /// What the words of a role become.
  typealias Words = @Sendable (String) -> [Inline]

  /// What stands in the text before the code.
  let sign: String
  /// What the code is shown as.
  let inlines: Words

  /// The role that a text ends with; nil where it ends with none.
  init?(ending text: String) {
    guard text.last == "}", let open = text.lastIndex(of: "{") else { return nil }
    let name = text[text.index(after: open)...].dropLast()
    guard name.count < 40,
      let inlines = Self.meaning(of: String(name))
        ?? (Self.mayBeName(name, behind: text[..<open].last) ? Self.words : nil)
    else { return nil }
    sign = String(text[open...])
    self.inlines = inlines
  }

  /// Whether braces before code hold a role's name and no command's argument, `\\text{x}`, or a set of one letter.
  private static func mayBeName(_ name: Substring, behind before: Character?) -> Bool {
    name.count > 1 && name.first?.isLetter == true
      && name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_".contains($0)) }
      && before.map { $0.isWhitespace || "([*_\"'—–-/,;:".contains($0) } ?? true
  }

  /// What the words behind a name become; nil for what is no role's name.
  private static func meaning(of name: String) -> Words? {
    if let kind = kinds[name] { return kind }
    if name.hasPrefix("bdg-link-") {
      return { [.link(destination: $0.namedByRole, [.text($0.shownByRole)])] }
    }
    if name.hasPrefix("bdg-ref-") { return reference }
    if name.hasPrefix("bdg-") { return words }
    if name.hasPrefix("material-") { return nothing }
    // A role of an extension, `{myst:directive}`, or of a language that is documented, `{py:func}`.
    let parts = name.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count > 1,
      parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy { $0.isLetter || "-_.+".contains($0) } })
    else { return nil }
    return objects.contains(String(parts[parts.count - 1])) ? object : words
  }

  private static let words: Words = { [.text($0.shownByRole)] }
  private static let nothing: Words = { _ in [] }
  private static let code: Words = { [.code($0)] }
  private static let emphasis: Words = { [.emphasis([.text($0)])] }
  private static let strong: Words = { [.strong([.text($0)])] }
  private static let struck: Words = { [.struck([.text($0)])] }
  /// A path or a code with a part that stands for something, which braces are around.
  private static let sample: Words = {
    [.code($0.filter { $0 != "{" && $0 != "}" })]
  }
  /// A path through menus, and what a button is called, with the letter that opens it.
  private static let menu: Words = {
    [.text($0.shownByRole.replacing("-->", with: "‣").withoutAccelerators)]
  }
  private static let reference: Words = {
    [.link(destination: "ref:\($0.namedByRole)", [.text($0.shownByRole)])]
  }
  private static let note: Words = {
    [.link(destination: "doc:\($0.namedByRole)", [.text($0.shownByRole)])]
  }
  private static let link: Words = {
    [.link(destination: $0.namedByRole, [.text($0.shownByRole)])]
  }
  /// A name in a program: `~a.b.C` is shown as its last part.
  private static let object: Words = { text in
    let shown = text.shownByRole
    guard shown == text else { return [.text(shown)] }
    let bare = shown.first == "!" ? shown.dropFirst() : shown[...]
    guard bare.first == "~" else { return [.code(String(bare))] }
    return [.code(String(bare.dropFirst().split(separator: ".").last ?? ""))]
  }
  /// A standard by its number, `8#section` for a part of it.
  private static func numbered(
    _ word: String, _ address: @escaping @Sendable (String) -> String
  ) -> Words {
    { text in
      let number = text.namedByRole.prefix { $0.isNumber }
      guard !number.isEmpty else { return [.text(text.shownByRole)] }
      let shown = text.hasSuffix(">") ? text.shownByRole : "\(word) \(text)"
      return [.link(destination: address(String(number)), [.text(shown)])]
    }
  }

  private static let objects: Set = [
    "func", "meth", "class", "mod", "attr", "exc", "data", "obj", "const", "type", "method",
    "function", "module", "attribute", "exception", "macro", "member", "var", "struct", "enum",
  ]

  private static let kinds: [String: Words] = {
    let groups: [(String, Words)] = [
      ("term abbr cite cite:p cite:t index u underline sc smallcaps kbd small", words),
      ("citet citep footcite footcite:t footcite:p t-cite acronym ac token", words),
      ("math", { [.maths($0)] }), ("chem ce", { ChemicalFormula.inlines($0) }),
      ("sub subscript", { [.maths("_{\\text{\($0)}}")] }),
      ("sup superscript", { [.maths("^{\\text{\($0)}}")] }),
      ("ref numref eq any prf:ref", reference), ("doc", note), ("download button", link),
      ("menuselection guilabel", menu), ("file samp", sample),
      ("code literal option envvar regexp py sh confval keyword", code),
      (
        "dfn emphasis title-reference title t manpage mailheader newsgroup mimetype makevar",
        emphasis
      ),
      ("strong program command", strong), ("del strike", struck),
      ("octicon fa fas far fab fontawesome iconify", nothing),
      (
        "pep",
        numbered("PEP") { number in
          "https://peps.python.org/pep-" + String(repeating: "0", count: max(0, 4 - number.count))
            + number + "/"
        }
      ),
      ("rfc", numbered("RFC") { "https://www.rfc-editor.org/rfc/rfc\($0)" }),
    ]
    var all: [String: Words] = [:]
    for (names, meaning) in groups {
      for name in names.split(separator: " ") { all[String(name)] = meaning }
    }
    for name in objects { all[name] = object }
    return all
  }()
}

extension String {
  /// `shown <name>` is what is shown.
  fileprivate var shownByRole: String {
    guard hasSuffix(">"), let open = lastIndex(of: "<"), open > startIndex else { return self }
    return String(self[..<open]).trimmed
  }

  /// And `name` is what is meant.
  fileprivate var namedByRole: String {
    guard hasSuffix(">"), let open = lastIndex(of: "<"), open > startIndex else { return self }
    return String(self[index(after: open)...].dropLast()).trimmed
  }

  /// The same without the signs before letters that keys open: `&File`; two of them are one that is shown.
  fileprivate var withoutAccelerators: String {
    guard contains("&") else { return self }
    var result = ""
    var rest = self[...]
    while let first = rest.popFirst() {
      if first == "&" {
        if rest.first == "&" {
          result.append(rest.removeFirst())
        } else if rest.first.map({ $0 == " " }) ?? true {
          result.append(first)
        }
      } else {
        result.append(first)
      }
    }
    return result
  }
}
