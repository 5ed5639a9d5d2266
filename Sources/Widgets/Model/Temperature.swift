/// What the keys for a temperature make of it.
enum Temperature {
  /// Twice as hot; from 0, which is the limit, to an eighth.
  static func hotter(_ temperature: Double) -> Double { temperature == 0 ? 0.125 : temperature * 2 }
}
