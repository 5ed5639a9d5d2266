import Formulas
import Numerics

extension AttentionWidget {
  package static let hasFit = true

  /// Q and K get one width, K and V as many rows; a mask, gradients and heads that were made for other
  /// sizes go back to none, ones and one.
  package static func fitted(_ parameters: Parameters, to keys: [String]) -> Parameters {
    var fitted = parameters
    func last(of names: [AttentionKey]) -> AttentionKey? {
      keys.last { key in names.contains { $0.rawValue == key } }
        .flatMap { AttentionKey(rawValue: $0) }
    }
    let width = (last(of: [.query, .key]) == .key ? fitted.key : fitted.query).columns
    let rows = (last(of: [.key, .value]) == .value ? fitted.value : fitted.key).rows
    fitted.query = fitted.query.fitted(rows: fitted.query.rows, columns: width)
    fitted.key = fitted.key.fitted(rows: rows, columns: width)
    fitted.value = fitted.value.fitted(rows: rows, columns: fitted.value.columns)
    if keys.last == AttentionKey.mask.rawValue, let size = fitted.mask.size {
      fitted.query = fitted.query.fitted(rows: size.rows ?? fitted.query.rows, columns: width)
      fitted.key = fitted.key.fitted(rows: size.columns, columns: width)
      fitted.value = fitted.value.fitted(rows: size.columns, columns: fitted.value.columns)
    }
    fitted.keyWords = Array(fitted.keyWords.prefix(fitted.key.rows))
    let named =
      fitted.keyWords.isEmpty ? max(fitted.query.rows, fitted.key.rows) : fitted.query.rows
    fitted.words = Array(fitted.words.prefix(named))
    for key in [AttentionKey.gradient, .mask, .keyValueHeads, .heads]
    where !keys.contains(key.rawValue) {
      if (try? Self(fitted)) != nil { break }
      switch key {
      case .gradient: fitted.gradient = nil
      case .mask: fitted.mask = .none
      case .keyValueHeads: fitted.keyValueHeads = nil
      default: fitted.heads = 1
      }
    }
    return fitted
  }
}

extension AttentionMask {
  /// The queries and keys that it is made for; nil where it suits any.
  var size: (rows: Int?, columns: Int)? {
    switch self {
    case .padding(let keys): (nil, keys.count)
    case .free(let rows), .hiding(let rows): (rows.count, rows.first?.count ?? 0)
    case .additive(let matrix): (matrix.rows, matrix.columns)
    case .all(let masks): masks.lazy.compactMap(\.size).first
    case .none, .causal, .causalBottomRight, .window, .alibi: nil
    }
  }
}
