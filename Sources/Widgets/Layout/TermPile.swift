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
  /// Whether the terms come to it, or nearly so.
  private(set) var sign: String
  private let factors: [(Double, Double)]
  private let vanishes: [Bool]
  private let numbers: NumberText
  /// How the factors are written.
  private let styles: (NumberText, NumberText)
  /// How many terms have been added up.
  let shown: Int

  init(
    _ title: String, names: [String], factors: [(Double, Double)], _ value: Double,
    numbers: NumberText, styles: (NumberText, NumberText)? = nil, vanishes: [Bool],
    shown: Int? = nil
  ) {
    self.title = title
    let count = min(shown ?? factors.count, factors.count)
    self.shown = count
    let some = Array(factors.prefix(count))
    self.names = names
    terms = some.map { $0.0 * $0.1 }
    let total = count < factors.count ? terms.total : value
    sum = numbers.result(total)
    let (texts, isNear) = Self.texts(terms, total, numbers)
    self.texts = texts
    sign = isNear ? (numbers.ascii ? "~" : "≈") : "="
    self.factors = some
    self.vanishes = vanishes
    self.numbers = numbers
    self.styles = styles ?? (numbers, numbers)
  }

  /// A term as a product, whether that comes to it or nearly so, and what it comes to.
  fileprivate func term(_ at: Int) -> (product: String, isExact: Bool, result: String) {
    guard terms[at] == 0 else {
      let equation = Equation.sum(
        "", of: [factors[at]], terms[at], numbers: numbers, styles: styles)
      return (equation.expression, !equation.isNear, texts[at])
    }
    let equation = Equation.sum("", of: [factors[at]], 0, numbers: numbers, styles: styles) { _ in
      vanishes[at]
    }
    return (equation.expression, true, equation.result ?? texts[at])
  }

  /// The terms in one format: that of the sum, or with as many digits as it takes to come to it; and
  /// whether they come only near.
  private static func texts(
    _ terms: Vector, _ sum: Double, _ numbers: NumberText
  ) -> (texts: [String], isNear: Bool) {
    if numbers.decimals != nil {
      let texts = terms.map(numbers.text)
      let total = texts.map { $0.shownNumber ?? .nan }.total
      if numbers.comes(to: sum, from: total) { return (texts, false) }
      if numbers.comesNear(sum, from: total) { return (texts, true) }
    }
    var style = numbers.with(decimals: nil)
    while true {
      let texts = style.aligned(terms)
      let shown = texts.map { $0.shownNumber ?? .nan }
      if style.significant == 17 || numbers.comes(to: sum, from: shown.total) {
        return (texts.map(\.trimmed), false)
      }
      style.significant += 1
    }
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

  let all: [[Cell]]
  private let isASCII: Bool
  /// How many terms there are.
  private let count: Int
  /// The lines in the middle that stand for terms that are left out; nil where none are.
  private let gap: Int?

  init(_ pile: TermPile, width: Int, ascii: Bool) {
    func widest(_ texts: [String]) -> Int { texts.map(\.displayWidth).max() ?? 0 }
    func left(_ text: String, _ width: Int) -> String {
      text + String(repeating: " ", count: max(0, width - text.displayWidth))
    }
    func right(_ text: String, _ width: Int) -> String {
      String(repeating: " ", count: max(0, width - text.displayWidth)) + text
    }
    // Of very many terms the first and the last, for a screen.
    let count = pile.names.count
    let isCut = count > TermPile.whole && width > 0
    let drawn = isCut ? Array(0..<10) + Array(count - 5..<count) : Array(0..<count)
    let told = drawn.map { index in
      index < pile.shown
        ? pile.term(index) : (product: "", isExact: true, result: "")
    }.map { (ascii ? ASCIISpelling.text($0.product) : $0.product, $0.isExact, $0.result) }
    let name = min(14, widest(drawn.map { pile.names[$0] } + ["sum"]))
    let number = widest(told.map(\.2) + [pile.sum])
    // Where a product finds no room, what it comes to stays.
    let most = width > 0 ? width - (2 + name + 2 + 3 + number) : .max
    let product = widest(told.map(\.0)) <= most ? widest(told.map(\.0)) : 0
    let start = 2 + name + 2 + product + 3 + number + 2
    let scale = PileScale(pile.terms, room: width - start)
    let title = [Cell](pile.title, Style(.strong, .bold))
    var lines = [width > 0 ? title.shortened(to: width) : title]
    var running = 0.0
    var gap: Int?
    for (place, index) in drawn.enumerated() {
      if place > 0, index > drawn[place - 1] + 1 {
        gap = lines.count
        let left = drawn[place - 1] + 1..<index
        lines.append([Cell]("  \(ascii ? "..." : "…")  \(left.count) more", .muted))
        running += pile.terms[min(left.lowerBound, pile.shown)..<min(index, pile.shown)].reduce(
          0, +)
      }
      var line = [Cell]("  ", .text) + [Cell](pile.names[index], .muted).shortened(to: name)
      line = line.padded(to: 2 + name + 2)
      if index < pile.shown {
        line.append(left(product > 0 ? told[place].0 : "", product), .text)
        line.append(told[place].1 ? " = " : ascii ? " ~ " : " ≈ ", .muted)
        line.append(right(told[place].2, number), .text)
        if width - start >= Self.narrowest {
          let term = pile.terms[index]
          line.append(
            "  " + scale.bar(from: running, to: running + term, ascii: ascii),
            Style(.series, amount: UInt8(clamping: index)))
          running += term
        }
      } else {
        line.append(ascii ? "." : "·", .muted)
      }
      lines.append(line)
    }
    var line = [Cell]("  " + left("sum", name) + "  ", .muted)
    if width - start >= Self.narrowest {
      line.append(left("", product + 3), .text)
      line.append(right(pile.sum, number) + "  ", Style(.strong, .bold))
      line.append(scale.bar(from: 0, to: running, ascii: ascii), Style(.strong))
    } else {
      let numbers = NumberText(ascii: ascii)
      let addends = zip(pile.texts, pile.terms).map { $1 == 0 ? "0" : $0 }
      let sum = (addends.prefix(1) + addends.dropFirst().map(numbers.factor))
        .joined(separator: " + ")
      let result = " \(pile.sign) \(pile.sum)"
      if isCut {
        line.append(ascii ? "..." : "…", .text)
      } else if width == 0 || line.count + sum.displayWidth + result.displayWidth <= width {
        line.append(sum, .text)
      } else {
        // The terms stand above it.
        line.append(left("", product), .text)
      }
      line.append(" \(pile.sign) ", .muted)
      line.append(pile.sum, Style(.strong, .bold))
    }
    all = lines + [line]
    isASCII = ascii
    self.count = count
    self.gap = gap
  }

  var height: Int { all.count }
  var small: Int { all.count }
  var least: Int { min(4, all.count) }

  /// The last terms, and how many go before them.
  private func withoutTerms(_ height: Int) -> [[Cell]] {
    guard height > 3 else { return all.keepingEnds(height) }
    let last = all.suffix(height - 2)
    let more = [Cell]("  \(isASCII ? "..." : "…")  \(count - (last.count - 1)) more", .muted)
    return all.prefix(1) + [more] + last
  }

  func lines(height: Int) -> [[Cell]] {
    guard all.count > height else { return all }
    // No term goes unsaid: the title does before one.
    if all.count == height + 1 { return Array(all.dropFirst()) }
    guard let gap, height > 4 else { return withoutTerms(height) }
    // What goes stands around the gap.
    let room = height - 3
    let last = min(all.count - 2 - gap, room / 3)
    return Array(all[..<1] + all[1..<1 + room - last] + all[gap...gap])
      + all.suffix(last + 1)
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

  /// A bar between two sums, behind blanks; by eighths where it ends at the right.
  func bar(from start: Double, to end: Double, ascii: Bool) -> String {
    guard start.isFinite, end.isFinite else { return "" }
    let first = Int(((min(start, end) - low) * perUnit).rounded())
    let eighths = max(0, Int(((max(start, end) - low) * perUnit * 8).rounded()) - first * 8)
    let blanks = String(repeating: " ", count: max(0, first))
    if ascii { return blanks + String(repeating: "#", count: (eighths + 4) / 8) }
    let partial = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
    return blanks + String(repeating: "█", count: eighths / 8) + partial[eighths % 8]
  }
}
