/// `H2O` and `SO4^2-` as chemists set them: a number behind a letter or a bracket stands lower, a charge higher.
enum ChemicalFormula {
  static func inlines(_ text: String) -> [Inline] {
    var found: [Inline] = []
    var plain = ""
    func close() {
      if !plain.isEmpty { found.append(.text(plain)) }
      plain = ""
    }
    var rest = text[...]
    while let sign = rest.first {
      let isBehindAtom = plain.last.map { $0.isLetter || ")]".contains($0) } == true
      if sign == "^" {
        let charge = rest.dropFirst().drop { $0 == "{" }.prefix { $0.isNumber || "+-".contains($0) }
        guard !charge.isEmpty else {
          plain.append(rest.removeFirst())
          continue
        }
        close()
        found.append(.maths("^{\(charge)}"))
        rest = rest[charge.endIndex...]
        if rest.first == "}" { rest = rest.dropFirst() }
      } else if sign.isNumber, isBehindAtom {
        let number = rest.prefix(while: \.isNumber)
        close()
        found.append(.maths("_{\(number)}"))
        rest = rest[number.endIndex...]
      } else {
        plain.append(rest.removeFirst())
      }
    }
    close()
    return found
  }
}
