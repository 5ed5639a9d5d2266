import Notes
import Pages
import TextUI

/// A lesson in a window: which line is on top, and what Enter would open. The word on top stays
/// there when lines change, by a resize or by a new text.
struct PageWindow: Sendable {
  private(set) var lesson: LessonPage
  private(set) var size = Size(columns: 80, rows: 20)
  private(set) var top = 0
  private(set) var topWord: Int
  /// The link or insert that is selected; an index of `page.targets`.
  private(set) var target: Int?
  /// Whether another word is on top than was last stored.
  private(set) var isMoved = false
  /// What is searched in it, be it folded or not.
  private(set) var search: PageSearch?
  /// What is lit of that, each where it stands; nil for a match that is folded away.
  private(set) var lit: [PageSearch.Match?] = []
  private let ascii: Bool
  private let widest: Int
  /// Where to go once the lesson is laid out.
  private var arrival: Route.Arrival?
  /// Columns that the text and its margins have.
  private var columns = 80

  init(
    _ lesson: LessonPage, topWord: Int, arrival: Route.Arrival, ascii: Bool, widest: Int
  ) {
    self.lesson = lesson
    self.widest = widest
    self.arrival = arrival
    self.topWord = topWord
    self.ascii = ascii
  }

  var page: Page { lesson.page }
  var frame: TextFrame { TextFrame(columns: columns, widest: widest) }
  var lowest: Int { max(0, page.lines.count - size.rows) }
  var isAtEnd: Bool { top >= lowest }
  /// Whether the lines have been laid out for a width yet.
  var isReady: Bool { lesson.width > 0 }

  /// The part of the lesson that lies above the lower edge of the window.
  var part: Double {
    let last = min(page.lines.count, top + size.rows)
    return page.lines.isEmpty || lowest == 0 ? 1 : Double(last) / Double(page.lines.count)
  }

  /// What can be done here with a link or a search.
  var facts: Set<KeyFact> {
    .those([
      .hasNextLink: next(1) != nil, .isAtLink: selected.map(leadsOn) ?? false,
      .hasMatches: hasMatches,
      .isAtTop: top == 0, .isAtEnd: isAtEnd,
    ])
  }

  /// Whether opening it brings anything: a note that shows already brings nothing.
  private func leadsOn(_ target: Page.Target) -> Bool {
    switch target.kind {
    case .link, .fold: true
    case .insert(let number):
      lesson.inserts.indices.contains(number) && lesson.inserts[number].route != nil
    case .footnote(let number):
      page.footnoteLines[number].map { !(top..<top + size.rows).contains($0) } ?? false
    }
  }

  // MARK: Layout

  mutating func fit(_ size: Size, in panes: Panes) {
    self.size = size
    columns = panes.main.columns
    let old = lesson.width
    lesson.fit(width: frame.width, ascii: ascii, hasPane: panes.side != nil)
    top = min(page.line(ofWord: topWord), lowest)
    if lesson.width != old, let search {
      self.search = search.again(in: lesson.foldedLines().whole)
      light()
    }
    arrive()
  }

  private mutating func arrive() {
    guard let arrival, isReady else { return }
    self.arrival = nil
    switch arrival {
    case .lastPlace: break
    case .top: scroll(to: 0)
    case .bottom: scroll(to: lowest)
    case .word(let word): scroll(toWord: word)
    case .source(let line): scroll(toSource: line)
    case .anchor(let slug): scroll(toHeading: slug)
    case .match(let text): search(SearchTerm(text: text), from: 0)
    }
  }

  /// Takes a new text of the same lesson. The selection stays if only computed parts have changed.
  mutating func replace(_ fresh: LessonPage) {
    if fresh.markdown != lesson.markdown { target = nil }
    let old = lesson
    lesson = fresh
    lesson.keepFolds(of: old)
  }

  mutating func placeWasStored() { isMoved = false }

  // MARK: Moving

  mutating func scroll(to line: Int) {
    let old = top
    top = max(0, min(line, lowest))
    guard top != old || topWord == 0 else { return }
    topWord = word(atTop: top)
    isMoved = true
  }

  /// The word that a line begins with.
  func word(atTop line: Int) -> Int {
    page.lines.indices.contains(line) ? page.lines[line].word : 0
  }

  mutating func scroll(by lines: Int) { scroll(to: top + lines) }

  mutating func scroll(toSource line: Int) { scroll(to: page.line(ofSource: line)) }

  /// To a heading, by its anchor; what it stands folded in opens.
  mutating func scroll(toHeading slug: String) {
    guard page.hasFolds else { return scroll(to: page.line(ofHeading: slug)) }
    let lines = lesson.foldedLines()
    let line = lines.whole.line(ofHeading: slug)
    refold { $0.open(lines.folds(around: line)) }
    scroll(to: lesson.foldedLines().nearest(line))
  }

  mutating func scroll(toWord word: Int) { scroll(to: page.line(ofWord: word)) }

  mutating func move(_ motion: PageMotion) {
    switch motion {
    case .up: scroll(by: -1)
    case .down: scroll(by: 1)
    case .halfUp: scroll(by: -max(1, size.rows / 2))
    case .halfDown: scroll(by: max(1, size.rows / 2))
    case .pageUp: scroll(to: pageAbove)
    case .pageDown: scroll(to: pageBelow)
    case .top: scroll(to: 0)
    case .bottom: scroll(to: lowest)
    case .paragraphDown: scroll(to: paragraph(after: top))
    case .paragraphUp: scroll(to: paragraph(before: top))
    }
  }

  /// Lines from one page to the next: a line of the one stands on the other too.
  private var step: Int { max(1, size.rows - (size.rows > 6 ? 1 : 0)) }

  /// Where the next page begins: a picture that the window cuts, and that has room in it, stands at its
  /// top; one that ends this page does not begin the next.
  private var pageBelow: Int {
    if let cut = page.picture(across: top + size.rows), cut.count <= size.rows,
      cut.lowerBound > top
    {
      return cut.lowerBound
    }
    if let last = page.picture(across: top + step), last.count <= size.rows {
      return last.upperBound
    }
    return top + step
  }

  /// Where the page before begins: a picture that the window cuts stands at its end, and one that
  /// would be cut is left to the page before that.
  private var pageAbove: Int {
    var start = top - step
    if let cut = page.picture(across: top), cut.count <= size.rows {
      start = cut.upperBound - size.rows
    }
    if let cut = page.picture(across: start), cut.count <= size.rows, cut.upperBound < top {
      start = cut.upperBound
    }
    return start
  }

  /// To where that part of the lesson lies above the lower edge of the window, as the header counts it.
  mutating func scroll(toPercent percent: Int) {
    scroll(to: page.lines.count * min(percent, 100) / 100 - size.rows)
  }

  /// Whether a paragraph or another block begins on a line: nothing stands on the one above.
  private func isStart(_ line: Int) -> Bool {
    func isBlank(_ line: Int) -> Bool { page.lines[line].cells.allSatisfy(\.glyph.isSpace) }
    return !isBlank(line) && (line == 0 || isBlank(line - 1))
  }

  private func paragraph(after line: Int) -> Int {
    page.lines.indices.dropFirst(line + 1).first(where: isStart) ?? lowest
  }

  private func paragraph(before line: Int) -> Int {
    page.lines.indices.prefix(line).last(where: isStart) ?? 0
  }

  mutating func reveal(line: Int) {
    if line < top || line >= top + size.rows { scroll(to: line - size.rows / 3) }
  }

  // MARK: Folding

  /// Opens what is folded, or folds it, and stays there.
  mutating func turn(_ fold: Int) {
    lesson.turn(fold)
    light()
    target = page.targets.firstIndex { $0.kind == .fold(fold) }
    scroll(to: top)
  }

  /// Changes what is folded; what is on top stays there.
  private mutating func refold(_ change: (inout LessonPage) -> Void) {
    guard page.hasFolds else { return }
    let old = page.closedFolds
    let line = lesson.foldedLines().whole(top)
    change(&lesson)
    guard page.closedFolds != old else { return }
    target = nil
    top = min(lesson.foldedLines().nearest(line), lowest)
    topWord = word(atTop: top)
    light()
  }

  /// Leaves open what a search opened, for another begins or none is wanted any more.
  mutating func keepPeeked() { refold { $0.keepPeeked() } }

  // MARK: Searching

  var hasMatches: Bool { search?.matches.isEmpty == false }

  /// Searches for a text, and goes to the first match at or below a line; ends the search where the
  /// text is empty. Without a match the line stays on top. A match opens what it is folded in, until
  /// the search goes on to another.
  mutating func search(_ term: SearchTerm, from line: Int) {
    refold { $0.peek(into: []) }
    let lines = lesson.foldedLines()
    search = term.text.isEmpty ? nil : PageSearch(term, in: lines.whole)
    search?.go(toMatchFrom: lines.whole(line))
    light()
    if search?.current == nil { scroll(to: line) }
    revealMatch()
  }

  /// What is searched: the lesson with all of it open.
  var searched: Page {
    var lesson = lesson
    return lesson.foldedLines().whole
  }

  mutating func endSearch() {
    keepPeeked()
    search = nil
    light()
  }

  /// Ends it where it was not wanted: on top is a line of the lesson as it was.
  mutating func cancelSearch(backTo line: Int) {
    refold { $0.peek(into: []) }
    search = nil
    light()
    scroll(to: line)
  }

  /// Goes some matches on; whether that went over an end of the lesson.
  mutating func goToMatch(_ step: Int) -> Bool {
    let isOver = search?.go(step) == true
    revealMatch()
    return isOver
  }

  private mutating func revealMatch() {
    guard let line = search?.currentLine else { return }
    let folds = lesson.foldedLines().folds(around: line)
    refold { $0.peek(into: folds) }
    reveal(line: lesson.foldedLines().nearest(line))
  }

  private mutating func light() {
    guard let search else { return lit = [] }
    let lines = lesson.foldedLines()
    lit = search.matches.map(lines.shown)
  }

  // MARK: What can be opened

  /// The selected link or insert.
  var selected: Page.Target? {
    target.flatMap { page.targets.indices.contains($0) ? page.targets[$0] : nil }
  }

  mutating func select(_ target: Int?) { self.target = target }

  /// What can be opened, and what of it is in sight.
  private var targets: (all: [Int], visible: [Int]) {
    let all = page.targets.indices.filter { !page.targets[$0].spans.isEmpty }
    return (
      all,
      all.filter { index in
        page.targets[index].spans.contains { $0.line >= top && $0.line < top + size.rows }
      }
    )
  }

  /// Whether there is a link or insert in sight after the selected one.
  var hasNextInSight: Bool {
    let visible = targets.visible
    guard let target, let at = visible.firstIndex(of: target) else { return !visible.isEmpty }
    return at + 1 < visible.count
  }

  /// Selects the next link or insert in sight, or the nearest in that direction.
  mutating func selectNext(_ direction: Int) {
    guard let found = next(direction) else { return }
    target = found
    page.targets[found].spans.first.map { reveal(line: $0.line) }
  }

  /// The target after the one that is selected; where none is, the nearest in view.
  private func next(_ direction: Int) -> Int? {
    let (targets, visible) = targets
    if let target, visible.contains(target), let at = targets.firstIndex(of: target) {
      return targets.indices.contains(at + direction) ? targets[at + direction] : nil
    }
    return direction > 0
      ? visible.first ?? targets.first { (page.targets[$0].spans.first?.line ?? 0) >= top }
      : visible.last ?? targets.last { (page.targets[$0].spans.first?.line ?? 0) < top }
  }
}
