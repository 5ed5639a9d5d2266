/// Which keys a query may look at, and what is added to the scores of those it may.
package indirect enum AttentionMask: Equatable, Sendable {
  /// Every query looks at every key.
  case none
  /// Query i looks at keys 1 to i, aligned at the top left as torch's `is_causal` is.
  case causal
  /// The last query looks at every key, the one before it at one key less: queries are the last of
  /// the positions, as in decoding with a cache; torch's `causal_lower_right`.
  case causalBottomRight
  /// Every query looks at the same keys, one entry a key; `false` marks padding.
  case padding([Bool])
  /// A query looks at the keys fewer than that many positions away, itself included; together with a
  /// causal mask, at that many last ones (Beltagy et al. 2020; Mistral's sliding window).
  case window(Int, MaskAlignment)
  /// ALiBi (Press, Smith, Lewis 2021): the slope times the distance is taken from the score. Where
  /// no slope is given, each head takes the paper's.
  case alibi(slope: Double?, MaskAlignment)
  /// One row a query, one entry a key; `true` lets it look, as torch's scaled_dot_product_attention
  /// reads a mask of truth values.
  case free([[Bool]])
  /// One row a query, one entry a key; `true` hides, as torch's MultiheadAttention reads them.
  case hiding([[Bool]])
  /// A matrix added to the scaled scores, one row a query; −∞ blocks.
  case additive(Matrix)
  /// Several at once: what one blocks is blocked, and what they add is added up.
  case all([AttentionMask])

  /// The masks that it is made of; none for `none`.
  package var parts: [AttentionMask] {
    switch self {
    case .none: []
    case .all(let masks): masks.flatMap(\.parts)
    default: [self]
    }
  }

  /// Both masks at once.
  package func and(_ other: AttentionMask) -> AttentionMask { AttentionMask(parts + other.parts) }

  /// Several masks at once; `none` for none of them.
  package init(_ masks: [AttentionMask]) {
    let parts = masks.flatMap(\.parts)
    self = parts.count > 1 ? .all(parts) : parts.first ?? .none
  }

  /// Whether one of its parts is so.
  package func contains(where isSo: (AttentionMask) -> Bool) -> Bool { parts.contains(where: isSo) }
}

/// Which position a query has among the keys.
package enum MaskAlignment: String, CaseIterable, Sendable {
  /// Query i stands at key i.
  case topLeft = "top-left"
  /// The last query stands at the last key, as in decoding with a cache.
  case bottomRight = "bottom-right"

  /// The position of a query among the keys, all counted from 0; negative before the first key.
  package func position(query: Int, queries: Int, keys: Int) -> Int {
    self == .topLeft ? query : query + keys - queries
  }
}
