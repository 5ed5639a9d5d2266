import Numerics
import TextUI

/// The numbers of two factors one under the other, as many products as pairs, and their sum: where a
/// number of a product comes from.
struct FactorRows: Figure {
  var title: String
  /// What each row is called, its numbers, and the colour of its matrix.
  let rows: [(name: String, texts: [String], role: Role)]
  /// The products, and what they come to; the first ones only while they are added up.
  let products: [String]
  let result: String
  /// How many of the products are seen; all of them where the sum is done.
  let shown: Int

  init(
    _ title: String, _ left: (String, Vector, Role), _ right: (String, Vector, Role),
    _ value: Double, numbers: NumberText, shown: Int? = nil
  ) {
    self.title = title
    // As many digits as it takes for the products to come to the sum that is shown.
    var texts: [String] = []
    let products = zip(left.1, right.1).map { $0 * $1 }
    let count = min(shown ?? products.count, products.count)
    let partial = shown == nil ? value : Array(products.prefix(count)).total
    let pairs = Array(zip(left.1, right.1))
    let sum = Equation(
      "", Array(products.prefix(count)), partial, numbers: numbers,
      vanished: { pairs[$0].0 != 0 && pairs[$0].1 != 0 }
    ) {
      texts = $0
      return ""
    } compute: {
      $0.total
    }
    let factors = pairs.map { Self.factors($0, numbers) }
    rows = [
      (left.0, factors.map { $0.0 }, left.2), (right.0, factors.map { $0.1 }, right.2),
    ]
    self.products = (texts.prefix(1) + texts.dropFirst().map(numbers.factor)).map { $0 }
    result = sum.result ?? numbers.text(partial)
    self.shown = count
  }

  /// Two numbers with as many digits as it takes for their product.
  private static func factors(
    _ pair: (Double, Double), _ numbers: NumberText
  ) -> (String, String) {
    var texts: [String] = []
    _ = Equation("", [pair.0, pair.1], pair.0 * pair.1, numbers: numbers) {
      texts = $0
      return ""
    } compute: {
      $0[0] * $0[1]
    }
    return (texts[0], texts[1])
  }

  func laidOut(width: Int, ascii: Bool) -> any FigureLayout {
    FactorLayout(self, width: width)
  }

  var transcript: [String] {
    let sum = products.joined(separator: " + ") + " = " + result
    return FactorLayout(self, width: .max).all.prefix(3).map(\.text) + ["    " + sum]
  }

  var spelledInASCII: FactorRows { self }
}

/// The pairs side by side, as many as fit; the rest below them.
struct FactorLayout: FigureLayout {
  let all: [[Cell]]

  init(_ rows: FactorRows, width: Int) {
    let names = rows.rows.map(\.name.displayWidth).max() ?? 0
    let texts = rows.rows.map(\.texts) + [rows.products]
    let count = rows.rows.map(\.texts.count).min() ?? 0
    let widths = (0..<count).map { pair in
      texts.map { $0.indices.contains(pair) ? $0[pair].displayWidth : 0 }.max() ?? 0
    }
    var lines = [[Cell](rows.title, Style(.strong, .bold))]
    let start = 2 + names + 3
    var first = 0
    repeat {
      var end = first
      var used = start
      while end < count, end == first || used + widths[end] + 3 <= width {
        used += widths[end] + 3
        end += 1
      }
      for row in rows.rows {
        var line = [Cell]("  " + row.name, Style(row.role)).padded(to: start)
        for pair in first..<end {
          let isLit = pair < rows.shown
          line += Self.padded(row.texts[pair], widths[pair], Style(row.role, isLit ? .bold : []))
          line.append("   ", .text)
        }
        lines.append(line)
      }
      if rows.shown > first || rows.shown == 0 {
        lines.append(Self.sum(rows, first..<end, widths, start, isLast: end >= rows.shown))
      }
      first = end
    } while first < count
    all = lines
  }

  private static func sum(
    _ rows: FactorRows, _ pairs: Range<Int>, _ widths: [Int], _ start: Int, isLast: Bool
  ) -> [Cell] {
    var line = [Cell]().padded(to: start)
    for pair in pairs where pair < rows.products.count {
      if pair > 0 {
        line.removeLast(2)
        line.append("+ ", .muted)
      }
      line += padded(rows.products[pair], widths[pair], .text) + [Cell]("   ", .text)
    }
    if isLast {
      line.append("= ", .muted)
      line.append(rows.result, Style(.strong, .bold))
    }
    return line
  }

  private static func padded(_ text: String, _ width: Int, _ style: Style) -> [Cell] {
    [Cell](String(repeating: " ", count: max(0, width - text.displayWidth)) + text, style)
  }

  var height: Int { all.count }
  var small: Int { all.count }
  /// The title and the sum.
  var least: Int { min(4, all.count) }

  func lines(height: Int) -> [[Cell]] { all.keepingEnds(height) }
}
