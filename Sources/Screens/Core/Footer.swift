import TextUI

/// The last line of the screen, what the keys do now: at the left at most six, the most wanted first;
/// at the right edge the way out and where all keys are told. Where the screen is narrow, those that
/// find no room stand in the line above, as long as nothing else is said there.
struct Footer {
  /// More are not read.
  private static let most = 6
  /// Columns from which on one line is enough.
  private static let wide = 60
  private static let gap: [Cell] = [.blank, .blank]

  /// The keys of the screen, then those of every screen.
  let shortcuts: [Shortcut]

  /// The last line, and what stands above it: as many as fit; the right edge comes first, and on it
  /// the way out.
  func lines(width: Int) -> (above: [Cell], last: [Cell]) {
    let isNarrow = width < Self.wide
    let shown = shortcuts.compactMap { row in row.footer.map { (row, $0) } }
    var right: [Cell] = []
    for (row, footer) in shown where footer.rank == nil {
      let next = (right.isEmpty ? [] : Self.gap) + cells(row, footer, isNarrow)
      if right.count + next.count + 2 <= width { right += next }
    }
    var (left, above): ([Cell], [Cell]) = ([], [])
    var count = 0
    var told: Set<Shortcut.ID> = []
    let ranked = shown.filter { $1.rank != nil }.sorted { $0.1.rank ?? 0 < $1.1.rank ?? 0 }
    for (row, footer) in ranked where count < Self.most && !told.contains(row.id) {
      let entry = cells(row, footer, isNarrow)
      /// The line with the entry, if it fits beside so much.
      func adding(to line: [Cell], beside right: Int) -> [Cell]? {
        let next = line + (line.isEmpty ? [] : Self.gap) + entry
        return 1 + next.count + right + 1 <= width ? next : nil
      }
      if let next = adding(to: left, beside: Self.gap.count + right.count) {
        left = next
      } else if isNarrow, let next = adding(to: above, beside: 0) {
        above = next
      } else {
        continue
      }
      if isNarrow { told.formUnion(footer.shortPartners) }
      count += 1
    }
    let middle = [Cell](repeating: .blank, count: max(0, width - 2 - left.count - right.count))
    return (above.isEmpty ? [] : [.blank] + above, [.blank] + left + middle + right)
  }

  private func cells(
    _ row: Shortcut, _ footer: Shortcut.Footer, _ isNarrow: Bool
  ) -> [Cell] {
    let text = isNarrow ? footer.short ?? footer.text : footer.text
    return [Cell](press(row, footer, isNarrow), Style(.accent, .bold)) + [Cell](" " + text, .muted)
  }

  /// What is pressed: the first key, with those of its partners.
  private func press(
    _ row: Shortcut, _ footer: Shortcut.Footer, _ isNarrow: Bool
  ) -> String {
    if row.isAmongText, case .alt(let letter)? = row.keys.first {
      return "\(Key.escape.label) \(letter)"
    }
    // Of those that it is only here put together with, what does nothing now is not offered.
    let offered = shortcuts.filter { $0.footer != nil }.map(\.id)
    let short = isNarrow ? footer.shortPartners.filter(offered.contains) : []
    let partners = (footer.partners + short).compactMap { id in
      shortcuts.first { $0.id == id }?.labels.first
    }
    let labels = row.labels.prefix(1) + partners
    if footer.isRange, labels.count == 2 { return labels.joined(separator: "–") }
    let areArrows = labels.allSatisfy { ["←", "↓", "↑", "→"].contains($0) }
    return labels.joined(separator: areArrows ? "" : " ")
  }
}
