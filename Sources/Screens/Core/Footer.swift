import TextUI

/// The last line of the screen, what the keys do now: at the left at most six, the most wanted first;
/// at the right edge the way out and where all keys are told.
struct Footer {
  /// More are not read.
  private static let most = 6
  private static let gap: [Cell] = [.blank, .blank]

  /// The keys of the screen, then those of every screen.
  let shortcuts: [Shortcut]

  /// As many as fit; the right edge comes first, and on it the way out.
  func line(width: Int) -> [Cell] {
    let shown = shortcuts.compactMap { row in row.footer.map { (row, $0) } }
    var right: [Cell] = []
    for (row, footer) in shown where footer.rank == nil {
      let next = (right.isEmpty ? [] : Self.gap) + cells(row, footer)
      if right.count + next.count + 2 <= width { right += next }
    }
    var left: [Cell] = []
    var count = 0
    let ranked = shown.filter { $1.rank != nil }.sorted { $0.1.rank ?? 0 < $1.1.rank ?? 0 }
    for (row, footer) in ranked where count < Self.most {
      let next = (left.isEmpty ? [] : Self.gap) + cells(row, footer)
      guard 1 + left.count + next.count + Self.gap.count + right.count + 1 <= width else {
        continue
      }
      left += next
      count += 1
    }
    let middle = [Cell](repeating: .blank, count: max(0, width - 2 - left.count - right.count))
    return [.blank] + left + middle + right
  }

  private func cells(_ row: Shortcut, _ footer: Shortcut.Footer) -> [Cell] {
    [Cell](press(row, footer), Style(.accent, .bold)) + [Cell](" " + footer.text, .muted)
  }

  /// What is pressed: the first key, with those of its partners.
  private func press(_ row: Shortcut, _ footer: Shortcut.Footer) -> String {
    if row.isAmongText, case .alt(let letter)? = row.keys.first {
      return "\(Key.escape.label) \(letter)"
    }
    let partners = footer.partners.compactMap { id in
      shortcuts.first { $0.id == id }?.labels.first
    }
    let labels = row.labels.prefix(1) + partners
    if footer.isRange, labels.count == 2 { return labels.joined(separator: "–") }
    let areArrows = labels.allSatisfy { ["←", "↓", "↑", "→"].contains($0) }
    return labels.joined(separator: areArrows ? "" : " ")
  }
}
