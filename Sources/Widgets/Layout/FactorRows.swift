import Numerics
import TextUI

/// The numbers of two factors one under the other, as many products as pairs, and their sum: where a
/// number of a product comes from.
struct FactorRows: Figure {
  /// Up to so many pairs all are drawn, band below band.
  fileprivate static let whole = 16
  /// Where fewer than so many, the gap among them, stand in one band, so many stand in several.
  fileprivate static let few = 5

  var title: String
  /// What each row is called, and the colour of its matrix.
  let rows: [(name: String, role: Role)]
  private let pairs: [(Double, Double)]
  private let numbers: NumberText
  /// How the numbers of either row are written.
  private let styles: (NumberText, NumberText)
  /// The products, and what they come to; the first ones only while they are added up.
  let products: [String]
  let result: String
  /// Whether the products come to it, or nearly so.
  private let sign: String
  /// How many of the products are seen; all of them where the sum is done.
  let shown: Int
  /// What is made of the sum after that.
  var last: Equation?

  init(
    _ title: String, _ left: (String, Vector, Role), _ right: (String, Vector, Role),
    _ value: Double, numbers: NumberText, styles: (NumberText, NumberText)? = nil,
    shown: Int? = nil
  ) {
    self.title = title
    self.numbers = numbers
    self.styles = styles ?? (numbers, numbers)
    // The digits of the sum, or as many as it takes for the products to come to what is shown of it.
    var texts: [String] = []
    let products = zip(left.1, right.1).map { $0 * $1 }
    let count = min(shown ?? products.count, products.count)
    let partial = shown == nil ? value : Array(products.prefix(count)).total
    let pairs = Array(zip(left.1, right.1))
    let added = Array(products.prefix(count))
    // A product has no fewer decimals than its factors.
    let own = self.styles
    let decimals = [numbers.decimals, own.0.decimals, own.1.decimals].compactMap(\.self).max()
    let sum = Equation(
      "", added, partial, numbers: numbers,
      styles: numbers.decimals == nil ? [] : added.map { _ in numbers.with(decimals: decimals) },
      vanished: { pairs[$0].0 != 0 && pairs[$0].1 != 0 }
    ) {
      texts = $0
      return ""
    } compute: {
      $0.total
    }
    self.pairs = pairs
    rows = [(left.0, left.2), (right.0, right.2)]
    self.products = (texts.prefix(1) + texts.dropFirst().map(numbers.factor)).map { $0 }
    result = sum.result ?? numbers.text(partial)
    sign = sum.sign(ascii: numbers.ascii)
    self.shown = count
  }

  var count: Int { pairs.count }

  /// The two numbers of a pair as their matrices have them, or with as many digits as it takes for
  /// their product as it is shown.
  fileprivate func factors(_ pair: Int) -> [String] {
    let (left, right) = pairs[pair]
    var texts: [String] = []
    _ = Equation("", [left, right], left * right, numbers: numbers, styles: [styles.0, styles.1]) {
      texts = $0
      return ""
    } compute: {
      $0[0] * $0[1]
    }
    guard numbers.decimals != nil, products.indices.contains(pair) else { return texts }
    let product = products[pair].unbracketed
    var digits = 1
    // As long as the numbers as they are shown do not multiply to it.
    while digits < 17, let above = texts[0].shownNumber, let below = texts[1].shownNumber,
      !product.isRounding(of: above * below)
    {
      digits += 1
      let more = NumberText(significant: digits, ascii: numbers.ascii)
      texts = [left, right].map(more.text)
    }
    return texts
  }

  fileprivate var gap: String { numbers.ascii ? "..." : "…" }

  /// `= 0.4011`
  fileprivate var ending: [Cell] {
    [Cell](sign + " ", .muted) + [Cell](result, last == nil ? Style(.strong, .bold) : .text)
  }

  /// `dQ  0.7071·(−1.6044) = −1.1345`, its label in so many columns.
  fileprivate func lastLine(_ start: Int) -> [Cell]? {
    guard let last, let result = last.result else { return nil }
    var line = [Cell]("  " + last.label, .muted).padded(to: start)
    line.append(last.expression + " ", .text)
    line.append(last.sign(ascii: numbers.ascii) + " ", .muted)
    return line + [Cell](result, Style(.strong, .bold))
  }

  func laidOut(width: Int, ascii: Bool) -> any FigureLayout {
    FactorLayout(self, width: width)
  }

  var transcript: [String] {
    let sum = products.joined(separator: " + ") + " \(sign) " + result
    return FactorLayout(self, width: .max).all.prefix(3).map(\.text) + ["    " + sum]
      + (lastLine(6).map { [$0.text] } ?? [])
  }

  var spelledInASCII: FactorRows { self }
}

/// The pairs side by side, as many as fit; the rest below them, or where they are very many only the
/// first and the last ones.
struct FactorLayout: FigureLayout {
  /// A pair, or what is left out, as it is drawn.
  private struct Place {
    let pair: Int?
    /// The two numbers, and their product.
    let texts: [String]
    var width: Int { texts.map(\.displayWidth).max() ?? 0 }
  }

  let all: [[Cell]]
  /// The first and the last pairs in one band, or the result alone: for heights that are too low for
  /// all, where part of a sum would be another sum.
  private let shorts: [[[Cell]]]
  private let hasLast: Bool

  init(_ rows: FactorRows, width: Int) {
    hasLast = rows.last != nil
    let names =
      (rows.rows.map(\.name) + (rows.last.map { [$0.label] } ?? []))
      .map(\.displayWidth).max() ?? 0
    let title = [Cell](rows.title, Style(.strong, .bold))
    let head = [width < .max ? title.shortened(to: width) : title]
    let start = 2 + names + 3
    var bands: [[Place]]
    if rows.count > FactorRows.whole, width < .max {
      let ends = Self.ends(rows, room: width - start)
      bands =
        ends.count >= FactorRows.few
        ? [ends] : Self.banded(Self.ends(rows, few: FactorRows.few), room: width - start)
    } else {
      bands = Self.bands(rows, room: width == .max ? .max : width - start)
    }
    // A result that is cut is another number.
    let last = rows.lastLine(start).map { BlockPart.wrapped([$0], width: width) } ?? []
    all = head + Self.lines(rows, bands, start, width) + last
    // A result alone has a sign that it was computed from something.
    let gap = [Cell](rows.gap + " ", .muted)
    var shorts = [
      head + (last.isEmpty ? [[Cell]().padded(to: start) + gap + rows.ending] : last)
    ]
    if !last.isEmpty {
      shorts.insert(head + [[Cell]().padded(to: start) + gap + rows.ending] + last, at: 0)
    }
    if bands.count > 1, rows.count > 2 {
      let few = Self.ends(rows, room: width - start)
      if few.count >= 3 {
        shorts.insert(head + Self.lines(rows, [few], start, width) + last, at: 0)
      }
    }
    self.shorts = shorts
  }

  private static func lines(
    _ rows: FactorRows, _ bands: [[Place]], _ start: Int, _ width: Int
  ) -> [[Cell]] {
    var lines: [[Cell]] = []
    for (index, band) in bands.enumerated() {
      for (row, (name, role)) in rows.rows.enumerated() {
        var line = [Cell]("  " + name, Style(role)).padded(to: start)
        for place in band {
          let isLit = place.pair.map { $0 < rows.shown } ?? false
          line += padded(place.texts[row], place.width, Style(role, isLit ? .bold : []))
          line.append("   ", .text)
        }
        lines.append(line)
      }
      let first = band.lazy.compactMap(\.pair).first ?? 0
      if rows.shown > first || rows.shown == 0 {
        let end = (band.last?.pair ?? first) + 1
        let isLast = index == bands.count - 1 || end >= rows.shown
        let sum = sum(rows, band, start)
        let ending = isLast ? rows.ending : []
        // A result that is cut is another number.
        lines +=
          sum.count + ending.count <= width
          ? [sum + ending] : [sum, [Cell]().padded(to: start) + ending]
      }
    }
    return lines
  }

  private static func place(_ rows: FactorRows, _ pair: Int) -> Place {
    let product = rows.products.indices.contains(pair) ? rows.products[pair] : ""
    return Place(pair: pair, texts: rows.factors(pair) + [product])
  }

  private static func bands(_ rows: FactorRows, room: Int) -> [[Place]] {
    banded((0..<rows.count).map { place(rows, $0) }, room: room)
  }

  private static func ends(_ rows: FactorRows, few: Int) -> [Place] {
    (0..<few - 2).map { place(rows, $0) } + [gap(rows)]
      + (rows.count - 2..<rows.count).map { place(rows, $0) }
  }

  private static func gap(_ rows: FactorRows) -> Place {
    Place(pair: nil, texts: [rows.gap, rows.gap, rows.gap])
  }

  private static func banded(_ places: [Place], room: Int) -> [[Place]] {
    var bands: [[Place]] = [[]]
    var used = 0
    for place in places {
      if !bands[bands.count - 1].isEmpty, used + place.width + 3 > room {
        bands.append([])
        used = 0
      }
      bands[bands.count - 1].append(place)
      used += place.width + 3
    }
    return bands
  }

  /// As many of the first and the last pairs as there is room for, two to one.
  private static func ends(_ rows: FactorRows, room: Int) -> [Place] {
    var (first, last): ([Place], [Place]) = ([], [])
    var left = room - (rows.gap.displayWidth + 3) - (rows.result.displayWidth + 2)
    while first.count + last.count < rows.count {
      let isLast = last.count * 2 < first.count
      let place = place(rows, isLast ? rows.count - 1 - last.count : first.count)
      left -= place.width + 3
      if left < 0, !first.isEmpty { break }
      if isLast { last.insert(place, at: 0) } else { first.append(place) }
    }
    return first + [gap(rows)] + last
  }

  private static func sum(
    _ rows: FactorRows, _ band: [Place], _ start: Int
  ) -> [Cell] {
    var line = [Cell]().padded(to: start)
    for place in band where place.pair.map({ $0 < rows.products.count }) ?? true {
      if place.pair != 0 {
        line.removeLast(2)
        line.append("+ ", .muted)
      }
      line += padded(place.texts[2], place.width, .text) + [Cell]("   ", .text)
    }
    return line
  }

  private static func padded(_ text: String, _ width: Int, _ style: Style) -> [Cell] {
    [Cell](String(repeating: " ", count: max(0, width - text.displayWidth)) + text, style)
  }

  var height: Int { all.count }
  var small: Int { all.count }
  /// The title and the sum.
  var least: Int { min(hasLast ? 5 : 4, all.count) }
  var barest: Int { min(2, all.count) }
  var isCalculation: Bool { true }

  func lines(height: Int) -> [[Cell]] {
    if all.count <= height { return all }
    let short = shorts.first { $0.count <= height } ?? shorts[shorts.count - 1]
    return height > 1 ? short : Array(short.suffix(max(0, height)))
  }
}
