/// A place in a text that is read from front to back, and the ways to go on from there.
///
/// The text is an array of bytes, scalars or characters, whichever the grammar is about. No step
/// leads past the end, so a reader needs no bounds checks of its own. Public, where `package` would
/// do, since only then its clients get code of their own unit (ten times as fast).
public struct TextScanner<Unit: TextUnit>: Sendable {
  public let units: [Unit]
  /// How many units were read.
  public var position: Int

  @inlinable
  public init(_ units: [Unit], from position: Int = 0) {
    self.units = units
    self.position = position
  }

  @inlinable public var isAtEnd: Bool { position >= units.count }

  /// The unit that is read next; nil at the end.
  @inlinable public var next: Unit? { position < units.count ? units[position] : nil }

  /// The unit that far ahead of the next, or behind it where the offset is negative.
  @inlinable
  public func peek(_ offset: Int) -> Unit? {
    let index = position + offset
    return index >= 0 && index < units.count ? units[index] : nil
  }

  /// Steps over that many units, or to the end.
  @inlinable
  public mutating func skip(_ count: Int = 1) {
    position = min(position + count, units.count)
  }

  /// Steps over all units up to the first that is otherwise, and says how many they were.
  @inlinable @discardableResult
  public mutating func skip(while isWanted: (Unit) -> Bool) -> Int {
    let start = position
    while position < units.count, isWanted(units[position]) { position += 1 }
    return position - start
  }

  @inlinable @discardableResult
  public mutating func skipSpace() -> Int { skip { $0.isSpace } }

  /// Steps over the digits 0 to 9, and says how many they were.
  @inlinable @discardableResult
  public mutating func skipDigits() -> Int { skip { $0.isDigit } }

  /// Reads the next unit.
  @inlinable
  public mutating func take() -> Unit? {
    guard position < units.count else { return nil }
    defer { position += 1 }
    return units[position]
  }

  /// Steps over the unit if it is the next.
  @inlinable
  public mutating func take(_ unit: Unit) -> Bool {
    guard position < units.count, units[position] == unit else { return false }
    position += 1
    return true
  }

  /// Steps over the next unit if it is as wanted.
  @inlinable
  public mutating func take(where isWanted: (Unit) -> Bool) -> Unit? {
    guard position < units.count, isWanted(units[position]) else { return nil }
    defer { position += 1 }
    return units[position]
  }

  /// Steps over a run of units if it comes next; over nothing where only part of it does.
  @inlinable
  public mutating func take(_ run: some Collection<Unit>) -> Bool {
    guard starts(with: run) else { return false }
    position += run.count
    return true
  }

  /// Whether a run of units comes next, or that far ahead.
  @inlinable
  public func starts(with run: some Collection<Unit>, ahead offset: Int = 0) -> Bool {
    let start = position + offset
    guard start >= 0, run.count <= units.count - start else { return false }
    var index = start
    for unit in run {
      if units[index] != unit { return false }
      index += 1
    }
    return true
  }

  /// What was read since that position.
  @inlinable
  public func read(since start: Int) -> ArraySlice<Unit> { units[start..<max(start, position)] }
}
