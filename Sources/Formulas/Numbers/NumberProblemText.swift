import Basics

extension NumberProblem {
  /// What is wrong and what to do, in one line for the reader.
  package var message: String { advice.text }

  /// The same, and apart from each other.
  package var advice: Advice { advice(such: nil) }

  /// The same where an input takes one number: its own value is the example.
  package func advice(such example: String?) -> Advice {
    switch self {
    case .empty: Advice("there is no number here", remedy: "write some, such as 1, 2, 3")
    case .noNumber:
      Advice("there is no number here", remedy: "write one, such as \(example ?? "2")")
    case .notWhole(let text):
      Advice("“\(text)” is no whole number", remedy: "write one such as \(example ?? "2")")
    case .emptyRow(let row):
      Advice(
        "row \(row) is empty", remedy: "write its numbers, or take its separator away")
    case .notANumber(let text, let place) where text.hasPrefix("#") || text.hasPrefix("//"):
      Advice(
        "\(place.words)“\(text)” is not a number",
        remedy:
          "take it away and all behind it; a remark in a fence stands on a line of its own that "
          + "begins with #")
    case .notANumber(let text, let place):
      Advice(
        "\(place.words)“\(text)” is not a number",
        remedy: "write one such as 2, -0.5, 1.5e-3, 1/3 or 25%")
    case .notFinite(let text, let place):
      Advice(
        "\(place.words)“\(text)” is not finite",
        remedy: "write a decimal such as \(example ?? "0.5")")
    case .notZeroOrOne(let text, let place):
      Advice(
        "\(place.words)“\(text)” is neither 0 nor 1", remedy: "a mask of numbers begins with add")
    case .tooLarge(let text, let place):
      Advice("\(place.words)“\(text)” is too large", remedy: "numbers go up to about 1.8e308")
    case .tooSmall(let text, let place):
      Advice(
        "\(place.words)“\(text)” is too close to zero to be told from it",
        remedy: "write 0, or 5e-324 or more")
    case .decimalComma(let text, let place):
      Advice(
        "\(place.words)“\(text)” has a comma "
          + (text.mayBeThousands ? "inside" : "as decimal sign"),
        remedy: "commas separate numbers, write \(text.asOneNumber)")
    case .shortened(let dots):
      Advice(
        "“\(dots)” stands for numbers that were not printed",
        remedy: "print them all, in torch after torch.set_printoptions(profile=\"full\"), in NumPy "
          + "after np.set_printoptions(threshold=sys.maxsize)")
    case .missing(let place):
      Advice(
        "\(place.words)a number is missing beside a comma",
        remedy: "write it, or take the comma away")
    case .ragged(let row, let length, let first, let comma):
      Advice(
        "row \(row) has \(counted(length, "number")), row 1 has \(first)",
        remedy: "give every row as many" + (comma.map { " (\($0.commaRemark))" } ?? ""))
    case .unclosedBracket: Advice("a bracket is never closed", remedy: "add “]”")
    case .unopenedBracket(let bracket, let place):
      Advice(
        "\(place.words)“\(bracket)” closes no bracket of its kind",
        remedy: "take it away, or open one before")
    case .nestedTooDeep(1):
      Advice("a vector has one pair of brackets", remedy: "write [1, 2, 3]")
    case .nestedTooDeep:
      Advice(
        "a matrix has two levels of brackets",
        remedy: "write [[1, 0], [0, 1]], or print one of a batch, Q[0]")
    case .call(let name):
      Advice(
        "\(name)(…) is not computed here", remedy: "write what it comes to, as its print shows it")
    case .outsideRow(let text, let row):
      Advice(
        "“\(text)” stands outside the brackets of a row, near row \(row)",
        remedy: "write every number inside them")
    case .severalRows(let count):
      Advice(
        "this is a matrix of \(count) rows where one vector is wanted", remedy: "write one row")
    case .severalNumbers(let count):
      Advice("these are \(count) numbers where one is wanted", remedy: "write one of them")
    }
  }
}

extension NumberPlace {
  fileprivate var words: String {
    switch (row, column) {
    case (let row?, let column?): "row \(row), column \(column): "
    case (let row?, nil): "row \(row): "
    case (nil, let column?): "number \(column): "
    case (nil, nil): ""
    }
  }
}

extension String {
  /// How one number is written that has a comma inside: `1.000,5` is 1000.5, `2,000` is 2000 or 2.000.
  fileprivate var asOneNumber: String {
    if let pointed = try? DigitGroups.pointed(self) { return pointed.text }
    let groups = split(separator: ",", omittingEmptySubsequences: false)
    let decimal = groups.joined(separator: ".")
    return mayBeThousands ? "\(groups.joined()) or \(decimal)" : decimal
  }

  /// Whether its one comma may part thousands as well as be a decimal sign.
  fileprivate var mayBeThousands: Bool {
    let groups = split(separator: ",", omittingEmptySubsequences: false)
    guard groups.count == 2, groups[1].count == 3, groups[1].allSatisfy(\.isNumber) else {
      return false
    }
    let first = groups[0].drop { "+-\u{2212}".contains($0) }
    return (1...3).contains(first.count) && first.allSatisfy(\.isNumber) && first.first != "0"
  }

  /// What is said of digits around a comma that were read as two numbers.
  var commaRemark: String {
    let one = mayBeThousands ? "one is" : "a decimal is"
    return "“\(DecimalNumber.shown(self))” is two numbers; \(one) \(asOneNumber)"
  }
}
