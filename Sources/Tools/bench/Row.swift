/// What was measured of one program: milliseconds, megabytes and bytes.
struct Row {
  let name: String
  var firstFrames: [Double] = []
  var pages: [Double] = []
  var pageBytes: [Double] = []
  var peaks: [Double] = []
  var idleProcessor: Double?
  var idleBytes: Double?
  /// Why it showed nothing.
  var failure: String?
  /// Whether one start took so long that it will do.
  var isSlow = false

  var isDone: Bool { failure != nil || (isSlow && !firstFrames.isEmpty) }

  init(name: String) { self.name = name }
}

/// The middle of some numbers; nil of none.
func median(_ numbers: [Double]) -> Double? {
  guard !numbers.isEmpty else { return nil }
  let sorted = numbers.sorted()
  let middle = sorted.count / 2
  return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}
