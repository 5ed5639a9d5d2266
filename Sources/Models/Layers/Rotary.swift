import Libc
import Numerics

/// Rotary positions over a batch, in whichever numbers it has.
extension RotaryPositions {
  /// Fills in the cosine and the sine of each place's angle for each pair.
  func fill<T: Real>(cosines: Matrix<T>, sines: Matrix<T>) {
    for place in 0..<cosines.rows {  // (length, width / 2)
      for i in 0..<cosines.columns {
        let angle = Double(place) * frequency(pair: i, width: 2 * cosines.columns)
        cosines[place, i] = T(cos(angle))
        sines[place, i] = T(sin(angle))
      }
    }
  }

  /// Turns each head of each row; the backward pass turns by the opposite angle.
  func turn<T: Real>(
    _ x: Matrix<T>, heads: Int, length: Int, cosines: Matrix<T>, sines: Matrix<T>,
    back: Bool = false
  ) {
    let width = x.columns / heads
    let (step, apart) = layout == .interleaved ? (2, 1) : (1, width / 2)
    for row in 0..<x.rows {  // x (rows · length, heads · width)
      let place = row % length
      for head in 0..<heads {
        let at = x.row(row) + head * width
        for i in 0..<width / 2 {
          let cosine = cosines[place, i]
          let sine = back ? -sines[place, i] : sines[place, i]
          let (a, b) = (at[i * step], at[i * step + apart])
          at[i * step] = a * cosine - b * sine
          at[i * step + apart] = a * sine + b * cosine
        }
      }
    }
  }
}
