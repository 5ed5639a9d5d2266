import Basics
import Patterns
import TextUI

/// What lies over the lesson and takes the keys first: one thing at a time.
enum ReaderOverlay: Equatable, Sendable {
  /// A search is typed; Esc goes back to the line that was on top.
  case find(SearchEntry, origin: Int)
  /// The number of a line is typed.
  case line(LineEntry)
  /// The definition of the selected term.
  case definition(GlossaryTerm)
  /// The cursor is in the outline, on that heading.
  case outline(Int)
  /// It is asked whether to open a link.
  case link(LinkQuestion)
  /// The letter of a mark is awaited.
  case mark(MarkPurpose)
  /// Keys go to the figure beside the lesson.
  case figure

  /// Its keys; those of the lesson below are told too where they go through to it.
  func shortcuts(over lesson: [Shortcut], headings: Int, search: PageSearch?) -> [Shortcut] {
    switch self {
    case .find(let entry, _):
      // Before anything is typed those of the last search are still lit.
      let isFound = !entry.field.text.isEmpty && search?.matches.isEmpty == false
      return ReaderKeys.find.shortcuts(
        given: entry.facts.union(Set.those([.hasMatches: isFound])))
    case .line(let entry): return ReaderKeys.goTo.shortcuts(given: entry.facts)
    case .definition(let term):
      return term.shortcuts + lesson.without(term.shortcuts.flatMap(\.keys)).hidden
    case .outline:
      return OutlinePanel.table.shortcuts(
        given: .those([.hasItem: headings > 0, .canMove: headings > 1]))
    case .link: return LinkQuestion.table.shortcuts()
    case .mark(let purpose): return MarkPurpose.table.shortcuts(given: purpose.facts)
    case .figure: return []
    }
  }

  /// What is said of signs that mean something in a pattern, and that nothing here holds.
  private func hint(_ entry: SearchEntry, _ search: PageSearch?) -> String {
    guard !entry.isPattern, search?.matches.isEmpty != false,
      entry.field.text.contains(where: { "*+?|[]()^$\\".contains($0) })
    else { return "" }
    return "; \(entry.patternKey) takes it for a pattern"
  }

  func prompt(_ search: PageSearch?) -> Prompt? {
    switch self {
    case .find(let entry, _):
      let found = search?.problem?.note ?? counted(search?.matches.count ?? 0, "match", "matches")
      return Prompt(
        label: entry.isPattern ? "Search a pattern: " : "Search: ", field: entry.field,
        note: entry.field.text.isEmpty ? "" : found + hint(entry, search))
    case .line(let entry):
      return Prompt(label: "Line of the source: ", field: entry.field, knowsBack: true)
    case .link:
      return Prompt(label: "Open in a browser? ", field: TextField(), isYesOrNo: true)
    case .definition, .outline, .mark, .figure: return nil
    }
  }
}
