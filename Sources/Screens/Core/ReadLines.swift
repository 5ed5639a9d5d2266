import TextUI

/// Lines that are only read, of which a window shows some.
struct ReadLines: Equatable, Sendable {
  private(set) var page = ListView()
  private(set) var size = Size(columns: 80, rows: 20)
  private var lines: [[Cell]] = []

  /// Takes the size of the window; its lines are to be held anew.
  mutating func resize(_ size: Size) { self.size = size }

  mutating func hold(_ lines: [[Cell]]) {
    self.lines = lines
    page.hold(lines: lines.count)
    page.resize(size.rows)
  }

  mutating func move(_ motion: ListView.Motion) { page.move(motion) }
  mutating func scroll(to line: Int) { page.scroll(to: line) }

  /// Who reads where the cursor stands reads on from the top line.
  func draw(on canvas: inout Canvas, in area: Rect) {
    canvas.cursor = Point(column: area.column, row: area.row)
    page.draw(on: &canvas, in: area) { lines[$0] }
  }
}
