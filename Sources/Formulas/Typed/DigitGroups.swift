/// Commas, points, spaces and marks between digits: a decimal sign to some, a thousands separator
/// to others. Text with only one possible reading is read that way.
package enum DigitGroups {
  /// The text with points as decimal signs and no groups; throws where two readings remain.
  static func pointed(
    _ text: String
  ) throws(ExpressionProblem) -> (text: String, remark: String?) {
    var result = ""
    var run = ""
    var remark: String?
    var depth = 0
    func isDigit(_ character: Character?) -> Bool {
      character.map { $0.isASCII && $0.isNumber } ?? false
    }
    let characters = Array(joiningSpacedGroups(text))
    for (index, character) in characters.enumerated() {
      let isBetween =
        index > 0 && index + 1 < characters.count && isDigit(characters[index - 1])
        && isDigit(characters[index + 1])
      let isMark = ",'_".contains(character) && isBetween && depth == 0
      if isDigit(character) || character == "." || isMark {
        run.append(character)
        continue
      }
      result += try number(run, &remark)
      run = ""
      if "([".contains(character) { depth += 1 }
      if ")]".contains(character) { depth -= 1 }
      result.append(character)
    }
    return (result + (try number(run, &remark)), remark)
  }

  /// The two numbers that one may be in which a single comma parts thousands or a fraction, `1,000`; nil for another one.
  package static func readings(of run: String) -> (point: String, plain: String)? {
    let groups = run.split(separator: ",", omittingEmptySubsequences: false)
    guard groups.count == 2, groups.joined().allSatisfy(\.isNumber), groups[1].count == 3,
      (1...3).contains(groups[0].count), !groups[0].hasPrefix("0")
    else { return nil }
    return (groups.joined(separator: "."), groups.joined())
  }

  /// One run of digits, commas and points.
  private static func number(
    _ run: String, _ remark: inout String?
  ) throws(ExpressionProblem) -> String {
    guard run.contains(where: { ",'_".contains($0) }) || run.count(where: { $0 == "." }) > 1 else {
      return run
    }
    let marks = run.filter { !$0.isNumber }
    let groups = run.split(omittingEmptySubsequences: false) { !$0.isNumber }.map(String.init)
    guard let first = marks.first, let last = marks.last else { return run }
    // All but the last mark, or all, separate thousands.
    let areGroups = groups.dropFirst().allSatisfy { $0.count == 3 }
    let leads = (1...3).contains(groups[0].count) && !groups[0].hasPrefix("0")
    if marks.allSatisfy({ $0 == first }) {
      if leads, areGroups, marks.count > 1 || first != "," { return groups.joined() }
      guard marks.count == 1, first == "," else {
        throw ExpressionProblem("\(run) is not a single number")
      }
      if let (point, plain) = readings(of: run) {
        throw ExpressionProblem(
          "\(run) can be read two ways", remedy: "write \(point) with a point, or \(plain)")
      }
      let point = groups.joined(separator: ".")
      remark = "\(run) is read as \(point)"
      return point
    }
    guard leads, groups.dropFirst().dropLast().allSatisfy({ $0.count == 3 }),
      marks.dropLast().allSatisfy({ $0 == first }), first != last, ".,".contains(last)
    else { throw ExpressionProblem("\(run) is not a single number") }
    let point = groups.dropLast().joined() + "." + (groups.last ?? "")
    if last == "," { remark = "\(run) is read as \(point)" }
    return point
  }

  /// `12 725` as `12725`; a space elsewhere stays.
  private static func joiningSpacedGroups(_ text: String) -> String {
    let words = text.split(separator: " ")
    let isGrouped =
      words.count > 1 && words.dropFirst().allSatisfy { $0.prefix { $0.isNumber }.count == 3 }
      && words.dropFirst().dropLast().allSatisfy { $0.count == 3 }
      && words.dropFirst().last.map { $0.allSatisfy { $0.isNumber || ".,".contains($0) } } ?? false
      && (words.first.map { first in
        let digits = first.drop { "+-".contains($0) }
        return (1...3).contains(digits.count) && digits.allSatisfy(\.isNumber)
      } ?? false)
    return isGrouped ? words.joined() : text
  }
}
