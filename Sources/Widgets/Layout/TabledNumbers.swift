import Numerics

extension [WidgetBlock] {
  /// More than any table takes.
  private static let allColumns = 10_000

  /// How the tables write the numbers that they round.
  func tabled(_ numbers: NumberText, _ columns: Int?) -> [Double: String] {
    var tabled: [Double: String] = [:]
    let main = columns.map { BlockLayout.mainColumns($0, for: self) } ?? Self.allColumns
    for block in self {
      let width = block.isSide ? Self.allColumns : main
      for (value, text) in block.written(width: width, ascii: numbers.ascii) {
        guard value.isFinite, let shown = text.shownNumber, shown != value else { continue }
        // Where tables differ, the one that has most of it.
        if text.shownDigits > tabled[value]?.shownDigits ?? 0 { tabled[value] = text }
      }
    }
    return tabled
  }
}

extension WidgetBlock {
  /// The numbers in its tables, as these write them where they have so many columns.
  fileprivate func written(width: Int, ascii: Bool) -> [(value: Double, text: String)] {
    switch content {
    case .lines, .strip, .picture: []
    case .grids(let grids): grids.flatMap { GridLayout($0, room: width).written }
    case .figure(let figure): figure.laidOut(width: width, ascii: ascii).written
    }
  }
}
