/// The code spans of a line, found in one pass: a run of backticks ends at the next run as long.
struct CodeSpans<Line: RandomAccessCollection<UInt8>> where Line.Index == Int {
  private var spans: ArraySlice<Range<Int>>

  init(_ line: Line) {
    var runs: [Range<Int>] = []
    // What has a backslash before it opens nothing, and may close.
    var escaped: Set<Int> = []
    var index = line.startIndex
    var backslashes = 0
    while index < line.endIndex {
      guard line[index] == 0x60 else {
        backslashes = line[index] == 0x5C ? backslashes + 1 : 0
        index += 1
        continue
      }
      let start = index
      while index < line.endIndex, line[index] == 0x60 { index += 1 }
      if backslashes % 2 == 1 { escaped.insert(runs.count) }
      backslashes = 0
      runs.append(start..<index)
    }
    guard runs.count > 1 else {
      spans = []
      return
    }
    var next = [Int?](repeating: nil, count: runs.count)
    var last: [Int: Int] = [:]
    for index in runs.indices.reversed() {
      next[index] = last[runs[index].count]
      last[runs[index].count] = index
    }
    var found: [Range<Int>] = []
    var run = 0
    while run < runs.count {
      if !escaped.contains(run), let close = next[run] {
        found.append(runs[run].lowerBound..<runs[close].upperBound)
        run = close + 1
      } else {
        run += 1
      }
    }
    spans = found[...]
  }

  /// Where the span ends that begins there; places are asked for from left to right.
  mutating func end(at index: Int) -> Int? {
    while let first = spans.first, first.lowerBound < index { spans.removeFirst() }
    return spans.first?.lowerBound == index ? spans.first?.upperBound : nil
  }
}
