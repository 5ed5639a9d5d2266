extension NumberText {
  /// How much of its numbers a table keeps: all that helps, or less where room is short.
  package enum Detail: CaseIterable, Sendable {
    case full, four, three, two

    /// The most decimals that a number gets.
    fileprivate var decimals: Int {
      switch self {
      case .full: 17
      case .four: 4
      case .three: 3
      case .two: 2
      }
    }

    fileprivate var significant: Int {
      switch self {
      case .full: 17
      case .four: 4
      case .three: 3
      case .two: 2
      }
    }
  }

  /// The numbers in one format: as many decimals for all as the one that needs most, and a power of
  /// ten for those that these decimals would hide; for all of them where none is large. A bare 0 is
  /// exactly zero.
  ///
  /// Padded on the left to one width, the points stand in line.
  package func aligned(_ numbers: [Double], detail: Detail = .full) -> [String] {
    padded(sharing(numbers, detail))
  }

  /// A table in one format, each of its columns padded to a width of its own.
  package func aligned(_ rows: [[Double]], detail: Detail = .full) -> [[String]] {
    let count = rows.first?.count ?? 0
    let texts = sharing(Array(rows.joined()), detail)
    let columns = (0..<count).map { column in
      padded(rows.indices.map { texts[$0 * count + column] })
    }
    return rows.indices.map { row in columns.map { $0[row] } }
  }

  /// A matrix in one format.
  package func aligned(_ matrix: Matrix) -> [[String]] {
    aligned(matrix.rowArrays)
  }

  private func padded(_ texts: [String]) -> [String] {
    let width = texts.reduce(0) { max($0, $1.count) }
    return texts.map { String(repeating: " ", count: width - $0.count) + $0 }
  }

  /// The numbers in one format, where a zero has blanks in place of decimals.
  private func sharing(_ numbers: [Double], _ detail: Detail) -> [String] {
    var style = NumberText(significant: min(significant, detail.significant), ascii: ascii)
    if areShares { style = style.ofShares }
    let needs = numbers.map(style.decimalsNeeded)
    let decimals = min(needs.reduce(0) { max($0, $1 ?? 0) }, detail.decimals)
    func isHidden(_ number: Double, _ need: Int?) -> Bool {
      guard let need else { return number.isFinite && number != 0 && number.magnitude < 1 }
      return need > decimals && DecimalDigits(number).exponent + decimals < 1
    }
    let largest = numbers.reduce(0) { $1.isFinite ? max($0, $1.magnitude) : $0 }
    if largest < Self.small, zip(numbers, needs).contains(where: isHidden) {
      return style.allScientific(numbers)
    }
    return zip(numbers, needs).map { number, need in
      if number == 0 { return "0" + String(repeating: " ", count: decimals > 0 ? decimals + 1 : 0) }
      guard let need else { return style.text(number) }
      var digits = DecimalDigits(number)
      if isHidden(number, need) { return style.scientific(number) }
      digits.keep(decimals: decimals)
      return style.plain(number, digits, decimals: decimals)
    }
  }

  /// Digits that a number has wherever there is room.
  private static let wanted = 4

  /// The decimals that a number needs for its significant digits; nil where no decimals show it.
  private func decimalsNeeded(_ number: Double) -> Int? {
    guard number.isFinite, number != 0 else { return nil }
    let digits = rounded(number, to: significant)
    guard digits.isPlain else { return nil }
    // Zeros at the end count where they stand for digits: 2.340 is not 2.34.
    return significant < Self.wanted || isTold(number)
      ? digits.decimals : max(0, significant - digits.exponent)
  }

  /// Where all numbers of a table are smaller, each has a power of ten if one needs it.
  private static let small = 0.1

  /// The numbers with powers of ten, as many digits before each.
  private func allScientific(_ numbers: [Double]) -> [String] {
    let texts = numbers.map { $0.isFinite && $0 != 0 ? scientific($0) : text($0) }
    func decimals(_ text: String) -> Int {
      text.prefix { $0 != "e" }.split(separator: ".").dropFirst().first?.count ?? 0
    }
    let most = texts.reduce(0) { max($0, decimals($1)) }
    return texts.map { text in
      guard let power = text.firstIndex(of: "e") else { return text }
      let own = decimals(text)
      let point = own == 0 && most > 0 ? "." : ""
      return text[..<power] + point + String(repeating: "0", count: most - own) + text[power...]
    }
  }

  /// The number with a power of ten, whatever its size.
  func scientific(_ number: Double) -> String {
    var digits = DecimalDigits(number)
    digits.keep(significant)
    return sign(number) + digits.scientific
  }
}
