import TextUI

/// Cells in so many rows at least and at most, and what they tell as lines of text.
struct Drawing: Figure {
  let rows: ClosedRange<Int>
  /// The rows for which what is said beside it gives way.
  let wanted: Int
  /// Whether some of it finds no room in so many columns and rows.
  let hides: @Sendable (_ columns: Int, _ rows: Int) -> Bool
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

  var height: Int { min(max(drawing.wanted, least), most) }
  var small: Int { height }
  var least: Int { drawing.rows.lowerBound }
  var most: Int { drawing.rows.upperBound }
  var stretches: Bool { true }

  func hides(height: Int) -> Bool { drawing.hides(width, min(height, most)) }
  func lines(height: Int) -> [[Cell]] { drawing.draw(width, min(height, most)) }
}

extension WidgetBlock.Content {
  /// What is drawn cell by cell, and grows into the rows that nothing else needs. It has as many rows as it wants,
  /// its least where that is not said, before what merely helps has any; what hides some of itself is on
  /// the pages whole.
  static func drawing(
    rows: ClosedRange<Int>, wanting wanted: Int = 0,
    hides: @escaping @Sendable (_ columns: Int, _ rows: Int) -> Bool = { _, _ in false },
    draw: @escaping @Sendable (_ columns: Int, _ rows: Int) -> [[Cell]],
    told: @escaping @Sendable () -> [String]
  ) -> Self {
    .figure(Drawing(rows: rows, wanted: wanted, hides: hides, draw: draw, told: told))
  }
}
