/// Q, K and V as the scores and the output use them: rounded to the precision, and Q and K turned by
/// their positions.
struct AttentionInputs {
  /// Q and K before they are turned, n × d and m × d.
  let query, key: Matrix
  /// V, m × dᵥ.
  let value: Matrix
  /// How Q and K were turned; nil where they were not.
  let queryRotation, keyRotation: Rotation?
  let options: AttentionOptions
  /// The factor s that multiplies the scores.
  let scale: Double

  /// Checks that the three matrices and the mask fit each other.
  static func check(
    query: Matrix, key: Matrix, value: Matrix, mask: AttentionMask
  ) throws(ShapeProblem) {
    for (name, matrix) in [("Q", query), ("K", key), ("V", value)] where matrix.elements.isEmpty {
      throw .noEntries(name: name)
    }
    guard query.columns == key.columns else {
      throw .queryAndKeyWidths(query: query.columns, key: key.columns)
    }
    guard key.rows == value.rows else {
      throw .keyAndValueCounts(keys: key.rows, values: value.rows)
    }
    try mask.check(queries: query.rows, keys: key.rows)
  }

  /// Checks that all fit each other.
  init(
    query: Matrix, key: Matrix, value: Matrix, options: AttentionOptions
  ) throws(ShapeProblem) {
    try Self.check(query: query, key: key, value: value, mask: options.mask)
    let precision = options.precision
    if let softcap = options.softcap {
      let c = precision.factor(softcap)
      guard c > 0, c.isFinite else { throw .softcap(softcap) }
    }
    self.query = query.rounded(to: precision)
    self.key = key.rounded(to: precision)
    self.value = value.rounded(to: precision)
    var resolved = options
    resolved.mask = options.mask.of(head: 0, heads: 1)
    self.options = resolved
    scale = precision.factor(options.scale.factor(width: query.columns))
    guard let rotation = options.rotation else {
      queryRotation = nil
      keyRotation = nil
      return
    }
    let places = (0..<query.rows).map {
      rotation.alignment.position(query: $0, queries: query.rows, keys: key.rows)
    }
    queryRotation = try Rotation(self.query, at: places, by: rotation, precision: precision)
    keyRotation = try Rotation(
      self.key, at: Array(0..<key.rows), by: rotation, precision: precision)
  }

  /// Q as the scores use it.
  var scoredQuery: Matrix { queryRotation?.rotated ?? query }
  /// K as the scores use it.
  var scoredKey: Matrix { keyRotation?.rotated ?? key }

  /// What the mask adds to the scores of a query.
  func addends(query i: Int) -> Vector {
    let row = options.mask.addends(query: i, queries: query.rows, keys: key.rows)
    return options.precision == .double ? row : row.map(options.precision.round)
  }
}
