/// The rows of the log that came from other logs, by their numbers in this file: what was taken in
/// was given elsewhere, and no undo here takes it back.
struct MergedRows: Equatable {
  /// The setting that holds them, such as `3-10 15-20`.
  static let setting = "merged"
  /// So many ranges are kept, the last ones: what is older stands far behind what was given here.
  private static let most = 100

  private(set) var ranges: [ClosedRange<Int>] = []

  /// Nothing was taken in.
  init() {}

  /// Reads what `text` wrote; what is not a range is passed over.
  init(_ text: String) {
    ranges = text.split(separator: " ").suffix(Self.most).compactMap { word in
      let ends = word.split(separator: "-").compactMap { Int($0) }
      return ends.count == 2 && 0 <= ends[0] && ends[0] <= ends[1] ? ends[0]...ends[1] : nil
    }
  }

  var text: String {
    ranges.map { "\($0.lowerBound)-\($0.upperBound)" }.joined(separator: " ")
  }

  /// Adds rows that come after all others.
  mutating func add(_ range: ClosedRange<Int>) {
    if let last = ranges.last, last.upperBound == range.lowerBound - 1 {
      ranges[ranges.count - 1] = last.lowerBound...range.upperBound
    } else {
      ranges = ranges.suffix(Self.most - 1) + [range]
    }
  }

  /// Asked for each row of the log: the ranges ascend, so they are halved.
  func contains(_ row: Int) -> Bool {
    var (low, high) = (0, ranges.count)
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound < row { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].contains(row)
  }
}
