import Numerics

/// Masks as inputs write them.
package enum MaskText {
  /// A text that reads as the same mask.
  package static func text(_ mask: AttentionMask) -> String {
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
}
