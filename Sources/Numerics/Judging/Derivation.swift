extension Equation {
  /// Digits beyond which numbers rather differ from line to line.
  private static let most = 8

  /// Lines of which each leads to the next, written so that a number reads the same as the result of
  /// one and as a part of another: with as many digits as the line takes that takes most of them.
  package static func derivation(
    _ numbers: NumberText, _ lines: (NumberText) -> [Equation]
  ) -> [Equation] {
    var numbers = numbers
    while true {
      let lines = lines(numbers)
      let results = Set(lines.filter { $0.result != nil && $0.isDouble }.map(\.value))
      var kept = numbers.kept
      for line in lines where line.significant <= most {
        for operand in line.operands where results.contains(operand) {
          kept[operand] = max(kept[operand] ?? numbers.significant, line.significant)
        }
      }
      // Each turn keeps more digits of a number, and none more than the most.
      if kept == numbers.kept { return lines }
      numbers.kept = kept
    }
  }
}
