/// How a scalar is laid out, by ncurses's own table (glibc's wcwidth) and a few rules of ours.
enum ScalarWidth: Equatable {
  case zero, one, two
  /// Unassigned: terminals disagree.
  case unknown
  /// A C0 or C1 control character.
  case control
  /// It would change the direction of the text around it.
  case direction
  /// Soft hyphen and the like: meant to be invisible, and harmless when left out.
  case dropped

  static func of(_ scalar: UInt32) -> ScalarWidth {
    switch scalar {
    case 0..<0x20, 0x7F..<0xA0: .control
    case 0xAD: .dropped
    case 0..<0x300: .one
    case 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x206F: .direction
    case 0x4E00...0x9FFF, 0xAC00...0xD7A3: .two
    default:
      isWithin(scalar, WidthTable.wide)
        ? .two
        : isWithin(scalar, WidthTable.zero)
          ? .zero : isWithin(scalar, WidthTable.unknown) ? .unknown : .one
    }
  }

  /// Whether `scalar` lies in one of the sorted ranges, given as first and last in turn.
  private static func isWithin(_ scalar: UInt32, _ ranges: [UInt32]) -> Bool {
    var low = 0
    var high = ranges.count / 2
    while low < high {
      let middle = (low + high) / 2
      if scalar < ranges[2 * middle] {
        high = middle
      } else if scalar > ranges[2 * middle + 1] {
        low = middle + 1
      } else {
        return true
      }
    }
    return false
  }
}
