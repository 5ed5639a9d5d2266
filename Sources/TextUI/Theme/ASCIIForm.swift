/// One-column ASCII stand-ins, for terminals that show nothing else.
package enum ASCIIForm {
  /// The stand-in for a scalar; `?` where there is none.
  package static func of(_ scalar: UInt32) -> UInt8 {
    if scalar < 0x80 { return UInt8(scalar) }
    if let known = table[scalar] { return known }
    switch scalar {
    case 0x2800...0x28FF: return scalar == 0x2800 ? 0x20 : UInt8(ascii: "*")
    case 0x2500...0x257F: return UInt8(ascii: "+")
    case 0x2580...0x259F: return UInt8(ascii: "#")
    case 0x00C0...0x024F: return letter(scalar)
    // A face is the beginning of one.
    case 0x1F600...0x1F64F: return UInt8(ascii: ":")
    default: return UInt8(ascii: "?")
    }
  }

  private static func letter(_ scalar: UInt32) -> UInt8 {
    guard let scalar = Unicode.Scalar(scalar) else { return UInt8(ascii: "?") }
    // The base letter is the last word of names such as LATIN SMALL LETTER E WITH ACUTE.
    let name = scalar.properties.name ?? ""
    let words = name.split(separator: " ")
    guard let at = words.firstIndex(of: "LETTER"), at + 1 < words.count,
      let letter = words[at + 1].utf8.first, words[at + 1].utf8.count == 1
    else { return UInt8(ascii: "?") }
    return words.contains("SMALL") ? letter | 0x20 : letter
  }

  private static let table: [UInt32: UInt8] = {
    var table: [UInt32: UInt8] = [:]
    func add(_ scalars: String, _ ascii: Character) {
      for scalar in scalars.unicodeScalars { table[scalar.value] = ascii.asciiValue }
    }
    add("─╌┄—–‐‑−‒", "-")
    add("━═", "=")
    add("│┃▏▎║┊┆", "|")
    add("▌▐", "|")
    add("•◦▪·∙⋅×∗●", "*")
    add("←◀◂‹«", "<")
    add("→▶▸›»⇒", ">")
    add("↑▲△✦", "^")
    add("↓▼▽▾", "v")
    add("“”„", "\"")
    add("‘’′", "'")
    add("…", "~")
    add("\u{A0}", " ")
    add("✓✔", "+")
    add("☑", "x")
    add("☐□", "o")
    add("✗✘", "!")
    add("◐", "~")
    add("↕", "=")
    add("⏎↵↪↳", ">")
    add("÷∕", "/")
    add("≈∼", "~")
    add("█▓", "#")
    add("▒", "+")
    add("░", ".")
    add("‖", "|")
    add("ⓘ", "i")
    add("‼■", "!")
    add("∞", "8")
    add("°", "o")
    add("⚑", "F")
    add("√", "V")
    add("³", "3")
    add("ᵀ", "T")
    add("ₖ", "k")
    for (sign, letter) in zip("αβγδεηθικλμνπρστφχψωΔΛΣΦΨΩⱼᵢₙ⊙", "abgdehtiklmnprstfxywDLSFYWjino") {
      add(String(sign), letter)
    }
    return table
  }()
}
