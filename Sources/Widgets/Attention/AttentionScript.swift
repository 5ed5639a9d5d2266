import Formulas
import JSONText
import Numerics

extension AttentionWidget {
  package var resultsJSON: JSON { .attention(trace, wayBack()) }

  /// Where the numbers come from, as a string: what is typed there is no part of the program.
  private var source: String {
    parameters.source.map { "source = \(Script.string($0))\n" } ?? ""
  }

  package var script: String {
    let parts = ScriptParts(self)
    return """
      import numpy as np

      \(source)words = [\(names(words))]\(keyWords)
      Q = np.array(\(Script.matrix(query)))
      K = np.array(\(Script.matrix(key)))
      V = np.array(\(Script.matrix(value)))
      \(masks)  # added to the scaled scores
      scale = \(scriptScale)
      dO = np.array(\(Script.matrix(parameters.gradientShown)))  # how the loss changes with the output
      heads = \(trace.heads.count)\(parts.groups)

      \(Script.printing)\(Self.rounding(parameters.precision))
      outputs = []
      for head in range(heads):
          \(parts.split)
          if heads > 1:
              print("head", head + 1)\(hasOneMask ? "" : "\n    mask = masks[head]")
          scores = \(parts.scores)
          scaled = \(parts.r("scores * scale"))\(parts.softcap)
          masked = np.where(np.isneginf(mask), -np.inf, \(parts.r("\(parts.unmasked) + mask")))
          row_maxima = masked.max(axis=1, keepdims=True)
          # A query that may look at nothing gets weights of zero.
          shifted = np.where(np.isneginf(masked), -np.inf, \(parts.shifted))
          exponentials = \(parts.r("np.exp(shifted)"))
          row_sums = \(parts.sums)
          weights = \(parts.r("exponentials / np.where(row_sums == 0, 1, row_sums)"))
          terms = \(parts.r("weights[:, :, None] * v[None, :, :]"))
          output = \(parts.output)
          outputs.append(output)

          dV = weights.T @ do
          dA = do @ v.T
          # weights * (dA - (weights * dA).sum(axis=1, keepdims=True)), without its cancellation
          dS = weights * (weights[:, None, :] * (dA[:, :, None] - dA[:, None, :])).sum(axis=2)\(parts.uncapped)
          dQ = scale * \(parts.back) @ k
          dK = scale * \(parts.back).T @ q
          for name, value in [
              ("scores", scores), ("scaled", scaled), \(parts.cappedName)("masked", masked),
              ("row maxima", row_maxima), ("shifted", shifted), ("exponentials", exponentials),
              ("row sums", row_sums), ("weights", weights), ("terms", terms), ("output", output),
              ("dV", dV), ("dA", dA), ("dS", dS), ("dQ", dQ), ("dK", dK),
          ]:
              print(name)
              print(value)
      if heads > 1:
          print("output of all heads")
          print(np.hstack(outputs))

      """
  }

  private func names(_ words: [String]) -> String {
    words.map { Script.string($0) }.joined(separator: ", ")
  }

  private var keyWords: String {
    parameters.keyWords.isEmpty ? "" : "\nkey_words = [\(names(parameters.keyWords))]"
  }

  private var scriptScale: String {
    let factor: String =
      switch scale {
      case .auto: "1 / np.sqrt(\(trace.heads[0].query.columns))"
      case .none: "1.0"
      case .value(let factor): Script.number(factor)
      }
    return parameters.precision == .double ? factor : "float(np.float32(\(factor)))"
  }

  private var addends: [String] {
    trace.heads.map { head in
      "np.array([" + head.addends.rowArrays.map { Script.vector($0) }.joined(separator: ", ") + "])"
    }
  }

  /// ALiBi gives each head its own.
  private var hasOneMask: Bool { trace.heads.allSatisfy { $0.addends == trace.heads[0].addends } }

  private var masks: String {
    hasOneMask ? "mask = \(addends[0])" : "masks = [\(addends.joined(separator: ", "))]"
  }

  /// How a CPU calculates in a lower precision: each result is rounded, sums are added up in float32
  /// from left to right.
  private static func rounding(_ precision: Precision) -> String {
    let rounded: [String]
    switch precision {
    case .double: return ""
    case .float32: rounded = ["return single.astype(np.float64)"]
    case .float16: rounded = ["return single.astype(np.float16).astype(np.float64)"]
    case .bfloat16:
      rounded = [
        "bits = single.view(np.uint32)",
        "bits = (bits + 0x7FFF + ((bits >> 16) & 1)) & np.uint32(0xFFFF0000)",
        "kept = np.where(np.isfinite(single), bits.view(np.float32), single)",
        "return kept.astype(np.float64)",
      ]
    }
    let lines =
      [
        "", "", "", "def r(x):",
        "    single = np.asarray(x, dtype=np.float64).astype(np.float32)",
      ] + rounded.map { "    " + $0 } + [
        "", "", "def total(x):",
        "    x = np.asarray(x).astype(np.float32)",
        "    return r(np.cumsum(x, axis=-1, dtype=np.float32)[..., -1])", "", "",
        "Q, K, V = r(Q), r(K), r(V)  # \(precision.rawValue)",
      ]
    return lines.joined(separator: "\n")
  }
}

/// The lines of the script that differ from one kind of attention to another.
private struct ScriptParts {
  private let isDouble: Bool
  let groups, split, softcap, unmasked, uncapped, back, cappedName: String

  init(_ widget: AttentionWidget) {
    let (trace, precision) = (widget.trace, widget.parameters.precision)
    let isDouble = precision == .double
    self.isDouble = isDouble
    if trace.groupSize > 1 {
      groups = "\ngroups = \(trace.keyValueHeads)  # of keys and values"
      split =
        "q, do = (np.split(M, heads, axis=1)[head] for M in (Q, dO))\n    "
        + "k, v = (np.split(M, groups, axis=1)[head // (heads // groups)] for M in (K, V))"
    } else {
      groups = ""
      split =
        "q, k = (np.split(M, heads, axis=1)[head] for M in (Q, K))\n    "
        + "v, do = (np.split(M, heads, axis=1)[head] for M in (V, dO))"
    }
    if let softcap = widget.parameters.softcap {
      let c = Script.number(precision.factor(softcap))
      let inner = isDouble ? "scaled / \(c)" : "r(scaled / \(c))"
      let bent = isDouble ? "\(c) * np.tanh(\(inner))" : "r(\(c) * r(np.tanh(\(inner))))"
      self.softcap = "\n    capped = \(bent)"
      uncapped = "\n    dScaled = dS / np.cosh(scaled / \(Script.number(softcap))) ** 2"
      (unmasked, back, cappedName) = ("capped", "dScaled", "(\"capped\", capped), ")
    } else {
      (self.softcap, uncapped, unmasked, back, cappedName) = ("", "", "scaled", "dS", "")
    }
  }

  /// A calculation, its result rounded to the precision.
  func r(_ calculation: String) -> String { isDouble ? calculation : "r(\(calculation))" }

  var scores: String { isDouble ? "q @ k.T" : "total(q[:, None, :] * k[None, :, :])" }

  var shifted: String {
    let maxima = "np.where(\n        np.isneginf(row_maxima), 0, row_maxima)"
    return isDouble ? "\(unmasked) + mask - \(maxima)" : "r(masked - \(maxima))"
  }

  var sums: String {
    isDouble ? "exponentials.sum(axis=1, keepdims=True)" : "total(exponentials)[:, None]"
  }

  var output: String {
    isDouble
      ? "terms.sum(axis=1)" : "total(np.moveaxis(weights[:, :, None] * v[None, :, :], 1, 2))"
  }
}
