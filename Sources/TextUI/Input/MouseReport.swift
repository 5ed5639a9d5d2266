/// The mouse in the three forms that terminals report it in. What is not a click of the left button
/// and no turn of the wheel up or down means nothing: other buttons, drags, releases.
enum MouseReport {
  /// Where a report may point to: no screen is larger.
  private static let cells = 1...10_000

  /// `CSI < button ; column ; row M`, a press. A release ends with `m` instead.
  static func sgr(_ numbers: [Int?]) -> Event? { event(numbers, offset: 0) }

  /// `CSI button ; column ; row M`.
  static func urxvt(_ numbers: [Int?]) -> Event? { event(numbers, offset: 32) }

  /// `CSI M` and three bytes.
  static func x10(_ bytes: [UInt8]) -> Event? {
    guard bytes.count == 3, bytes.allSatisfy({ $0 >= 32 }) else { return nil }
    return event([Int(bytes[0]), Int(bytes[1]) - 32, Int(bytes[2]) - 32], offset: 32)
  }

  private static func event(_ numbers: [Int?], offset: Int) -> Event? {
    guard numbers.count == 3, let code = numbers[0], let column = numbers[1], let row = numbers[2],
      cells.contains(column), cells.contains(row)
    else { return nil }
    let point = Point(column: column - 1, row: row - 1)
    // Shift, Alt and Ctrl held, 4, 8 and 16, make no difference; 32 is a motion.
    switch (code - offset) & ~0b1_1100 {
    case 0: return .mouse(.click, point)
    case 64: return .mouse(.wheelUp, point)
    case 65: return .mouse(.wheelDown, point)
    default: return nil
    }
  }
}
