import Numerics

/// How a model knows where a token stands.
package enum Positions: Equatable, Sendable {
  case none
  /// A learnt row for each place, added to the tokens'.
  case learnt
  /// The same, but added only where queries and keys are made: what is looked at, not what is said.
  case learntForLooking
  /// Fixed waves, added to the tokens' (Vaswani et al. 2017).
  case sinusoidal
  case rotary(RotaryPositions)

  var isLearnt: Bool { self == .learnt || self == .learntForLooking }
  /// The base of rotary positions' angles.
  package var rotaryBase: Double? { rotary?.base }
  var rotary: RotaryPositions? { if case .rotary(let rotary) = self { rotary } else { nil } }
}

/// Fills in the waves of each place: the sine of its angle and, beside it, the cosine.
func fillSinusoids<T: Real>(_ table: Matrix<T>) {
  let waves = SinusoidalPositions(count: table.rows, width: table.columns).matrix
  for place in 0..<table.rows {  // (length, width)
    for column in 0..<table.columns { table[place, column] = T(waves[place, column]) }
  }
}

/// y = x + the place's row of the table.
func addPlaces<T: Real>(_ table: Matrix<T>, to x: Matrix<T>, into y: Matrix<T>, length: Int) {
  for first in stride(from: 0, to: x.rows, by: length) {
    let rows = first..<first + length
    y.part(rows: rows).sum(x.part(rows: rows), table.part(rows: 0..<length))
  }
}

/// Each place's row of the table gets what came back in all rows of the batch.
func addPlaceGradients<T: Real>(_ dy: Matrix<T>, to table: Matrix<T>, length: Int) {
  for first in stride(from: 0, to: dy.rows, by: length) {
    table.part(rows: 0..<length).add(dy.part(rows: first..<first + length))
  }
}
