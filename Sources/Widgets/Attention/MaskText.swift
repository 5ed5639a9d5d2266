import Numerics

/// Masks as inputs write them, and as the screen names them.
enum MaskText {
  /// A text that reads as the same mask.
  static func text(_ mask: AttentionMask) -> String {
    switch mask {
    case .none: return "none"
    case .causal: return "causal"
    case .padding(let keys): return "padding " + keys.map { $0 ? "1" : "0" }.joined(separator: " ")
    case .causalBottomRight: return "causal bottom-right"
    case .window(let size, let alignment): return "window \(size) \(alignment.rawValue)"
    case .alibi(let slope, let alignment):
      return "alibi \(slope.map { Plain.text($0) + " " } ?? "")\(alignment.rawValue)"
    case .all(let masks): return masks.map(text).joined(separator: " and ")
    case .free, .hiding, .additive: break
    }
    if let matrix = mask.zerosAndOnes {
      let text = Plain.text(matrix)
      return mask.reading == .keep ? text : "\(mask.reading?.rawValue ?? "") \(text)"
    }
    guard case .additive(let matrix) = mask else { return "none" }
    return Plain.text(matrix)
  }

  /// How a mask given as a matrix was read, and the key for another way; nil for other masks.
  static func note(_ mask: AttentionMask) -> String? {
    guard let reading = mask.reading else { return nil }
    let other = mask.zerosAndOnes == nil || reading == .hide ? "" : "; m reads it another way"
    return "Mask \(reading.explanation)\(other)"
  }
}
