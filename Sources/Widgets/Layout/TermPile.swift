import Basics
import Notes
import Numerics
import TextUI

/// A sum of products, term by term: each term's bar begins where the one before it ends, so that one
/// sees them pile up to the sum.
struct TermPile: Figure {
  var title: String
  /// Up to so many terms all are drawn.
  fileprivate static let whole = 16

  private(set) var names: [String]
  private(set) var texts: [String]
  private(set) var terms: Vector
  private(set) var sum: String
  /// The sum with blanks in place of decimals that only the terms have, so that points stand in line.
  fileprivate var alignedSum: String {
    guard let own = style.decimals, let decimals = numbers.decimals, sum.contains(".") else {
      return sum
    }
    return sum + String(repeating: " ", count: max(0, own - decimals))
  }
  /// How much each term weighs, those too that have not been added up yet.
  fileprivate let weights: Vector
  /// The format of the terms.
  fileprivate let style: NumberText
  /// Whether the terms come to it, or nearly so.
  private(set) var sign: String
  private let factors: [(Double, Double)]
  private let vanishes: [Bool]
  /// How the terms are written, and the sum.
  private let (own, numbers): (NumberText, NumberText)
  /// How the factors are written.
  private let styles: (NumberText, NumberText)
  /// How many terms have been added up.
  let shown: Int
  /// All of the terms, those to come as well.
  fileprivate let all: Vector

  init(
    _ title: String, names: [String], factors: [(Double, Double)], _ value: Double,
    numbers: NumberText, terms own: NumberText? = nil,
    styles: (NumberText, NumberText)? = nil, vanishes: [Bool],
    shown: Int? = nil
  ) {
    self.title = title
    let count = min(shown ?? factors.count, factors.count)
    self.shown = count
    all = factors.map { $0.0 * $0.1 }
    let some = Array(factors.prefix(count))
    self.names = names
    terms = some.map { $0.0 * $0.1 }
    let total = count < factors.count ? terms.total : value
    let own = own ?? numbers
    let (style, isNear) = Self.style(terms, total, own, numbers)
    sum = numbers.result(total)
    self.style = style
    texts = style.inOneFormat(terms)
    sign = isNear ? (numbers.ascii ? "~" : "≈") : "="
    weights = all.map(\.magnitude)
    self.factors = some
    self.vanishes = vanishes
    (self.own, self.numbers) = (own, numbers)
    self.styles = styles ?? (numbers, numbers)
  }

  /// A term as a product, whether that comes to it or nearly so, and what it comes to.
  fileprivate func term(_ at: Int) -> (product: String, isExact: Bool, result: String) {
    guard terms[at] == 0 else {
      let equation = Equation.sum(
        "", of: [factors[at]], terms[at], numbers: own, styles: styles)
      let expression = equation.expression
      return (expression, isExact(expression, texts[at]) ?? !equation.isNear, texts[at])
    }
    let equation = Equation.sum("", of: [factors[at]], 0, numbers: own, styles: styles) { _ in
      vanishes[at]
    }
    return (equation.expression, true, equation.result ?? texts[at])
  }

  /// Whether the factors as they are shown come to the digits of the term, which may be more than they
  /// have; nil where they cannot be read.
  private func isExact(_ expression: String, _ result: String) -> Bool? {
    let shown = expression.split { "·*".contains($0) }.compactMap {
      String($0).unbracketed.shownNumber
    }
    guard shown.count == 2, result.shownNumber != nil else { return nil }
    return result.isRounding(of: shown[0] * shown[1])
  }

  /// One format for all terms: their own, or with as many digits as it takes for them to come to
  /// it; and whether they come only near.
  private static func style(
    _ terms: Vector, _ sum: Double, _ own: NumberText, _ numbers: NumberText
  ) -> (style: NumberText, isNear: Bool) {
    func total(_ style: NumberText) -> Double {
      style.inOneFormat(terms).map { $0.shownNumber ?? .nan }.total
    }
    if numbers.decimals != nil {
      let total = total(own)
      if numbers.comes(to: sum, from: total) { return (own, false) }
      if numbers.comesNear(sum, from: total) { return (own, true) }
    }
    var style = numbers.with(decimals: nil)
    while style.significant < 17, !numbers.comes(to: sum, from: total(style)) {
      style.significant += 1
    }
    return (style, false)
  }

  func laidOut(width: Int, ascii: Bool) -> any FigureLayout {
    TermPileLayout(self, width: width, ascii: ascii)
  }

  var transcript: [String] { TermPileLayout(self, width: 0, ascii: false).all.map(\.text) }

  var spelledInASCII: TermPile {
    var pile = self
    pile.title = ASCIISpelling.text(title)
    return pile
  }
}

struct TermPileLayout: FigureLayout {
  /// A bar needs so many columns to tell anything.
  private static let narrowest = 12
  /// Rows that it wants beside a table: a title, the heaviest terms, all others, and the sum.
  private static let wanted = 8

  private let pile: TermPile
  private let width: Int
  private let ascii: Bool
  let all: [[Cell]]

  init(_ pile: TermPile, width: Int, ascii: Bool) {
    (self.pile, self.width, self.ascii) = (pile, width, ascii)
    let count = pile.names.count
    // Of very many terms the heaviest, for a screen.
    let isCut = count > TermPile.whole && width > 0
    all = Self.lines(
      pile, isCut ? pile.heaviest(TermPile.whole - 1) : Array(0..<count), width, ascii: ascii)
  }

  private static func lines(
    _ pile: TermPile, _ drawn: [Int], _ width: Int, ascii: Bool
  ) -> [[Cell]] {
    func widest(_ texts: [String]) -> Int { texts.map(\.displayWidth).max() ?? 0 }
    func left(_ text: String, _ width: Int) -> String {
      text + String(repeating: " ", count: max(0, width - text.displayWidth))
    }
    func right(_ text: String, _ width: Int) -> String {
      String(repeating: " ", count: max(0, width - text.displayWidth)) + text
    }
    let told = drawn.map { index in
      index < pile.shown
        ? pile.term(index) : (product: "", isExact: true, result: "")
    }.map { (ascii ? ASCIISpelling.text($0.product) : $0.product, $0.isExact, $0.result) }
    let rest = pile.rest(of: drawn)
    var name = min(14, widest(drawn.map { pile.names[$0] } + ["sum"]))
    let number = widest(told.map(\.2) + [pile.alignedSum, rest?.text ?? ""])
    // Where a product finds no room, what it comes to stays.
    let most = width > 0 ? width - (2 + name + 2 + 3 + number) : .max
    let product = widest(told.map(\.0)) <= most ? widest(told.map(\.0)) : 0
    // How many others there are stands where products do, if these are there.
    if product == 0 { name = max(name, rest?.name.displayWidth ?? 0) }
    let start = 2 + name + 2 + product + 3 + number + 2
    let hasBars = width - start >= Self.narrowest
    // While they pile up the scale is that of the end, and the last column stays free.
    let drawnTerms = drawn.map { pile.all[$0] }
    let scale = PileScale(drawnTerms + (rest.map { [$0.sum] } ?? []), room: width - start - 1)
    let title = [Cell](pile.title, Style(.strong, .bold))
    var lines = [width > 0 ? title.shortened(to: width) : title]
    var running = 0.0
    func bar(_ term: Double, _ style: Style) -> [Cell] {
      guard hasBars else { return [] }
      defer { running += term }
      return [Cell]("  " + scale.bar(from: running, to: running + term, ascii: ascii), style)
    }
    for (place, index) in drawn.enumerated() {
      var line = [Cell]("  ", .text) + [Cell](pile.names[index], .muted).shortened(to: name)
      line = line.padded(to: 2 + name + 2)
      if index < pile.shown {
        line.append(left(product > 0 ? told[place].0 : "", product), .text)
        line.append(told[place].1 ? " = " : ascii ? " ~ " : " ≈ ", .muted)
        line.append(right(told[place].2, number), .text)
        line += bar(pile.terms[index], Style(.series, amount: UInt8(clamping: index)))
      } else {
        line.append(ascii ? "." : "·", .muted)
      }
      lines.append(line)
    }
    if let rest {
      var line = [Cell]("  " + left(rest.name, name + 2 + product + 3), .muted)
      line.append(right(rest.text, number), .text)
      lines.append(line + bar(rest.sum, .muted))
    }
    var line = [Cell]("  " + left("sum", name) + "  ", .muted)
    if hasBars {
      line.append(left("", product) + (pile.sign == "=" ? "   " : " \(pile.sign) "), .muted)
      line.append(right(pile.alignedSum, number) + "  ", Style(.strong, .bold))
      line.append(scale.bar(from: 0, to: running, ascii: ascii), Style(.strong))
    } else {
      let numbers = NumberText(ascii: ascii)
      let addends = zip(pile.texts, pile.terms).map { $1 == 0 ? "0" : $0 }
      let sum = (addends.prefix(1) + addends.dropFirst().map(numbers.factor))
        .joined(separator: " + ")
      let result = " \(pile.sign) \(pile.sum)"
      let isTold = width == 0 || line.count + sum.displayWidth + result.displayWidth <= width
      // Where they are too many for a line, the terms stand above it.
      line.append(isTold && rest == nil ? sum : left("", product), .text)
      line.append(" \(pile.sign) ", .muted)
      line.append(pile.sum, Style(.strong, .bold))
    }
    return lines + [line]
  }

  var height: Int { all.count }
  var small: Int { all.count }
  var least: Int { min(width < 60 ? barest : Self.wanted, all.count) }
  var barest: Int { min(4, all.count) }
  var isCalculation: Bool { true }

  func lines(height: Int) -> [[Cell]] {
    guard all.count > height else { return all }
    // No term goes unsaid where the title alone is too much.
    if all.count == height + 1 { return Array(all.dropFirst()) }
    let short = Self.lines(pile, pile.heaviest(max(1, height - 3)), width, ascii: ascii)
    return height == 3 ? Array(short.dropFirst()) : short.keepingEnds(height)
  }
}

extension TermPile {
  /// The places of the terms that weigh most, the heaviest first.
  fileprivate func heaviest(_ count: Int) -> [Int] {
    let order = weights.indices.sorted {
      weights[$0] == weights[$1] ? $0 < $1 : weights[$0] > weights[$1]
    }
    return Array(order.prefix(count))
  }

  /// All terms but those at some places: how many, and what they come to; nil where none are left.
  fileprivate func rest(of drawn: [Int]) -> (name: String, sum: Double, text: String)? {
    guard drawn.count < names.count else { return nil }
    let drawn = Set(drawn)
    let sum = terms.indices.filter { !drawn.contains($0) }.map { terms[$0] }.total
    let text = style.inOneFormat(terms + [sum]).last ?? ""
    return (counted(names.count - drawn.count, "other"), sum, text)
  }
}

extension NumberText {
  /// Numbers with the decimals that they are given, or as many as suit all of them.
  fileprivate func inOneFormat(_ numbers: Vector) -> [String] {
    decimals == nil ? aligned(numbers).map(\.trimmed) : numbers.map(text)
  }
}

/// Columns for the running sums of terms.
private struct PileScale {
  private let low: Double
  private let perUnit: Double

  init(_ terms: Vector, room: Int) {
    var sums = [0.0]
    for term in terms { sums.append(sums[sums.count - 1] + term) }
    let (low, high) = (sums.min() ?? 0, sums.max() ?? 0)
    self.low = low
    let span = high - low
    perUnit = span > 0 && span.isFinite ? Double(max(0, room - 1)) / span : 0
  }

  /// A bar between two sums, behind blanks; by eighths where it ends at the right, and as long as any
  /// other of the same number.
  func bar(from start: Double, to end: Double, ascii: Bool) -> String {
    guard start.isFinite, end.isFinite else { return "" }
    let first = Int(((min(start, end) - low) * perUnit).rounded())
    let eighths = Int(((end - start).magnitude * perUnit * 8).rounded())
    let blanks = String(repeating: " ", count: max(0, first))
    if ascii { return blanks + String(repeating: "#", count: (eighths + 4) / 8) }
    let partial = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
    return blanks + String(repeating: "█", count: eighths / 8) + partial[eighths % 8]
  }
}
