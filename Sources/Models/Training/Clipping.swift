/// Makes the gradients in these ranges smaller by one factor where their joint length is above a
/// limit, and returns the length that they had.
@_specialize(where T == Float)
@_specialize(where T == Double)
@discardableResult
package func clip<T: Real>(
  _ gradients: inout [T], in ranges: [Range<Int>], to limit: Double
) -> Double {
  var squares = 0.0
  for index in ranges.joined() { squares += Double(gradients[index]) * Double(gradients[index]) }
  let length = squares.squareRoot()
  if length > limit {
    let factor = T(limit / length)
    for index in ranges.joined() { gradients[index] *= factor }
  }
  return length
}
