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
