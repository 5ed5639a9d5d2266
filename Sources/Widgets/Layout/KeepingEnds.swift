import TextUI

extension [[Cell]] {
  /// So many of the lines: the first, and as many of the last as there is room for, so that a
  /// calculation keeps its title and its result; where there is room for one, the last.
  func keepingEnds(_ height: Int) -> [[Cell]] {
    guard count > height else { return self }
    let head = height > 1 ? 1 : 0
    return Array(prefix(head) + suffix(Swift.max(0, height - head)))
  }
}
