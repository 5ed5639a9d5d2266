/// Which zeros on the way through a softmax stand for numbers smaller than any double.
extension Softmax {
  /// Whether a score is 0 only once it is divided by the temperature.
  package func scaledVanishes(_ index: Int) -> Bool {
    scaled[index] == 0 && scores[index] != 0 && temperature.isFinite
  }

  /// Whether a power is 0 although no power of e is.
  package func exponentialVanishes(_ index: Int) -> Bool {
    exponentials[index] == 0 && takesPart(index)
  }

  /// Whether a weight is 0 although its score takes part.
  package func weightVanishes(_ index: Int) -> Bool {
    weights[index] == 0 && takesPart(index)
  }

  /// Whether a score has a weight, however small: a temperature may send it to −∞, its limit 0 alone
  /// takes all from it.
  private func takesPart(_ index: Int) -> Bool {
    scores[index] > -.infinity && temperature != 0
  }
}
