extension [Int] {
  /// The number in the middle, or the mean of both that are; nil without any.
  var median: Double? {
    let sorted = sorted()
    let middle = count / 2
    guard !isEmpty else { return nil }
    if count % 2 == 1 { return Double(sorted[middle]) }
    return (Double(sorted[middle - 1]) + Double(sorted[middle])) / 2
  }
}
