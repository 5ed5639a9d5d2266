import Basics
import Formulas
import Notes

/// What an answer mark of words seems to be meant for: a number with a tolerance, a range, a vector or a
/// matrix that cannot be read as one, such as `(4, 6]`, `1..`, `1 2; 3` and `(4, six)`.
struct MeantNumbers: Equatable {
  /// Why it is none; the answer is not in it.
  let message: String
  /// What to write.
  let remedy: String
  /// Whether it is hardly meant as words; else it may be, and is asked for so.
  let isSure: Bool

  /// No longer text is looked at: nobody writes numbers so long.
  private static let longest = 200

  /// What a text is meant for; nil for words, and for what can be read. Of several alternatives each is
  /// meant as it stands.
  init?(_ text: String) {
    let text = text.trimmed
    guard text.utf8.count <= Self.longest, text.contains(where: \.isNumber),
      !text.contains("|"), case .words? = try? BlankSource(text),
      let found = Self.first(text)
    else { return nil }
    self = found
  }

  /// The first of all kinds that a text seems to be meant for.
  private static func first(_ text: String) -> MeantNumbers? {
    let kinds: [(String) -> MeantNumbers?] = [
      tolerance, range, words, unit, fraction, bound, between, given, { NumberList($0)?.slip },
      either,
      about, quoted, calculated,
    ]
    return kinds.lazy.compactMap { $0(text) }.first
  }

  init(_ message: String, _ remedy: String, isSure: Bool = true) {
    (self.message, self.remedy, self.isSure) = (message, remedy, isSure)
  }

  /// The answer mark that asks for the numbers of a matrix; nil where it is none.
  static func asked(_ matrix: String) -> String? { NumberList(matrix)?.mark }

  // MARK: Numbers

  /// A number as an answer mark takes it: as it is written where that is one, else what it comes to.
  static func written(_ text: some StringProtocol) -> String? {
    let text = String(text).trimmed.replacing("\u{2212}", with: "-")
    guard !text.isEmpty, !text.contains("="), case .success(let number) = TypedNumber.read(text),
      number.isFinite
    else { return nil }
    return Double(text) == nil ? Value.scalar(number).typed : text
  }

  /// What is said of a number that can be read two ways, the one without commas first: an author has mostly parted
  /// thousands by them.
  static func plainFirst(
    _ problem: ExpressionProblem, _ number: String, in text: String
  ) -> ExpressionProblem {
    let number = String(number.trimmed.drop { "+-\u{2212}".contains($0) })
    let told = DigitGroups.readings(of: number).map { point, plain in
      Advice(
        "\(number) can be read two ways", remedy: "write \(plain), or \(point) with a point")
    }
    let advice = told ?? problem.advice
    return ExpressionProblem("in [[\(text)]], \(advice.fault)", remedy: advice.remedy)
  }

  private static func isBelow(_ low: String, _ high: String) -> Bool {
    guard let low = Double(low), let high = Double(high) else { return false }
    return low < high
  }

  /// The range between two numbers, as it is written.
  static func range(_ low: String, _ high: String) -> String {
    isBelow(low, high) ? "[[\(low)..\(high)]]" : "[[\(high)..\(low)]]"
  }

  // MARK: Units and fractions

  private static let units: Set = [
    "%", "\u{2030}", "\u{B0}", "\u{B0}C", "\u{B0}F", "\u{20AC}", "\u{A3}", "km", "m", "cm", "mm",
    "kg",
    "g", "mg", "s", "ms", "min", "h", "Hz", "kHz", "MHz", "GHz", "bits", "bit", "byte", "bytes",
    "KB",
    "MB", "GB", "TB", "KiB", "MiB", "GiB", "TiB", "W", "kW", "kWh", "V", "J", "kJ", "N", "Pa",
    "mol",
    "ml", "km/h", "m/s", "percent", "seconds", "minutes", "hours", "days", "years", "metres",
    "meters", "bytes/s", "GB/s", "TB/s", "tok/s", "tokens/s", "FLOP", "FLOPs", "FLOPS", "GFLOPS",
    "GFLOPs", "TFLOPS", "TFLOPs", "PFLOPS", "PFLOPs", "\u{B5}s", "us", "ns", "nats", "nat", "nm",
    "\u{B5}m", "px", "dB",
  ]

  /// Whether a word is a unit of what is measured.
  static func isUnit(_ word: String) -> Bool {
    if units.contains(word) { return true }
    // `m/s²`, `kg·m^2`.
    let parts = word.split { "/\u{B7}\u{22C5} ".contains($0) }
    return parts.count < 5 && !parts.isEmpty
      && parts.allSatisfy { units.contains(withoutPower($0)) }
  }

  /// A unit without the power that it has: `s` of `s²`, `s^2` and `s⁻¹`.
  private static func withoutPower(_ unit: Substring) -> String {
    if let sign = unit.firstIndex(of: "^"),
      unit[sign...].dropFirst().allSatisfy({ $0.isNumber || "-\u{2212}{}".contains($0) })
    {
      return String(unit[..<sign])
    }
    var unit = unit
    while let last = unit.last, "\u{B2}\u{B3}\u{2074}\u{207B}\u{B9}".contains(last) {
      unit.removeLast()
    }
    return String(unit)
  }

  /// A number and what stands behind it, as `20 °C`; nil where either is missing.
  static func measure(_ text: some StringProtocol) -> (number: String, unit: String)? {
    let text = String(text).trimmed
    // What stands before the last space may be any number: `2e3 ms`, `1,000 tokens`, `3 \u{D7} 10^8 m/s`.
    if let space = text.lastIndex(of: " "), case let before = String(text[..<space]),
      let number = written(BlankSource.isGrouped(before) ? before.filter { $0 != "," } : before),
      case let unit = text[space...].trimmed, isUnit(unit)
    {
      return (number, unit)
    }
    let digits = text.prefix { $0.isASCII && $0.isNumber || "+-.\u{2212}".contains($0) }
    let unit = String(text[digits.endIndex...]).trimmed
    guard let number = written(digits), let first = unit.first, !first.isNumber,
      !"+-*/^=<>()[]{},;:.".contains(first)
    else { return nil }
    return (number, unit)
  }

  private static func unit(_ text: String) -> MeantNumbers? {
    guard let (number, unit) = measure(text), isUnit(unit) else { return nil }
    return MeantNumbers(
      "this is read as words, and its unit belongs to the answer", "write [[\(number)]] \(unit)",
      isSure: false)
  }

  private static func fraction(_ text: String) -> MeantNumbers? {
    let parts = text.components(partedBy: "/").map(\.trimmed)
    guard parts.count == 2, written(text) != nil,
      parts.allSatisfy({ part in
        part.contains { $0.isNumber }
          && part.allSatisfy { $0.isASCII && $0.isNumber || "-.\u{2212}".contains($0) }
      })
    else { return nil }
    return MeantNumbers(
      "this is read as words, and leaves no tolerance to a number",
      "write [[= \(parts[0])/\(parts[1])]]",
      isSure: false)
  }

  /// All numbers on one side of another: `< 5`.
  private static func bound(_ text: String) -> MeantNumbers? {
    let sign = text.prefix { "<>=\u{2264}\u{2265}".contains($0) }
    guard let first = sign.first, first != "=",
      let number = Double(text.dropFirst(sign.count).trimmed)
    else { return nil }
    let isAbove = first == ">" || first == "\u{2265}"
    let other = isAbove ? number + 100 : number > 0 ? 0 : number - 100
    let (own, far) = (Value.scalar(number).typed, Value.scalar(other).typed)
    return MeantNumbers(
      "this asks for these very signs, and for no number",
      "write a range, as [[\(isAbove ? "\(own)..\(far)" : "\(far)..\(own)")]], with what it "
        + "\(isAbove ? "ends" : "begins") with in place of \(far)", isSure: false)
  }

  // MARK: Tolerances and ranges

  private static let tolerances = [
    "+\u{2212}", "\u{2212}+", "-+", "\u{2213}", "\\pm", "+_", "plus/minus", "plus-minus",
    "plus or minus", "plus minus", " tol ", " tolerance ", " within ",
    " error ", " eps ",
  ]

  private static func tolerance(_ text: String) -> MeantNumbers? {
    // `1.414 tol=0.01`, `37 (within 1)`.
    let text = text.map { "();:=".contains($0) ? " " : String($0) }.joined()
      .split(separator: " ").joined(separator: " ")
    for sign in tolerances {
      guard let place = text.firstRange(of: sign),
        let number = written(text[..<place.lowerBound].trimming(" ,")),
        let tolerance = written(text[place.upperBound...])
      else { continue }
      return MeantNumbers(
        "this answer mark has no tolerance that can be read", "write [[\(number) ± \(tolerance)]]")
    }
    return nil
  }

  /// What stands between dots: `1..`, `0,5..x`, `1..2..3`.
  private static func range(_ text: String) -> MeantNumbers? {
    var text = text.replacing("\u{2026}", with: "..")
    while text.contains("...") { text = text.replacing("...", with: "..") }
    let parts = text.components(partedBy: "..").map { $0.trimming(" ()[]{}<>") }
    guard parts.count > 1 else { return nil }
    let numbers = parts.compactMap(written)
    guard let first = numbers.first, let last = numbers.last else { return nil }
    let others = parts.filter { !$0.isEmpty && written($0) == nil }
    if let name = others.first {
      guard others.count == 1, name.first?.isLetter == true,
        name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" })
      else { return nil }
      return MeantNumbers(
        "a range goes from one number to another, and this asks for these very signs",
        "write a number in place of \(name)", isSure: false)
    }
    if numbers.count > 1 {
      return MeantNumbers("this answer mark is no range", "write \(range(first, last))")
    }
    let isOpen = parts.last?.isEmpty == true
    return MeantNumbers(
      "this range has no \(isOpen ? "end" : "beginning")",
      "write the number that it \(isOpen ? "ends with behind" : "begins with before") the dots, or "
        + "[[\(first)]] for that number")
  }

  /// A range in words or with a wave: `12 to 14`, `between 12 and 14`, `12 ~ 14`.
  private static func words(_ text: String) -> MeantNumbers? {
    for (head, sign) in [
      ("between ", " and "), ("from ", " to "), ("", " to "), ("", "~"), ("", "\u{2014}"),
      ("", "\u{2212}"),
    ] where text.hasPrefix(head) {
      let rest = text.dropFirst(head.count)
      guard let place = rest.firstRange(of: sign) else { continue }
      let (low, high) = (
        String(rest[..<place.lowerBound]).trimmed, String(rest[place.upperBound...]).trimmed
      )
      guard low.first?.isNumber == true, high.first?.isNumber == true, isBelow(low, high) else {
        continue
      }
      return MeantNumbers(
        "this asks for these very signs, and for no number between",
        "write \(range(low, high))", isSure: false)
    }
    return nil
  }
}

extension StringProtocol {
  /// The text without these signs at its ends.
  fileprivate func trimming(_ signs: String) -> String {
    var text = self[...].drop { signs.contains($0) }
    while let last = text.last, signs.contains(last) { text = text.dropLast() }
    return String(text)
  }
}

extension String {
  /// The texts between some signs, empty ones too.
  fileprivate func components(partedBy sign: String) -> [String] {
    var parts: [String] = []
    var rest = self[...]
    while let place = rest.firstRange(of: sign) {
      parts.append(String(rest[..<place.lowerBound]))
      rest = rest[place.upperBound...]
    }
    return parts + [String(rest)]
  }
}
