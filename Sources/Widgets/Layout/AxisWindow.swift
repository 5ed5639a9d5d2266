import TextUI

/// Which rows or columns are drawn of a table that is too large for the screen: those around the one that
/// is looked at, or the first and the last.
enum AxisWindow {
  /// Up to so many, all are drawn wherever they lie.
  static let whole = 8
  /// The same on pages, which have room for more, strip below strip.
  private static let paged = 32

  /// What is drawn of `count` rows or columns; nil stands where some are left out.
  static func drawn(
    _ count: Int, _ use: AxisUse, at: Int?, in view: WidgetView<some Widget>
  ) -> [Int?] {
    let isWide = view.isWide
    guard let room = view.room, count > (view.isPage ? paged : whole) else {
      return Array(0..<count)
    }
    // Where there is a pane at the side, several tables share the other one.
    let columns = isWide ? room.columns * 3 / 5 : room.columns
    let most =
      switch use {
      case .rows: max(whole, isWide ? room.rows / 3 : room.rows - 4)
      case .columns: max(whole, columns / (isWide ? 7 : 6))
      case .inner: min(max(4, (columns - 40) / 8), whole)
      }
    guard count > most else { return Array(0..<count) }
    if let at {
      let first = min(max(0, at - most / 2), count - most)
      return Array(first..<first + most)
    }
    let last = use == .inner ? (most - 1) / 2 : min(2, most / 4)
    return Array(0..<most - 1 - last) + [nil] + Array(count - last..<count)
  }
}
