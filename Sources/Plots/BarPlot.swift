/// Horizontal bars, each with a label and its number as text.
package struct BarPlot: Equatable, Sendable {
  package struct Bar: Equatable, Sendable {
    /// What stands before it, cut where room is short.
    package var label: String
    /// Its length, to the left of zero if negative.
    package var value: Double
    /// The value as text, shown whole or not at all.
    package var number: String
    /// Who draws it.
    package var series: Int

    package init(label: String, value: Double, number: String, series: Int = 0) {
      self.label = label
      self.value = value
      self.number = number
      self.series = series
    }
  }

  /// The bars from top to bottom.
  package var bars: [Bar]
  /// The magnitude that fills the room for bars; nil for the largest among the bars. What is
  /// beyond is cut, with a pointer at its end.
  package var fullScale: Double?

  /// The bar that is among those that are seen where not all are.
  package var looked: Int

  package init(_ bars: [Bar], fullScale: Double? = nil, looked: Int = 0) {
    self.bars = bars
    self.fullScale = fullScale
    self.looked = looked
  }

  /// The picture, one bar a row, at most as wide as `columns`; where `rows` do not suffice, the
  /// last says how many bars are left out.
  package func picture(columns: Int, rows: Int? = nil, ascii: Bool) -> PlotPicture {
    var picture = PlotPicture(
      columns: columns, rows: min(bars.count, max(rows ?? bars.count, 0)))
    let isCut = picture.rows < bars.count
    let room = isCut ? max(picture.rows - 1, 0) : picture.rows
    let shown = bars.dropFirst(max(0, min(looked - room / 2, bars.count - room))).prefix(room)
    // A bar is as long as among all of them.
    let most = isCut ? bars.lazy.map(\.value.magnitude).filter(\.isFinite).max() : nil
    let scale = fullScale ?? most
    let layout = BarLayout(shown, fullScale: scale, columns: picture.columns, ascii: ascii)
    for (row, bar) in shown.enumerated() {
      layout.draw(bar, row: row, on: &picture)
    }
    if isCut {
      picture.write("+ \(bars.count - shown.count) more", column: 0, row: picture.rows - 1)
    }
    return picture
  }
}
