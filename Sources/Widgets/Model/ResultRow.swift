import Formulas
import Numerics
import TextUI

/// A row of results: its numbers, how each comes about, and where common mistakes lead.
package struct ResultRow {
  let name: String
  let values: Vector
  /// Which of its zeros stand for numbers smaller than any double.
  private(set) var vanishes: @Sendable (_ column: Int) -> Bool = { _ in false }
  let equations: (_ column: Int, NumberText) -> [Equation]
  let mistakes: (_ column: Int) -> [(Misconception, Double)]

  init(
    _ name: String, _ values: Vector,
    mistakes: @escaping (_ column: Int) -> [(Misconception, Double)] = { _ in [] },
    equations: @escaping (_ column: Int, NumberText) -> [Equation]
  ) {
    self.name = name
    self.values = values
    self.mistakes = mistakes
    self.equations = equations
  }

  init(
    _ name: String, _ values: Vector,
    mistakes: @escaping (_ column: Int) -> [(Misconception, Double)] = { _ in [] },
    equation: @escaping (_ column: Int, NumberText) -> Equation
  ) {
    self.init(name, values, mistakes: mistakes) { [equation($0, $1)] }
  }
}

extension ResultRow {
  func vanishing(_ vanishes: @escaping @Sendable (_ column: Int) -> Bool) -> ResultRow {
    var row = self
    row.vanishes = vanishes
    return row
  }
}
