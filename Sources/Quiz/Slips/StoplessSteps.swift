import Notes

/// Steps whose number has no stop behind it, whatever it is, so that they become text of the step above: `1 scaling`
/// between `1. scores` and `1. softmax`, or above them.
enum StoplessSteps {
  /// Longer lines may be those of a text that was wrapped, and go on with a number of it.
  private static let longest = 48

  /// The step that a line is without its number; nil where its number may count something, as in `5 km`.
  static func step(_ text: String) -> String? {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let rest = text[digits.endIndex...]
    guard (1...2).contains(digits.count), rest.first == " ", let first = rest.dropFirst().first,
      first.isLetter, let last = rest.last, !":?!".contains(last),
      !MeantNumbers.isUnit(String(rest.dropFirst().prefix { $0 != " " }))
    else { return nil }
    return rest.trimmed
  }

  /// The step that a line is below another one: the next is a step too, or the list ends with it.
  static func further(
    _ text: String, below before: ItemLine, at index: Int, in source: QuestionSource
  ) -> String? {
    guard !before.hasBox, index > 0, source.lines[index - 1].text.utf8.count < longest,
      let step = step(text)
    else { return nil }
    guard index + 1 < source.lines.count, !source.lines[index + 1].trimmed.isEmpty else {
      return isListed(above: index, source) ? step : nil
    }
    return isStep(source.lines[index + 1]) ? step : nil
  }

  /// Whether two lines above are steps: below one alone a number may be one of its text.
  private static func isListed(above index: Int, _ source: QuestionSource) -> Bool {
    index > 1 && isStep(source.lines[index - 1]) && isStep(source.lines[index - 2])
  }

  private static func isStep(_ line: QuestionSource.Line) -> Bool {
    line.item.map { $0.isNumbered && !$0.hasBox } ?? false
  }

  /// Whether a line may go on in the next one, as no comment, heading or empty line does.
  private static func isText(_ line: QuestionSource.Line) -> Bool {
    line.item != nil || line.trimmed.first.map { $0.isLetter || $0.isNumber } ?? false
  }

  /// The step below a line that is the first of the list, and the sign that this one ought to have; nil for another line.
  static func first(
    _ text: String, at index: Int, in source: QuestionSource
  ) -> (item: ItemLine, first: String)? {
    // A sentence says of the list below it how many something is.
    guard step(text) != nil, text.utf8.count < longest, !text.hasSuffix("."),
      index + 1 < source.lines.count,
      isStep(source.lines[index + 1]), let item = source.lines[index + 1].item,
      index == 0 || !isText(source.lines[index - 1]),
      let number = Int(item.marker.filter(\.isNumber)),
      let sign = item.marker.trimmed.last
    else { return nil }
    return (item, "\(max(1, number - 1))\(sign) ")
  }
}
