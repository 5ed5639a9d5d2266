/// x · W where each row of x is a token's row of one table plus a place's row of another: the product
/// of a sum is the sum of the products, and of those there are only as many as tokens and places.
///
/// That is what the first layer sees where no norm stands before it, and most of a small model's work.
struct TableProjection {
  let embedding: Embedding
  let tokens: [Int32]
  /// The places' table, if it is added, and how long a row is.
  let places: Slot?
  let length: Int

  /// y = (s · E · W)[tokens] + (P · W + b)[places]
  func forward<T: Real>(_ linear: Linear, _ weights: Weights<T>, into y: Matrix<T>) {
    let w = weights[linear.weight]
    withScratch(embedding.table.rows, w.columns) { (ofTokens: Matrix<T>) in
      withScratch(length, w.columns) { (ofPlaces: Matrix<T>) in
        multiply(weights[embedding.table], w, into: ofTokens)  // (vocabulary, in) · (in, out)
        ofTokens.scale(T(embedding.scale))
        ofPlaces.fill(0)
        if let places {
          multiply(weights[places].part(rows: 0..<length), w, into: ofPlaces)  // (length, out)
        }
        if let bias = linear.bias {
          for place in 0..<length { ofPlaces.part(rows: place..<place + 1).add(weights[bias]) }
        }
        var place = 0
        for (row, token) in tokens.enumerated() {  // (n, out)
          let to = y.row(row)
          let ofToken = ofTokens.row(Int(token))
          let ofPlace = ofPlaces.row(place)
          place = place + 1 == length ? 0 : place + 1
          for column in 0..<y.columns { to[column] = ofToken[column] + ofPlace[column] }
        }
      }
    }
  }

  /// Each token's and each place's row gathers what came back, and is then sent through W once.
  func backward<T: Real>(_ dy: Matrix<T>, _ linear: Linear, _ weights: Weights<T>) {
    let w = weights[linear.weight]
    let dw = weights.gradient(linear.weight)
    withScratch(embedding.table.rows, w.columns) { (ofTokens: Matrix<T>) in
      withScratch(length, w.columns) { (ofPlaces: Matrix<T>) in
        ofTokens.fill(0)
        ofPlaces.fill(0)
        var place = 0
        for (row, token) in tokens.enumerated() {
          let from = dy.row(row)
          let ofToken = ofTokens.row(Int(token))
          let ofPlace = ofPlaces.row(place)
          place = place + 1 == length ? 0 : place + 1
          for column in 0..<dy.columns {
            ofToken[column] += from[column]
            ofPlace[column] += from[column]
          }
        }
        if let bias = linear.bias {
          let db = weights.gradient(bias)
          for place in 0..<length { db.add(ofPlaces.part(rows: place..<place + 1)) }
        }
        ofTokens.scale(T(embedding.scale))
        multiply(weights[embedding.table].transposed, ofTokens, into: dw, adding: true)
        multiply(
          ofTokens, w.transposed, into: weights.gradient(embedding.table), adding: true)
        if let places {
          let rows = 0..<length
          let table = weights[places].part(rows: rows)
          multiply(table.transposed, ofPlaces, into: dw, adding: true)
          multiply(
            ofPlaces, w.transposed, into: weights.gradient(places).part(rows: rows), adding: true)
        }
      }
    }
  }
}

extension Decoder {
  /// How the first layer's queries and keys, and its values, come from the tables, where that is less
  /// work than from every token of the batch.
  func tableProjections(_ tokens: [Int32], length: Int) -> (TableProjection, TableProjection)? {
    guard let block = blocks.first, block.attentionNorm == .none,
      shape.positions != .sinusoidal,
      tokens.count > 2 * (shape.vocabulary + length),
      [Block.Part.queries, .keys, .values].allSatisfy({ block[$0]?.adapter == nil })
    else { return nil }
    func projection(_ places: Slot?) -> TableProjection {
      TableProjection(embedding: embedding, tokens: tokens, places: places, length: length)
    }
    return (projection(places), projection(addedPlaces))
  }
}
