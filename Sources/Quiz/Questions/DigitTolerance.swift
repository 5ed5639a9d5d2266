import Formulas
import Notes

/// How near an answer has to come to a number that is written without a tolerance: to half a unit of its
/// last digit, and always as near as what is shown of it.
enum DigitTolerance {
  /// A number of one digit is exact: half a unit of 0.5 would be a tenth of it.
  private static let fewestDigits = 2

  static func of(_ text: String, _ number: Double) -> Double {
    // A whole number is exact, and shown in full.
    guard text.contains(".") || number != number.rounded() else { return 0 }
    let written = half(text)
    let shown = Value.scalar(number).text
    guard let other = Double(plain(shown)), other != number else { return written }
    return max(written, half(shown), (other - number).magnitude)
  }

  private static func plain(_ text: String) -> String {
    text.trimmed.replacing("\u{2212}", with: "-").lowercased()
  }

  /// Half a unit of the last digit of a decimal; 0 of a whole number.
  private static func half(_ text: String) -> Double {
    let parts = plain(text).split(separator: "e", maxSplits: 1)
    guard let mantissa = parts.first, let point = mantissa.firstIndex(of: "."),
      Double(plain(text)) != nil
    else { return 0 }
    let decimals = mantissa.distance(from: point, to: mantissa.endIndex) - 1
    let digits = mantissa.filter(\.isNumber).drop { $0 == "0" }
    guard decimals > 0, digits.count >= fewestDigits else { return 0 }
    // No number has an exponent beyond.
    let exponent = parts.count > 1 ? min(max(Int(parts[1]) ?? 0, -9_999), 9_999) : 0
    return Double("0.5e\(exponent - decimals)") ?? 0
  }
}
