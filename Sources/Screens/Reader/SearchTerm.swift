import Basics

/// What is searched: a text as it stands, or a pattern.
struct SearchTerm: Equatable, Sendable {
  var text: String
  var isPattern = false

  /// Terms that are remembered.
  static let remembered = 50

  /// Those searched so far, the newest last, with one more; what was searched before moves to the end.
  static func history(_ terms: [SearchTerm], adding term: SearchTerm) -> [SearchTerm] {
    Array((terms.filter { $0 != term } + [term]).suffix(remembered))
  }
}

extension Setting where Value == [SearchTerm] {
  static let searches = Setting(
    name: "search.history", kind: .terms, fallback: [],
    words: "What was searched last; ↑ and ↓ bring it back while a search is typed")
}

extension SettingKind where Value == [SearchTerm] {
  /// A line a term: a text behind `/`, a pattern behind `~`.
  fileprivate static var terms: Self {
    Self(
      words: "up to \(SearchTerm.remembered) searches",
      text: { $0.map { ($0.isPattern ? "~" : "/") + $0.text }.joined(separator: "\n") },
      read: { text in
        let lines = text.split(separator: "\n")
        guard lines.allSatisfy({ ($0.hasPrefix("/") || $0.hasPrefix("~")) && $0.count > 1 }) else {
          return nil
        }
        return lines.suffix(SearchTerm.remembered).map {
          SearchTerm(text: String($0.dropFirst()), isPattern: $0.hasPrefix("~"))
        }
      },
      shown: { $0.isEmpty ? "none" : counted($0.count, "search", "searches") })
  }
}
