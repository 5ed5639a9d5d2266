extension AttentionMask {
  /// The mask in a few words: `causal`, `window 4 + ALiBi`.
  package var name: String {
    switch self {
    case .none: "none"
    case .causal: "causal"
    case .causalBottomRight: "causal, bottom right"
    case .padding: "padding"
    case .window(let size, let alignment): "window \(size)" + alignment.suffix
    case .alibi(_, let alignment): "ALiBi" + alignment.suffix
    case .free: "true/false, 1 may attend"
    case .hiding: "true/false, 1 is masked"
    case .additive: "numbers to add"
    case .all: parts.map(\.name).joined(separator: " + ")
    }
  }

  /// What each of its parts does, in a sentence each.
  package var explanations: [String] {
    parts.map(\.explanation)
  }

  /// The same with its name before it, where the sentence does not say it.
  package var descriptions: [String] {
    parts.map { $0.reading == nil ? "\($0.name): \($0.explanation)" : $0.explanation }
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
        : "no query looks at \(Self.list(keys.indices.filter { !keys[$0] }))"
    case .window(let size, let alignment):
      "a query looks at keys fewer than \(size) positions away" + alignment.remark
    case .alibi(let slope?, let alignment):
      "\(NumberText().text(slope)) times the distance is taken from each score" + alignment.remark
    case .alibi(nil, let alignment):
      "a slope, one a head, times the distance is taken from each score" + alignment.remark
    case .free: MaskReading.keep.explanation
    case .hiding: MaskReading.hide.explanation
    case .additive: MaskReading.add.explanation
    }
  }

  /// `key 2`, `keys 2, 3`
  private static func list(_ keys: [Int]) -> String {
    (keys.count == 1 ? "key " : "keys ") + keys.map { "\($0 + 1)" }.joined(separator: ", ")
  }
}

extension MaskAlignment {
  /// Behind a mask's name.
  fileprivate var suffix: String { self == .topLeft ? "" : ", bottom right" }

  fileprivate var remark: String {
    self == .topLeft ? "" : "; the last query stands at the last key"
  }
}
