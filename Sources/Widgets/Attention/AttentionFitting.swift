import Formulas
import Numerics

extension AttentionWidget {
  package static let hasFit = true

  /// Q and K get one width, K and V as many rows; what was made for other sizes goes.
  package static func fitted(_ parameters: Parameters, to keys: [String]) -> Parameters {
    var fitted = parameters
    // What was typed together loses nothing: it gets the larger size.
    func size(_ sizes: (AttentionKey, Int)...) -> Int {
      sizes.filter { keys.contains($0.0.rawValue) }.map(\.1).max() ?? sizes[0].1
    }
    let width = size((.query, fitted.query.columns), (.key, fitted.key.columns))
    let rows = size((.key, fitted.key.rows), (.value, fitted.value.rows))
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

  /// What was made for other sizes than those of the new Q, K and V goes; where all three are new, the
  /// names of their rows are not those of the ones before.
  package static func renewed(_ parameters: Parameters, by keys: [String]) -> Parameters {
    let tables = [AttentionKey.query, .key, .value].filter { keys.contains($0.rawValue) }
    guard !tables.isEmpty else { return parameters }
    var renewed = parameters
    if tables.count == 3 {
      if !keys.contains(AttentionKey.words.rawValue) { renewed.words = [] }
      if !keys.contains(AttentionKey.keyWords.rawValue) { renewed.keyWords = [] }
    }
    let shed = shedding(renewed, butFor: keys)
    return shed.fits ? shed : renewed
  }

  /// A mask, gradients and heads that were made for other sizes go back to none, ones and one.
  static func shedding(_ parameters: Parameters, butFor keys: [String] = []) -> Parameters {
    var parameters = parameters
    func goes(_ key: AttentionKey) -> Bool { !keys.contains(key.rawValue) }
    if goes(.mask), !parameters.fitsMask(parameters.mask) { parameters.mask = .none }
    if goes(.keyValueHeads), !parameters.sharesWidths { parameters.keyValueHeads = nil }
    if goes(.heads), !parameters.sharesWidths { parameters.heads = 1 }
    if goes(.gradient), !parameters.fitsGradient { parameters.gradient = nil }
    return parameters
  }

  /// What is said of inputs that gave way to new sizes, and of names that went; nil for nothing.
  func sheddingNote(after old: Parameters) -> String? {
    var shed: [AttentionKey] = []
    if mask == .none, !parameters.fitsMask(old.mask) { shed.append(.mask) }
    var before = parameters
    (before.heads, before.keyValueHeads) = (old.heads, old.keyValueHeads)
    if !before.sharesWidths {
      if parameters.heads == 1, old.heads > 1 { shed.append(.heads) }
      if parameters.keyValueHeads == nil, old.keyValueHeads != nil { shed.append(.keyValueHeads) }
    }
    before = parameters
    before.gradient = old.gradient
    if parameters.gradient == nil, !before.fitsGradient { shed.append(.gradient) }
    let names = shed.map(\.rawValue).joined(separator: ", ")
    let isUnnamed = words.isEmpty && !old.words.isEmpty
    let said = [
      shed.isEmpty ? nil : "Dropped, as made for other sizes: \(names)",
      isUnnamed ? "Rows are numbered; W names them" : nil,
    ].compactMap(\.self)
    return said.isEmpty ? nil : said.joined(separator: ". ")
  }
}

extension AttentionParameters {
  /// Whether all fit each other, by their sizes.
  fileprivate var fits: Bool {
    sharesWidths && key.rows == value.rows && fitsMask(mask) && fitsGradient
  }

  /// Whether the heads have equal parts of Q, K and V.
  fileprivate var sharesWidths: Bool {
    let groups = keyValueHeads ?? heads
    guard heads > 0, groups > 0 else { return false }
    return heads % groups == 0 && query.columns % heads == 0 && key.columns % groups == 0
      && value.columns % groups == 0 && query.columns / heads == key.columns / groups
  }

  /// Whether a mask has an answer for each query and key.
  func fitsMask(_ mask: AttentionMask) -> Bool {
    mask.parts.allSatisfy { part in
      guard let size = part.size else { return true }
      return size.rows ?? query.rows == query.rows && size.columns == key.rows
    }
  }

  /// Whether the gradient has the size of the output.
  fileprivate var fitsGradient: Bool {
    guard let gradient else { return true }
    return gradient.rows == query.rows
      && gradient.columns == value.columns / max(1, keyValueHeads ?? heads) * heads
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
