/// Lines in a window, with a cursor on some of them: moving, paging, the wheel and clicks, once for
/// all lists and pages. Where nothing can be picked it only scrolls.
package struct ListView: Equatable, Sendable {
  /// What keys and the wheel do.
  package enum Motion: Hashable, Sendable {
    case up, down, halfUp, halfDown, pageUp, pageDown, top, bottom
    /// Lines, by the wheel; the cursor stays where it is as long as it shows.
    case wheel(Int)
  }

  /// Lines there are.
  package private(set) var lineCount = 0
  /// Lines that show.
  package private(set) var height: Int
  /// The first line that shows.
  package private(set) var top = 0
  private var cursor = ListCursor(0)
  /// The lines of each item that can be picked; nil where each line is one, or `stride` lines are.
  private var items: [Range<Int>]?
  private var stride = 1

  /// A list without lines, in a window.
  package init(height: Int = 20) { self.height = height }

  /// The item under the cursor; 0 where there are none.
  package var selected: Int { cursor.place ?? 0 }

  // MARK: What it holds

  /// Items there are.
  package var count: Int { items?.count ?? lineCount / stride }

  /// The lines of an item.
  package func lines(of item: Int) -> Range<Int> {
    items?[item] ?? item * stride..<(item + 1) * stride
  }

  /// Holds `count` items of as many lines each.
  package mutating func hold(_ count: Int, of lines: Int = 1) {
    (items, stride, lineCount) = (nil, max(1, lines), count * max(1, lines))
    clamp()
  }

  /// Holds lines of which some can be picked.
  package mutating func hold(lines: Int, items: [Range<Int>] = []) {
    (self.items, stride, lineCount) = (items, 1, lines)
    clamp()
  }

  /// Whether there are more lines than show.
  package var isLonger: Bool { lineCount > height }

  /// Shows that many lines from now on.
  package mutating func resize(_ rows: Int) {
    height = max(0, rows)
    clamp()
    revealSelected()
  }

  private mutating func clamp() {
    cursor.hold(count)
    if cursor.place == nil { cursor.go(to: 0) }
    top = max(0, min(top, lineCount - height))
  }

  private mutating func put(_ item: Int) { cursor.go(to: max(0, min(item, count - 1))) }

  // MARK: Moving

  /// Puts the cursor on an item and brings it into view.
  package mutating func select(_ item: Int) {
    put(item)
    revealSelected()
  }

  /// Brings a line into view, with as little movement as will do.
  package mutating func reveal(line: Int) {
    if line < top { top = line }
    if line >= top + height { top = line - height + 1 }
    clamp()
  }

  /// Puts a line on top, as far as there are lines below it.
  package mutating func scroll(to line: Int) {
    top = line
    clamp()
  }

  /// Brings the last line of an item into view, then its first: the first wins where both do not fit.
  private mutating func revealSelected() {
    guard count > 0 else { return }
    let lines = lines(of: selected)
    reveal(line: lines.upperBound - 1)
    reveal(line: lines.lowerBound)
  }

  /// Whether a part of the selected item shows.
  package var showsSelected: Bool {
    count > 0 && lines(of: selected).overlaps(top..<top + max(1, height))
  }

  /// Moves the cursor, or the window where there is no cursor to move.
  package mutating func move(_ motion: Motion) {
    let page = max(1, height - 1)
    switch motion {
    case .wheel(let lines):
      scroll(lines)
      // Where every line is an item the cursor stays in view.
      if items == nil, count > 0 {
        let last = (top + height) / stride - 1
        put(max((top + stride - 1) / stride, min(selected, max(0, last))))
      }
    case .up: step(-1)
    case .down: step(1)
    case .halfUp: turn(-max(1, page / 2))
    case .halfDown: turn(max(1, page / 2))
    case .pageUp: turn(-page)
    case .pageDown: turn(page)
    case .top:
      select(0)
      scroll(-lineCount)
    case .bottom:
      select(count - 1)
      scroll(lineCount)
    }
  }

  /// Takes what the mouse does: a click puts the cursor on an item, which is told, and the wheel scrolls.
  package mutating func picked(by event: Event) -> Int? {
    guard case .mouse(.click, let point) = event else {
      Motion(event).map { move($0) }
      return nil
    }
    guard let item = item(atRow: point.row) else { return nil }
    select(item)
    return item
  }

  /// Moves the cursor by items. Where it is out of view, or at an end with lines beyond, the window
  /// moves instead.
  package mutating func step(_ items: Int) {
    guard count > 0 else { return scroll(items) }
    if !showsSelected, (lines(of: selected).lowerBound > top) == (items > 0) {
      return scroll(items.signum() * 3)
    }
    let next = max(0, min(selected + items, count - 1))
    if next == selected { scroll(items.signum()) } else { select(next) }
  }

  /// Moves the cursor by so many lines' worth of items; of lines of which some can be picked, the window.
  private mutating func turn(_ lines: Int) {
    items == nil ? step(lines.signum() * max(1, abs(lines) / stride)) : scroll(lines)
  }

  private mutating func scroll(_ lines: Int) {
    top += lines
    clamp()
  }

  /// The item on a row of the window.
  package func item(atRow row: Int) -> Int? {
    guard let line = line(atRow: row) else { return nil }
    return items.map { $0.firstIndex { $0.contains(line) } } ?? line / stride
  }

  /// The line on a row of the window.
  package func line(atRow row: Int) -> Int? {
    let line = top + row
    return row >= 0 && row < height && line < lineCount ? line : nil
  }

  // MARK: Drawing

  /// Draws the lines that show, each made by `line` from its number; the cursor is a mark in the
  /// margin of the selected item's first line.
  package func draw(
    on canvas: inout Canvas, in area: Rect, marks: Bool = true, line: (Int) -> [Cell]
  ) {
    for number in top..<max(top, min(lineCount, top + area.rows)) {
      let row = Rect(
        column: area.column, row: area.row + number - top, columns: area.columns, rows: 1)
      canvas.put(line(number).shortened(to: area.columns), column: row.column, row: row.row)
      if marks, count > 0, lines(of: selected).lowerBound == number {
        canvas.put("▸", column: row.column, row: row.row, style: Style(.accent, .bold))
        // A bar tells by its colour, which would be that of its ground.
        canvas.restyle(row) { $0.role == .series ? $0 : $0.adding(.selected) }
        if canvas.cursor == nil { canvas.cursor = Point(column: row.column, row: row.row) }
      }
    }
  }
}

extension ListView.Motion {
  /// What the wheel does.
  package init?(_ event: Event) {
    switch event {
    case .mouse(.wheelDown, _): self = .wheel(3)
    case .mouse(.wheelUp, _): self = .wheel(-3)
    default: return nil
    }
  }
}

extension [Cell] {
  /// A line of `width` with one part at its left and one at its right; the left one is shortened,
  /// the right one goes where too little would be left.
  package static func spread(_ left: [Cell], _ right: [Cell], width: Int) -> [Cell] {
    guard !right.isEmpty, width > right.count + 15 else { return left.shortened(to: width) }
    let left = left.shortened(to: width - right.count - 3)
    return left + [Cell](repeating: .blank, count: width - left.count - right.count - 1) + right
  }
}
