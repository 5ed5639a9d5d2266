/// A quote that says what it is for: GitHub's alerts, `> [!NOTE]`, and Obsidian's callouts, which have
/// other names, titles and folds, `> [!example]- A title`.
package struct Callout: Equatable, Sendable {
  /// How it is to be taken; what it looks like follows from this.
  package enum Kind: String, Equatable, Sendable, CaseIterable {
    case note, tip, important, warning, caution
  }

  package var kind: Kind
  /// As it was written, in lower case.
  package var name: String
  /// What stands behind its name; empty for the name alone.
  package var title: [Inline]
  /// Whether it is to have no heading at all, as in MkDocs with empty quotes for a title.
  package var isUntitled = false
  /// Stands where the title would, of one without.
  static let noTitle = "\u{2063}"
  /// Whether it can be folded, and how it stands at first; nil where it always shows.
  package var fold: Fold?

  /// How what folds stands at first.
  package enum Fold: Equatable, Sendable { case open, closed }

  package init(_ kind: Kind) {
    self.kind = kind
    name = kind.rawValue
    title = []
  }

  init(name: some StringProtocol, title: [Inline]) {
    self.name = name.lowercased()
    self.title = title
    kind = Kind(rawValue: self.name) ?? Self.others[self.name] ?? .note
  }

  /// Whether a name, in lower case, is one that GitHub, Obsidian, MkDocs, MyST or Docusaurus has.
  package static func isKnown(_ name: String) -> Bool {
    Kind(rawValue: name) != nil || others[name] != nil
  }

  /// Names that mean one of the five or are near it, of Obsidian, MkDocs' Material, MyST and Docusaurus.
  private static let others: [String: Kind] = {
    let names: [(Kind, String)] = [
      (
        .note,
        "abstract summary tldr info todo question help faq example quote cite seealso admonition details reasoning"
      ),
      (.tip, "hint success check done"),
      (.warning, "attention"),
      (.caution, "failure fail missing danger error bug"),
    ]
    let pairs = names.flatMap { kind, names in
      names.split(separator: " ").map { (String($0), kind) }
    }
    return Dictionary(pairs) { first, _ in first }
  }()

  /// Its name as a word.
  package var word: String {
    name == "seealso"
      ? "See also" : name.prefix(1).uppercased() + name.dropFirst().map { $0 == "-" ? " " : $0 }
  }

  /// What its first line says.
  package var heading: [Inline] { title.isEmpty ? [.text(word)] : title }
}

extension Callout {
  /// The callout that a quote is, and what stands in it; nil for another quote.
  static func read(_ blocks: [Block]) -> (Callout, [Block])? {
    guard case .paragraph(let inlines)? = blocks.first?.kind, case .text(let text)? = inlines.first,
      text.hasPrefix("[!"), let close = text.firstIndex(of: "]")
    else { return nil }
    let name = text[text.index(text.startIndex, offsetBy: 2)..<close]
    guard !name.isEmpty, name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" })
    else { return nil }
    var after = text[close...].dropFirst()
    var fold: Fold?
    if after.first == "-" || after.first == "+" {
      fold = after.first == "-" ? .closed : .open
      after = after.dropFirst()
    }
    guard after.isEmpty || after.first == " " else { return nil }
    let end = inlines.firstIndex { $0 == .softBreak || $0 == .lineBreak } ?? inlines.count
    let first = after.drop { $0 == " " }
    let title = (first.isEmpty ? [] : [.text(String(first))]) + inlines[1..<max(1, end)]
    let rest = Array(inlines.dropFirst(end + 1))
    let body = rest.isEmpty ? [] : [Block(.paragraph(rest), line: blocks[0].line + 1)]
    var callout = Callout(name: name, title: title)
    callout.fold = fold
    if title == [.text(noTitle)] { (callout.title, callout.isUntitled) = ([], true) }
    return (callout, body + blocks.dropFirst())
  }
}
