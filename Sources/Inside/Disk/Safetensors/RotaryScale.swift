import JSONText

/// How a model was made to read further than it was trained to: what turns slowly turns slower.
struct RotaryScale {
  private let factor: Double
  /// From this wavelength on all of the factor counts, and up to that nothing of it.
  private let ends: (long: Double, short: Double)?
  /// What it was trained to read at first; counts only with ends.
  private let context: Double

  /// Nil of a kind that is not known, or that does not say all that it needs.
  init?(_ kind: String, _ json: JSON) {
    guard let factor = json["factor"]?.double else { return nil }
    self.factor = factor
    switch kind {
    case "linear": (ends, context) = (nil, 1)
    case "llama3":
      guard let low = json["low_freq_factor"]?.double, let high = json["high_freq_factor"]?.double,
        low != high, let first = json["original_max_position_embeddings"]?.double
      else { return nil }
      (ends, context) = ((low, high), first)
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
