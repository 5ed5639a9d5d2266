extension AttentionMask {
  /// The mask in a few words: `causal`, `window 4 + ALiBi`.
  package var name: String {
    switch self {
    case .none: "none"
    case .causal: "causal"
    case .causalBottomRight: "causal, bottom right"
    case .padding: "padding"
    case .window(let size, _): "window \(size)"
    case .alibi: "ALiBi"
    case .free: "true/false, 1 may look"
    case .hiding: "true/false, 1 is hidden"
    case .additive: "numbers to add"
    case .all: parts.map(\.name).joined(separator: " + ")
    }
  }

  /// What each of its parts does, in a sentence each.
  package var explanations: [String] {
    parts.map(\.explanation)
  }

  private var explanation: String {
    switch self {
    case .none, .all: ""
    case .causal: "query i looks at keys 1 to i (aligned at the top left, torch's is_causal)"
    case .causalBottomRight:
      "the last query looks at every key, each one before it at one less (aligned at the bottom "
        + "right, as with a cache)"
    case .padding(let keys):
      keys.allSatisfy(\.self)
        ? "no key is padding"
        : "no query looks at padding: key "
          + keys.indices.filter { !keys[$0] }.map { "\($0 + 1)" }.joined(separator: ", ")
    case .window(let size, let alignment):
      "a query looks at keys fewer than \(size) positions away" + alignment.remark
    case .alibi(let slope?, let alignment):
      "ALiBi: \(slope) times the distance is taken from each score" + alignment.remark
    case .alibi(nil, let alignment):
      "ALiBi: a slope, one a head, times the distance is taken from each score" + alignment.remark
    case .free: MaskReading.keep.explanation
    case .hiding: MaskReading.hide.explanation
    case .additive: MaskReading.add.explanation
    }
  }
}

extension MaskAlignment {
  fileprivate var remark: String {
    self == .topLeft ? "" : "; the last query stands at the last key"
  }
}
