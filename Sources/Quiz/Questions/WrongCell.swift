import Formulas
import Numerics
import TextUI

/// The first cell in which an answer differs from what is right, computed both ways.
package struct WrongCell: Equatable, Sendable {
  /// Which one, where there are several: `Row 1, column 2`.
  let place: String
  let right: Side
  let yours: Side

  /// How a number in the cell comes about, as far as that can be told.
  struct Side: Equatable, Sendable {
    let work: CellWork?
    let value: Double
  }

  /// Compares a right formula with the one that leads to the answer, which may not be known; nil
  /// where they agree, or nothing can be told of either.
  init?(
    _ right: Expression, answered numbers: [Double], by mistaken: Expression?,
    _ values: [String: Value], agrees: (Double, Double) -> Bool
  ) {
    guard let value = try? right.value(values), value.numbers.count == numbers.count,
      let index = numbers.indices.first(where: { !agrees(numbers[$0], value.numbers[$0]) })
    else { return nil }
    let columns = value.shape.columns
    let (row, column) = (index / columns, index % columns)
    let rightWork = right.work(row: row, column: column, values)
    let wrongWork = mistaken?.work(row: row, column: column, values)
    guard rightWork != nil || wrongWork != nil else { return nil }
    place =
      numbers.count == 1
      ? "" : value.shape.rows == 1 ? "Number \(column + 1)" : "Row \(row + 1), column \(column + 1)"
    self.right = Side(work: rightWork, value: value.numbers[index])
    yours = Side(work: wrongWork, value: numbers[index])
  }
}

extension WrongCell {
  /// The two ways side by side where there is room, else below each other.
  package func lines(width: Int) -> [[Cell]] {
    let title = place.isEmpty ? [] : [[Cell](place, Style(.strong, .bold))]
    let left = block("right", right, Style(.good, .bold))
    let other = block("yours", yours, Style(.bad, .bold))
    let half = max(width / 2, (left.map(\.count).max() ?? 0) + 3)
    let widest = other.map(\.count).max() ?? 0
    guard half + widest <= width else { return title + left + other }
    return title
      + (0..<max(left.count, other.count)).map { row in
        let line = row < left.count ? left[row] : []
        return line.fitted(to: half) + (row < other.count ? other[row] : [])
      }
  }

  private func block(_ name: String, _ side: Side, _ style: Style) -> [[Cell]] {
    let numbers = NumberText()
    guard let work = side.work else {
      return [[Cell]("  \(name)  ", style) + [Cell](numbers.text(side.value))]
    }
    var lines = [[Cell]("  \(name)", style)]
    let names = work.operands.map(\.name.displayWidth).max() ?? 0
    let columns = (work.operands.first?.numbers ?? []).indices.map { column in
      numbers.aligned(
        work.operands.map { $0.numbers.indices.contains(column) ? $0.numbers[column] : 0 })
    }
    for (row, operand) in work.operands.enumerated() {
      var line = [Cell]("    " + operand.name, .muted).fitted(to: 6 + names)
      for column in columns { line += [Cell](column[row] + "  ") }
      lines.append(line)
    }
    let result = work.equation.result ?? numbers.text(side.value)
    lines.append(
      [Cell]("    " + work.equation.expression + " = ") + [Cell](result, Style(.strong, .bold)))
    return lines
  }
}
