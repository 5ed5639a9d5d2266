import Formulas
import Numerics
import TextUI

/// How the numbers of the stepper are written: decided once for all of its steps.
extension AttentionWidget: DecidedDigits {
  package typealias Digits = AttentionDigits

  func digits(_ view: View) -> AttentionDigits {
    if let known = view.digits { return known }
    // An export has every digit of each number.
    return view.isExact
      ? AttentionDigits(view.numbers) : digits(most: mostDecimals(view), view)
  }

  package func numbers(at cell: Cursor, _ view: View) -> NumberText {
    cellSource(cell).map { $0.source.style(digits(view)) } ?? view.numbers
  }

  private func digits(most: Int, _ view: View) -> AttentionDigits {
    let heads = trace.heads
    return AttentionDigits(
      of: heads, back: heads.indices.compactMap(back), most: most,
      NumberText(significant: min(view.significant, most), ascii: view.ascii))
  }

  /// As many decimals as let a table and what becomes of it stand side by side, at whichever step;
  /// where nothing does, as many as let each table stand alone, some without its shades: numbers that
  /// two decimals would hide matter more than these.
  private func mostDecimals(_ view: View) -> Int {
    guard let room = view.room else { return 5 }
    // A window changes as the cursor goes on: what its numbers keep must not.
    guard max(query.rows, key.rows) <= Self.whole else {
      return [3, 4].first { digits(most: $0, view).suffice } ?? 5
    }
    let columns = view.isWide ? BlockLayout.mainPane(room.columns) : room.columns
    // The most with which all calculations come out, in pairs; then alone; then the most that fit.
    var pair: Int?
    var alone: (sufficient: Int?, any: Int?)
    for most in [5, 4, 3] {
      let digits = digits(most: most, view)
      let widths = Widths(self, digits, glows: !view.isLow)
      if widths.pair(isWide: view.isWide) <= columns {
        if digits.suffice { return most }
        pair = pair ?? most
      }
      if widths.alone <= columns {
        if digits.suffice { alone.sufficient = alone.sufficient ?? most }
        alone.any = alone.any ?? most
      }
    }
    if let most = alone.sufficient ?? pair ?? alone.any { return most }
    let bare = Widths(self, self.digits(most: 3, view), glows: false)
    return max(bare.alone, bare.maxima) <= columns ? 3 : 2
  }

  /// The columns that the tables of the scores take.
  private struct Widths {
    private let glows: Bool
    private let keys, names, scaled, shifted, powers, sum, weights: Int

    init(_ widget: AttentionWidget, _ digits: AttentionDigits, glows: Bool) {
      self.glows = glows
      let heads = widget.trace.heads
      func widest(_ style: NumberText, _ numbers: Vector) -> Int {
        numbers.map { style.text($0).count }.max() ?? 0
      }
      keys = widget.key.rows
      names =
        1 + min(16, (0..<widget.query.rows).map { widget.queryName($0).displayWidth }.max() ?? 0)
      scaled = widest(digits.scaled, heads.flatMap { $0.scaled.elements + $0.masked.elements })
      shifted = widest(digits.scaled, heads.flatMap(\.shifted.elements))
      powers = widest(digits.exponentials, heads.flatMap(\.exponentials.elements))
      sum = widest(digits.sums, heads.flatMap(\.rowSums))
      weights = widest(digits.shares, heads.flatMap(\.weights.elements))
    }

    /// A number's columns: its brackets, and its glow.
    private func table(_ number: Int, glows: Bool) -> Int {
      keys * (number + (glows && self.glows ? 4 : 2))
    }
    private var maximum: Int { max(scaled, "row max".count) + 2 }

    /// The widest two tables with what stands between them.
    func pair(isWide: Bool) -> Int {
      let scores = names + table(scaled, glows: false) + maximum + table(shifted, glows: true)
      let powers = names + table(powers, glows: false) + table(weights, glows: true)
      return isWide
        ? max(scores + 5, powers + sum + 2 + 5) : max(scores + 6, powers + "   / ".count + sum + 4)
    }

    /// The table of the distances with the largest of each row.
    var maxima: Int { names + table(shifted, glows: true) + maximum }

    /// The widest table, its totals in view where they are the step's own.
    var alone: Int {
      names
        + max(
          table(scaled, glows: true), table(shifted, glows: true),
          table(powers, glows: true) + sum + 2)
    }
  }
}

extension StepGrid.Source {
  /// How the number is written.
  func style(_ digits: AttentionDigits) -> NumberText {
    switch self {
    case .maximum: digits.scaled
    case .trace(let cell):
      switch cell.step {
      case .rotateQuery: digits.query
      case .rotateKey: digits.key
      case .scores: digits.scores
      case .scale, .softcap, .mask, .maximum: digits.scaled
      case .exponentials: digits.exponentials
      case .sum: digits.sums
      case .weights: digits.shares
      case .terms: digits.terms
      case .output: digits.output
      }
    case .gradient(let step, _, _):
      switch step {
      case .dV: digits.dV
      case .dA: digits.dA
      case .dS, .forward: digits.dS
      case .dQ: digits.dQ
      case .dK: digits.dK
      }
    }
  }
}
