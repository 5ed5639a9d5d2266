import TextUI

/// A sign in the column at a number's right.
enum CellMark: Sendable {
  /// The number depends on the input under the cursor.
  case depends
  /// The last change made it larger.
  case up
  /// The last change made it smaller.
  case down
  /// What was guessed here was right.
  case right
  /// What was guessed here was wrong.
  case wrong

  /// How a number moved, if it did: what only a lower precision rounds otherwise did not.
  init?(from old: Double, to new: Double) {
    guard (new - old).magnitude > 1e-6 * max(old.magnitude, new.magnitude) || !(new - old).isFinite
    else { return nil }
    if new > old { self = .up } else if new < old { self = .down } else { return nil }
  }

  /// Whether the last change moved the number.
  var isMove: Bool { self == .up || self == .down }

  /// What the marks of a table mean, of those that are there.
  static func told(_ marks: some Sequence<CellMark>) -> String? {
    var (hasMoves, hasDependents) = (false, false)
    for mark in marks {
      hasMoves = hasMoves || mark.isMove
      hasDependents = hasDependents || mark == .depends
    }
    guard hasMoves else {
      return hasDependents ? "A ' marks what moves with this number." : nil
    }
    return hasDependents
      ? "↑ and ↓ mark what the change moved, ' what moves with this number." : movesTold
  }

  /// The same of the cells of a table.
  static func legend(
    rows: Range<Int>, columns: Range<Int>, _ mark: (Int, Int) -> CellMark?
  ) -> [WidgetBlock] {
    let marks = rows.flatMap { row in columns.compactMap { mark(row, $0) } }
    return told(marks).map { [.text([$0], rank: 2)] } ?? []
  }

  static let movesTold = "↑ and ↓ mark what the change moved."

  var cell: [Cell] {
    switch self {
    case .depends: [Cell]("'", Style(.accent, .bold))
    case .up: [Cell]("↑", Style(.strong, .bold))
    case .down: [Cell]("↓", Style(.strong, .bold))
    case .right: [Cell]("✓", Style(.good, .bold))
    case .wrong: [Cell]("✗", Style(.bad, .bold))
    }
  }
}
