import Numerics

/// Numbers of a run, as people read them.
package enum LabText {
  /// A loss with four decimals, or a power of ten where these would hide it.
  package static func loss(_ loss: Double, ascii: Bool = false) -> String {
    loss.isFinite && (1e-4..<1e6).contains(loss) || loss == 0
      ? decimals(loss, 4) : NumberText(significant: 3, ascii: ascii).text(loss)
  }

  /// A share as `99.4 %`; `100.0 %` is all of it, and `0.0 %` none: what is nearly so is `>99.9 %` or
  /// `<0.1 %`.
  package static func share(_ share: Double) -> String {
    guard share.isFinite else { return points(share) }
    let sign = share > 0 && share < 0.0005 ? "<" : share < 1 && share > 0.9995 ? ">" : ""
    return sign + points(share) + " %"
  }

  /// The same in whole percent.
  package static func percent(_ share: Double) -> String {
    guard share.isFinite else { return points(share) }
    if share > 0, share < 0.005 { return "<1 %" }
    if share < 1, share > 0.995 { return ">99 %" }
    return "\(Int((share * 100).rounded())) %"
  }

  /// The same in points of a hundred: how far two shares lie apart.
  package static func points(_ share: Double) -> String {
    // Of weights that were lost with the loss.
    guard share.isFinite else { return NumberText().text(share) }
    let tenths = (share * 1_000).rounded()
    let shown = share < 1 && share > 0 ? min(max(tenths, 1), 999) : tenths
    return decimals(shown / 10, 1)
  }

  /// A table whose numbers have their points under each other, whatever size they are of.
  package static func aligned(_ rows: [[String]]) -> [[String]] {
    let columns = rows.map(\.count).max() ?? 0
    let fractions = (0..<columns).map { column in
      rows.compactMap { $0.indices.contains(column) ? fraction(of: $0[column]) : nil }.max() ?? 0
    }
    return rows.map { row in zip(row, fractions).map { aligned($0, fraction: $1) } }
  }

  /// A number before so many characters of a column that stand behind its whole numbers; any other text ends with it.
  package static func aligned(_ text: String, fraction most: Int) -> String {
    text + String(repeating: " ", count: max(0, most - (fraction(of: text) ?? most)))
  }

  /// How many characters a plain number has from its point on; nil where it is none.
  private static func fraction(of text: String) -> Int? {
    guard !text.isEmpty, text.allSatisfy({ "0123456789,.-−".contains($0) }) else { return nil }
    return text.lastIndex(of: ".").map { text.distance(from: $0, to: text.endIndex) } ?? 0
  }

  /// A finite number that is not negative, and below a million million, with that many decimals.
  package static func decimals(_ number: Double, _ places: Int) -> String {
    let unit = (0..<places).reduce(1) { unit, _ in unit * 10 }
    let scaled = Int((min(max(number, 0), 1e12) * Double(unit)).rounded())
    guard places > 0 else { return String(scaled) }
    let fraction = String(scaled % unit)
    return "\(scaled / unit)." + String(repeating: "0", count: places - fraction.count) + fraction
  }

  /// `17,632`.
  package static func grouped(_ count: Int) -> String {
    let digits = String(count)
    return digits.enumerated().map { index, digit in
      index > 0 && (digits.count - index) % 3 == 0 ? ",\(digit)" : String(digit)
    }.joined()
  }
}
