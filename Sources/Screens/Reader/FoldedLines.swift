import Pages

/// Where the lines of a lesson with all of it open stand while some of it is folded.
struct FoldedLines {
  /// The lesson with all of it open.
  let whole: Page
  /// What is folded now, the outermost alone, in order.
  private let closed: [Page.Fold]

  /// - Parameter closedFolds: what is folded, by its line of the source.
  init(_ whole: Page, closedFolds: Set<Int>) {
    self.whole = whole
    var closed: [Page.Fold] = []
    // One that stands in another ends before it.
    for fold in whole.folds.sorted(by: { $0.body.lowerBound < $1.body.lowerBound })
    where closedFolds.contains(fold.source) && !fold.body.isEmpty {
      if let last = closed.last, last.body.upperBound > fold.body.lowerBound { continue }
      closed.append(fold)
    }
    self.closed = closed
  }

  /// Where a line stands; nil where it is folded away.
  func shown(_ line: Int) -> Int? {
    var above = 0
    for fold in closed where fold.body.lowerBound <= line {
      if fold.body.contains(line) { return nil }
      above += fold.body.count
    }
    return line - above
  }

  /// Where a match stands; nil where some of it is folded away.
  func shown(_ match: PageSearch.Match) -> PageSearch.Match? {
    var shown = match
    for index in shown.indices {
      guard let line = self.shown(shown[index].line) else { return nil }
      shown[index].line = line
    }
    return shown
  }

  /// The line with all open that stands on one of those that are shown.
  func whole(_ line: Int) -> Int {
    closed.reduce(line) { $1.body.lowerBound <= $0 ? $0 + $1.body.count : $0 }
  }

  /// All that a line stands folded in once all is folded, by lines of the source.
  func folds(around line: Int) -> Set<Int> {
    Set(whole.folds.filter { $0.body.contains(line) }.map(\.source))
  }

  /// The line that is shown for one: itself, or the title of what it is folded in.
  func nearest(_ line: Int) -> Int {
    shown(line)
      ?? closed.first { $0.body.contains(line) }.flatMap { shown($0.body.lowerBound - 1) } ?? 0
  }
}
