/// Which zeros on the way to a probability stand for numbers smaller than any double.
extension Sampling {
  /// Whether a token that was kept has a probability of 0.
  package func probabilityVanishes(_ token: Int) -> Bool {
    probabilities[token] == 0 && kept.contains(token) && softmax.weightVanishes(token)
  }
}
