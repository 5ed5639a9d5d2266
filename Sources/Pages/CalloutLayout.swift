import Notes
import TextUI

/// What of a text that folds stands open, by the lines of the source at which it begins.
package struct Folds: Equatable, Sendable {
  /// Whether all does that is not named.
  package var opensAll: Bool
  /// Whether those that the reader turned do.
  package var stands: [Int: Bool] = [:]
  /// Those that are looked into for as long as something in them is looked for.
  package var peeked: Set<Int> = []

  package init(opensAll: Bool = false) { self.opensAll = opensAll }

  func isOpen(_ line: Int, _ fold: Callout.Fold) -> Bool {
    peeked.contains(line) || stands[line] ?? (opensAll || fold == .open)
  }
}

/// Callouts behind a bar, under their title; those that fold are opened and closed there.
extension PageComposer {
  mutating func addCallout(_ callout: Callout, _ blocks: [Block], _ margin: Margin) {
    let (style, sign) =
      switch callout.kind {
      case .note: (Style(.accent, .bold), "ⓘ")
      case .tip: (Style(.good, .bold), "✦")
      case .important: (Style(.accent, .bold), "‼")
      case .warning: (Style(.warning, .bold), "▲")
      case .caution: (Style(.bad, .bold), "■")
      }
    let bar = [Cell]("▌ ", style)
    let inner = margin.adding(bar, bar, width: width)
    let line = source
    let isOpen = folds.flatMap { folds in callout.fold.map { folds.isOpen(line, $0) } }
    if callout.isUntitled, isOpen == nil {
      add(blocks, inner)
      return close(inner, margin)
    }
    let mark = isOpen.map { $0 ? "▾" : "▸" } ?? sign
    let start = page.lines.count
    addInlines([.text(mark + " ")] + callout.heading, inner, style: style)
    if let isOpen { addFold(line, from: start, isOpen: isOpen) }
    let body = page.lines.count
    if isOpen != false { add(blocks, inner.after) }
    close(inner, margin)
    if isOpen == true { endFold(line, from: body) }
  }

  /// Ends what stands open; the blank line below it, which is there now, stands below its title too.
  mutating func endFold(_ fold: Int, from body: Int) {
    page.folds.append(.init(source: fold, body: body..<max(body, page.lines.count - 1)))
  }

  /// Whether only its title shows now.
  func isClosed(_ callout: Callout) -> Bool {
    folds.flatMap { folds in callout.fold.map { !folds.isOpen(source, $0) } } ?? false
  }

  /// The lines of a title as what opens and closes it; links in them come before it.
  mutating func addFold(_ fold: Int, from start: Int, isOpen: Bool) {
    let spans = (start..<page.lines.count).map {
      Page.Span(line: $0, columns: 0..<max(1, page.lines[$0].cells.count))
    }
    page.targets.append(.init(kind: .fold(fold), spans: spans))
    if !isOpen { page.closedFolds.insert(fold) }
  }
}
