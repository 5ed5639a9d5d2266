import Formulas
import Notes

/// Tolerances that forgive everything, and those that stand behind their answer mark, and are text there: `[[3.14]] ± 0.01`.
enum ToleranceSlips {
  static func find(in section: QuestionSection, _ source: QuestionSource) -> [Diagnostic] {
    wide(in: section) + behind(in: section, source) + exact(in: section)
  }

  /// Tolerances of 0 around a number that no decimal is: nothing that one computes is right.
  private static func exact(in section: QuestionSection) -> [Diagnostic] {
    section.blanks.compactMap { index in
      guard case .blank(let text) = section.marks.all[index], let written = try? BlankSource(text),
        written.isExact,
        (UInt64(0)..<10).contains(where: { seed in
          guard let draw = try? Draw(of: section, seed: seed),
            case .numbers(let value, _)? = try? written.key(draw)
          else { return false }
          return value.numbers.contains { abs($0) < 1e9 && ($0 * 1e6).rounded() != $0 * 1e6 }
        })
      else { return nil }
      let place = section.marks.place(of: index)
      let bare = text.prefix { !"+\u{B1}".contains($0) }.trimmed
      return Diagnostic(
        line: place?.line ?? section.line, column: place?.column ?? 0,
        "with this tolerance no decimal number is right",
        remedy: "write [[\(bare)]], or a tolerance above 0"
      ).warned
    }
  }

  /// Tolerances as large as the number itself, so that 0 and its opposite are right.
  private static func wide(in section: QuestionSection) -> [Diagnostic] {
    section.blanks.compactMap { index in
      guard case .blank(let text) = section.marks.all[index],
        case .number(let number, let tolerance)? = try? BlankSource(text), number != 0,
        tolerance >= abs(number)
      else { return nil }
      let written = text.prefix { !"+\u{B1}".contains($0) }.trimmed
      let digits = DigitTolerance.of(written, number) * 10
      let size = Value.scalar(
        digits > 0 && digits < abs(number) ? digits : abs(number) > 0.5 ? 0.5 : abs(number) / 10
      ).typed
      let place = section.marks.place(of: index)
      return Diagnostic(
        line: place?.line ?? section.line, column: place?.column ?? 0,
        "this tolerance is as large as the number, so that nearly everything is right",
        remedy: "write a smaller one, such as [[\(written) ± \(size)]]"
      ).warned
    }
  }

  private static func behind(in section: QuestionSection, _ source: QuestionSource) -> [Diagnostic]
  {
    section.blanks.compactMap { index in
      guard case .blank(let text) = section.marks.all[index],
        let place = section.marks.place(of: index), let line = source[place.line],
        line.utf8.count <= ForeignGaps.longest, line.holds("+") || line.holds("\u{B1}"),
        let written = try? BlankSource(text), written.takesTolerance
      else { return nil }
      let behind = line.dropFirst(place.column - 1 + place.text.count).drop { $0 == " " }
      guard let sign = ["±", "+-", "+/-"].first(where: { behind.hasPrefix($0) }) else { return nil }
      let digits = behind.dropFirst(sign.count).drop { $0 == " " }
        .prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
      let size = String(digits.last == "." ? digits.dropLast() : digits)
      guard Double(size) != nil else { return nil }
      return Diagnostic(
        line: place.line, column: place.column,
        "a tolerance behind an answer mark is text, and forgives nothing",
        remedy: "write [[\(text.trimmed) ± \(size)]]"
      ).warned
    }
  }
}

extension BlankSource {
  /// Whether its tolerance is 0.
  fileprivate var isExact: Bool {
    switch self {
    case .number(_, let tolerance): tolerance == 0
    case .formula(_, let tolerance): tolerance == 0
    case .words, .range: false
    }
  }

  /// Whether it is a number or a formula, whose tolerance is not given.
  fileprivate var takesTolerance: Bool {
    switch self {
    case .number: true
    case .formula(_, let tolerance): tolerance == nil
    case .words, .range: false
    }
  }
}
