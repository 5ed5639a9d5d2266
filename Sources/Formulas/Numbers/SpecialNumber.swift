/// Names of what has no digits of its own: infinities, what is undefined, and what is nearer to 0 than
/// any double, as people type them and as programs print them.
package enum SpecialNumber {
  /// What a text names: `-inf`, `−∞`, `minus infinity`, `-oo`, `float('-inf')`, `-np.inf`, `nan`,
  /// `undefined`, `0/0`, `<5e-324`; nil for any other text.
  package static func read(_ text: some StringProtocol) -> Quantity? {
    guard text.utf8.count < 80 else { return nil }
    return named(
      TypedFormula.plain(String(text)).lowercased().filter { !$0.isWhitespace && $0 != "_" })
  }

  /// Whether a text names minus infinity, which hides in a mask.
  static func isMinusInfinity(_ text: String) -> Bool { read(text)?.value == -.infinity }

  private static func named(_ text: String) -> Quantity? {
    for (word, isNegative) in signs where text.hasPrefix(word) {
      let rest = String(text.dropFirst(word.count))
      if isSigned(rest) { return nil }
      return named(rest).map { isNegative ? -$0 : $0 }
    }
    for module in modules where text.hasPrefix(module) {
      return named(String(text.dropFirst(module.count)))
    }
    // A call around the name, which may have quotes.
    if let open = text.firstIndex(of: "("), text.hasSuffix(")"), calls.contains(text[..<open]) {
      return named(text[text.index(after: open)...].dropLast().filter { !"'\"".contains($0) })
    }
    return names[text]
  }

  private static func isSigned(_ text: String) -> Bool {
    signs.contains { text.hasPrefix($0.word) }
  }

  private static let signs: [(word: String, isNegative: Bool)] = [
    ("minus", true), ("negative", true), ("-", true), ("plus", false), ("positive", false),
    ("+", false),
  ]
  private static let modules = [
    "jax.numpy.", "numpy.", "np.", "jnp.", "torch.", "math.", "cmath.", "cp.", "tf.", "number.",
  ]
  /// Nothing in brackets is a name in brackets.
  private static let calls: Set<Substring> = [
    "", "float", "double", "float64", "float32", "float16", "bfloat16", "tensor", "array",
    "decimal",
  ]
  private static let names: [String: Quantity] = {
    let groups: [(Quantity, [String])] = [
      (
        Quantity(.infinity),
        ["inf", "infty", "infinity", "infinite", "∞", "oo", "overflow", "1/0", "positiveinfinity"]
      ),
      (.undefined, ["nan", "undefined", "notdefined", "notanumber", "indeterminate", "0/0"]),
      (Quantity(0, vanishes: true), ["<5e-324", "underflow"]),
      (Quantity(-0.0, vanishes: true), [">-5e-324"]),
    ]
    return groups.reduce(into: [:]) { names, group in
      for name in group.1 { names[name] = group.0 }
    }
  }()

  /// The words that such a name may be typed with.
  static let words = [
    "inf", "infty", "infinity", "infinite", "oo", "overflow", "underflow", "nan", "undefined",
    "not",
    "a", "defined", "number", "indeterminate", "minus", "negative", "plus", "positive", "float",
    "np",
    "numpy", "torch", "math",
  ]
}
