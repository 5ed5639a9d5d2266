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

    /// The significant digits that these decimals must leave; else the power of ten is written.
    fileprivate var least: Int {
      switch self {
      case .full: 17
      case .four, .three: 2
      case .two: 1
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
  /// ten for those that these decimals would hide. A bare 0 is exactly zero.
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
    let style = NumberText(significant: min(significant, detail.significant), ascii: ascii)
    let needs = numbers.map(style.decimalsNeeded)
    let decimals = min(needs.reduce(0) { max($0, $1 ?? 0) }, detail.decimals)
    return zip(numbers, needs).map { number, need in
      if number == 0 { return "0" + String(repeating: " ", count: decimals > 0 ? decimals + 1 : 0) }
      guard let need else { return style.text(number) }
      var digits = DecimalDigits(number)
      let kept = digits.exponent + decimals
      if need > decimals, kept < detail.least { return style.scientific(number) }
      digits.keep(decimals: decimals)
      return style.sign(number) + digits.plain(decimals: decimals)
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

  /// The number with a power of ten, whatever its size.
  func scientific(_ number: Double) -> String {
    var digits = DecimalDigits(number)
    digits.keep(significant)
    return sign(number) + digits.scientific
  }
}
