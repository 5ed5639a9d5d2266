/// The sum of doubles as exact arithmetic gives it, rounded once (Shewchuk 1997).
func exactSum(_ terms: [Double]) -> Double {
  var partials: [Double] = []
  for term in terms {
    var x = term
    var kept = 0
    for partial in partials {
      let (larger, smaller) = x.magnitude < partial.magnitude ? (partial, x) : (x, partial)
      let sum = larger + smaller
      let lost = smaller - (sum - larger)
      if lost != 0 {
        partials[kept] = lost
        kept += 1
      }
      x = sum
    }
    partials.removeLast(partials.count - kept)
    partials.append(x)
  }
  return partials.reduce(0, +)
}

/// The dot product as exact arithmetic gives it, to the last digit or so; NaN beyond the range.
func exactDot(_ u: Vector, _ v: Vector) -> Double {
  var terms: [Double] = []
  for (x, y) in zip(u, v) {
    let product = x * y
    terms.append(product)
    terms.append((-product).addingProduct(x, y))
  }
  return exactSum(terms)
}
