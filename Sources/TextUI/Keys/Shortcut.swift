/// A row of a key table as the reader sees it.
package struct Shortcut: Equatable, Sendable {
  /// What a row is known by, in a reader's own keys too.
  package struct ID: Hashable, Sendable {
    package let scope: KeyScope
    /// One word for what it does.
    package let word: String

    package init(_ scope: KeyScope, _ word: String) {
      self.scope = scope
      self.word = word
    }
  }

  package let id: ID
  /// The keys that do it.
  package var keys: [Key]
  package var help: String
  /// Nil where the footer does not show it now.
  package var footer: Footer?
  /// Whether letters are text now, so that only other keys can do it.
  package var isAmongText = false
  /// Whether it leads out of the screen, or of what lies over it.
  package let leadsOut: Bool
  /// Whether in the plain mode a name may follow the word.
  package let takesName: Bool
  /// Another word for it in the plain mode.
  package let otherWord: String?

  package init(
    id: ID, keys: [Key], help: String, leadsOut: Bool = false, takesName: Bool = false,
    or otherWord: String? = nil
  ) {
    self.id = id
    self.otherWord = otherWord
    self.keys = keys
    self.help = help
    self.leadsOut = leadsOut
    self.takesName = takesName
  }

  package var scope: KeyScope { id.scope }
  package var word: String { id.word }
  /// What the plain mode takes for it.
  package var words: [String] { [word] + (otherWord.map { [$0] } ?? []) }

  /// How it stands in the footer.
  package struct Footer: Equatable, Sendable {
    /// 1 is the most wanted; nil stands at the right edge.
    package var rank: Int?
    package var text: String
    /// Rows whose keys stand beside this one's.
    package var partners: [ID] = []
    package var isRange = false
    /// What it says where the screen is narrow, and for which other rows too.
    package var short: String?
    package var shortPartners: [ID] = []
  }

  /// The keys' names, separated by spaces.
  package var label: String { labels.joined(separator: " ") }

  /// The keys' names; digits or letters that follow each other as a range.
  package var labels: [String] {
    var labels: [String] = []
    var rest = keys[...]
    while let first = rest.first {
      let run = max(1, rest.enumerated().prefix { $1.follows(first, by: $0) }.count)
      let range = rest.prefix(run).map(\.label)
      labels.append(run > 1 ? "\(range[0])–\(range[run - 1])" : first.label)
      rest = rest.dropFirst(run)
    }
    return labels
  }
}

extension [Shortcut] {
  /// The rows without keys that something else takes first.
  package func without(_ taken: [Key]) -> [Shortcut] {
    compactMap { row in
      var row = row
      row.keys.removeAll { taken.contains($0) }
      return row.keys.isEmpty ? nil : row
    }
  }
}

extension [Shortcut] {
  /// The rows, none of them in the footer.
  package var hidden: [Shortcut] {
    map { row in
      var row = row
      row.footer = nil
      return row
    }
  }
}

extension Key {
  /// Whether it is the digit or letter so many places after another.
  fileprivate func follows(_ first: Key, by places: Int) -> Bool {
    guard case .character(let first) = first, case .character(let own) = self,
      let start = first.unicodeScalars.first?.value, let value = own.unicodeScalars.first?.value,
      first.isLetter && own.isLetter || first.isNumber && own.isNumber
    else { return false }
    return Int(value) - Int(start) == places
  }
}
