/// How the numbers of a draw are written: those of each row with as many decimals wherever they stand.
package struct SamplingDigits: Sendable {
  package let softmax: SoftmaxDigits
  /// The probabilities after the cuts.
  package let shares: NumberText

  /// Each number with as many digits as it takes.
  package init(_ numbers: NumberText) {
    (softmax, shares) = (SoftmaxDigits(numbers), numbers)
  }

  /// Rows with so many decimals at most.
  package init(_ sampling: Sampling, most: Int, _ numbers: NumberText) {
    let softmax = SoftmaxDigits(sampling.softmax, most: most, numbers)
    let weights = sampling.softmax.weights.map(softmax.weights.seen)
    let total = sampling.kept.map { weights[$0] }.total
    let needed = Decimals.telling(
      sampling.probabilities, fromAllBy: Decimals.needed(sampling.probabilities, most: most))
    let style = numbers.with(decimals: needed)
    self.softmax = softmax
    let shown =
      style.carried { result in
        sampling.kept.allSatisfy {
          result.holds(sampling.probabilities[$0], from: weights[$0] / total)
        }
      } ?? style
    // Of one token alone it is 1.
    shares = shown.belowOne(sampling.probabilities.count { $0 > 0 } > 1)
  }
}
