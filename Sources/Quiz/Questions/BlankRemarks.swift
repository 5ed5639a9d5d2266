import Formulas
import Notes
import Numerics
import TextUI

/// What is said of an answer besides right or wrong: what was forgiven, how it was read, and how the
/// right one goes on where it was rounded.
enum BlankRemarks {
  static func remarks(
    on field: Blanks.Field, areRight: Bool, _ draw: Draw
  ) -> [String] {
    let typed = field.cells[0].text.trimmed
    switch field.key {
    case .words(let words):
      switch TypedWords.compare(typed, words, draw.words) {
      case .slip(let word): return ["“\(typed)” is taken for “\(word)”: a slip of one letter"]
      case .wordy(let word): return ["“\(typed)” is taken for “\(word)”"]
      case .right, .wrong: return []
      }
    case .range(let low, let high):
      let readings = self.readings(field)
      guard areRight, low < high else { return readings }
      return readings + ["Anything from \(field.key.text) is right."]
    case .numbers(let value, let tolerance):
      let readings = self.readings(field)
      guard areRight, !field.isGrid, tolerance > 0,
        case .success(let number) = TypedNumber.reading(field.cells[0].number)
      else { return readings }
      return readings + [closeness(typed, number.value, value.numbers[0])].compactMap { $0 }
    }
  }

  private static func readings(_ field: Blanks.Field) -> [String] {
    field.cells.compactMap { try? TypedNumber.reading($0.number).get().remark }
  }

  /// How what was typed stands to the number: rounded, or near enough.
  private static func closeness(_ typed: String, _ given: Double, _ right: Double) -> String? {
    let text = Value.scalar(right).text
    guard given != right, typed != text, Value.scalar(given).text != text else { return nil }
    guard let decimals = decimals(of: typed), decimals < self.decimals(of: text) ?? 0 else {
      return "near enough to \(text)"
    }
    // Half a unit of the last decimal, with room for what a double cannot hold.
    let half = 0.5 / (0..<decimals).reduce(1.0) { unit, _ in unit * 10 }
    let isRounded = (given - right).magnitude <= half + 1e-9 * half
    return isRounded ? "to more digits: \(text)" : "near enough to \(text)"
  }

  /// How many digits stand behind the point of a plain decimal; nil for anything else.
  private static func decimals(of text: String) -> Int? {
    let plain = TypedText.plain(text)
    guard Double(plain) != nil, !plain.contains(where: \.isLetter) else { return nil }
    return plain.split(separator: ".", omittingEmptySubsequences: false).dropFirst().first?.count
      ?? 0
  }
}
