import Formulas
import JSONText
import Numerics

extension AttentionWidget {
  package var resultsJSON: JSON {
    .attention(trace)
  }

  package var script: String {
    let width = trace.heads[0].query.columns
    let factor: String =
      switch scale {
      case .auto: "1 / np.sqrt(\(width))"
      case .none: "1.0"
      case .value(let factor): Script.number(factor)
      }
    let addends = trace.heads.map { head in
      "np.array([" + head.addends.rowArrays.map { Script.vector($0) }.joined(separator: ", ") + "])"
    }
    // ALiBi gives each head its own.
    let isShared = addends.allSatisfy { $0 == addends[0] }
    let masks = isShared ? "mask = \(addends[0])" : "masks = [\(addends.joined(separator: ", "))]"
    let names = words.map { Script.string($0) }.joined(separator: ", ")
    return """
      import numpy as np

      words = [\(names)]
      Q = np.array(\(Script.matrix(query)))
      K = np.array(\(Script.matrix(key)))
      V = np.array(\(Script.matrix(value)))
      \(masks)  # added to the scaled scores
      scale = \(factor)
      dO = np.array(\(Script.matrix(parameters.gradientShown)))  # how the loss changes with the output
      heads = \(trace.heads.count)

      np.set_printoptions(linewidth=120)
      outputs = []
      for head in range(heads):
          q, k = (np.split(M, heads, axis=1)[head] for M in (Q, K))
          v, do = (np.split(M, heads, axis=1)[head] for M in (V, dO))
          if heads > 1:
              print("head", head + 1)\(isShared ? "" : "\n    mask = masks[head]")
          scores = q @ k.T
          scaled = scores * scale
          masked = np.where(np.isneginf(mask), -np.inf, scaled + mask)
          row_maxima = masked.max(axis=1, keepdims=True)
          # A query that may look at nothing gets weights of zero.
          shifted = np.where(np.isneginf(masked), -np.inf, scaled + mask - np.where(
              np.isneginf(row_maxima), 0, row_maxima))
          exponentials = np.exp(shifted)
          row_sums = exponentials.sum(axis=1, keepdims=True)
          weights = exponentials / np.where(row_sums == 0, 1, row_sums)
          terms = weights[:, :, None] * v[None, :, :]
          output = terms.sum(axis=1)
          outputs.append(output)

          dV = weights.T @ do
          dA = do @ v.T
          # weights * (dA - (weights * dA).sum(axis=1, keepdims=True)), without its cancellation
          dS = weights * (weights[:, None, :] * (dA[:, :, None] - dA[:, None, :])).sum(axis=2)
          dQ = scale * dS @ k
          dK = scale * dS.T @ q
          for name, value in [
              ("scores", scores), ("scaled", scaled), ("masked", masked),
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
}
