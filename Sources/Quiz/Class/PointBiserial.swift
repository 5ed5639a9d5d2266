/// How well a question tells strong learners from weak ones.
enum PointBiserial {
  /// Of fewer learners nothing is said: it would be chance.
  static let leastLearners = 5

  /// The correlation between a thing that is so or not and a number beside it: Pearson's, with 1 for
  /// what is so. Nil where either is the same everywhere, or they are too few.
  static func correlation(_ pairs: [(isSo: Bool, number: Double)]) -> Double? {
    guard pairs.count >= leastLearners, let first = pairs.first,
      pairs.contains(where: { $0.isSo != first.isSo }),
      pairs.contains(where: { $0.number != first.number })
    else { return nil }
    let count = Double(pairs.count)
    let meanSo = Double(pairs.count(where: \.isSo)) / count
    let meanNumber = pairs.reduce(0) { $0 + $1.number } / count
    var (both, so, number) = (0.0, 0.0, 0.0)
    for pair in pairs {
      let x = (pair.isSo ? 1 : 0) - meanSo
      let y = pair.number - meanNumber
      both += x * y
      so += x * x
      number += y * y
    }
    return both / (so * number).squareRoot()
  }
}
