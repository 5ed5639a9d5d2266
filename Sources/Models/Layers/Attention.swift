/// Heads that look: A = softmax(mask(Q·Kᵀ / √d)), Z = A·V, written back by one more product.
///
/// Queries have `heads` heads; keys and values may have fewer, each then shared by neighbours
/// (grouped heads, Ainslie et al. 2023).
package struct Attention: Equatable, Sendable {
  package let heads: Int
  package let keyHeads: Int
  package let headWidth: Int
  package let isCausal: Bool
  /// Whether scores are divided by √headWidth.
  package let isScaled: Bool
  package var queries: Linear  // (width, heads · headWidth)
  package var keys: Linear  // (width, keyHeads · headWidth)
  package var values: Linear  // (width, keyHeads · headWidth)
  package var output: Linear  // (heads · headWidth, width)
  /// What each head's queries and keys are normed by before they are turned, as Qwen 3 has it.
  package let queryNorm: RMSNorm?  // (1, headWidth)
  package let keyNorm: RMSNorm?

  init(_ shape: DecoderShape, in layout: inout Layout) {
    heads = shape.heads
    keyHeads = shape.keyHeads
    headWidth = shape.headWidth
    isCausal = shape.isCausal
    isScaled = shape.isScaled
    let (inner, shared) = (heads * headWidth, keyHeads * headWidth)
    let bias = shape.hasQueryBias || shape.hasBiases
    queries = Linear(inputs: shape.width, outputs: inner, hasBias: bias, in: &layout)
    keys = Linear(inputs: shape.width, outputs: shared, hasBias: bias, in: &layout)
    values = Linear(
      inputs: shape.width, outputs: shared, hasBias: shape.hasValueBias || shape.hasBiases,
      in: &layout)
    output = Linear(
      inputs: inner, outputs: shape.width, hasBias: shape.hasBiases, in: &layout)
    func headNorm() -> RMSNorm? {
      shape.hasHeadNorms
        ? RMSNorm(width: shape.headWidth, epsilon: shape.epsilon, in: &layout) : nil
    }
    queryNorm = headNorm()
    keyNorm = headNorm()
  }

  /// What the pass leaves in a trace, or its gradients.
  struct Activations<T: Real> {
    let queries: Matrix<T>  // (rows · length, heads · headWidth)
    let keys: Matrix<T>  // (rows · length, keyHeads · headWidth)
    let values: Matrix<T>  // (rows · length, keyHeads · headWidth)
    let scores: Matrix<T>  // (heads · rows · length, length)
    let weights: Matrix<T>  // (heads · rows · length, length)
    let mixed: Matrix<T>  // (rows · length, heads · headWidth)
    let output: Matrix<T>  // (rows · length, width)
  }

  var scale: Double { isScaled ? 1 / Double(headWidth).squareRoot() : 1 }

  /// Where one head of one row of the batch lies in the matrices above.
  struct Place {
    let rows: Range<Int>
    let columns: Range<Int>
    let keyColumns: Range<Int>
    let scores: Range<Int>
  }

  func place(head: Int, row: Int, rows: Int, length: Int) -> Place {
    let shared = head * keyHeads / heads
    let scores = (head * rows + row) * length
    return Place(
      rows: row * length..<(row + 1) * length,
      columns: head * headWidth..<(head + 1) * headWidth,
      keyColumns: shared * headWidth..<(shared + 1) * headWidth,
      scores: scores..<scores + length)
  }

  /// Norms each head's queries and keys, where the model does.
  func normHeads<T: Real>(_ a: Activations<T>, _ weights: Weights<T>) {
    for (rows, norm, heads) in [(a.queries, queryNorm, heads), (a.keys, keyNorm, keyHeads)] {
      guard let norm else { continue }
      withScratch(rows.rows, 1) { (spread: Matrix<T>) in
        for head in 0..<heads {
          let own = rows.part(columns: head * headWidth..<(head + 1) * headWidth)
          norm.forward(own, weights, into: own, spread: spread)
        }
      }
    }
  }

  /// S = Q·Kᵀ · scale, for every head and row.
  func score<T: Real>(_ a: Activations<T>, rows: Int, length: Int) {
    let scale = T(scale)
    for head in 0..<heads {
      for row in 0..<rows {
        let at = place(head: head, row: row, rows: rows, length: length)
        let q = a.queries.part(rows: at.rows, columns: at.columns)  // (length, headWidth)
        let k = a.keys.part(rows: at.rows, columns: at.keyColumns)  // (length, headWidth)
        let s = a.scores.part(rows: at.scores)
        multiply(q, k.transposed, into: s)  // (length, length)
        s.scale(scale)
      }
    }
  }

  /// A = softmax over the keys that a query may see; the rest are exactly zero.
  func weigh<T: Real>(_ a: Activations<T>, length: Int) {
    for row in 0..<a.scores.rows {
      let seen = isCausal ? row % length + 1 : length
      let from = a.scores.row(row)
      let to = a.weights.row(row)
      var top = from[0]
      for j in 1..<max(seen, 1) where from[j] > top { top = from[j] }
      for j in 0..<seen { to[j] = from[j] - top }
      for j in seen..<length { to[j] = 0 }
    }
    T.exponentials(of: a.weights.start, count: a.weights.rows * length)
    for row in 0..<a.weights.rows {
      let seen = isCausal ? row % length + 1 : length
      let to = a.weights.row(row)
      var total: T = 0
      for j in 0..<seen { total += to[j] }
      let share = 1 / total
      for j in 0..<seen { to[j] *= share }
      for j in seen..<length { to[j] = 0 }
    }
  }

  /// Z = A·V
  func mix<T: Real>(_ a: Activations<T>, rows: Int, length: Int) {
    for head in 0..<heads {
      for row in 0..<rows {
        let at = place(head: head, row: row, rows: rows, length: length)
        multiply(
          a.weights.part(rows: at.scores), a.values.part(rows: at.rows, columns: at.keyColumns),
          into: a.mixed.part(rows: at.rows, columns: at.columns))
      }
    }
  }
}
