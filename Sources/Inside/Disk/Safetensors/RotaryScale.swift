import JSONText

/// How a model was made to read further than it was trained to: what turns slowly turns slower.
struct RotaryScale {
  private let factor: Double
  /// From this wavelength on all of the factor counts, and up to that nothing of it.
  private let ends: (long: Double, short: Double)?
  private let context: Double

  /// Nil of a kind that is not known.
  init?(_ kind: String, _ json: JSON) {
    guard let factor = json["factor"]?.double else { return nil }
    self.factor = factor
    context = json["original_max_position_embeddings"]?.double ?? 1
    switch kind {
    case "linear": ends = nil
    case "llama3":
      guard let low = json["low_freq_factor"]?.double, let high = json["high_freq_factor"]?.double,
        low != high
      else { return nil }
      ends = (low, high)
    default: return nil
    }
  }

  /// What a frequency, in radians a place, is divided by (Llama 3's rule).
  func factor(_ frequency: Double) -> Double {
    guard let ends else { return factor }
    let turns = context * frequency / (2 * Double.pi)
    if turns < ends.long { return factor }
    if turns > ends.short { return 1 }
    let share = (turns - ends.long) / (ends.short - ends.long)
    return 1 / ((1 - share) / factor + share)
  }
}
