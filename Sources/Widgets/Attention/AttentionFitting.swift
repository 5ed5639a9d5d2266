import Formulas
import Numerics

extension AttentionWidget {
  package static let hasFit = true

  /// Q and K get one width, K and V as many rows; what was made for other sizes goes.
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
    return shedding(fitted, butFor: keys)
  }

  /// Where Q, K and V are all new, the names of their rows are not those of the ones before, and what
  /// was made for other sizes goes.
  package static func renewed(_ parameters: Parameters, by keys: [String]) -> Parameters {
    guard [AttentionKey.query, .key, .value].allSatisfy({ keys.contains($0.rawValue) }) else {
      return parameters
    }
    var renewed = parameters
    if !keys.contains(AttentionKey.words.rawValue) { renewed.words = [] }
    if !keys.contains(AttentionKey.keyWords.rawValue) { renewed.keyWords = [] }
    let shed = shedding(renewed, butFor: keys)
    return (try? Self(shed)) == nil ? renewed : shed
  }

  /// A mask, gradients and heads that fit no more go back to none, ones and one.
  private static func shedding(_ parameters: Parameters, butFor keys: [String]) -> Parameters {
    var parameters = parameters
    for key in [AttentionKey.gradient, .mask, .keyValueHeads, .heads]
    where !keys.contains(key.rawValue) {
      if (try? Self(parameters)) != nil { break }
      switch key {
      case .gradient: parameters.gradient = nil
      case .mask: parameters.mask = .none
      case .keyValueHeads: parameters.keyValueHeads = nil
      default: parameters.heads = 1
      }
    }
    return parameters
  }

  /// What is said of inputs that gave way to new sizes, and of names that went; nil for nothing.
  func sheddingNote(after old: Parameters) -> String? {
    func fits(_ size: (rows: Int?, columns: Int)) -> Bool {
      size.rows ?? query.rows == query.rows && size.columns == key.rows
    }
    var shed: [String] = []
    if mask == .none, let size = old.mask.size, !fits(size) { shed.append("mask") }
    if parameters.gradient == nil, old.gradient != nil, query.rows != old.query.rows {
      shed.append(AttentionKey.gradient.rawValue)
    }
    if parameters.heads == 1, query.columns % old.heads != 0 || value.columns % old.heads != 0 {
      shed.append(AttentionKey.heads.rawValue)
    }
    let isUnnamed = words.isEmpty && !old.words.isEmpty
    let said = [
      shed.isEmpty ? nil : "Dropped, as made for other sizes: \(shed.joined(separator: ", "))",
      isUnnamed ? "Rows are numbered; W names them" : nil,
    ].compactMap(\.self)
    return said.isEmpty ? nil : said.joined(separator: ". ")
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
