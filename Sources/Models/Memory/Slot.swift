/// Where a matrix lies in a long run of numbers.
package struct Slot: Hashable, Sendable {
  package let offset: Int
  package let rows: Int
  package let columns: Int
  /// From one row to the next.
  package let step: Int

  package init(offset: Int, rows: Int, columns: Int, step: Int? = nil) {
    self.offset = offset
    self.rows = rows
    self.columns = columns
    self.step = step ?? columns
  }

  package var count: Int { rows * columns }
  /// Its number among the weights that stay in a file; nil where it lies in memory.
  package var stored: Int? { offset < 0 ? -offset - 1 : nil }
  /// Meaningful where its rows follow one another.
  package var range: Range<Int> { offset..<offset + count }

  /// Some of its columns: one head of several.
  package func part(columns: Range<Int>) -> Slot {
    Slot(offset: offset + columns.lowerBound, rows: rows, columns: columns.count, step: step)
  }

  /// Some of its rows.
  package func part(rows: Range<Int>) -> Slot {
    Slot(offset: offset + rows.lowerBound * step, rows: rows.count, columns: columns, step: step)
  }

  @inline(__always)
  func matrix<T>(in memory: UnsafeMutablePointer<T>) -> Matrix<T> {
    Matrix(memory + offset, rows: rows, columns: columns, rowStep: step)
  }

  /// Its numbers, row by row.
  package func values<T>(in memory: [T]) -> [T] {
    (0..<rows).flatMap { memory[offset + $0 * step..<offset + $0 * step + columns] }
  }
}

/// Gives out slots one after the other.
package struct Layout: Sendable {
  package private(set) var count = 0
  /// Whether matrices stay in a file: they take no room here, and each has a number instead of a place.
  package let isStored: Bool
  private var storedCount = 0

  package init(count: Int = 0, isStored: Bool = false) {
    self.count = count
    self.isStored = isStored
  }

  /// The slot of a weight, which may stay in a file.
  package mutating func weight(_ rows: Int, _ columns: Int) -> Slot {
    guard isStored else { return slot(rows, columns) }
    storedCount += 1
    return Slot(offset: -storedCount, rows: rows, columns: columns)
  }

  /// The next slot of that shape.
  package mutating func slot(_ rows: Int, _ columns: Int) -> Slot {
    defer { count += rows * columns }
    return Slot(offset: count, rows: rows, columns: columns)
  }
}
