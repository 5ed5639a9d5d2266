import TextUI

/// Cells in so many rows at least and at most, and what they tell as lines of text.
struct Drawing: Figure {
  let rows: ClosedRange<Int>
  let draw: @Sendable (_ columns: Int, _ rows: Int) -> [[Cell]]
  let told: @Sendable () -> [String]

  func laidOut(width: Int, ascii: Bool) -> any FigureLayout {
    // As in the header, the last column stays free.
    DrawingLayout(drawing: self, width: max(1, width - 1))
  }
  var transcript: [String] { told() }
  /// It is drawn in the signs that there are.
  var spelledInASCII: Drawing { self }
}

private struct DrawingLayout: FigureLayout {
  let drawing: Drawing
  let width: Int

  var height: Int { drawing.rows.lowerBound }
  var small: Int { height }
  var least: Int { height }
  var most: Int { drawing.rows.upperBound }

  func lines(height: Int) -> [[Cell]] { drawing.draw(width, min(height, most)) }
}

extension WidgetBlock.Content {
  /// What is drawn cell by cell, and grows into the rows that nothing else needs.
  static func drawing(
    rows: ClosedRange<Int>, draw: @escaping @Sendable (_ columns: Int, _ rows: Int) -> [[Cell]],
    told: @escaping @Sendable () -> [String]
  ) -> Self {
    .figure(Drawing(rows: rows, draw: draw, told: told))
  }
}
